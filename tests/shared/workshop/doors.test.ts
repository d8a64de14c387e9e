import { expect, test } from 'vitest';
import type { Person } from '../../../shared/directory/person.ts';
import { isSameName } from '../../../shared/directory/same-name.ts';
import { instant } from '../../../shared/kernel/ids.ts';
import { waiting } from '../../../shared/workshop/lobby/selectors.ts';
import { viewFor } from '../../../shared/workshop/view-for.ts';
import {
  by,
  door,
  given,
  host,
  knock,
  liveWorkshop,
  person,
  present,
  seat,
  step,
} from '../../support/workshop-spec.ts';

const qian: Person = {
  id: person('qian'),
  name: {
    latin: { family: 'Qian', given: 'Jingjing', order: 'family-first' },
    han: { family: '钱', given: '京京' },
  },
  positions: [{ title: { en: 'Program Director' } }],
};
const goodall: Person = {
  id: person('goodall'),
  name: { latin: { family: 'Goodall', given: 'Jane', order: 'given-first' } },
  positions: [],
};
const roster = [
  step({ type: 'roster/putPerson', person: qian }),
  step({ type: 'roster/putPerson', person: goodall }),
] as const;
const typed = (who: string, name: string, role: 'participant' | 'speaker' = 'participant') =>
  step(
    {
      type: 'lobby/knock',
      seat: seat(who),
      person: { id: person(`p-${who}`), name: { asWritten: name }, positions: [] },
      role,
      language: 'en',
    },
    door,
  );

test('[L10] a guest whom the roster knows by either script is seated as the roster has it', () => {
  for (const name of ['Ms. QIAN Jingjing', 'jingjing qian', '钱京京', '钱京京女士', 'Qián Jīngjīng']) {
    const { state } = given(roster, typed('x', name), step({ type: 'lobby/admit', seat: seat('x') }));
    expect(state.participants.seats[seat('x')]?.person, name).toBe('qian');
    expect(state.roster.people[person('qian')]).toEqual(qian);
    expect(state.roster.people[person('p-x')]).toBeUndefined();
  }
  expect(given(roster, typed('x', '钱京京', 'speaker')).state.participants.seats[seat('x')]?.person).toBe('qian');
});

test('[L10] nobody takes an entry that is taken, that two share, or by walking in', () => {
  const twice = given(roster, typed('x', '钱京京'), typed('y', 'Jingjing Qian'), step({ type: 'lobby/admitAll' }));
  expect(twice.state.participants.seats[seat('x')]?.person).toBe('qian');
  expect(twice.state.participants.seats[seat('y')]?.person).toBe('p-y');
  const namesake = step({ type: 'roster/putPerson', person: { ...goodall, id: person('other') } });
  const shared = given(roster, namesake, typed('x', 'Jane Goodall'), step({ type: 'lobby/admitAll' }));
  expect(shared.state.participants.seats[seat('x')]?.person).toBe('p-x');
  const open = given(roster, step({ type: 'lobby/setDoor', door: 'open' }), typed('x', '钱京京'));
  expect(open.state.participants.seats[seat('x')]?.person).toBe('p-x');
});

test('[L11] all on the roster, and no others', () => {
  const { state } = given(
    roster,
    typed('a', 'Somebody Else'),
    typed('b', 'Jane Goodall'),
    typed('c', '钱京京'),
    step({ type: 'lobby/admitRoster' }),
  );
  expect(Object.keys(state.participants.seats)).toEqual(['b', 'c']);
  expect(Object.keys(state.lobby.knocks)).toEqual(['a']);
  given(roster, typed('a', 'Somebody')).when({ type: 'lobby/admitRoster' }).refused('lobby/nobodyOnRoster');
});

test('names are compared without what is no name', () => {
  const same = (one: string, other: string) => isSameName({ asWritten: one }, { asWritten: other });
  expect(same('Dr Ann  O’Neil', 'ann oneil')).toBe(true);
  expect(same('José', 'Jose')).toBe(true);
  expect(same('Ann', 'Anna')).toBe(false);
  expect(same('…', '…')).toBe(false);
});

