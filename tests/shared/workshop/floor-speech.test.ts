// A speech from its call to its end: limits, budgets, pauses, hard ends, and what can be taken back.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { id, instant, type CommandId } from '../../../shared/kernel/ids.ts';
import { deadlines } from '../../../shared/workshop/deadlines.ts';
import { decide } from '../../../shared/workshop/decider.ts';
import { CALL_MS, HARD_END_GRACE_MS, UNDO_GIVING_MS } from '../../../shared/workshop/floor/types.ts';
import { UNDO_MS } from '../../../shared/workshop/agenda/types.ts';
import { isSilenced, mediaOrders } from '../../../shared/workshop/media-orders.ts';
import type { FloorRules } from '../../../shared/workshop/floor/types.ts';
import { aFloorStory } from '../../support/floor-story.ts';
import { aStory, tell } from '../../support/random-workshop.ts';
import {
  by,
  clock,
  door,
  given,
  host,
  item,
  liveWorkshop,
  organization,
  person,
  play,
  present,
  seat,
  step,
  type Step,
} from '../../support/workshop-spec.ts';
import { speechClock, talkTimes } from './floor-readings.ts';

const raise = (name: string): Step => step({ type: 'floor/raiseHand' }, by(name));
const give = (name: string, at = 0): Step => step({ type: 'floor/give', seat: seat(name) }, by('chair'), at);
const rules = (wanted: Partial<FloorRules>): Step => step({ type: 'floor/setRules', rules: wanted }, by('chair'));
const begin = step({ type: 'agenda/begin', item: item('one') });
const queued = [...liveWorkshop, raise('ann'), raise('bob'), raise('co')];
const order = ({ state }: ReturnType<typeof play>): readonly string[] => state.floor.queue.map((hand) => hand.seat);

test('[F24] the person’s limit, else the item’s, else the workshop’s', () => {
  const limit = (...steps: readonly (Step | readonly Step[])[]) =>
    given(liveWorkshop, ...steps, give('ann')).state.floor.holder?.limitMs;
  const ofWorkshop = step({ type: 'floor/setLimit', limitMs: 300_000 });
  const ofItem = [step({ type: 'agenda/edit', item: item('one'), plan: { speechMinutes: 3 } }), begin];
  const own = (limitMs: number | null | 'default') =>
    step({ type: 'floor/setPersonLimit', person: person('p-ann'), limitMs });
  expect(limit()).toBeUndefined();
  expect(limit(ofWorkshop)).toBe(300_000);
  expect(limit(ofWorkshop, ofItem)).toBe(180_000);
  expect(limit(ofWorkshop, ofItem, own(60_000))).toBe(60_000);
  expect(limit(ofWorkshop, ofItem, own(null))).toBeUndefined();
  expect(limit(ofWorkshop, own(60_000), own('default'))).toBe(300_000);
  given(liveWorkshop)
    .when({ type: 'floor/setPersonLimit', person: person('nobody'), limitMs: null })
    .refused('roster/unknownPerson');
});

test('[F25] a budget is spent by all its people and may be set anew', () => {
  const acme = organization('acme');
  const of = (name: string) =>
    step({
      type: 'roster/putPerson',
      person: {
        id: person(`p-${name}`),
        name: { asWritten: name },
        positions: [{ title: { en: 'Member' }, organization: acme }],
      },
    });
  const budget = (ms: number | null) => step({ type: 'floor/setBudget', organization: acme, ms });
  const start = [
    ...liveWorkshop,
    step({ type: 'roster/putOrganization', organization: { id: acme, name: { en: 'Acme' } } }),
    of('ann'),
    of('bob'),
    budget(100_000),
  ];
  const limitOfBob = (...steps: readonly Step[]) => given(start, ...steps, give('bob')).state.floor.holder?.limitMs;
  expect(limitOfBob()).toBe(100_000);
  const spent = [give('ann', 0), step({ type: 'floor/takeBack' }, host, 70_000)];
  expect(limitOfBob(...spent)).toBe(30_000);
  expect(limitOfBob(...spent, step({ type: 'floor/setLimit', limitMs: 10_000 }))).toBe(10_000);
  expect(limitOfBob(...spent, budget(60_000))).toBe(0);
  expect(limitOfBob(...spent, budget(170_000))).toBe(100_000);
  expect(limitOfBob(...spent, budget(null))).toBeUndefined();
  given(liveWorkshop)
    .when({ type: 'floor/setBudget', organization: acme, ms: 1 })
    .refused('roster/unknownOrganization');
});

