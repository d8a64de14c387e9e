import { expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/ids.ts';
import { attendanceRows, agendaRows, talkTimeRows } from '../../../shared/records/tables.ts';
import { toCsv } from '../../../shared/records/csv.ts';
import { attendanceReport } from '../../../shared/workshop/attendance/selectors.ts';
import { CHECK_MS } from '../../../shared/workshop/attendance/types.ts';
import { DESK_MESSAGES } from '../../../shared/workshop/desk/types.ts';
import { entryFor, viewFor } from '../../../shared/workshop/view-for.ts';
import {
  by,
  door,
  given,
  host,
  item,
  liveWorkshop,
  organization,
  person,
  present,
  seat,
  step,
  type Step,
} from '../../support/workshop-spec.ts';

const asked = [...liveWorkshop, step({ type: 'attendance/ask' }, by('chair'), 0)];

test('[W1] the desk asks whoever is connected, one check at a time', () => {
  const lost = step({ type: 'participants/loseConnection', seat: seat('bob') }, door);
  given(liveWorkshop, lost)
    .when({ type: 'attendance/ask' }, by('chair'))
    .brings({ type: 'attendance/asked', seats: ['ann', 'chair', 'co', 'eye'].map(seat) });
  given(asked)
    .when({ type: 'attendance/ask' }, by('chair'), CHECK_MS - 1)
    .refused('attendance/alreadyAsking');
  expect(given(asked, step({ type: 'attendance/ask' }, by('co'), CHECK_MS)).state.attendance.checks).toHaveLength(2);
  given(asked).when({ type: 'attendance/ask' }, by('ann')).refused('permission/denied');
  given(present('chair', 'chair')).when({ type: 'attendance/ask' }, by('chair')).refused('session/notLive');
});

test('[W2] who was asked answers once, in time', () => {
  const state = given(asked)
    .when({ type: 'attendance/answer' }, by('ann'), 5)
    .brings({ type: 'attendance/answered', seat: seat('ann') });
  expect(state.attendance.checks[0]?.answered).toEqual(['ann']);
  given(asked, step({ type: 'attendance/answer' }, by('ann')))
    .when({ type: 'attendance/answer' }, by('ann'))
    .brings();
  given(asked).when({ type: 'attendance/answer' }, by('ann'), CHECK_MS).refused('attendance/notAsked');
  given(asked, present('late')).when({ type: 'attendance/answer' }, by('late')).refused('attendance/notAsked');
});

const member = (name: string, of: string) =>
  step({
    type: 'roster/putPerson',
    person: {
      id: person(`p-${name}`),
      name: { asWritten: name },
      positions: [{ title: { en: 'Member' }, organization: organization(of) }],
    },
  });
const from = (name: string, country: string) =>
  step({ type: 'roster/putOrganization', organization: { id: organization(name), name: { en: name }, country } });
const held = [
  ...liveWorkshop,
  from('acme', 'CN'),
  from('ngo', 'DE'),
  member('ann', 'acme'),
  member('bob', 'acme'),
  member('co', 'ngo'),
  step({ type: 'participants/leave', seat: seat('bob') }, door, 4 * 60_000),
  step({ type: 'session/end' }, host, 60 * 60_000),
];
const names = (...more: readonly Step[]) =>
  attendanceReport(given(held, ...more).state, instant(9e9)).people.map((one) => one.person);

test('[W3] who opts out is neither named nor counted, also after the end', () => {
  const out = step({ type: 'attendance/optOut', out: true }, by('ann'));
  expect(names(out)).not.toContain('p-ann');
  expect(names(out, step({ type: 'attendance/optOut', out: false }, by('ann')))).toContain('p-ann');
  given(held, out).when({ type: 'attendance/optOut', out: true }, by('ann')).brings();
});

test('[W4] attended counts each person once from the minimum on, with organization and country', () => {
  const minimum = step({ type: 'attendance/setMinimum', minutes: 5 }, by('chair'));
  expect(names()).toContain('p-bob');
  expect(names(minimum)).not.toContain('p-bob');
  expect(attendanceReport(given(held).state, instant(9e9))).toMatchObject({ organizations: 2, countries: 2 });
  given(held, minimum).when({ type: 'attendance/setMinimum', minutes: 5 }, by('chair')).brings();
});

test('[K1] chair, co-chairs and rapporteur speak among themselves', () => {
  const table = [...liveWorkshop, ...present('rap', 'rapporteur')];
  for (const name of ['chair', 'co', 'rap'])
    given(table)
      .when({ type: 'desk/say', text: 'Time' }, by(name))
      .brings({ type: 'desk/said', seat: seat(name), text: 'Time' });
  given(table).when({ type: 'desk/say', text: 'Time' }, by('ann')).refused('permission/denied');
  const many = Array.from({ length: DESK_MESSAGES + 3 }, (_, n) => step({ type: 'desk/say', text: `${n}` }, by('rap')));
  const { messages } = given(table, step({ type: 'session/end' }), many).state.desk;
  expect([messages.length, messages[0]?.text]).toEqual([DESK_MESSAGES, '3']);
});

test('[K2] nobody else sees the desk’s channel', () => {
  const said = given(liveWorkshop, present('rap', 'rapporteur'), step({ type: 'desk/say', text: 'Time' }, by('chair')));
  const last = said.entries.at(-1);
  const seen = (name: string) => ({
    messages: viewFor(said.state, seat(name)).desk.messages.length,
    events: last && entryFor(last, said.state, seat(name)).events.length,
  });
  expect(['chair', 'co', 'rap'].map(seen)).toEqual(Array(3).fill({ messages: 1, events: 1 }));
  expect(['ann', 'eye'].map(seen)).toEqual(Array(2).fill({ messages: 0, events: 0 }));
  expect(viewFor(said.state, seat('rap')).lobby).toEqual(viewFor(said.state, seat('ann')).lobby);
});

test('[F13] talk times, attendance and agenda leave as tables, and no name runs as a formula', () => {
  const { state } = given(
    liveWorkshop,
    step({ type: 'agenda/begin', item: item('one') }, host, 0),
    step({ type: 'floor/give', seat: seat('ann') }, host, 0),
    step({ type: 'floor/takeBack' }, host, 90_000),
    step({ type: 'agenda/endItem' }, host, 660_000),
  );
  expect(talkTimeRows(state, instant(700_000), 'en')).toContainEqual(['Person', 'ann', 90, 1]);
  expect(talkTimeRows(state, instant(700_000), 'zh-Hans')).toContainEqual(['语言', '英语', 90, 1]);
  expect(agendaRows(state, instant(700_000), 'en')[1]?.slice(0, 4)).toEqual(['Discussion', 600, 660, 0]);
  expect(attendanceRows(state, instant(700_000), 'en')[1]).toEqual(['ann', '', '', 12]);
  expect(toCsv([['=SUM(A1)', 'a "b", c', 3]])).toBe('\ufeff\'=SUM(A1),"a ""b"", c",3\r\n');
});
