// node_modules: installs from package-lock.json when what stands there is not what the lock file says.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../base/run.mjs';
import { SetupFault } from '../base/setup-fault.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock */

/** @param {string} file @returns {Lock | undefined} */
function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * npm keeps its own record of what it installed and writes it last, so an interrupted install has none. Comparing with it is
 * surer than a stamp of ours: it also sees a package somebody added or removed by hand, and an install without devDependencies.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = readLock(join(root, 'package-lock.json'));
  const there = readLock(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !there) return false;
  const names = Object.keys(wanted.packages).filter((name) => name !== '');
  return (
    Object.keys(there.packages).every((name) => name in wanted.packages) &&
    names.every((name) => {
      const [want, have] = [wanted.packages[name], there.packages[name]];
      return have ? have.version === want?.version : want?.optional === true || want?.devOptional === true;
    })
  );
}

/** npm as whoever called us runs it, else the one on the path. @param {NodeJS.ProcessEnv} env */
function npm(env) {
  const script = env.npm_execpath;
  return script?.endsWith('.js') || script?.endsWith('.cjs')
    ? { program: process.execPath, first: [script] }
    : { program: 'npm', first: [] };
}

/**
 * Building needs the devDependencies too, so NODE_ENV=production must not leave them out.
 * @param {string} root @param {{ env: NodeJS.ProcessEnv, say: (text: string) => void }} world
 */
export async function provideDependencies(root, { env, say }) {
  if (isInstalled(root)) return false;
  say('Installing the packages of package-lock.json');
  const { program, first } = npm(env);
  const { code } = await run(program, [...first, 'ci', '--include=dev', '--loglevel=error'], {
    cwd: root,
    env,
    show: true,
  });
  if (code !== 0)
    throw new SetupFault(
      `npm ci failed (code ${code}); what it said stands above. Is the package registry within reach?`,
    );
  return true;
}