test('[F26] a giving taken back has not happened', () => {
  const before = [...queued, give('co', 0)];
  const undo = step({ type: 'floor/undoGiving' }, by('chair'), 5000 + UNDO_GIVING_MS);
  const undone = play([...before, give('bob', 5000), undo]);
  expect(order(undone)).toEqual(['ann', 'bob']);
  expect(undone.state.floor.holder).toMatchObject({ seat: 'co', from: 0 });
  expect(talkTimes(undone.state, 20_000)).toEqual([['p-co', 20_000]]);
  const first = play([...queued, give('bob', 5000), { ...undo, at: 6000 }]);
  expect([order(first), first.state.floor.holder, first.state.floor.spoken]).toEqual([['ann', 'bob', 'co'], null, []]);
  given(before, give('bob', 5000))
    .when({ type: 'floor/undoGiving' }, by('chair'), 5001 + UNDO_GIVING_MS)
    .refused('floor/tooLateToUndo');
  given(queued).when({ type: 'floor/undoGiving' }, by('chair')).refused('floor/nobodySpeaks');
  const left = play([...before, give('bob', 5000), step({ type: 'participants/leave', seat: seat('co') }, door), undo]);
  expect(left.state.floor.holder).toBeNull();
});

test('[F27] hands the desk has lowered come back to their place', () => {
  const lowered = [...queued, step({ type: 'floor/lowerAll' }, by('chair'), 0)];
  const seats = ['bob', 'ann', 'co'].map(seat);
  const back = play([...lowered, step({ type: 'floor/putBack', seats }, by('chair'), UNDO_MS)]);
  expect(order(back)).toEqual(['ann', 'bob', 'co']);
  expect(back.state.floor.queue.map(({ arrival }) => arrival)).toEqual([1, 2, 3]);
  given(lowered)
    .when({ type: 'floor/putBack', seats }, by('chair'), UNDO_MS + 1)
    .refused('floor/tooLateToUndo');
  given(queued, step({ type: 'floor/lowerHand' }, by('ann')))
    .when({ type: 'floor/putBack', seats: [seat('ann')] }, by('chair'))
    .refused('floor/tooLateToUndo');
  given(lowered, raise('ann'))
    .when({ type: 'floor/putBack', seats: [seat('ann')] }, by('chair'))
    .refused('floor/tooLateToUndo');
});

test('[F28] a pause is not charged, and time is added to a limit', () => {
  const speaking = [
    ...liveWorkshop,
    step({ type: 'floor/setLimit', limitMs: 60_000 }),
    begin,
    give('ann', 0),
    step({ type: 'floor/pauseSpeech' }, by('chair'), 10_000),
  ];
  const paused = given(speaking);
  expect(speechClock(paused.state.floor.holder, 99_000)).toEqual({
    elapsedMs: 10_000,
    remainingMs: 50_000,
    isPaused: true,
  });
  paused.when({ type: 'floor/pauseSpeech' }, by('chair')).refused('floor/alreadyPaused');
  const resumed = given(
    speaking,
    step({ type: 'floor/resumeSpeech' }, by('chair'), 30_000),
    step({ type: 'floor/addTime', ms: 60_000 }, by('chair')),
  );
  expect(speechClock(resumed.state.floor.holder, 40_000)).toEqual({
    elapsedMs: 20_000,
    remainingMs: 100_000,
    isPaused: false,
  });
  resumed.when({ type: 'floor/resumeSpeech' }, by('chair')).refused('floor/notPaused');
  given(liveWorkshop, begin, give('ann'), step({ type: 'agenda/pauseClock' }))
    .when({ type: 'floor/resumeSpeech' }, by('chair'))
    .refused('floor/itemPaused');
  given(liveWorkshop, give('ann')).when({ type: 'floor/addTime', ms: 60_000 }).refused('floor/noLimit');
  for (const type of ['floor/pauseSpeech', 'floor/resumeSpeech'] as const)
    given(liveWorkshop).when({ type }).refused('floor/nobodySpeaks');
  given(liveWorkshop).when({ type: 'floor/addTime', ms: 60_000 }).refused('floor/nobodySpeaks');
});

