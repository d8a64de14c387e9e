/** Talk times, attendance and planned against actual of a workshop, as rows with a head. Owns what stands in each column; times in whole seconds. */
import type { Instant } from '../kernel/ids.ts';
import { textIn, type Language } from '../kernel/language.ts';
import { say } from '../languages/area.ts';
import { recordsArea, type RecordsPhrase } from '../languages/areas/records.ts';
import { plannedAndActual } from '../workshop/agenda/selectors.ts';
import { attendanceReport } from '../workshop/attendance/selectors.ts';
import { talkTimeTable, type TalkTime } from '../workshop/floor/talk-times.ts';
import type { WorkshopState } from '../workshop/workshop.ts';
import { heads, iso, itemTitle, organizationName, personName, seconds, type Rows } from './rows.ts';

export const talkTimeRows = (state: WorkshopState, now: Instant, language: Language): Rows => {
  const { people: all, organizations, items, languages } = talkTimeTable(state, now);
  const people = all.filter(({ key }) => !Object.hasOwn(state.attendance.optedOut, key));
  const rows = <Key>(by: RecordsPhrase, times: readonly TalkTime<Key>[], name: (key: Key) => string): Rows =>
    times.map(({ key, ms, speeches }) => [say(recordsArea, language, by), name(key), seconds(ms), speeches]);
  return [
    heads(language, 'by', 'name', 'seconds', 'speeches'),
    ...rows('person', people, (id) => personName(state, id, language)),
    ...rows('organization', organizations, (id) => organizationName(state, id, language)),
    ...rows('item', items, (id) => itemTitle(state, id, language)),
    ...rows('language', languages, (spoken) => say(recordsArea, language, spoken)),
  ];
};

export const attendanceRows = (state: WorkshopState, now: Instant, language: Language): Rows => [
  heads(language, 'person', 'organization', 'country', 'minutes'),
  ...attendanceReport(state, now).people.map(({ person, organization, country, ms }) => [
    personName(state, person, language),
    organizationName(state, organization, language),
    country ?? '',
    Math.round(ms / 60_000),
  ]),
];

export const agendaRows = (state: WorkshopState, now: Instant, language: Language): Rows => [
  heads(language, 'item', 'planned', 'actual', 'pausedSeconds', 'begun', 'ended', 'overrun'),
  ...plannedAndActual(state.agenda, now).map(({ item, plannedMs, actualMs, pausedMs }) => [
    textIn(item.title, language),
    seconds(plannedMs),
    seconds(actualMs),
    seconds(pausedMs),
    iso(item.stretches[0]?.from),
    iso(item.stretches.at(-1)?.until),
    item.stretches.length === 0 ? 0 : seconds(actualMs - plannedMs),
  ]),
];
