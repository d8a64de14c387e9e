import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evolveEntry, initialState, replay } from '../../../shared/workshop/decider.ts';
import { upcast, upcastWith } from '../../../shared/workshop/upcast.ts';
import { entryFor, needsSnapshot, viewFor } from '../../../shared/workshop/view-for.ts';
import { LOG_VERSION, type Entry } from '../../../shared/workshop/workshop.ts';
import { aStory, CAST, tell } from '../../support/random-workshop.ts';
import { by, given, knock, liveWorkshop, organization, seat, step } from '../../support/workshop-spec.ts';

const waiting = given(liveWorkshop, knock('x'), knock('y'));

test('[V1] the desk sees everything', () => {
  expect(viewFor(waiting.state, seat('chair'))).toBe(waiting.state);
  expect(viewFor(waiting.state, seat('co'))).toBe(waiting.state);
});

test('[V2] the room does not see the lobby', () => {
  expect(viewFor(waiting.state, seat('ann'))).toEqual({ ...waiting.state, lobby: initialState.lobby });
});

test('[V3] a waiting guest sees what stands on the door', () => {
  const told = given(
    step({ type: 'roster/putOrganization', organization: { id: organization('acme'), name: { en: 'Acme' } } }),
    step({
      type: 'brief/revise',
      brief: { title: { en: 'T' }, hosts: [organization('acme')], purpose: { en: 'secret' } },
    }),
    liveWorkshop,
    knock('x'),
    knock('y'),
  );
  const view = viewFor(told.state, seat('x'));
  expect(view).toEqual({
    ...initialState,
    brief: { ...initialState.brief, title: { en: 'T' } },
    session: told.state.session,
    lobby: { ...initialState.lobby, knocks: { x: told.state.lobby.knocks[seat('x')] } },
  });
});

test('[V4] a stranger sees nothing', () => {
  expect(viewFor(waiting.state, seat('nobody'))).toEqual(initialState);
  for (const entry of waiting.entries) expect(entryFor(entry, waiting.state, seat('nobody')).events).toEqual([]);
});

test('[V5] an emptied entry keeps its number and hides who acted', () => {
  const { state, entries } = given(
    liveWorkshop,
    knock('x'),
    step({ type: 'lobby/turnAway', seat: seat('x') }, by('chair')),
  );
  const entry = entries.at(-1);
  if (entry === undefined) throw new Error('an entry was expected');
  expect(entryFor(entry, state, seat('ann'))).toMatchObject({ seq: entry.seq, by: { kind: 'door' }, events: [] });
  expect(entryFor(entry, state, seat('chair'))).toBe(entry);
});

test('[V6] redacted entries over a redacted view give the next view', () => {
  fc.assert(
    fc.property(aStory, (story) => {
      const { states, entries } = tell(story);
      for (const name of [...CAST, 'nobody']) {
        let view = viewFor(initialState, seat(name));
        entries.forEach((entry, index) => {
          const before = states[index] ?? initialState;
          const after = states[index + 1] ?? initialState;
          const seen = entryFor(entry, after, seat(name));
          expect(seen.seq).toBe(entry.seq);
          view = needsSnapshot(before, after, seat(name)) ? viewFor(after, seat(name)) : evolveEntry(view, seen);
          expect(view).toEqual(viewFor(after, seat(name)));
        });
      }
    }),
    { numRuns: 150 },
  );
});

test('[G1] replaying the log gives the live state, whole or in two parts', () => {
  fc.assert(
    fc.property(aStory, fc.nat(), (story, cut) => {
      const { states, entries } = tell(story);
      const at = cut % (entries.length + 1);
      const live = states.at(-1);
      expect(replay(entries)).toEqual(live);
      expect(replay(entries.slice(at), states[at])).toEqual(live);
      // The store keeps JSON: nothing may live in what JSON drops.
      expect(replay(JSON.parse(JSON.stringify(entries)) as readonly Entry[])).toEqual(live);
    }),
    { numRuns: 300 },
  );
});

test('[G2] old entries are lifted, newer ones refused', () => {
  const [entry] = waiting.entries;
  if (entry === undefined) throw new Error('an entry was expected');
  const steps = {
    1: (old: Parameters<typeof upcast>[0]) => ({ ...old, events: [{ type: 'two' }] }),
    2: (old: Parameters<typeof upcast>[0]) => ({ ...old, events: [...old.events, { type: 'three' }] }),
  };
  expect(upcastWith(steps, 3, { ...entry, v: 1 })).toMatchObject({
    ok: true,
    entry: { v: 3, seq: 1, events: [{ type: 'two' }, { type: 'three' }] },
  });
  expect(upcastWith(steps, 3, { ...entry, v: 3 })).toEqual({ ok: true, entry: { ...entry, v: 3 } });
  expect(upcastWith({}, 3, { ...entry, v: 2 })).toEqual({ ok: false, reason: 'noUpcaster', v: 2 });
  expect(upcast({ ...entry, v: LOG_VERSION + 1 })).toEqual({ ok: false, reason: 'newer', v: LOG_VERSION + 1 });
});

test('[G3] whatever is sent, the table stays in order', () => {
  const mentioned = new Set<string>();
  fc.assert(
    fc.property(aStory, (story) => {
      const { states, entries } = tell(story);
      for (const entry of entries) for (const event of entry.events) mentioned.add(event.type);
      for (const state of states) {
        const { floor, agenda, participants, stage } = state;
        const queue = floor.queue.map((hand) => hand.seat);
        const isIn = (one: (typeof queue)[number]) => {
          const there = participants.seats[one];
          return there !== undefined && there.presence.kind !== 'gone' && there.role !== 'observer';
        };
        expect(new Set(queue).size).toBe(queue.length);
        expect(queue.every(isIn)).toBe(true);
        if (floor.holder) {
          expect(queue).not.toContain(floor.holder.seat);
          expect(isIn(floor.holder.seat)).toBe(true);
        }
        if (stage.spotlight !== null) expect(isIn(stage.spotlight)).toBe(true);
        const current = Object.values(agenda.items)
          .filter((one) => one.status === 'current')
          .map((one) => one.id);
        expect(current).toEqual(agenda.current === null ? [] : [agenda.current]);
        expect(new Set(agenda.order).size).toBe(Object.keys(agenda.items).length);
        expect(agenda.order.every((one) => Object.hasOwn(agenda.items, one))).toBe(true);
        if (state.session.phase !== 'live') expect([floor.holder, queue.length]).toEqual([null, 0]);
        const open = participants.visits.filter((visit) => visit.until === undefined).map((visit) => visit.seat);
        expect(new Set(open).size).toBe(open.length);
        expect(Object.keys(participants.seats).some((one) => Object.hasOwn(state.lobby.knocks, one))).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
  // The stories must be lively enough to mean something.
  expect(mentioned.size).toBeGreaterThan(25);
});
