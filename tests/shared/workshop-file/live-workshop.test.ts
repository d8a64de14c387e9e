// A workshop that really ran, with guests from the door and notes under a dropped item, is written to a file that can be read back.
import { describe, expect, it } from 'vitest';
import { instant, type CommandId } from '../../../shared/kernel/ids.ts';
import type { Block } from '../../../shared/notes/blocks.ts';
import type { Actor } from '../../../shared/workshop/actor.ts';
import { decide, evolveEntry, initialState } from '../../../shared/workshop/decider.ts';
import { LOG_VERSION, type Entry, type WorkshopCommand } from '../../../shared/workshop/workshop.ts';
import { fromState } from '../../../shared/workshop-file/from-state.ts';
import { readWorkshopFile } from '../../../shared/workshop-file/read.ts';

const HOST: Actor = { kind: 'host' };
const START = Date.UTC(2026, 2, 26, 6);

const plan = (title: string, offTheRecord = false) => ({
  kind: 'discussion' as const,
  title: { en: title },
  minutes: 10,
  presenters: [],
  offTheRecord,
});

const story = (commands: readonly unknown[]) => {
  const entries: Entry[] = [];
  let state = initialState;
  commands.forEach((command, i) => {
    const context = { by: HOST, at: instant(START + i * 60_000), cause: `c${i}` as CommandId };
    const decision = decide(state, command as WorkshopCommand, context);
    if (!decision.ok) throw new Error(`${i}: ${decision.refusal.code}`);
    const entry: Entry = { seq: entries.length + 1, v: LOG_VERSION, events: decision.events, ...context };
    state = evolveEntry(state, entry);
    entries.push(entry);
  });
  return { state, entries };
};

const guest = (seat: string, name: string, role: string) => ({
  type: 'lobby/knock',
  seat,
  role,
  language: 'en',
  person: { id: `p-${seat}`, name: { asWritten: name }, positions: [{ title: {}, organization: 'nrdc' }] },
  ...(seat === 's1' && { organization: { id: 'nrdc', name: { en: 'NRDC' } } }),
});

describe('a live workshop as a file', () => {
  const { state, entries } = story([
    { type: 'brief/revise', brief: { title: { en: 'Live' }, timeZone: 'Asia/Shanghai' } },
    { type: 'agenda/add', item: 'a', plan: plan('Talk') },
    { type: 'agenda/add', item: 'b', plan: plan('Dropped') },
    { type: 'agenda/add', item: 'c', plan: plan('Dropped and private', true) },
    guest('s1', 'Chen Li', 'chair'),
    guest('s2', 'Mei Wang', 'speaker'),
    { type: 'participants/arrive', seat: 's1' },
    { type: 'participants/arrive', seat: 's2' },
    { type: 'agenda/begin', item: 'a' },
    { type: 'floor/give', seat: 's2' },
    { type: 'floor/takeBack' },
    { type: 'agenda/drop', item: 'b' },
    { type: 'agenda/drop', item: 'c' },
    { type: 'session/end' },
  ]);
  const board = {
    blocks: [
      { id: 'x1', item: 'a', kind: 'decision', text: 'We go on' },
      { id: 'x2', item: 'b', kind: 'nextStep', text: 'We meet again' },
      { id: 'x3', item: 'c', kind: 'decision', text: 'A secret' },
    ] as unknown as Block[],
  };

  it('is written without a fault and read back', () => {
    const text = JSON.stringify(fromState(state, entries, { blocks: board.blocks }));
    const reading = readWorkshopFile(text);
    expect(reading).toMatchObject({ ok: true });
    expect(text).toContain('We meet again');
  });

  it('does not carry what was off the record out of an item that was dropped', () => {
    expect(JSON.stringify(fromState(state, entries, { blocks: board.blocks }))).not.toContain('A secret');
  });
});
