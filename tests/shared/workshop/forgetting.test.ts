// What may be forgotten, by whom, and that the log that is left tells the same workshop.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullName } from '../../../shared/directory/names.ts';
import { instant } from '../../../shared/kernel/ids.ts';
import { attendanceReport } from '../../../shared/workshop/attendance/selectors.ts';
import { replay } from '../../../shared/workshop/decider.ts';
import { rewrittenBy } from '../../../shared/workshop/erasing.ts';
import { seatEver } from '../../../shared/workshop/participants/selectors.ts';
import type { Entry } from '../../../shared/workshop/workshop.ts';
import { aStory, tell } from '../../support/random-workshop.ts';
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

const forget = (name: string) => ({ type: 'participants/anonymize', person: person(`p-${name}`) }) as const;
const removed = (name: string) => ({ type: 'participants/removed', seat: seat(name) }) as const;
const anonymized = (name: string, number = 1) =>
  ({ type: 'participants/anonymized', person: person(`p-${name}`), number }) as const;
const ended = [...liveWorkshop, step({ type: 'session/end' }, host, 600_000)];
const everybodyGone = ['chair', 'co', 'ann', 'bob', 'eye'].map((name) =>
  step({ type: 'participants/leave', seat: seat(name) }, door, 700_000),
);

/** The log as the store keeps it: rewritten as its events say. */
const kept = (entries: readonly Entry[]): readonly Entry[] =>
  entries.reduce<readonly Entry[]>((before, entry) => {
    const rewritten = new Map(rewrittenBy(entry.events, before).map((one) => [one.seq, one]));
    return [...before.map((one) => rewritten.get(one.seq) ?? one), entry];
  }, []);

test('[P12] a name is taken away by its owner, the chair or the host, once; label, organization and deeds stay', () => {
  const acme = step({
    type: 'roster/putOrganization',
    organization: { id: organization('acme'), name: { en: 'Acme' } },
  });
  const put = step({
    type: 'roster/putPerson',
    person: {
      id: person('p-ann'),
      name: { asWritten: 'Ann Other' },
      honorific: 'dr',
      positions: [{ title: { en: 'Head' }, organization: organization('acme') }, { title: { en: 'Poet' } }],
    },
  });
  const spoken = step({ type: 'floor/raiseHand', kind: 'contribution' }, by('ann'));
  for (const who of [by('ann'), by('chair'), host]) {
    const state = given(liveWorkshop, acme, put, spoken)
      .when(forget('ann'), who)
      .brings({ type: 'floor/handLowered', seat: seat('ann') }, removed('ann'), anonymized('ann'));
    const { people } = state.roster;
    expect(people[person('p-ann')]).toEqual({
      id: 'p-ann',
      name: { neutral: 1 },
      positions: [{ title: {}, organization: 'acme' }],
    });
    expect(fullName({ neutral: 7 }, 'en')).toBe('Participant 7');
    expect(fullName({ neutral: 7 }, 'zh-Hans')).toBe('参会者7');
    expect(seatEver(state, seat('ann'))?.person).toBe('p-ann');
  }
  given(liveWorkshop).when(forget('ann'), by('bob')).refused('permission/denied');
  given(liveWorkshop).when(forget('ann'), by('co')).refused('permission/denied');
  given(liveWorkshop).when(forget('nobody'), host).refused('roster/unknownPerson');
  const once = [...liveWorkshop, step(forget('ann'))];
  given(once).when(forget('ann'), host).refused('participants/anonymous');
  given(once).when(forget('bob'), host).brings(removed('bob'), anonymized('bob', 2));
});

test('[P13] the seat goes, a knock is turned away, and the last chair’s seat stays empty', () => {
  given(liveWorkshop, step(forget('ann')), knock('other'))
    .when(
      {
        type: 'lobby/knock',
        seat: seat('ann'),
        person: { id: person('p-ann'), name: { asWritten: 'x' }, positions: [] },
        role: 'participant',
        language: 'en',
      },
      door,
    )
    .refused('lobby/turnedAway');
  given(liveWorkshop, knock('new'))
    .when(forget('new'), host)
    .brings({ type: 'lobby/turnedAway', seat: seat('new') }, anonymized('new'));
  const state = given(ended)
    .when(forget('chair'), by('chair'))
    .brings({ type: 'participants/left', seat: seat('chair'), reason: 'own' }, anonymized('chair'));
  expect(state.participants.seats[seat('chair')]).toMatchObject({ role: 'chair', presence: { kind: 'gone' } });
});

