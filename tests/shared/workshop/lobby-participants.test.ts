import { expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/ids.ts';
import { FLOOR_GRACE_MS, PRESENCE_GRACE_MS } from '../../../shared/workshop/participants/types.ts';
import { ROLES } from '../../../shared/workshop/roles.ts';
import { attendance } from '../../../shared/workshop/participants/selectors.ts';
import { deadlines } from '../../../shared/workshop/deadlines.ts';
import {
  by,
  clock,
  door,
  given,
  host,
  knock,
  liveWorkshop,
  organization,
  person,
  present,
  seat,
  step,
} from '../../support/workshop-spec.ts';

const guest = { id: person('p-new'), name: { asWritten: 'New' }, positions: [] };
const knocking = {
  type: 'lobby/knock',
  seat: seat('new'),
  person: guest,
  role: 'participant',
  language: 'en',
} as const;

test('[L1] who knocks and who does not', () => {
  const knocked = ROLES.filter((role) => given(knock('x', role)).state.lobby.knocks[seat('x')] !== undefined);
  expect(knocked).toEqual(['participant', 'observer']);
});

test('[L2] an open door seats everyone', () => {
  const { state } = given(step({ type: 'lobby/setDoor', door: 'open' }), knock('x'));
  expect(state.participants.seats[seat('x')]?.role).toBe('participant');
});

test('[L3] admission seats; before it nothing is in the roster', () => {
  const waiting = given(present('chair', 'chair'), knock('x'));
  expect(waiting.state.roster.people[person('p-x')]).toBeUndefined();
  const state = waiting.when({ type: 'lobby/admit', seat: seat('x') }, by('chair'), 70).brings(
    { type: 'lobby/admitted', seat: seat('x') },
    {
      type: 'participants/seated',
      seat: {
        id: seat('x'),
        person: person('p-x'),
        role: 'participant',
        language: 'en',
        presence: { kind: 'expected' },
        seatedAt: instant(70),
      },
      person: { id: person('p-x'), name: { asWritten: 'x' }, positions: [] },
    },
  );
  expect(state.lobby.knocks).toEqual({});
  expect(state.roster.people[person('p-x')]).toBeDefined();
});

test('[L4] all are seated in the order of their knocks', () => {
  const { entries } = given(
    { ...knock('zoe'), at: 1 },
    { ...knock('ben'), at: 5 },
    { ...knock('abe'), at: 5 },
    step({ type: 'lobby/admitAll' }, host, 6),
  );
  const seated = entries
    .at(-1)
    ?.events.flatMap((event) => (event.type === 'participants/seated' ? [event.seat.id] : []));
  expect(seated).toEqual(['zoe', 'abe', 'ben']);
});

test('[L5] the turned away and the removed stay out', () => {
  given({ ...knock('new') }, step({ type: 'lobby/turnAway', seat: seat('new') }))
    .when(knocking, door)
    .refused('lobby/turnedAway');
  given(present('new'), step({ type: 'participants/remove', seat: seat('new') }))
    .when(knocking, door)
    .refused('lobby/turnedAway');
});

test('[L6] nobody knocks twice, nobody is admitted who does not wait', () => {
  given(knock('new')).when(knocking, door).refused('lobby/alreadyKnown');
  given(present('new')).when(knocking, door).refused('lobby/alreadyKnown');
  given()
    .when({ type: 'lobby/admit', seat: seat('new') })
    .refused('lobby/notWaiting');
  given()
    .when({ type: 'lobby/turnAway', seat: seat('new') })
    .refused('lobby/notWaiting');
  given().when({ type: 'lobby/admitAll' }).refused('lobby/nobodyWaiting');
});

test('[L9] an opened door lets in those who wait, in the order of their knocks', () => {
  const { state, entries } = given(
    { ...knock('zoe'), at: 1 },
    { ...knock('abe'), at: 5 },
    step({ type: 'lobby/setDoor', door: 'open' }, host, 6),
  );
  expect(entries.at(-1)?.events.map((event) => event.type)).toEqual([
    'lobby/doorSet',
    'lobby/admitted',
    'participants/seated',
    'lobby/admitted',
    'participants/seated',
  ]);
  expect(Object.keys(state.participants.seats)).toEqual(['zoe', 'abe']);
  expect(state.lobby.knocks).toEqual({});
});

test('[L7] who leaves the lobby may knock again', () => {
  given(knock('new'))
    .when({ type: 'participants/leave', seat: seat('new') }, door)
    .brings({ type: 'lobby/withdrawn', seat: seat('new') });
  const { state } = given(knock('new'), step({ type: 'participants/leave', seat: seat('new') }, door), knock('new'));
  expect(Object.keys(state.lobby.knocks)).toEqual(['new']);
});

test('[L8] a guest is of an organization that is known or brought along', () => {
  const acme = { id: organization('acme'), name: { en: 'Acme' } };
  const of = { ...knocking, person: { ...guest, positions: [{ title: {}, organization: acme.id }] } };
  given().when(of, door).refused('roster/unknownOrganization');
  expect(given(step({ ...of, organization: acme }, door)).state.lobby.knocks[seat('new')]?.organization).toEqual(acme);
});

test('[P1] arriving opens one visit', () => {
  const arrived = given(knock('x', 'speaker'), step({ type: 'participants/arrive', seat: seat('x') }, door, 5));
  expect(arrived.state.participants.visits).toEqual([{ seat: 'x', from: 5 }]);
  arrived.when({ type: 'participants/arrive', seat: seat('x') }, door, 9).brings();
});

const lost = [
  ...liveWorkshop,
  step({ type: 'floor/raiseHand' }, by('bob')),
  step({ type: 'floor/give', seat: seat('ann') }),
  ...['ann', 'bob'].map((name) => step({ type: 'participants/loseConnection', seat: seat(name) }, door, 1000)),
];

test('[P2] a short loss costs nothing', () => {
  const { state } = given(
    lost,
    step({ type: 'participants/arrive', seat: seat('ann') }, door, 9000),
    step({ type: 'participants/arrive', seat: seat('bob') }, door, 9000),
  );
  expect(state.floor.holder?.seat).toBe('ann');
  expect(state.floor.queue.map((hand) => hand.seat)).toEqual(['bob']);
  expect(state.participants.visits.filter((visit) => visit.seat === seat('ann'))).toEqual([{ seat: 'ann', from: 0 }]);
});

test('[P3] a long loss ends the visit at the loss', () => {
  const ripe = 1000 + PRESENCE_GRACE_MS;
  given(lost)
    .when({ type: 'participants/giveUpWaiting', seat: seat('bob') }, clock, ripe - 1)
    .refused('participants/notLost');
  const state = given(lost)
    .when({ type: 'participants/giveUpWaiting', seat: seat('bob') }, clock, ripe)
    .brings(
      { type: 'floor/handLowered', seat: seat('bob') },
      { type: 'participants/left', seat: seat('bob'), reason: 'silence' },
    );
  expect(state.participants.visits.find((visit) => visit.seat === seat('bob'))?.until).toBe(1000);
});

test('[P4] leaving clears floor and spotlight', () => {
  given(
    liveWorkshop,
    step({ type: 'floor/give', seat: seat('ann') }),
    step({ type: 'stage/spotlight', seat: seat('ann') }),
  )
    .when({ type: 'participants/leave', seat: seat('ann') }, door, 40)
    .brings(
      { type: 'floor/ended', seat: seat('ann') },
      { type: 'stage/spotlit', seat: null },
      { type: 'participants/left', seat: seat('ann'), reason: 'own' },
    );
});

test('[P5] the chair assigns roles', () => {
  given(liveWorkshop)
    .when({ type: 'participants/assignRole', seat: seat('ann'), role: 'speaker' }, by('chair'))
    .brings({ type: 'participants/roleAssigned', seat: seat('ann'), role: 'speaker' });
  given(liveWorkshop)
    .when({ type: 'participants/assignRole', seat: seat('ann'), role: 'participant' }, by('chair'))
    .refused('participants/sameRole');
  given(liveWorkshop)
    .when({ type: 'participants/assignRole', seat: seat('ann'), role: 'speaker' }, by('co'))
    .refused('permission/denied');
});

test('[P6] the last chair stays', () => {
  given(liveWorkshop)
    .when({ type: 'participants/assignRole', seat: seat('chair'), role: 'observer' }, by('chair'))
    .refused('participants/lastChair');
  given(liveWorkshop)
    .when({ type: 'participants/remove', seat: seat('chair') }, host)
    .refused('participants/lastChair');
});

test('[P7] an observer neither waits nor speaks nor is shown large', () => {
  given(
    liveWorkshop,
    step({ type: 'floor/raiseHand' }, by('ann')),
    step({ type: 'stage/spotlight', seat: seat('ann') }),
  )
    .when({ type: 'participants/assignRole', seat: seat('ann'), role: 'observer' }, by('chair'))
    .brings(
      { type: 'floor/handLowered', seat: seat('ann') },
      { type: 'stage/spotlit', seat: null },
      { type: 'participants/roleAssigned', seat: seat('ann'), role: 'observer' },
    );
});

test('[P8] nobody removes the own seat, no co-chair a chair', () => {
  given(liveWorkshop)
    .when({ type: 'participants/remove', seat: seat('co') }, by('co'))
    .refused('participants/notYourself');
  given(liveWorkshop, present('second', 'chair'))
    .when({ type: 'participants/remove', seat: seat('second') }, by('co'))
    .refused('permission/denied');
});

test('[P9] removal is at once', () => {
  const state = given(liveWorkshop, step({ type: 'floor/raiseHand' }, by('ann')))
    .when({ type: 'participants/remove', seat: seat('ann') }, by('co'), 30)
    .brings({ type: 'floor/handLowered', seat: seat('ann') }, { type: 'participants/removed', seat: seat('ann') });
  expect(state.participants.seats[seat('ann')]).toBeUndefined();
  expect(state.participants.removed[seat('ann')]).toMatchObject({ at: 30, seat: { person: 'p-ann' } });
});

test('[P10] who was removed still attended', () => {
  const { state } = given(
    { ...step({ type: 'session/begin' }), at: 2000 },
    knock('ann', 'speaker'),
    step({ type: 'participants/arrive', seat: seat('ann') }, door, 3000),
    step({ type: 'participants/remove', seat: seat('ann') }, host, 7000),
  );
  expect(attendance(state, instant(10_000))).toEqual([{ person: 'p-ann', ms: 4000 }]);
});

test('[D1] the lost have deadlines, the holder of the floor two', () => {
  expect(deadlines(given(lost).state).filter(({ command }) => 'seat' in command)).toEqual([
    { at: 1000 + FLOOR_GRACE_MS, command: { type: 'floor/giveUpWaiting', seat: 'ann' } },
    { at: 1000 + PRESENCE_GRACE_MS, command: { type: 'participants/giveUpWaiting', seat: 'ann' } },
    { at: 1000 + PRESENCE_GRACE_MS, command: { type: 'participants/giveUpWaiting', seat: 'bob' } },
  ]);
});

test('[D2] every deadline is accepted when it has come and refused a moment before', () => {
  const workshop = given(lost);
  const waiting = deadlines(workshop.state);
  for (const { at, command } of waiting) {
    workshop.when(command, clock, at - 1).refused('seat' in command ? 'participants/notLost' : 'agenda/notYet');
    const { state } = given(lost, step(command, clock, at));
    expect(deadlines(state)).not.toContainEqual({ at, command });
  }
});

test('[P1] attendance counts each person once, within the session, over all visits', () => {
  const { state } = given(
    { ...step({ type: 'session/begin' }), at: 2000 },
    knock('ann', 'speaker'),
    knock('bob', 'speaker'),
    step({ type: 'participants/arrive', seat: seat('ann') }, door, 0),
    step({ type: 'participants/arrive', seat: seat('bob') }, door, 4000),
    step({ type: 'participants/leave', seat: seat('ann') }, door, 5000),
    step({ type: 'participants/arrive', seat: seat('ann') }, door, 9000),
  );
  expect(attendance(state, instant(10_000))).toEqual([
    { person: 'p-bob', ms: 6000 },
    { person: 'p-ann', ms: 4000 },
  ]);
  expect(attendance(state, instant(10_000), 5000).map((one) => one.person)).toEqual(['p-bob']);
  expect(attendance(given(knock('ann', 'speaker')).state, instant(10_000))).toEqual([]);
});
