// Who may know whom, read from the code; and proof that each rule catches a breach.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { breaches, rightful } from './breaches.ts';
import type { Breach } from './breaches.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const configuration = resolve('.dependency-cruiser.cjs');

function cruise(root: string): readonly Violation[] {
  const sides = ['shared', 'server', 'client'].filter((side) => existsSync(join(root, side)));
  const { stdout, stderr } = spawnSync(process.execPath, [cruiser, '--config', configuration, '-T', 'json', ...sides], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (stdout === '') throw new Error(stderr);
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

/** Writes a file that imports; a path of the tree that it names is written too, unless that is the breach. */
function plant(root: string, [from, to]: Breach, targetExists = true): void {
  const inTree = to.endsWith('.ts');
  const words = inTree ? relative(dirname(from), to) : to;
  mkdirSync(join(root, dirname(from)), { recursive: true });
  writeFileSync(join(root, from), `import '${inTree && !words.startsWith('.') ? `./${words}` : words}';\n`);
  if (!inTree || !targetExists || existsSync(join(root, to))) return;
  mkdirSync(join(root, dirname(to)), { recursive: true });
  writeFileSync(join(root, to), 'export {};\n');
}

function furnish(root: string): string {
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  cpSync('package.json', join(root, 'package.json'));
  return root;
}

test('the code keeps the rules', () => {
  expect(cruise(resolve('.')).map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
});

describe('a planted breach is caught', () => {
  let found: readonly Violation[] = [];

  const root = mkdtempSync(join(tmpdir(), 'plenary-breaches-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  beforeAll(() => {
    furnish(root);
    for (const [rule, breach] of Object.entries(breaches)) plant(root, breach, rule !== 'no-unresolved');
    plant(root, ['shared/kernel/b.ts', 'shared/kernel/a.ts']);
    writeFileSync(join(root, 'server/updates/a.ts'), "import type {} from '../accounts/b.ts';\n");
    found = cruise(root);
  });

  test.each(Object.entries(breaches))('%s', (rule, [from]) => {
    expect(found.filter((one) => one.rule.name === rule).map((one) => one.from)).toContain(from);
  });

  test('for every rule that there is', () => {
    const { forbidden } = createRequire(import.meta.url)(configuration) as { forbidden: { name: string }[] };
    expect(forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(breaches).sort());
  });
});

test('what belongs where it stands is left alone', () => {
  const root = furnish(temporaryFolder());
  for (const right of rightful) plant(root, right);
  // Types may go round inside a folder.
  writeFileSync(join(root, 'server/workshops-a.ts'), "import './workshops-b.ts';\nexport type A = 1;\n");
  writeFileSync(
    join(root, 'server/workshops-b.ts'),
    "import type { A } from './workshops-a.ts';\nexport const b: A = 1;\n",
  );
  expect(cruise(root)).toEqual([]);
});

test('the compiler refuses Node and DOM in shared', () => {
  const words = execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'shared', '--showConfig'], {
    encoding: 'utf8',
  });
  expect(JSON.parse(words)).toMatchObject({ compilerOptions: { lib: ['es2023'], types: [] } });
});
