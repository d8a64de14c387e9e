// package-lock.json must be one that `npm ci` accepts, also after an install from a registry without other platforms' packages.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { absentPlatforms, withPlatforms } from '../../../server/setup/steps/lock-platforms.mjs';
import type { LockFile } from '../../../server/setup/steps/lock-platforms.mjs';

test('the lock file has every platform’s packages (else: node server/setup/complete-lock.mjs)', () => {
  expect(absentPlatforms(JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile)).toEqual([]);
});

test('what is absent is added with its platform, once, and nothing else changes', () => {
  const wanted = {
    '@a/binding-darwin-arm64': '1.0.0',
    '@a/linux-x64-musl': '1.0.0',
    '@a/linux-x64-gnu': '1.0.0',
    '@a/win32-ia32-msvc': '1.0.0',
  };
  const lock: LockFile = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0', dev: true, optionalDependencies: wanted },
      'node_modules/a/node_modules/@a/linux-x64-gnu': { version: '1.0.0' },
      'node_modules/b/node_modules/a': { version: '1.0.0', optionalDependencies: { '@a/linux-x64-musl': '1.0.0' } },
    },
  };
  const whole = withPlatforms(lock);
  expect(whole.packages).toEqual({
    ...lock.packages,
    'node_modules/@a/binding-darwin-arm64': {
      version: '1.0.0',
      dev: true,
      optional: true,
      os: ['darwin'],
      cpu: ['arm64'],
    },
    'node_modules/@a/linux-x64-musl': expect.objectContaining({
      optional: true,
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
    }) as unknown,
    'node_modules/@a/win32-ia32-msvc': { version: '1.0.0', dev: true, optional: true, os: ['win32'], cpu: ['ia32'] },
  });
  expect(absentPlatforms(whole)).toEqual([]);
});

test('an unknown kind of package is refused, not guessed at', () => {
  const lock = { packages: { 'node_modules/a': { optionalDependencies: { 'fast-thing': '^1.0.0' } } } };
  expect(() => withPlatforms(lock)).toThrow('fast-thing@^1.0.0 is not recognised');
});
