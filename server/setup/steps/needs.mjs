// Programs, libraries and fonts that must be on the machine: finds what is missing, and gets it on Debian or Ubuntu as root.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../base/run.mjs';
import { SetupFault } from '../base/setup-fault.mjs';

/**
 * One thing that must be there, and the Debian package that brings it. Exactly one way of looking for it is given.
 * @typedef {{ package: string, command?: string, library?: string, file?: string }} Need
 * @typedef {{ env: NodeJS.ProcessEnv, isRoot: boolean, isDebian: boolean, say: (text: string) => void, run: typeof run }} Machine
 */

/** @param {string} [release] */
export function isDebianLike(release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '') {
  return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(release);
}

/** @param {(text: string) => void} say @returns {Machine} */
export function thisMachine(say) {
  return { env: process.env, isRoot: process.getuid?.() === 0, isDebian: isDebianLike(), say, run };
}

/** A `*` stands for the names in one folder. @param {string} pattern */
function fileExists(pattern) {
  const [before, after] = pattern.split('*/');
  if (before === undefined || after === undefined) return existsSync(pattern);
  return existsSync(before) && readdirSync(before).some((name) => existsSync(join(before, name, after)));
}

/** @param {Need} need @param {Machine} machine */
async function present(need, machine) {
  const { command, library, file } = need;
  if (command) return (machine.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));
  if (library) return (await machine.run('pkg-config', ['--exists', library])).code === 0;
  return file !== undefined && fileExists(file);
}

/** @param {readonly Need[]} needs @param {Machine} machine */
export async function missing(needs, machine) {
  const there = await Promise.all(needs.map((need) => present(need, machine)));
  return needs.filter((_, index) => !there[index]);
}

/** @param {Machine} machine @param {readonly string[]} args */
async function apt(machine, args) {
  const { code, output } = await machine.run('apt-get', args, {
    env: { ...machine.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (code === 0) return;
  throw new SetupFault(`apt-get ${args.join(' ')} failed:\n${output.trim().split('\n').slice(-8).join('\n')}`);
}

/**
 * @param {string} purpose ends the sentence "… is needed to"
 * @param {readonly Need[]} needs @param {Machine} machine
 */
export async function provideNeeds(purpose, needs, machine) {
  const lacking = await missing(needs, machine);
  if (lacking.length === 0) return;
  const names = lacking.map((need) => need.package);
  if (!machine.isDebian) {
    throw new SetupFault(
      `To ${purpose}, this machine still needs: ${lacking.map((need) => need.command ?? need.library ?? need.package).join(', ')}. ` +
        `On Debian and Ubuntu these are the packages ${names.join(' ')}.`,
    );
  }
  if (!machine.isRoot) {
    throw new SetupFault(
      `To ${purpose}, this machine still needs some packages. Run this, then the same command again:\n` +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`,
    );
  }
  machine.say(`Installing what is needed to ${purpose}: ${names.join(' ')}`);
  await apt(machine, ['update', '-q']);
  await apt(machine, ['install', '-y', '-q', '--no-install-recommends', ...names]);
  const still = await missing(lacking, machine);
  if (still.length > 0)
    throw new SetupFault(`Installed, and yet not found: ${still.map((need) => need.package).join(' ')}.`);
}
