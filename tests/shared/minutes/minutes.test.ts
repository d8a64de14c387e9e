// Minutes: everything on the record, in agenda order, with the log's times; nothing of what was off the record.
import { describe, expect, test } from 'vitest';
import { textOfBlocks } from '../../../shared/document/text.ts';
import { id, instant, type BlockId } from '../../../shared/kernel/ids.ts';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import { compileMinutes } from '../../../shared/minutes/compile.ts';
import { minutesDocument } from '../../../shared/minutes/to-document.ts';
import { dayAndTimes } from '../../../shared/minutes/when.ts';
import type { Block } from '../../../shared/notes/blocks.ts';
import {
  addItem,
  by,
  door,
  given,
  item,
  knock,
  liveWorkshop,
  person,
  seat,
  step,
} from '../../support/workshop-spec.ts';
import { fileAt, workshopOf } from '../../support/workshop-from-file.ts';

const minute = 60_000;
const note = (name: string, of: string | null, over: Partial<Block> & Pick<Block, 'kind'>): Block =>
  ({ id: id<BlockId>(name), item: of === null ? null : item(of), text: name, ...over }) as Block;

const heldSteps = [
  knock('chair', 'chair'),
  knock('ann', 'speaker'),
  step({ type: 'participants/arrive', seat: seat('chair') }, door, 0),
  step({ type: 'participants/arrive', seat: seat('ann') }, door, 2 * minute),
  addItem('one', { title: { en: 'Opening words' }, minutes: 10 }),
  addItem('two', { title: { en: 'Behind closed doors' }, offTheRecord: true }),
  addItem('three', { title: { en: 'Never reached' } }),
  step({ type: 'agenda/begin', item: item('one') }, by('chair'), 5 * minute),
  step({ type: 'floor/give', seat: seat('ann') }, by('chair'), 6 * minute),
  step({ type: 'floor/takeBack' }, by('chair'), 9 * minute),
  step({ type: 'agenda/begin', item: item('two') }, by('chair'), 17 * minute),
  step({ type: 'floor/give', seat: seat('ann') }, by('chair'), 18 * minute),
  step({ type: 'session/end' }, by('chair'), 25 * minute),
];
const held = given(...heldSteps);

const board = {
  blocks: [
    note('Agreed first', 'one', { kind: 'decision' }),
    note('Write the report', 'one', { kind: 'action', owner: person('p-ann'), due: '2026-12-01' }),
    note('Somebody should call', 'one', { kind: 'action', owner: null, due: null }),
    note('A secret', 'two', { kind: 'statement', person: person('p-ann') }),
    note('In passing', null, { kind: 'prose' }),
  ],
};

describe('compiled minutes', () => {
  const minutes = compileMinutes(held.state, board, instant(999 * minute));

  test('tell talk times of what was on the record, in both languages, without who opted out', () => {
    const tables = (state: typeof held.state) => {
      const compiled = compileMinutes(state, board, instant(999 * minute));
      return LANGUAGES.map((language) => textOfBlocks(minutesDocument(state, compiled, language).blocks));
    };
    const [english = '', chinese = ''] = tables(held.state);
    expect(minutes.talkTimes.people).toEqual([{ key: 'p-ann', ms: 3 * minute, speeches: 1 }]);
    expect(english).toMatch(/Talk times[\s\S]*Person[\s\S]*ann[\s\S]*3 min/);
    expect(chinese).toMatch(/发言时间[\s\S]*个人[\s\S]*ann[\s\S]*3 分钟/);
    const out = step({ type: 'attendance/optOut', out: true }, by('ann'), 26 * minute);
    const without = given(...heldSteps, out).state;
    const compiled = compileMinutes(without, board, instant(999 * minute));
    expect([compiled.talkTimes.people, compiled.attendees.map((one) => one.person)]).toEqual([[], ['p-chair']]);
  });

  test('hold planned and actual times, and who spoke for how long', () => {
    expect(minutes.items.map(({ number, plannedMs, actual }) => ({ number, plannedMs, actual }))).toEqual([
      { number: 1, plannedMs: 10 * minute, actual: { from: 5 * minute, ms: 12 * minute } },
      { number: 2, plannedMs: 10 * minute, actual: { from: 17 * minute, ms: 8 * minute } },
      { number: 3, plannedMs: 10 * minute, actual: null },
    ]);
    expect(minutes.items[0]?.speakers).toEqual([{ person: 'p-ann', ms: 3 * minute }]);
  });

  test('count who was there within the session, the chair first', () => {
    expect(minutes.attendees).toEqual([
      { person: 'p-chair', role: 'chair', presentMs: 20 * minute },
      { person: 'p-ann', role: 'speaker', presentMs: 20 * minute },
    ]);
  });

  test('keep nothing of an item off the record, neither notes nor who spoke', () => {
    expect(minutes.items[1]).toMatchObject({ offTheRecord: true, notes: [], speakers: [] });
    for (const language of LANGUAGES) {
      const document = minutesDocument(held.state, minutes, language);
      expect(textOfBlocks(document.blocks)).not.toContain('A secret');
    }
  });

  test('list decisions and actions, and what an action lacks', () => {
    expect(minutes.decisions.map(({ text }) => text)).toEqual(['Agreed first']);
    expect(minutes.actions.map(({ owner, due }) => [owner, due])).toEqual([
      ['p-ann', '2026-12-01'],
      [null, null],
    ]);
    expect(minutes.gaps).toEqual([
      { code: 'actionWithoutOwner', block: 'Somebody should call', text: 'Somebody should call' },
      { code: 'actionWithoutDue', block: 'Somebody should call', text: 'Somebody should call' },
    ]);
  });

  test('while it goes on, end with now', () => {
    const going = compileMinutes(
      given(liveWorkshop, step({ type: 'agenda/begin', item: item('one') }, by('chair'), minute)).state,
      { blocks: [] },
      instant(4 * minute),
    );
    expect(going.items[0]?.actual?.ms).toBe(3 * minute);
    expect(going.endedAt).toBeNull();
  });
});

describe('the document of the demo workshop', () => {
  const { state, board: notes } = workshopOf(fileAt('server/demo/first-online-workshop.json'));
  const minutes = compileMinutes(state, notes, instant(0));

  test.each(LANGUAGES)(
    'in %s has every note on the record once under its item, and every person with a position',
    (language) => {
      const text = textOfBlocks(minutesDocument(state, minutes, language).blocks);
      for (const block of notes.blocks) {
        if (block.text === '') continue;
        const listedTwice = block.kind === 'decision' || block.kind === 'consensus' || block.kind === 'action';
        expect(text.split(block.text).length - 1, block.text).toBe(listedTwice ? 2 : 1);
      }
      expect(text).not.toMatch(/undefined|\{\w+\}/);
    },
  );

  test('says the day in the zone of the event', () => {
    expect(
      dayAndTimes(instant(Date.UTC(2020, 2, 26, 6)), instant(Date.UTC(2020, 2, 26, 8)), 'Asia/Shanghai', 'en'),
    ).toBe('March 26, 2020, 14:00–16:00 (Asia/Shanghai, UTC+08:00)');
    expect(dayAndTimes(instant(Date.UTC(2020, 2, 26, 6)), null, 'Asia/Shanghai', 'zh-Hans')).toBe(
      '2020年3月26日 14:00（Asia/Shanghai，UTC+08:00）',
    );
  });
});
