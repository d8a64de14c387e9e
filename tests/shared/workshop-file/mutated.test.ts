// A workshop file made wrong in a few places: either every fault is told with its line, or it is a workshop that can be written, told and exported.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instant, type CommandId } from '../../../shared/kernel/ids.ts';
import { readBoard } from '../../../shared/notes/read-board.ts';
import { compose } from '../../../shared/update/compose.ts';
import { toHtml } from '../../../shared/update/renderers/to-html.ts';
import { toMarkdown } from '../../../shared/update/renderers/to-markdown.ts';
import { fromState } from '../../../shared/workshop-file/from-state.ts';
import { readWorkshopFile, type FileReading } from '../../../shared/workshop-file/read.ts';
import { toCommands } from '../../../shared/workshop-file/to-commands.ts';
import { decide, evolveEntry, initialState } from '../../../shared/workshop/decider.ts';
import { LOG_VERSION, type Entry } from '../../../shared/workshop/workshop.ts';
import { mutated, mutatedText } from '../../support/mutated.ts';

const text = readFileSync(new URL('../../../server/demo/first-online-workshop.json', import.meta.url), 'utf8');
const NOW = instant(1_800_000_000_000);

/** What the import does with it; null when a command is refused, by its code. */
const run = (file: Extract<FileReading, { ok: true }>['file'], mode: 'held' | 'again') => {
  let minted = 0;
  const { commands, boardJson } = toCommands(file, mode, () => `m${++minted}`, NOW);
  let state = initialState;
  const entries: Entry[] = [];
  for (const { command, at, by } of commands) {
    const cause = `c${entries.length}` as CommandId;
    const decision = decide(state, command, { by, at, cause });
    if (!decision.ok) return decision.refusal.code;
    if (decision.events.length === 0) continue;
    entries.push({ seq: entries.length + 1, at, by, cause, v: LOG_VERSION, events: decision.events });
    state = evolveEntry(state, entries.at(-1)!);
  }
  return { state, entries, board: readBoard(boardJson, state.agenda.order) };
};

const check = (content: string): 'read' | 'refused' | 'faults' => {
  const reading = readWorkshopFile(content);
  if (!reading.ok) {
    const lines = content.split('\n');
    expect(reading.faults.length).toBeGreaterThan(0);
    for (const { path, line, column, code } of reading.faults) {
      expect(code).toMatch(/^file\/[a-zA-Z]+$/);
      expect(typeof path).toBe('string');
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeGreaterThanOrEqual(1);
      expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
    }
    return 'faults';
  }
  let outcome: 'read' | 'refused' = 'read';
  for (const mode of ['held', 'again'] as const) {
    const workshop = run(reading.file, mode);
    if (typeof workshop === 'string') {
      expect(workshop).toMatch(/^[a-z]+\/[a-zA-Z]+$/);
      outcome = 'refused';
      continue;
    }
    for (const language of ['en', 'zh-Hans'] as const) {
      const article = compose({ ...workshop, language });
      toHtml(article);
      toMarkdown(article);
    }
    // eslint-disable-next-line no-control-regex -- what no door lets in
    expect(JSON.stringify(workshop.state)).not.toMatch(/\\u00[01]|[\u202a-\u202e\u2066-\u2069]/);
    const written = JSON.stringify(fromState(workshop.state, workshop.entries, workshop.board));
    const again = readWorkshopFile(written);
    if (!again.ok) throw new Error(`${mode}: an export that cannot be read: ${JSON.stringify(again.faults)}`);
  }
  return outcome;
};

it('tells every fault with its line, or the file makes a workshop that is told and exported', () => {
  const outcomes = { read: 0, refused: 0, faults: 0 };
  fc.assert(
    fc.property(
      mutated(JSON.parse(text)).map((value) => JSON.stringify(value, null, 2)),
      (content) => void (outcomes[check(content)] += 1),
    ),
    { numRuns: 250, seed: 11 },
  );
  fc.assert(
    fc.property(mutatedText(text), (content) => void (outcomes[check(content)] += 1)),
    { numRuns: 250, seed: 12 },
  );
  // Both ways were walked, or the property has shown nothing.
  expect(outcomes.read).toBeGreaterThan(20);
  expect(outcomes.faults).toBeGreaterThan(250);
});

const SIZE = 1_900_000;
const many = (piece: string): string => piece.repeat(Math.floor(SIZE / piece.length));

it.each([
  ['values', `[${many('0,')}0]`, 'file/tooLarge'],
  ['objects', `[${many('{"a":0},')}0]`, 'file/tooLarge'],
  ['brackets', many('['), 'file/tooDeep'],
  ['unknown keys', `{${Array.from({ length: 150_000 }, (_, n) => `"k${n}":0`).join(',')}}`, 'file/otherFormat'],
  ['escaped characters', `"${many('\\u0041')}"`, 'file/wrongValue'],
  ['escaped quotation marks', `"${many('\\"')}"`, 'file/wrongValue'],
  ['escapes without an end', `"${many('\\\\')}`, 'file/notJson'],
  ['digits', many('1'), 'file/notJson'],
  ['empty lines', many('\n'), 'file/notJson'],
  ['characters in two pieces', JSON.stringify({ brief: { title: { en: many('e\u0301') } } }), 'file/otherFormat'],
  ['too much of anything', ' '.repeat(4_000_001), 'file/tooLarge'],
])('answers a file of nothing but %s with its fault', (_what, content, code) => {
  const reading = readWorkshopFile(content);
  expect(reading.ok ? [] : reading.faults.map((fault) => fault.code)).toContain(code);
  expect(reading.ok ? 0 : reading.faults.length).toBeLessThanOrEqual(50);
});
