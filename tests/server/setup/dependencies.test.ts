// Is what stands in node_modules what the lock file asks for?
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isInstalled } from '../../../server/setup/steps/dependencies.mjs';
import { temporaryFolder } from '../../support/temporary-folder.ts';

type Packages = Record<string, { version: string; optional?: boolean }>;
const a = { 'node_modules/a': { version: '1.0.0' } };

test.each<[string, Packages, Packages | undefined, boolean]>([
  ['a fresh clone', a, undefined, false],
  ['the same packages', a, a, true],
  ['another version', a, { 'node_modules/a': { version: '1.0.1' } }, false],
  [
    'a package missing, as after an install without devDependencies',
    { ...a, 'node_modules/b': { version: '2.0.0' } },
    a,
    false,
  ],
  ['a package too many', a, { ...a, 'node_modules/b': { version: '2.0.0' } }, false],
  ["another platform's optional package", { ...a, 'node_modules/win': { version: '1.0.0', optional: true } }, a, true],
])('%s', (_, wanted, there, answer) => {
  const root = temporaryFolder();
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': { version: '0.0.0' }, ...wanted } }));
  mkdirSync(join(root, 'node_modules'));
  if (there) writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: there }));
  expect(isInstalled(root)).toBe(answer);
});
