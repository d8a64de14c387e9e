// The single writer: the order of things when storing fails, when many speak at once, and when a log cannot be read.
import { describe, expect, test } from 'vitest';
import { Fault } from '../../../server/faults.ts';
import type { FactStore, WorkshopSummary } from '../../../server/ports.ts';
import { WorkshopRoom } from '../../../server/workshops/workshop-room.ts';
import { id, type CommandId, type WorkshopId } from '../../../shared/kernel/ids.ts';
import { replay } from '../../../shared/workshop/decider.ts';
import type { Entry } from '../../../shared/workshop/workshop.ts';
import { entry, summary } from '../../contracts/stores.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const workshop = id<WorkshopId>('w1');
const host = { kind: 'host' } as const;
const title = (en: string) => ({ type: 'brief/revise', brief: { title: { en } } }) as const;
const named = (text: string): CommandId => id<CommandId>(text);

/** A store in memory whose appends can be held back, or fail before or after writing. */
class DoubtfulStore implements FactStore {
  entries: Entry[] = [entry(1, [{ type: 'brief/revised', brief: { title: { en: 'T' } } }])];
  summary: WorkshopSummary = summary(workshop);
  mood: 'well' | 'fails' | 'writes and fails' = 'well';
  gate: Promise<void> = Promise.resolve();
  create(): Promise<void> {
    return Promise.reject(new Error('not asked for here'));
  }
  async append(_workshop: WorkshopId, entries: readonly Entry[], latest: WorkshopSummary): Promise<void> {
    await this.gate;
    if (this.mood === 'fails') throw new Fault('store/unavailable', 'away');
    this.entries = [...this.entries, ...entries];
    this.summary = latest;
    if (this.mood === 'writes and fails') throw new Fault('store/unavailable', 'away');
  }
  box() {
    return Promise.resolve([]);
  }
  load(asked: WorkshopId) {
    return Promise.resolve(asked === workshop ? { summary: this.summary, entries: this.entries } : null);
  }
  list() {
    return Promise.resolve([this.summary]);
  }
}

const openRoom = async (facts: DoubtfulStore) => {
  const faults: unknown[] = [];
  const room = await WorkshopRoom.open(workshop, {
    facts,
    clock: createManualClock(),
    onFault: (fault) => faults.push(fault),
  });
  if (!room) throw new Error('no room');
  const heard: number[] = [];
  room.listen(({ seq }) => heard.push(seq));
  return { room, faults, heard };
};