test('[P14] the last chair of a live session keeps the name until it is over', () => {
  given(liveWorkshop).when(forget('chair'), by('chair')).refused('participants/lastChair');
  given(liveWorkshop, present('second', 'chair'))
    .when(forget('chair'), by('chair'))
    .brings(removed('chair'), anonymized('chair'));
});

test('[O8] an entry without a name is not put again', () => {
  const entry = { id: person('p-ann'), name: { asWritten: 'Ann' }, positions: [] };
  given(liveWorkshop, step(forget('ann')))
    .when({ type: 'roster/putPerson', person: entry }, by('chair'))
    .refused('participants/anonymous');
});

test('[W5] coming and going is condensed by the clock after the end, and the report stays the same', () => {
  const lost = step({ type: 'participants/loseConnection', seat: seat('ann') }, door, 100_000);
  const back = step({ type: 'participants/arrive', seat: seat('ann') }, door, 150_000);
  const out = step({ type: 'participants/leave', seat: seat('bob') }, door, 300_000);
  const [end, ...rest] = ended.slice(-1);
  if (!end) throw new Error('no end');
  const story = [
    ...ended.slice(0, -1),
    lost,
    back,
    out,
    end,
    ...rest,
    ...everybodyGone.filter((one) => !('seat' in one.command && one.command.seat === 'bob')),
  ];
  const before = given(story);
  const after = given(story, step({ type: 'attendance/condense' }, clock, 800_000));
  const now = instant(900_000);
  expect(attendanceReport(after.state, now)).toEqual(attendanceReport(before.state, now));
  expect(attendanceReport(after.state, now).people[0]?.ms).toBe(600_000);
  expect(JSON.stringify(kept(after.entries))).not.toMatch(/connectionLost|"participants\/left"|participants\/arrived/);
  given(liveWorkshop).when({ type: 'attendance/condense' }, clock).refused('session/notEnded');
  given(ended).when({ type: 'attendance/condense' }, clock).brings();
  given(ended).when({ type: 'attendance/condense' }, by('chair')).refused('permission/denied');
});

test('[K3] after the end the desk’s words are forgotten, those to who waited too', () => {
  const said = [
    step({ type: 'desk/say', text: 'Among us' }, by('chair')),
    step({ type: 'lobby/tellWaiting', text: 'Soon' }, by('chair')),
  ];
  given(liveWorkshop, said).when({ type: 'desk/forget' }, clock).refused('session/notEnded');
  const after = given(liveWorkshop, said, step({ type: 'session/end' }), step({ type: 'desk/forget' }, clock));
  expect(after.state.desk.messages).toEqual([]);
  expect(after.state.lobby.message).toBeNull();
  expect(JSON.stringify(kept(after.entries))).not.toMatch(/Among us|Soon/);
});

test('[G4] what is to be forgotten leaves every earlier entry, which else stays as it was', () => {
  const barred = step({ type: 'lobby/ban', seat: seat('bob'), scope: [] }, by('chair'));
  const put = step({
    type: 'roster/putPerson',
    person: { id: person('p-bob'), name: { asWritten: 'Robert' }, positions: [] },
  });
  const { entries } = given(liveWorkshop, put, barred, step(forget('bob'), host));
  const left = kept(entries);
  expect(JSON.stringify(left)).not.toMatch(/Robert|"asWritten":"bob"/);
  expect(left.map(({ seq, cause, at, by: who }) => [seq, cause, at, who])).toEqual(
    entries.map(({ seq, cause, at, by: who }) => [seq, cause, at, who]),
  );
  expect(JSON.stringify(left)).toContain('"asWritten":"ann"');
});

test('[G5] replaying the rewritten log gives the live state', () => {
  fc.assert(
    fc.property(aStory, (story) => {
      const { states, entries } = tell(story);
      expect(replay(kept(entries))).toEqual(states.at(-1));
    }),
    { numRuns: 200 },
  );
});