const limited = (ending: 'soft' | 'hard'): readonly Step[] => [
  ...liveWorkshop,
  step({ type: 'floor/setLimit', limitMs: 60_000 }),
  rules({ ending }),
  give('ann', 1000),
];
const HARD_END = 1000 + 60_000 + HARD_END_GRACE_MS;

test('[F29] hard limits end a speech after their grace, soft ones do not', () => {
  const hard = given(limited('hard'));
  hard.when({ type: 'floor/endSpeech' }, clock, HARD_END - 1).refused('floor/notYet');
  hard.when({ type: 'floor/endSpeech' }, clock, HARD_END).brings({ type: 'floor/ended', seat: seat('ann') });
  given(limited('soft')).when({ type: 'floor/endSpeech' }, clock, 9e9).refused('floor/notYet');
  const paused = [...limited('hard'), step({ type: 'floor/pauseSpeech' }, by('chair'), 2000)];
  given(paused).when({ type: 'floor/endSpeech' }, clock, 9e9).refused('floor/notYet');
  given(paused, step({ type: 'floor/resumeSpeech' }, by('chair'), 7000))
    .when({ type: 'floor/endSpeech' }, clock, HARD_END + 4999)
    .refused('floor/notYet');
});

test('[F30] who is next is called, and has the floor after the call or on answering', () => {
  const free = [...liveWorkshop, rules({ callsNext: true }), raise('ann'), raise('bob')];
  given(free)
    .when({ type: 'floor/callNext' }, clock, 100)
    .brings({ type: 'floor/called', seat: seat('ann') });
  const called = [...free, step({ type: 'floor/callNext' }, clock, 100)];
  given(called).when({ type: 'floor/callNext' }, clock, 100).refused('floor/notYet');
  given(called)
    .when({ type: 'floor/giveCalled' }, clock, 99 + CALL_MS)
    .refused('floor/notYet');
  given(called).when({ type: 'floor/answerCall' }, by('bob'), 200).refused('floor/notCalled');
  const given_ = { type: 'floor/given', speech: { seat: seat('ann'), person: person('p-ann'), item: null } } as const;
  for (const [command, who, at] of [
    [{ type: 'floor/giveCalled' }, clock, 100 + CALL_MS],
    [{ type: 'floor/answerCall' }, by('ann'), 200],
  ] as const) {
    given(called)
      .when(command, who, at)
      .brings(
        { type: 'floor/handLowered', seat: seat('ann') },
        { ...given_, speech: { ...given_.speech, from: instant(at) } },
      );
  }
  const lost = [...called, step({ type: 'participants/loseConnection', seat: seat('ann') }, door, 300)];
  given(lost)
    .when({ type: 'floor/giveCalled' }, clock, 100 + CALL_MS)
    .refused('floor/notCalled');
  given(lost)
    .when({ type: 'floor/callNext' }, clock, 300)
    .brings({ type: 'floor/called', seat: seat('bob') });
  given(called, rules({ callsNext: false }))
    .when({ type: 'floor/giveCalled' }, clock, 9e9)
    .refused('floor/notCalled');
  given(liveWorkshop, begin, rules({ callsNext: true }), raise('ann'), step({ type: 'agenda/pauseClock' }))
    .when({ type: 'floor/callNext' }, clock, 9e9)
    .refused('floor/notYet');
});

test('[F31] a speech keeps the kind and topic of its hand', () => {
  const { state } = given(
    liveWorkshop,
    step({ type: 'floor/raiseHand', kind: 'question', topic: 'prices' }, by('ann')),
    give('ann'),
    step({ type: 'floor/takeBack' }),
  );
  expect(state.floor.spoken).toMatchObject([{ seat: 'ann', kind: 'question', topic: 'prices' }]);
});

