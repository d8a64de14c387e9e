/** How long has been spoken: a speech, a person, an organization, an item, a language. Pauses are not charged. Rule F13 of SPEC.md. */
import type { AgendaItemId, Instant, OrganizationId, PersonId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import { seatEver } from '../participants/selectors.ts';
import { organizationOf } from '../roster/selectors.ts';
import type { WorkshopState } from '../workshop.ts';
import type { FloorState, Speech, SpeechRecord } from './types.ts';

type Spoken = Pick<WorkshopState, 'floor' | 'participants' | 'roster'>;

/** How long the clock of a speech has run at `until`, in ms. */
const chargedMs = (speech: Speech, until: Instant): number =>
  Math.max(0, Math.min(until, speech.pausedSince ?? until) - speech.from - (speech.pausedMs ?? 0));

export const speechMs = (speech: Speech | SpeechRecord, now: Instant): number =>
  chargedMs(speech, 'until' in speech ? speech.until : now);

export interface TalkTime<Key> {
  readonly key: Key;
  readonly ms: number;
  readonly speeches: number;
}

/** All speeches, the one that is going on last. */
const speeches = ({ spoken, holder }: FloorState): readonly (Speech | SpeechRecord)[] =>
  holder === null ? spoken : [...spoken, holder];

/** Longest first; equal ones in the order in which they first spoke. */
const sums = <Key>(
  floor: FloorState,
  now: Instant,
  keyOf: (speech: Speech) => Key | undefined,
): readonly TalkTime<Key>[] => {
  const found = new Map<Key, TalkTime<Key>>();
  for (const speech of speeches(floor)) {
    const key = keyOf(speech);
    if (key === undefined) continue;
    const { ms, speeches: count } = found.get(key) ?? { ms: 0, speeches: 0 };
    found.set(key, { key, ms: ms + speechMs(speech, now), speeches: count + 1 });
  }
  return [...found.values()].toSorted((a, b) => b.ms - a.ms);
};

/** How long each person has spoken, in ms, the speech that is going on included. */
export const talkTimes = (floor: FloorState, now: Instant): ReadonlyMap<PersonId, number> =>
  new Map(sums(floor, now, ({ person }) => person).map(({ key, ms }) => [key, ms]));

export interface TalkTimes {
  readonly people: readonly TalkTime<PersonId>[];
  /** Null: of no organization. */
  readonly organizations: readonly TalkTime<OrganizationId | null>[];
  /** Null: between items. */
  readonly items: readonly TalkTime<AgendaItemId | null>[];
  readonly languages: readonly TalkTime<Language>[];
}

export const talkTimeTable = (state: Spoken, now: Instant): TalkTimes => ({
  people: sums(state.floor, now, ({ person }) => person),
  organizations: sums(state.floor, now, ({ person }) => organizationOf(state, person)),
  items: sums(state.floor, now, ({ item }) => item),
  languages: sums(state.floor, now, ({ seat }) => seatEver(state, seat)?.language),
});

/** What the speeches of an organization's people that are over have lasted together, in ms. */
export const spentBudgetMs = (state: Spoken, organization: OrganizationId): number =>
  state.floor.spoken.reduce(
    (sum, speech) =>
      organizationOf(state, speech.person) === organization ? sum + speechMs(speech, speech.until) : sum,
    0,
  );
