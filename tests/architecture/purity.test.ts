// shared/ has no clock and no dice, and no file of the project knows where it was written.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

function filesUnder(folder: string, wanted: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Comments may speak of clocks. */
const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

const impure =
  /\bDate\.now\b|\bMath\.random\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\s*\.\s*now\b|\bTemporal\.Now\b|\bcrypto\.(?:randomUUID|getRandomValues)\b/;

function impurities(code: string): string[] {
  return impure.exec(withoutComments(code))?.slice(0, 1) ?? [];
}

test.each([
  'const t = Date.now();',
  'Math.random()',
  'new Date( )',
  'performance.now()',
  'Temporal.Now.instant()',
  'Date()',
])('%s is seen', (code) => expect(impurities(code)).toHaveLength(1));

test.each(['new Date(at)', '// Date.now() is the caller’s', '/** no Math.random() here */', 'Date.parse(text)'])(
  '%s is not',
  (code) => expect(impurities(code)).toEqual([]),
);

test('shared/ has no clock and no randomness', () => {
  const found = filesUnder('shared', /\.ts$/).flatMap((file) =>
    impurities(readFileSync(file, 'utf8')).map((what) => `${file}: ${what}`),
  );
  expect(found).toEqual([]);
});

/** Spelt in pieces, so that this file doesn't find itself. */
const places = [
  ['/wo', 'rk/'],
  ['/fa', 'rm/'],
  ['registry', '.npmjs'],
  ['registry', '.yarnpkg'],
  ['npm', 'mirror'],
  ['deb.', 'debian.org'],
  ['/ro', 'ot/.'],
].map((parts) => parts.join(''));

test('no file names a path of a machine or a registry’s host', () => {
  const folders = ['shared', 'server', 'client', 'tests', 'docs', '.ci'].flatMap((folder) => filesUnder(folder, /./));
  const top = readdirSync('.', { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && !['.env', '.git'].includes(entry.name) ? [entry.name] : [],
  );
  const found = [...folders, ...top].flatMap((file) => {
    const content = readFileSync(file, 'utf8');
    return places.filter((name) => content.includes(name)).map((name) => `${file}: ${name}`);
  });
  expect(found).toEqual([]);
});