const coupled = [...liveWorkshop, ...present('ina', 'interpreter'), rules({ coupled: true })];

test('[T7] where microphones follow the floor, only holder, desk and interpreters are heard', () => {
  const { state } = given(coupled, give('ann'));
  const heard = ['chair', 'co', 'ina', 'ann', 'bob'].filter((name) => !isSilenced(state, seat(name), 'microphone'));
  expect(heard).toEqual(['chair', 'co', 'ina', 'ann']);
  expect(isSilenced(state, seat('bob'), 'camera')).toBe(false);
  given(coupled).when({ type: 'stage/resume', source: 'microphone' }, by('bob')).refused('stage/waitsForFloor');
  given(coupled).when({ type: 'stage/resume', source: 'microphone' }, by('chair')).refused('stage/notSilenced');
  const before = given(present('chair', 'chair'), present('ann'), rules({ coupled: true }));
  expect(isSilenced(before.state, seat('ann'), 'microphone')).toBe(false);
});

test('[T8] the end of a speech pauses its microphone, the giving resumes it', () => {
  const orders = (first: readonly Step[], ...then: readonly Step[]) =>
    mediaOrders(play([...first]).state, play([...first, ...then]).state);
  const microphone = (kind: 'pause' | 'resume', name: string) => ({ kind, seat: name, source: 'microphone' });
  expect(orders(coupled, give('ann'))).toEqual([microphone('resume', 'ann')]);
  expect(orders([...coupled, give('ann')], give('bob', 5))).toEqual([
    microphone('pause', 'ann'),
    microphone('resume', 'bob'),
  ]);
  const hard = [...limited('hard'), rules({ coupled: true })];
  expect(orders(hard, step({ type: 'floor/endSpeech' }, clock, HARD_END))).toEqual([microphone('pause', 'ann')]);
  expect(orders([...coupled, give('ann')], rules({ coupled: false }))).toEqual([
    microphone('resume', 'bob'),
    microphone('resume', 'eye'),
  ]);
});

test('[D4] a call, a hard limit and the end have deadlines', () => {
  const ofHard = deadlines(given(limited('hard')).state);
  expect(ofHard).toContainEqual({ at: HARD_END, command: { type: 'floor/endSpeech' } });
  expect(deadlines(given(limited('soft')).state).map(({ command }) => command.type)).toEqual(['agenda/tellEnd']);
  const free = [...liveWorkshop, rules({ callsNext: true }), raise('ann')];
  expect(deadlines(given(free).state)[0]).toEqual({ at: 0, command: { type: 'floor/callNext' } });
  expect(deadlines(given(free, step({ type: 'floor/callNext' }, clock, 100)).state)[0]).toEqual({
    at: 100 + CALL_MS,
    command: { type: 'floor/giveCalled' },
  });
});

test('[D3] the clock never rings in vain', () => {
  const rung = new Set<string>();
  fc.assert(
    fc.property(fc.oneof({ weight: 1, arbitrary: aStory }, { weight: 3, arbitrary: aFloorStory }), (story) => {
      for (const state of tell(story).states) {
        const [next] = deadlines(state);
        if (next === undefined) continue;
        // A call is due at once; the server's clock is never before the facts.
        const at = next.at === 0 ? instant(1e12) : next.at;
        const decision = decide(state, next.command, { by: clock, at, cause: id<CommandId>('ring'), box: [] });
        rung.add(next.command.type);
        expect([next.command.type, decision.ok && decision.events.length > 0]).toEqual([next.command.type, true]);
      }
    }),
    // One known run, because what it must have met is asked below.
    { numRuns: 400, seed: 5 },
  );
  expect([...rung].sort()).toEqual([
    'agenda/tellEnd',
    'floor/callNext',
    'floor/endSpeech',
    'floor/giveCalled',
    'floor/giveUpWaiting',
    'participants/giveUpWaiting',
    'polls/closeDue',
  ]);
});
