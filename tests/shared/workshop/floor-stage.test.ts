import { expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/ids.ts';
import {
  isQueued,
  nextToSpeak,
  positionOf,
  queueWithPositions,
  speechClock,
} from '../../../shared/workshop/floor/selectors.ts';
import { talkTimes, talkTimeTable } from '../../../shared/workshop/floor/talk-times.ts';
import { isSilenced, mayPublish, mediaOrders } from '../../../shared/workshop/media-orders.ts';
import { shownLarge } from '../../../shared/workshop/stage/selectors.ts';
import { FLOOR_GRACE_MS } from '../../../shared/workshop/participants/types.ts';
import { ROLES } from '../../../shared/workshop/roles.ts';
import {
  by,
  clock,
  door,
  given,
  host,
  item,
  liveWorkshop,
  present,
  seat,
  step,
  type Step,
} from '../../support/workshop-spec.ts';

const raise = (name: string) => step({ type: 'floor/raiseHand' }, by(name));
const give = (name: string, at = 0) => step({ type: 'floor/give', seat: seat(name) }, host, at);
const queued = [...liveWorkshop, raise('ann'), raise('bob'), raise('co')];

test('[F1] the order of arrival is the order of the queue', () => {
  const { state } = given(queued);
  expect(state.floor.queue.map((hand) => hand.seat)).toEqual(['ann', 'bob', 'co']);
  expect(positionOf(state.floor, seat('bob'))).toBe(2);
  expect(positionOf(state.floor, seat('eye'))).toBeNull();
  expect(queueWithPositions(state).map(({ seat: who, position }) => [who, position])).toEqual([
    ['ann', 1],
    ['bob', 2],
    ['co', 3],
  ]);
  expect(nextToSpeak(state)).toBe('ann');
  expect([isQueued(state.floor, seat('bob')), isQueued(state.floor, seat('eye'))]).toEqual([true, false]);
});

test('[F2] one hand a seat, none for the holder', () => {
  given(liveWorkshop)
    .when({ type: 'floor/raiseHand', topic: 'prices' }, by('ann'), 7)
    .brings({
      type: 'floor/handRaised',
      hand: { id: 'this' as never, seat: seat('ann'), since: instant(7), topic: 'prices' },
    });
  given(queued).when({ type: 'floor/raiseHand' }, by('ann')).refused('floor/alreadyQueued');
  given(liveWorkshop, give('ann')).when({ type: 'floor/raiseHand' }, by('ann')).refused('floor/alreadySpeaking');
});

test('[F3] a closed floor keeps its queue', () => {
  const closed = given(liveWorkshop, raise('ann'), step({ type: 'floor/setOpen', open: false }));
  closed.when({ type: 'floor/raiseHand' }, by('bob')).refused('floor/closed');
  expect(closed.state.floor.queue).toHaveLength(1);
  closed.when({ type: 'floor/setOpen', open: false }).brings();
});

test('[F4] before the session nobody queues or speaks', () => {
  const scheduled = given(present('chair', 'chair'), present('ann'));
  scheduled.when({ type: 'floor/raiseHand' }, by('ann')).refused('session/notLive');
  scheduled.when({ type: 'floor/give', seat: seat('ann') }, by('chair')).refused('session/notLive');
});

test('[F5] hands go down', () => {
  given(queued)
    .when({ type: 'floor/lowerHand' }, by('bob'))
    .brings({ type: 'floor/handLowered', seat: seat('bob') });
  given(queued)
    .when({ type: 'floor/lowerOther', seat: seat('bob') }, by('co'))
    .brings({ type: 'floor/handLowered', seat: seat('bob') });
  given(queued)
    .when({ type: 'floor/lowerOther', seat: seat('bob') }, by('ann'))
    .refused('permission/denied');
  given(liveWorkshop).when({ type: 'floor/lowerHand' }, by('bob')).refused('floor/notQueued');
  given(liveWorkshop).when({ type: 'floor/lowerAll' }).refused('floor/queueEmpty');
  expect(given(queued, step({ type: 'floor/lowerAll' })).state.floor.queue).toEqual([]);
});

test('[F6] a hand is moved', () => {
  const state = given(queued)
    .when({ type: 'floor/move', seat: seat('co'), index: 0 }, by('chair'))
    .brings({ type: 'floor/handMoved', seat: seat('co'), index: 0 });
  expect(state.floor.queue.map((hand) => hand.seat)).toEqual(['co', 'ann', 'bob']);
  given(queued)
    .when({ type: 'floor/move', seat: seat('co'), index: 3 })
    .refused('floor/badIndex');
  given(queued)
    .when({ type: 'floor/move', seat: seat('eye'), index: 0 })
    .refused('floor/notQueued');
});

test('[F7] the floor passes from one to the next', () => {
  given(queued, give('co'), step({ type: 'stage/silence', seat: seat('bob'), source: 'microphone' }))
    .when({ type: 'floor/give', seat: seat('bob') }, by('chair'), 50)
    .brings(
      { type: 'floor/ended', seat: seat('co') },
      { type: 'floor/handLowered', seat: seat('bob') },
      { type: 'stage/resumed', seat: seat('bob'), source: 'microphone' },
      { type: 'floor/given', speech: { seat: seat('bob'), person: 'p-bob' as never, item: null, from: instant(50) } },
    );
});

test('[F8] the floor is for those who are here and may speak', () => {
  given(liveWorkshop)
    .when({ type: 'floor/give', seat: seat('eye') })
    .refused('permission/denied');
  given(liveWorkshop)
    .when({ type: 'floor/give', seat: seat('nobody') })
    .refused('participants/unknownSeat');
  given(liveWorkshop, step({ type: 'participants/leave', seat: seat('ann') }, door))
    .when({ type: 'floor/give', seat: seat('ann') })
    .refused('floor/notHere');
  given(liveWorkshop, give('ann'))
    .when({ type: 'floor/give', seat: seat('ann') })
    .refused('floor/alreadySpeaking');
});

test('[F9] the lost are passed over and keep their place', () => {
  const { state } = given(
    queued,
    step({ type: 'participants/loseConnection', seat: seat('ann') }, door),
    step({ type: 'floor/giveNext' }),
  );
  expect(state.floor.holder?.seat).toBe('bob');
  expect(state.floor.queue.map((hand) => hand.seat)).toEqual(['ann', 'co']);
  given(liveWorkshop).when({ type: 'floor/giveNext' }).refused('floor/queueEmpty');
});

test('[F10] who ends a speech', () => {
  const speaking = given(liveWorkshop, give('ann'));
  speaking.when({ type: 'floor/yield' }, by('ann')).brings({ type: 'floor/ended', seat: seat('ann') });
  speaking.when({ type: 'floor/yield' }, by('bob')).refused('floor/notHolder');
  speaking.when({ type: 'floor/takeBack' }, by('co')).brings({ type: 'floor/ended', seat: seat('ann') });
  speaking.when({ type: 'floor/takeBack' }, by('bob')).refused('permission/denied');
  given(liveWorkshop).when({ type: 'floor/takeBack' }, by('co')).refused('floor/nobodySpeaks');
});

test('[F11] a lost holder keeps the floor for its grace', () => {
  const lost = given(
    liveWorkshop,
    give('ann'),
    step({ type: 'participants/loseConnection', seat: seat('ann') }, door, 100),
  );
  lost
    .when({ type: 'floor/giveUpWaiting', seat: seat('ann') }, clock, 100 + FLOOR_GRACE_MS - 1)
    .refused('participants/notLost');
  lost
    .when({ type: 'floor/giveUpWaiting', seat: seat('ann') }, clock, 100 + FLOOR_GRACE_MS)
    .brings({ type: 'floor/ended', seat: seat('ann') });
  lost.when({ type: 'floor/giveUpWaiting', seat: seat('bob') }, clock, 1e6).refused('floor/notHolder');
});

test('[F12] a speech keeps the limit it began with', () => {
  const { state } = given(
    liveWorkshop,
    step({ type: 'floor/setLimit', limitMs: 60_000 }),
    give('ann'),
    step({ type: 'floor/setLimit', limitMs: 90_000 }),
  );
  expect(state.floor).toMatchObject({ limitMs: 90_000, holder: { limitMs: 60_000 } });
  const speech = state.floor.holder;
  expect(speech && speechClock(speech, instant(70_000))).toEqual({
    elapsedMs: 70_000,
    remainingMs: -10_000,
    isPaused: false,
  });
});

test('[F13] speeches are kept and summed', () => {
  const { state } = given(
    liveWorkshop,
    step({ type: 'agenda/begin', item: item('one') }),
    give('ann', 0),
    give('bob', 4000),
    give('ann', 5000),
  );
  expect(state.floor.spoken).toEqual([
    { seat: 'ann', person: 'p-ann', item: 'one', from: 0, until: 4000 },
    { seat: 'bob', person: 'p-bob', item: 'one', from: 4000, until: 5000 },
  ]);
  expect([...talkTimes(state.floor, instant(7000))]).toEqual([
    ['p-ann', 6000],
    ['p-bob', 1000],
  ]);
  expect(talkTimeTable(state, instant(7000))).toEqual({
    people: [
      { key: 'p-ann', ms: 6000, speeches: 2 },
      { key: 'p-bob', ms: 1000, speeches: 1 },
    ],
    organizations: [{ key: null, ms: 7000, speeches: 3 }],
    items: [{ key: 'one', ms: 7000, speeches: 3 }],
    languages: [{ key: 'en', ms: 7000, speeches: 3 }],
  });
});

const silence = (name: string) => step({ type: 'stage/silence', seat: seat(name), source: 'microphone' });

test('[T1] the desk silences once', () => {
  given(liveWorkshop)
    .when({ type: 'stage/silence', seat: seat('ann'), source: 'camera' }, by('co'))
    .brings({ type: 'stage/silenced', seat: seat('ann'), source: 'camera' });
  given(liveWorkshop, silence('ann'))
    .when({ type: 'stage/silence', seat: seat('ann'), source: 'microphone' })
    .refused('stage/alreadySilenced');
  given(liveWorkshop)
    .when({ type: 'stage/silence', seat: seat('nobody'), source: 'camera' })
    .refused('participants/unknownSeat');
});

test('[T2] silencing all spares the asker, the speaker, observers and who is silent', () => {
  given(liveWorkshop, give('ann'), silence('co'))
    .when({ type: 'stage/silenceAll' }, by('chair'))
    .brings({ type: 'stage/silenced', seat: seat('bob'), source: 'microphone' });
});

test('[T3] a person takes the own voice back', () => {
  given(liveWorkshop, silence('ann'))
    .when({ type: 'stage/resume', source: 'microphone' }, by('ann'))
    .brings({ type: 'stage/resumed', seat: seat('ann'), source: 'microphone' });
  given(liveWorkshop, silence('ann'))
    .when({ type: 'stage/resume', source: 'microphone' }, by('bob'))
    .refused('stage/notSilenced');
});

test('[T4] the spotlight is on who is here and may be seen', () => {
  const live = given(liveWorkshop);
  const shown = given(liveWorkshop, give('bob'), step({ type: 'stage/spotlight', seat: seat('ann') })).state;
  expect([shownLarge(shown), shownLarge(given(liveWorkshop, give('bob')).state), shownLarge(live.state)]).toEqual([
    'ann',
    'bob',
    null,
  ]);
  live
    .when({ type: 'stage/spotlight', seat: seat('ann') }, by('co'))
    .brings({ type: 'stage/spotlit', seat: seat('ann') });
  live.when({ type: 'stage/spotlight', seat: null }, by('co')).refused('stage/alreadySpotlit');
  live.when({ type: 'stage/spotlight', seat: seat('eye') }, by('co')).refused('permission/denied');
  live.when({ type: 'stage/spotlight', seat: seat('nobody') }, by('co')).refused('participants/unknownSeat');
  given(liveWorkshop, step({ type: 'participants/leave', seat: seat('ann') }, door))
    .when({ type: 'stage/spotlight', seat: seat('ann') })
    .refused('floor/notHere');
});

type Given = Step | readonly Step[];

test('[T5] facts order the media', () => {
  const orders = (before: readonly Given[], ...after: readonly Given[]) =>
    mediaOrders(given(...before).state, given(...before, ...after).state);
  expect(orders([liveWorkshop], silence('ann'))).toEqual([{ kind: 'pause', seat: 'ann', source: 'microphone' }]);
  expect(
    orders([liveWorkshop, silence('ann')], step({ type: 'stage/resume', source: 'microphone' }, by('ann'))),
  ).toEqual([{ kind: 'resume', seat: 'ann', source: 'microphone' }]);
  expect(
    orders([liveWorkshop], step({ type: 'participants/assignRole', seat: seat('ann'), role: 'observer' })),
  ).toEqual([
    { kind: 'withdraw', seat: 'ann', source: 'microphone' },
    { kind: 'withdraw', seat: 'ann', source: 'camera' },
  ]);
  expect(orders([liveWorkshop], step({ type: 'participants/remove', seat: seat('ann') }))).toEqual([
    { kind: 'unseat', seat: 'ann' },
  ]);
  expect(orders([liveWorkshop], step({ type: 'session/end' }))).toEqual([{ kind: 'closeRoom' }]);
  expect(orders([liveWorkshop], raise('ann'))).toEqual([]);
});

test('[T6] who may publish what', () => {
  const publishing = (source: 'camera' | 'screen') =>
    ROLES.filter((role) => mayPublish(given(present('x', role)).state, seat('x'), source));
  expect(publishing('camera')).toEqual(['chair', 'co-chair', 'speaker', 'rapporteur', 'interpreter', 'participant']);
  expect(publishing('screen')).toEqual(['chair', 'co-chair', 'speaker', 'rapporteur']);
  expect(mayPublish(given(liveWorkshop, step({ type: 'session/end' })).state, seat('ann'), 'camera')).toBe(false);
  expect(mayPublish(given(liveWorkshop).state, seat('nobody'), 'camera')).toBe(false);
  expect(isSilenced(given(liveWorkshop, silence('ann')).state, seat('ann'), 'camera')).toBe(false);
});
