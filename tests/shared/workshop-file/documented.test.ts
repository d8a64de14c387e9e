// The example that the documentation prints is a file that Plenary reads.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readWorkshopFile } from '../../../shared/workshop-file/read.ts';

const page = readFileSync(fileURLToPath(new URL('../../../docs/workshop-file.md', import.meta.url)), 'utf8');
const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

it('reads the example of docs/workshop-file.md', () => {
  expect(readWorkshopFile(example)).toMatchObject({ ok: true });
});

it('tells a fault in it by path and line', () => {
  const reading = readWorkshopFile(example.replace('"minutes": 30', '"minutes": 0'));
  expect(reading).toMatchObject({ ok: false, faults: [{ path: 'agenda[0].minutes', code: 'file/wrongValue' }] });
  const line = example.split('\n').findIndex((one) => one.includes('"minutes"')) + 1;
  expect(reading.ok ? 0 : reading.faults[0]?.line).toBe(line);
});
