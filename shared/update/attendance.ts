/**
 * How many took part and who chaired, from the log's visits and from nothing else. A number stands only where the log is sure to hold everybody:
 * a list of those whom somebody remembered is no attendance.
 */
import { instant, type Instant, type PersonId } from '../kernel/ids.ts';
import { attendanceReport } from '../workshop/attendance/selectors.ts';
import type { Stretch } from '../workshop/agenda/types.ts';
import { seatEver } from '../workshop/participants/selectors.ts';
import type { Visit } from '../workshop/participants/types.ts';
import type { Sentence, SourceId } from './article.ts';
import { logged, person } from './sources.ts';
import type { Writing } from './writing.ts';

/** Saying goodbye after the opening is not staying. */
const LINGERING_MS = 10 * 60_000;

interface Presence {
  readonly person: PersonId;
  readonly visits: readonly Visit[];
  readonly roles: ReadonlySet<string>;
}

/** A workshop that goes on is told up to the last thing that happened. */
const lastMoment = ({ entries }: Writing): Instant => entries.at(-1)?.at ?? instant(0);

/** People who were here while the workshop ran, each once, in the order in which they came, with their visits. */
const present = (writing: Writing): readonly Presence[] => {
  const { state } = writing;
  const { session, participants } = state;
  if (session.phase === 'scheduled') return [];
  const until = session.phase === 'ended' ? session.endedAt : lastMoment(writing);
  // Whoever was here too briefly, or does not want to be counted, is neither counted nor named.
  const counting = new Set(attendanceReport(state, until).people.map((one) => one.person));
  const people = new Map<PersonId, { visits: Visit[]; roles: Set<string> }>();
  for (const visit of participants.visits) {
    const seat = seatEver(state, visit.seat);
    const during =
      (session.phase !== 'ended' || visit.from < until) && (visit.until === undefined || visit.until > session.begunAt);
    if (seat === null || !during || !counting.has(seat.person)) continue;
    const known = people.get(seat.person) ?? { visits: [], roles: new Set<string>() };
    known.visits.push(visit);
    known.roles.add(seat.role);
    people.set(seat.person, known);
  }
  return [...people].map(([id, known]) => ({ person: id, ...known }));
};

/**
 * Begun from a seat, it was held here and everybody came in by the door; what was entered afterwards knows those whom a report names. In a room
 * of a hybrid workshop people sit whom no door has seen.
 */
const isWhole = ({ state, entries }: Writing): boolean =>
  state.brief.mode === 'online' &&
  entries.some(({ by, events }) => by.kind !== 'host' && events.some(({ type }) => type === 'session/begun'));

const arrivals = (writing: Writing, of: readonly Presence[]): readonly SourceId[] => {
  const seats = new Set<string>(of.flatMap(({ visits }) => visits.map(({ seat }) => seat)));
  return writing.entries
    .filter(({ events }) =>
      events.some(
        (event) =>
          (event.type === 'participants/arrived' && seats.has(event.seat)) || event.type === 'attendance/condensed',
      ),
    )
    .map(({ seq }) => logged(seq));
};

export const counted = (writing: Writing): readonly Sentence[] => {
  // Who only observes does not take part.
  const taking = present(writing).filter(({ roles }) => [...roles].some((role) => role !== 'observer'));
  const sources = arrivals(writing, taking);
  if (taking.length < 2 || sources.length === 0 || !isWhole(writing)) return [];
  const { roster } = writing.state;
  // One person counts for one organization; where somebody's is not known, no number of them is whole.
  const homes = taking.map(
    (one) => roster.people[one.person]?.positions.find(({ organization }) => organization !== undefined)?.organization,
  );
  const organizations = homes.includes(undefined) ? 0 : new Set(homes).size;
  const places = homes.map((home) => (home === undefined ? undefined : roster.organizations[home]?.country));
  const countries = places.includes(undefined) ? 0 : new Set(places).size;
  return [{ text: writing.phrases.counted(taking.length, organizations, countries), sources }];
};

const during = ({ from, until }: Stretch, { visits }: Presence): boolean =>
  visits.some((visit) => (until === undefined || visit.from < until) && (visit.until ?? until ?? from) > from);

/** Here for the opening, and gone when it was over while the workshop went on. */
const onlyOpened = (writing: Writing, one: Presence): boolean => {
  const { session, agenda } = writing.state;
  const stretchesOf = (opening: boolean): readonly Stretch[] =>
    Object.values(agenda.items)
      .filter(({ kind }) => (kind === 'opening') === opening)
      .flatMap(({ stretches }) => stretches);
  const openings = stretchesOf(true);
  const over = Math.max(...openings.map(({ until }) => until ?? Number.POSITIVE_INFINITY)) + LINGERING_MS;
  const end = session.phase === 'ended' ? session.endedAt : lastMoment(writing);
  return (
    end > over &&
    openings.some((stretch) => during(stretch, one)) &&
    !stretchesOf(false).some((stretch) => stretch.from < over - LINGERING_MS && during(stretch, one)) &&
    one.visits.every(({ until }) => until !== undefined && until <= over)
  );
};

export const chaired = (writing: Writing): readonly Sentence[] => {
  const seats = Object.values(writing.state.participants.seats);
  const chairs = present(writing).filter((one) =>
    seats.some((seat) => seat.person === one.person && seat.role === 'chair'),
  );
  const tell = (some: readonly Presence[], words: 'chaired' | 'chairedOpening'): readonly Sentence[] => {
    const named = some.flatMap(({ person: id }) => {
      const who = writing.mentions.person(id);
      return who === null ? [] : [{ id, who }];
    });
    return named.length === 0
      ? []
      : [{ text: writing.phrases[words](named.map(({ who }) => who)), sources: named.map(({ id }) => person(id)) }];
  };
  return [
    ...tell(
      chairs.filter((one) => !onlyOpened(writing, one)),
      'chaired',
    ),
    ...tell(
      chairs.filter((one) => onlyOpened(writing, one)),
      'chairedOpening',
    ),
  ];
};
