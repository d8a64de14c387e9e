// The store: a wish shows at once, goes out once however often it is sent, and the view ends as the server has it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replicaStore } from '../../../client/store/replica-store.ts';
import type { WorkshopStore } from '../../../client/store/workshop-store.ts';
import { id, type CommandId } from '../../../shared/kernel/ids.ts';
import { viewFor } from '../../../shared/workshop/view-for.ts';
import type { WorkshopCommand } from '../../../shared/workshop/workshop.ts';
import { given, liveWorkshop, seat } from '../../support/workshop-spec.ts';
import { TabletopLine, TabletopServer, type Swallow } from './tabletop-server.ts';

interface Table {
  readonly server: TabletopServer;
  readonly line: TabletopLine;
  readonly store: WorkshopStore;
}

const table = (name = 'ann'): Table => {
  const server = new TabletopServer(given(liveWorkshop));
  const line = new TabletopLine(server, seat(name));
  let minted = 0;
  const store = replicaStore({
    connection: line,
    mint: () => `${name}-${++minted}`,
    monotonic: () => 0,
    wall: () => 0,
  });
  return { server, line, store };
};

const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
const queue = (store: WorkshopStore): readonly string[] =>
  store.view$.get()?.floor.queue.map((hand) => hand.seat) ?? [];

describe('given a workshop that is connected', () => {
  test('a hand shows before the server has answered, and is pending until it has', async () => {
    const { line, store } = table();
    line.up();
    const answer = store.send({ type: 'floor/raiseHand' });
    expect(queue(store)).toEqual(['ann']);
    expect([...store.pending$.get()]).toEqual(['ann-1']);
    expect(await answer).toMatchObject({ ok: true });
    expect([...store.pending$.get()]).toEqual([]);
    expect(queue(store)).toEqual(['ann']);
  });

  test('a refused wish goes from the view, and the sender hears the code', async () => {
    const { server, line, store } = table();
    line.up();
    server.dispatch(seat('chair'), id<CommandId>('c'), { type: 'floor/setOpen', open: false });
    const answer = store.send({ type: 'floor/raiseHand' });
    expect(queue(store)).toEqual(['ann']);
    expect(await answer).toMatchObject({ ok: false, refusal: { code: 'floor/closed' } });
    expect(queue(store)).toEqual([]);
  });

  test('an entry that was lost is asked for as soon as a later one shows the gap', async () => {
    const { server, line, store } = table();
    line.up();
    server.dispatch(seat('bob'), id<CommandId>('b1'), { type: 'floor/raiseHand' });
    const { entry } = server.dispatch(seat('co'), id<CommandId>('b2'), { type: 'floor/raiseHand' });
    if (entry) line.hear(entry);
    await settled();
    expect(line.caughtUp).toHaveLength(1);
    expect(queue(store)).toEqual(['bob', 'co']);
  });

  test('an acknowledged hope stays shown until its entry arrives by another way', async () => {
    const { line, store } = table();
    line.up();
    line.swallow = 'the entry';
    await store.send({ type: 'floor/raiseHand' });
    expect(queue(store)).toEqual(['ann']);
    line.up();
    expect(queue(store)).toEqual(['ann']);
    expect(store.confirmed$.get()?.floor.queue.map((hand) => hand.seat)).toEqual(['ann']);
  });
});

describe('given a line that breaks', () => {
  test('what was sent while away goes out after the next welcome', async () => {
    const { server, line, store } = table();
    line.up();
    line.cut();
    const answer = store.send({ type: 'floor/raiseHand' });
    await settled();
    expect(server.received).toEqual([]);
    line.up();
    expect(await answer).toMatchObject({ ok: true });
    expect(server.state.floor.queue).toHaveLength(1);
  });

  test('a command whose answer was lost is sent again with the same id and counts once', async () => {
    const { server, line, store } = table();
    line.up();
    line.swallow = 'the answer';
    const answer = store.send({ type: 'floor/raiseHand' });
    await settled();
    line.cut();
    line.swallow = 'nothing';
    line.up();
    expect(await answer).toMatchObject({ ok: true });
    expect(server.received).toEqual(['ann-1', 'ann-1']);
    expect(server.state.floor.queue).toHaveLength(1);
    expect(queue(store)).toEqual(['ann']);
  });
});

describe('rights', () => {
  test('they come from the confirmed view, not from what is hoped', async () => {
    const { line, store } = table('ann');
    line.up();
    expect(store.may('floor.raise')).toBe(true);
    expect(store.may('agenda.edit')).toBe(false);
    const other = table('chair');
    other.line.up();
    expect(other.store.may('agenda.edit')).toBe(true);
  });
});

test('whatever is swallowed and cut, after all answers the view is what the server shows this seat', async () => {
  const wishes: readonly WorkshopCommand[] = [
    { type: 'floor/raiseHand' },
    { type: 'floor/lowerHand' },
    { type: 'floor/yield' },
    { type: 'agenda/next' },
    { type: 'floor/raiseHand', topic: 'costs' },
  ];
  const aMoment = fc.record({
    wish: fc.constantFrom(...wishes),
    swallow: fc.constantFrom<Swallow>('nothing', 'the question', 'the answer', 'the entry'),
    cut: fc.boolean(),
    other: fc.constantFrom<WorkshopCommand | null>(null, { type: 'floor/raiseHand' }, { type: 'floor/lowerHand' }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(aMoment, { minLength: 1, maxLength: 15 }), async (moments) => {
      const { server, line, store } = table();
      line.up();
      const answers: Promise<unknown>[] = [];
      let others = 0;
      for (const { wish, swallow, cut, other } of moments) {
        line.swallow = swallow;
        answers.push(store.send(wish));
        if (other) server.dispatch(seat('bob'), id<CommandId>(`bob-${++others}`), other);
        await settled();
        if (cut) {
          line.cut();
          line.up();
        }
      }
      line.swallow = 'nothing';
      line.cut();
      line.up();
      await Promise.all(answers);
      expect(store.view$.get()).toEqual(viewFor(server.state, seat('ann')));
      expect(store.pending$.get().size).toBe(0);
      expect(new Set(server.received.filter((command) => command.startsWith('ann-'))).size).toBe(moments.length);
    }),
    { numRuns: 200 },
  );
});
