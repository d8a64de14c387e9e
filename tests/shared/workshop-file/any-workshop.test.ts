// Whatever commands were accepted and whatever stands on the board: the workshop can be written to a file, and the file can be read.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id, instant, type AgendaItemId, type CommandId } from '../../../shared/kernel/ids.ts';
import { BLOCK_KINDS, type Board } from '../../../shared/notes/blocks.ts';
import { readBoard } from '../../../shared/notes/read-board.ts';
import { commandSchema } from '../../../shared/protocol/command-schemas.ts';
import { decide, evolveEntry, initialState } from '../../../shared/workshop/decider.ts';
import { LOG_VERSION, type Entry, type WorkshopState } from '../../../shared/workshop/workshop.ts';
import { fromState } from '../../../shared/workshop-file/from-state.ts';
import { readWorkshopFile } from '../../../shared/workshop-file/read.ts';
import { hostileValue } from '../../support/mutated.ts';
import { aStory, tell, type RandomStep } from '../../support/random-workshop.ts';

const NOBODY_WROTE: Board = { blocks: [] };

/** No workshop is founded without a title. */
const TITLED: RandomStep = {
  command: { type: 'brief/revise', brief: { title: { en: 'T' } } },
  by: { kind: 'host' },
  after: 0,
};
const aTitledStory = aStory.map((story) => tell([TITLED, ...story]));

const faultsOf = (state: WorkshopState, entries: readonly Entry[], board: Board) => {
  const reading = readWorkshopFile(JSON.stringify(fromState(state, entries, board)));
  return reading.ok ? [] : reading.faults;
};

describe('any workshop', () => {
  it('is written and read back, whatever happened in it', () => {
    fc.assert(
      fc.property(aTitledStory, ({ states, entries }) => {
        expect(faultsOf(states.at(-1) ?? initialState, entries, NOBODY_WROTE)).toEqual([]);
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  it('is written and read back with every text and list as long as a command may carry', () => {
    const local = (length: number) => ({ en: 'x'.repeat(length), 'zh-Hans': '字'.repeat(length) });
    const organizations = Array.from({ length: 50 }, (_, n) => `o${n}`);
    const name = { asWritten: 'x'.repeat(200), latin: { given: 'x'.repeat(200), order: 'given-first' } };
    const commands = [
      ...organizations.map((one) => ({
        type: 'roster/putOrganization',
        organization: { id: one, name: local(300), abbreviation: local(60) },
      })),
      {
        type: 'roster/putPerson',
        person: {
          id: 'p',
          name,
          positions: organizations.slice(0, 8).map((organization) => ({ title: local(200), organization })),
        },
      },
      {
        type: 'brief/revise',
        brief: {
          title: local(300),
          series: { name: local(300), ordinal: 9999 },
          timeZone: 'Asia/Shanghai',
          startsAt: 0,
          endsAt: 7_258_118_400_000,
          hosts: organizations,
          coHosts: organizations,
          supporters: organizations,
          purpose: local(1000),
          background: organizations.map(() => ({ text: local(1000), source: local(300) })),
          about: local(2000),
          programme: local(300),
          themes: Array.from({ length: 12 }, () => local(100)),
          capacity: 10_000,
          doors: { guests: 1440, speakers: 1440, closing: 1440 },
          consentPolicy: { recording: 'require', quote: 'obtained' },
        },
      },
      ...Array.from({ length: 100 }, (_, n) => ({
        type: 'agenda/add',
        item: `a${n}`,
        plan: {
          kind: 'discussion',
          title: local(300),
          topic: local(500),
          minutes: 600,
          presenters: organizations.map((organization) => ({ kind: 'organization', organization })),
          offTheRecord: true,
        },
      })),
    ];
    let state = initialState;
    const entries: Entry[] = [];
    for (const command of commands) {
      const context = { by: { kind: 'host' as const }, at: instant(1), cause: id<CommandId>(`c${entries.length}`) };
      const decision = decide(state, commandSchema.parse(command), context);
      if (!decision.ok) throw new Error(decision.refusal.code);
      const entry: Entry = { seq: entries.length + 1, v: LOG_VERSION, events: decision.events, ...context };
      state = evolveEntry(state, entry);
      entries.push(entry);
    }
    expect(faultsOf(state, entries, NOBODY_WROTE)).toEqual([]);
    const reading = readWorkshopFile(JSON.stringify(fromState(state, entries, NOBODY_WROTE)));
    expect(reading).toMatchObject({ file: { brief: { consentPolicy: { recording: 'require', quote: 'obtained' } } } });
  });

  it('is written and read back with any board that Yjs may hold, and nothing invisible in it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('a\tb', 'a\u202eb', '\u0000', '\u0007', ' ', '\ud800', 'x'.repeat(25_000), 'é'),
    );
    const block = fc.record({
      type: fc.constantFrom(...BLOCK_KINDS, 'paragraph'),
      attrs: fc.record(
        {
          blockId: fc.constantFrom('b1', 'b2', '__proto__', 'constructor'),
          person: fc.oneof(fc.constantFrom('p-ann', 'nobody'), hostileValue),
          owner: fc.oneof(fc.constantFrom('p-ann', 'nobody'), hostileValue),
          due: fc.oneof(fc.constant('2026-03-26'), hostileValue),
          source: fc.oneof(text, hostileValue),
          credit: fc.oneof(text, hostileValue),
          file: hostileValue,
          place: hostileValue,
        },
        { requiredKeys: [] },
      ),
      content: fc.array(
        text.map((one) => ({ type: 'text', text: one })),
        { maxLength: 2 },
      ),
    });
    const fragments = fc.dictionary(
      fc.constantFrom('one', 'two', 'gone', 'general'),
      fc.array(block, { maxLength: 5 }).map((content) => ({ type: 'doc', content })),
    );
    fc.assert(
      fc.property(aTitledStory, fragments, ({ states, entries }, json) => {
        const ended = endedOf(states.at(-1) ?? initialState);
        const board = readBoard(json, ['one' as AgendaItemId, 'two' as AgendaItemId]);
        expect(faultsOf(ended, entries, board)).toEqual([]);
        // eslint-disable-next-line no-control-regex -- what must not be there
        for (const { text: words } of board.blocks)
          expect(words).not.toMatch(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 150, seed: 6 },
    );
  });
});

/** The board is written with what was held, so the workshop has to be over. */
const endedOf = (state: WorkshopState): WorkshopState => {
  const end = (now: WorkshopState, type: 'session/begin' | 'session/end'): WorkshopState => {
    const context = { by: { kind: 'host' as const }, at: instant(100_000_000), cause: id<CommandId>('end') };
    const decision = decide(now, { type }, context);
    return decision.ok ? evolveEntry(now, { seq: 1, v: LOG_VERSION, events: decision.events, ...context }) : now;
  };
  return end(state.session.phase === 'scheduled' ? end(state, 'session/begin') : state, 'session/end');
};
