// What is missing on a machine: installed as root on Debian, else told with the exact command.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isDebianLike, missing, provideNeeds } from '../../../server/setup/steps/needs.mjs';
import type { Machine } from '../../../server/setup/steps/needs.mjs';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const needs = [
  { package: 'meson', command: 'meson' },
  { package: 'libuv1-dev', library: 'libuv' },
  { package: 'postgresql', file: '/no/such/*/bin/initdb' },
];

interface Wishes {
  readonly isRoot?: boolean;
  readonly isDebian?: boolean;
  /** Runs in place of apt-get install. */
  readonly install?: () => void;
}

/** A machine with nothing on it: each program it is asked for is written down. */
function bareMachine({ isRoot = true, isDebian = true, install }: Wishes) {
  const bin = temporaryFolder();
  const asked: string[] = [];
  const said: string[] = [];
  const machine: Machine = {
    env: { PATH: bin },
    isRoot,
    isDebian,
    say: (text) => void said.push(text),
    run: (program, args) => {
      if (program === 'apt-get') asked.push(`${program} ${args.join(' ')}`);
      if (args[0] === 'install') install?.();
      return Promise.resolve({ code: program === 'apt-get' || install === undefined ? 0 : 1, output: '' });
    },
  };
  return { bin, asked, said, machine };
}

test.each([
  ['ID=debian', true],
  ['ID=ubuntu\nID_LIKE=debian', true],
  ['ID=linuxmint\nID_LIKE="ubuntu debian"', true],
  ['ID=fedora', false],
  ['', false],
])('%j is told apart', (release, answer) => {
  expect(isDebianLike(release)).toBe(answer);
});

test('a command, a library and a file behind a version are found where they are', async () => {
  const { bin, machine } = bareMachine({});
  mkdirSync(join(bin, '15', 'bin'), { recursive: true });
  writeFileSync(join(bin, '15', 'bin', 'initdb'), '');
  writeFileSync(join(bin, 'meson'), '');
  const there = [...needs.slice(0, 2), { package: 'postgresql', file: join(bin, '*/bin/initdb') }];
  expect(await missing(there, machine)).toEqual([]);
  const answers = { ...machine, run: () => Promise.resolve({ code: 1, output: '' }) };
  expect((await missing(needs, answers)).map((need) => need.package)).toEqual(['libuv1-dev', 'postgresql']);
});

describe('missing packages', () => {
  const lacking = [
    { package: 'meson', command: 'meson' },
    { package: 'ninja-build', command: 'ninja' },
  ];

  test('not root: one message with the exact command, and nothing is run', async () => {
    const { machine, asked } = bareMachine({ isRoot: false });
    await expect(provideNeeds('build the media worker', lacking, machine)).rejects.toThrow(
      'To build the media worker, this machine still needs some packages. Run this, then the same command again:\n' +
        '  sudo apt-get update && sudo apt-get install -y --no-install-recommends meson ninja-build',
    );
    expect(asked).toEqual([]);
  });

  test('not Debian: what is missing by name', async () => {
    const { machine, asked } = bareMachine({ isDebian: false });
    await expect(provideNeeds('build', lacking, machine)).rejects.toThrow('this machine still needs: meson, ninja.');
    expect(asked).toEqual([]);
  });

  test('root: one update, one install of what is missing only', async () => {
    const { machine, asked, said, bin } = bareMachine({ install: () => writeFileSync(join(bin, 'ninja'), '') });
    writeFileSync(join(bin, 'meson'), '');
    await provideNeeds('build', lacking, machine);
    expect(asked).toEqual(['apt-get update -q', 'apt-get install -y -q --no-install-recommends ninja-build']);
    expect(said).toEqual(['Installing what is needed to build: ninja-build']);
    await provideNeeds('build', lacking, machine);
    expect(asked).toHaveLength(2);
  });

  test('root, and the install did not bring it', async () => {
    const { machine } = bareMachine({});
    await expect(provideNeeds('build', lacking, machine)).rejects.toThrow(
      'Installed, and yet not found: meson ninja-build.',
    );
  });
});