test('[L12] who is sent back waits with the role, and nothing of the floor is left', () => {
  const state = given(liveWorkshop, step({ type: 'floor/give', seat: seat('ann') }))
    .when({ type: 'lobby/sendBack', seat: seat('ann') }, by('co'), 50)
    .brings(
      { type: 'floor/ended', seat: seat('ann') },
      { type: 'participants/sentBack', seat: seat('ann') },
      {
        type: 'lobby/knocked',
        knock: {
          seat: seat('ann'),
          person: { id: person('p-ann'), name: { asWritten: 'ann' }, positions: [] },
          role: 'participant',
          language: 'en',
          again: true,
          since: instant(50),
        },
      },
    );
  expect(state.participants.seats[seat('ann')]).toBeUndefined();
  expect(state.participants.removed).toEqual({});
  expect(state.participants.visits.find((visit) => visit.seat === 'ann')?.until).toBe(50);
  const again = given(
    liveWorkshop,
    step({ type: 'lobby/sendBack', seat: seat('ann') }, by('co')),
    step({ type: 'lobby/admit', seat: seat('ann') }, by('co')),
  );
  expect(again.state.participants.seats[seat('ann')]?.role).toBe('participant');
  given(liveWorkshop)
    .when({ type: 'lobby/sendBack', seat: seat('nobody') }, by('co'))
    .refused('participants/unknownSeat');
});

test('[L13] the own seat, the last chair and a chair before a co-chair are spared', () => {
  for (const command of [
    { type: 'lobby/sendBack' },
    { type: 'lobby/ban', scope: [] },
    { type: 'participants/remove' },
  ] as const) {
    const two = given(liveWorkshop, present('second', 'chair'));
    two.when({ ...command, seat: seat('co') }, by('co')).refused('participants/notYourself');
    two.when({ ...command, seat: seat('second') }, by('co')).refused('permission/denied');
    given(liveWorkshop)
      .when({ ...command, seat: seat('chair') }, host)
      .refused('participants/lastChair');
  }
});

test('[L14] a word to those waiting stays until it is taken back', () => {
  const told = given(liveWorkshop, step({ type: 'lobby/tellWaiting', text: 'Ten minutes.' }, by('co'), 7), knock('x'));
  expect(viewFor(told.state, seat('x')).lobby.message).toEqual({ text: 'Ten minutes.', at: 7 });
  told.when({ type: 'lobby/tellWaiting', text: 'Ten minutes.' }, by('co')).brings();
  const state = told
    .when({ type: 'lobby/tellWaiting', text: null }, by('co'))
    .brings({ type: 'lobby/told', text: null });
  expect(state.lobby.message).toBeNull();
});

test('[L15] after closing nobody new of a role that knocks comes in', () => {
  const closed = given(knock('early'), step({ type: 'lobby/setClosing', at: instant(100) }));
  const late = { ...knock('late').command, type: 'lobby/knock' } as Parameters<typeof closed.when>[0];
  closed.when(late, door, 100).refused('lobby/closed');
  expect(closed.state.lobby.closesAt).toBe(100);
  const open = given(
    step({ type: 'lobby/setDoor', door: 'open' }),
    step({ type: 'lobby/setClosing', at: instant(100) }),
  );
  open.when(late, door, 100).refused('lobby/closed');
  const reopened = given(
    step({ type: 'lobby/setClosing', at: instant(100) }),
    step({ type: 'lobby/setClosing', at: null }),
    { ...knock('late'), at: 200 },
    { ...knock('speaker', 'speaker'), at: 200 },
  );
  expect(Object.keys(reopened.state.lobby.knocks)).toEqual(['late']);
  const passing = given(step({ type: 'lobby/setClosing', at: instant(100) }), {
    ...knock('speaker', 'speaker'),
    at: 200,
  });
  expect(passing.state.participants.seats[seat('speaker')]).toBeDefined();
  const admitted = given(knock('early'), step({ type: 'lobby/setClosing', at: instant(0) }), {
    ...step({ type: 'lobby/admit', seat: seat('early') }),
    at: 900,
  });
  expect(admitted.state.participants.seats[seat('early')]).toBeDefined();
});

test('[L16] barring removes or turns away, and keeps the name', () => {
  const seated = given(liveWorkshop)
    .when({ type: 'lobby/ban', seat: seat('ann'), scope: ['browser', 'browser'] }, by('co'), 9)
    .brings(
      { type: 'participants/removed', seat: seat('ann') },
      {
        type: 'lobby/banned',
        ban: { seat: seat('ann'), person: person('p-ann'), name: { asWritten: 'ann' }, scope: ['browser'] },
      },
    );
  expect(seated.lobby.banned[seat('ann')]).toMatchObject({ at: 9, name: { asWritten: 'ann' } });
  given(liveWorkshop, step({ type: 'participants/remove', seat: seat('ann') }, by('co')))
    .when({ type: 'lobby/ban', seat: seat('ann'), scope: [] }, by('co'))
    .brings({
      type: 'lobby/banned',
      ban: { seat: seat('ann'), person: person('p-ann'), name: { asWritten: 'ann' }, scope: [] },
    });
  const waits = given(liveWorkshop, knock('x'), step({ type: 'lobby/ban', seat: seat('x'), scope: [] }, by('co')));
  expect(waits.state.lobby.turnedAway[seat('x')]).toBeDefined();
  waits.when({ type: 'lobby/ban', seat: seat('x'), scope: [] }, by('co')).refused('lobby/alreadyBanned');
  given(liveWorkshop)
    .when({ type: 'lobby/ban', seat: seat('ghost'), scope: [] }, by('co'))
    .refused('participants/unknownSeat');
});

