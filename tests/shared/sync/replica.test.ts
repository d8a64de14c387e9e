import fc from 'fast-check';
import { expect, test } from 'vitest';
import { id, instant, type CommandId } from '../../../shared/kernel/ids.ts';
import { abandon, hope, learn, learnSnapshot, replicaOf, visible, type Replica } from '../../../shared/sync/replica.ts';
import { initialState } from '../../../shared/workshop/decider.ts';
import { entryFor, needsSnapshot, viewFor } from '../../../shared/workshop/view-for.ts';
import type { Entry, WorkshopCommand } from '../../../shared/workshop/workshop.ts';
import { aCommand, aStory, CAST, tell, type Told } from '../../support/random-workshop.ts';
import { by, given, host, item, liveWorkshop, seat, step, type Played } from '../../support/workshop-spec.ts';

const annOf = ({ state, entries }: Played): Replica =>
  replicaOf(seat('ann'), entries.length, viewFor(state, seat('ann')));
const hoping = (replica: Replica, command: WorkshopCommand, name = 'mine'): Replica =>
  hope(replica, { id: id<CommandId>(name), command, at: instant(0) });
const last = ({ entries }: Played): Entry => {
  const entry = entries.at(-1);
  if (entry === undefined) throw new Error('an entry was expected');
  return entry;
};

const live = given(liveWorkshop);
const raised = given(liveWorkshop, step({ type: 'floor/raiseHand' }, by('bob')));

test('[X1] an entry learnt twice counts once', () => {
  const once = learn(annOf(live), last(raised)).replica;
  expect(learn(once, last(raised))).toEqual({ replica: once, gapAfter: null });
  expect(once.confirmed.floor.queue).toHaveLength(1);
});

test('[X2] a gap is told and nothing is taken', () => {
  const ahead = { ...last(raised), seq: live.entries.length + 3 };
  const before = annOf(live);
  expect(learn(before, ahead)).toEqual({ replica: before, gapAfter: live.entries.length });
});

test('[X3] a snapshot replaces, an older one does not', () => {
  const now = annOf(raised);
  expect(learnSnapshot(now, now.seq - 1, initialState)).toBe(now);
  expect(learnSnapshot(annOf(live), now.seq, now.confirmed)).toEqual(now);
});

test('[X4] a hope shows at once and goes with its entry or the answer', () => {
  const hoped = hoping(annOf(live), { type: 'floor/raiseHand' });
  expect(visible(hoped).floor.queue.map((hand) => hand.id)).toEqual(['mine']);
  expect(hoped.confirmed.floor.queue).toEqual([]);
  const mine: Entry = {
    ...last(given(liveWorkshop, step({ type: 'floor/raiseHand' }, by('ann')))),
    cause: id<CommandId>('mine'),
  };
  const learnt = learn(hoped, mine).replica;
  expect(learnt.hopes).toEqual([]);
  expect(visible(learnt).floor.queue).toHaveLength(1);
  expect(visible(abandon(hoped, id<CommandId>('mine'))).floor.queue).toEqual([]);
});

test('[X5] a hope the rules refuse shows nothing, also when an entry made it so', () => {
  expect(visible(hoping(annOf(live), { type: 'session/end' }))).toEqual(annOf(live).confirmed);
  const hoped = hoping(annOf(live), { type: 'floor/raiseHand' });
  const closed = last(given(liveWorkshop, step({ type: 'floor/setOpen', open: false }, host)));
  const shown = visible(learn(hoped, closed).replica);
  expect([shown.floor.open, shown.floor.queue]).toEqual([false, []]);
});

test('[X5] a waiting guest hopes for nothing', () => {
  const outside = replicaOf(seat('x'), 0, initialState);
  expect(visible(hoping(outside, { type: 'agenda/begin', item: item('one') }))).toBe(initialState);
});

/** What the network does to each message for one viewer. */
const aFate = fc.constantFrom('delivered', 'lost', 'twice', 'late' as const);
type Message = { readonly entry: Entry } | { readonly snapshot: number };

const messagesFor = ({ states, entries }: Told, viewer: string): readonly Message[] =>
  entries.map((entry, index) => {
    const before = states[index] ?? initialState;
    const after = states[index + 1] ?? initialState;
    return needsSnapshot(before, after, seat(viewer))
      ? { snapshot: entry.seq }
      : { entry: entryFor(entry, after, seat(viewer)) };
  });

const scramble = (messages: readonly Message[], fates: readonly string[]): readonly Message[] => {
  const arrived: Message[] = [];
  const held: Message[] = [];
  messages.forEach((message, index) => {
    const fate = fates[index % fates.length];
    if (fate === 'lost') return;
    if (fate === 'late') return void held.push(message);
    arrived.push(message, ...(fate === 'twice' ? [message] : []), ...held.splice(0));
  });
  return [...arrived, ...held];
};

test('[X6] loss, repetition and disorder leave the replica equal to the view', () => {
  let gaps = 0;
  fc.assert(
    fc.property(
      aStory,
      fc.array(aFate, { minLength: 1, maxLength: 20 }),
      fc.array(aCommand, { maxLength: 5 }),
      fc.constantFrom(...CAST),
      (story, fates, hopes, viewer) => {
        const told = tell(story);
        const viewAt = (seq: number) => viewFor(told.states[seq] ?? initialState, seat(viewer));
        const messages = messagesFor(told, viewer);
        let replica = hopes.reduce(
          (one, command, index) => hoping(one, command, `h-${index}`),
          replicaOf(seat(viewer), 0, viewAt(0)),
        );
        const take = (message: Message): void => {
          if ('snapshot' in message)
            return void (replica = learnSnapshot(replica, message.snapshot, viewAt(message.snapshot)));
          const learnt = learn(replica, message.entry);
          ({ replica } = learnt);
          if (learnt.gapAfter === null) return;
          gaps += 1;
          messages.slice(learnt.gapAfter, message.entry.seq).forEach(take);
        };
        for (const message of scramble(messages, fates)) {
          take(message);
          expect(replica.confirmed).toEqual(viewAt(replica.seq));
          visible(replica);
        }
        // The last words may have been lost; the next welcome tells the seq, and the client catches up.
        messages.slice(replica.seq).forEach(take);
        replica = hopes.reduce((one, _, index) => abandon(one, id<CommandId>(`h-${index}`)), replica);
        expect(visible(replica)).toEqual(viewAt(told.entries.length));
      },
    ),
    { numRuns: 300 },
  );
  expect(gaps).toBeGreaterThan(100);
});

test('[X7] everybody in the room has one queue at one seq', () => {
  fc.assert(
    fc.property(aStory, fc.array(aFate, { minLength: 1, maxLength: 20 }), (story, fates) => {
      const told = tell(story);
      const queueAt = new Map<number, string>();
      CAST.forEach((viewer, shift) => {
        let replica = replicaOf(seat(viewer), 0, initialState);
        for (const message of scramble(messagesFor(told, viewer), [...fates.slice(shift % fates.length), ...fates])) {
          replica =
            'snapshot' in message
              ? learnSnapshot(
                  replica,
                  message.snapshot,
                  viewFor(told.states[message.snapshot] ?? initialState, seat(viewer)),
                )
              : learn(replica, message.entry).replica;
          if (!Object.hasOwn(replica.confirmed.participants.seats, viewer)) continue;
          const queue = replica.confirmed.floor.queue.map((hand) => hand.id).join();
          expect(queueAt.get(replica.seq) ?? queue).toBe(queue);
          queueAt.set(replica.seq, queue);
        }
      });
    }),
    { numRuns: 200 },
  );
});