describe('several at once', () => {
  const together = (...texts: readonly string[]) => texts.map((text) => ({ id: named(text), command: title(text) }));

  test('given one of them is refused, when sent, then the others are stored in one go and announced in order', async () => {
    const facts = new DoubtfulStore();
    const { room, faults, heard } = await openRoom(facts);
    const [a, b] = together('a', 'b');
    const refused = { id: named('x'), command: { type: 'agenda/endItem' } as const };
    let appends = 0;
    const append = facts.append.bind(facts);
    facts.append = (...given) => ((appends += 1), append(...given));
    await room.dispatchTogether(host, [a!, refused, b!]);
    expect([appends, heard, room.seq, room.state.brief.title]).toEqual([1, [2, 3], 3, { en: 'b' }]);
    expect(facts.entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(room.state).toEqual(replay(facts.entries));
    expect(await room.dispatch(host, named('b'), title('b'))).toMatchObject({ ok: true, seq: 3 });
    expect(faults).toEqual([]);
  });

  test('given storing fails before or after writing, when sent, then what the log holds is what happened', async () => {
    for (const mood of ['fails', 'writes and fails'] as const) {
      const facts = new DoubtfulStore();
      const { room, faults, heard } = await openRoom(facts);
      facts.mood = mood;
      await room.dispatchTogether(host, together('a', 'b'));
      expect([heard, faults.length]).toEqual([[], 1]);
      facts.mood = 'well';
      await room.dispatch(host, named('c'), title('c'));
      expect(heard).toEqual(mood === 'fails' ? [2] : [2, 3, 4]);
      expect(room.state).toEqual(replay(facts.entries));
    }
  });
});

describe('storing', () => {
  test('given storing takes its time, when a command is sent, then nothing is announced or seen before it is stored', async () => {
    const facts = new DoubtfulStore();
    const { room, heard } = await openRoom(facts);
    let release = (): void => undefined;
    facts.gate = new Promise((resolve) => (release = resolve));
    const reply = room.dispatch(host, named('a'), title('A'));
    await new Promise((resolve) => setImmediate(resolve));
    expect([heard, room.state.brief.title.en]).toEqual([[], 'T']);
    release();
    expect(await reply).toMatchObject({ ok: true, seq: 2 });
    expect([heard, room.state.brief.title.en]).toEqual([[2], 'A']);
  });

  test('given storing fails, when a command is sent, then nothing happened, and the same id works once it is well', async () => {
    const facts = new DoubtfulStore();
    const { room, heard, faults } = await openRoom(facts);
    facts.mood = 'fails';
    expect(await room.dispatch(host, named('a'), title('A'))).toEqual({
      ok: false,
      error: { code: 'protocol/unavailable' },
    });
    expect([room.state.brief.title.en, heard, faults.length]).toEqual(['T', [], 1]);
    facts.mood = 'well';
    expect(await room.dispatch(host, named('a'), title('A'))).toMatchObject({ ok: true, seq: 2 });
    expect(heard).toEqual([2]);
  });

  test('given it was written but reported as failed, when the id comes again, then it happened once and all hear of it', async () => {
    const facts = new DoubtfulStore();
    const { room, heard } = await openRoom(facts);
    facts.mood = 'writes and fails';
    expect(await room.dispatch(host, named('a'), title('A'))).toMatchObject({ ok: false });
    facts.mood = 'well';
    expect(await room.dispatch(host, named('a'), title('A'))).toMatchObject({ ok: true, seq: 2 });
    expect(await room.dispatch(host, named('b'), title('B'))).toMatchObject({ ok: true, seq: 3 });
    expect(heard).toEqual([2, 3]);
    expect(room.state).toEqual(replay(facts.entries));
  });

  test('given many commands at once, when they are decided, then one after the other, dense and in order of arrival', async () => {
    const facts = new DoubtfulStore();
    const { room, heard } = await openRoom(facts);
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, i) => room.dispatch(host, named(`c${i}`), title(`T${i}`))),
    );
    expect(replies.map((reply) => reply.ok && reply.seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 2));
    expect(heard).toHaveLength(50);
    expect(facts.entries.map(({ cause }) => cause).slice(1)).toEqual(Array.from({ length: 50 }, (_, i) => `c${i}`));
    expect(room.state).toEqual(replay(facts.entries));
  });

  test('given a listener that throws, when an entry comes, then the others hear it and the sender is answered', async () => {
    const { room, faults } = await openRoom(new DoubtfulStore());
    room.listen(() => {
      throw new Error('broken listener');
    });
    const heard: number[] = [];
    room.listen(({ seq }) => heard.push(seq));
    expect(await room.dispatch(host, named('a'), title('A'))).toMatchObject({ ok: true });
    expect([heard, faults.length]).toEqual([[2], 1]);
  });

  test('given a command that changes nothing, when it is sent, then accepted and nothing is written', async () => {
    const facts = new DoubtfulStore();
    const { room } = await openRoom(facts);
    const setDoor = { type: 'lobby/setDoor', door: room.state.lobby.door } as const;
    expect(await room.dispatch(host, named('a'), setDoor)).toMatchObject({ ok: true, seq: 1 });
    expect(facts.entries).toHaveLength(1);
  });
});

describe('loading', () => {
  test('given a log with a gap, when it is opened, then store/damaged', async () => {
    const facts = new DoubtfulStore();
    facts.entries = [...facts.entries, entry(3)];
    await expect(openRoom(facts)).rejects.toMatchObject({ code: 'store/damaged' });
  });

  test('given an entry of a newer version, when it is opened, then store/newerVersion', async () => {
    const facts = new DoubtfulStore();
    facts.entries = [...facts.entries, { ...entry(2), v: 99 }];
    await expect(openRoom(facts)).rejects.toMatchObject({ code: 'store/newerVersion' });
  });
});
