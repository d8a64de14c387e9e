// The book of rules and the tests name each other: no rule without a test, no test of a rule that is not written.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const RULE = /^- \*\*([A-Z]\d+)\*\*/gm;
const TITLE = /\btest\(\s*['"`]((?:\[[A-Z]\d+\])+)/g;

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const testsIn = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => read(`${folder}${name}`));

const rules = [...read('../../../shared/workshop/SPEC.md').matchAll(RULE)].map(([, rule]) => rule);
const tested = [...testsIn('./'), ...testsIn('../sync/')].flatMap((text) =>
  [...text.matchAll(TITLE)].flatMap(([, ids]) => [...(ids ?? '').matchAll(/[A-Z]\d+/g)].map(([rule]) => rule)),
);

test('every rule has a test', () => {
  expect(rules.length).toBeGreaterThan(60);
  expect(rules.filter((rule) => rule !== undefined && !tested.includes(rule))).toEqual([]);
});

test('every test names a rule that is written', () => {
  expect(tested.filter((rule) => !rules.includes(rule))).toEqual([]);
});

test('no rule has two numbers, no number two rules', () => {
  expect(new Set(rules).size).toBe(rules.length);
});