test('[L17] what is barred may be allowed again', () => {
  const story = [...liveWorkshop, step({ type: 'lobby/ban', seat: seat('ann'), scope: [] }, by('co'))];
  const state = given(story)
    .when({ type: 'lobby/unban', seat: seat('ann') }, by('co'))
    .brings({ type: 'lobby/unbanned', seat: seat('ann') });
  expect(state.lobby.banned).toEqual({});
  expect(state.participants.removed[seat('ann')]).toBeDefined();
  given(liveWorkshop)
    .when({ type: 'lobby/unban', seat: seat('ann') }, by('co'))
    .refused('lobby/notBanned');
});

test('[L9] the opened door seats nobody who was sent back', () => {
  const { state } = given(
    liveWorkshop,
    knock('x'),
    step({ type: 'lobby/sendBack', seat: seat('ann') }, by('co')),
    step({ type: 'lobby/setDoor', door: 'open' }, by('co')),
  );
  expect(Object.keys(state.lobby.knocks)).toEqual(['ann']);
  expect(state.participants.seats[seat('x')]).toBeDefined();
});

test('[L18] somebody known as removed waits for the desk', () => {
  for (const role of ['speaker', 'participant'] as const) {
    const { command } = knock('x', role);
    const { state } = given(
      step({ type: 'lobby/setDoor', door: 'open' }),
      step({ ...command, again: true } as typeof command, door),
    );
    expect(Object.keys(state.lobby.knocks)).toEqual(['x']);
  }
});

test('[L19] the door expels, and nobody else may', () => {
  given(liveWorkshop)
    .when({ type: 'participants/expel', seat: seat('ann') }, door)
    .brings({ type: 'participants/removed', seat: seat('ann') });
  given(knock('x'))
    .when({ type: 'participants/expel', seat: seat('x') }, door)
    .brings({ type: 'lobby/turnedAway', seat: seat('x') });
  given(liveWorkshop)
    .when({ type: 'participants/expel', seat: seat('ann') }, by('chair'))
    .refused('permission/denied');
  given(liveWorkshop)
    .when({ type: 'participants/expel', seat: seat('chair') }, door)
    .refused('participants/lastChair');
});

test('[L20] the queue of knocks survives a change of chair', () => {
  const { state } = given(
    liveWorkshop,
    knock('x'),
    step({ type: 'participants/assignRole', seat: seat('bob'), role: 'chair' }, by('chair')),
    step({ type: 'participants/assignRole', seat: seat('chair'), role: 'observer' }, by('bob')),
    step({ type: 'participants/leave', seat: seat('chair') }, door),
    knock('y'),
  );
  expect(waiting(viewFor(state, seat('bob')).lobby).map((one) => one.seat)).toEqual(['x', 'y']);
  expect(viewFor(state, seat('chair')).lobby.knocks).toEqual({});
});

test('[P11] the chair comes back in every phase and from every state of the connection', () => {
  const phases = [
    present('chair', 'chair'),
    [...present('chair', 'chair'), step({ type: 'session/begin' })],
    [...present('chair', 'chair'), step({ type: 'session/begin' }), step({ type: 'session/end' })],
  ];
  const ways = [
    [step({ type: 'participants/loseConnection', seat: seat('chair') }, door)],
    [step({ type: 'participants/leave', seat: seat('chair') }, door)],
    [
      step({ type: 'lobby/setClosing', at: instant(0) }),
      step({ type: 'participants/leave', seat: seat('chair') }, door),
    ],
  ];
  for (const phase of phases)
    for (const way of ways) {
      const { state } = given(phase, way, step({ type: 'participants/arrive', seat: seat('chair') }, door));
      expect(state.participants.seats[seat('chair')]).toMatchObject({ role: 'chair', presence: { kind: 'here' } });
    }
});
