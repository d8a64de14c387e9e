/**
 * What an event takes out of the entries before it. The log is rewritten by this rule and by no other: a fact that says "forgotten" is appended,
 * and what it names leaves the earlier entries in the same stroke, so that replaying what is left gives the same state. Owns the rule; that both
 * happen in one transaction is the store's part. Rules G4 and G5 of SPEC.md.
 */
import { neutralPerson } from '../directory/neutral.ts';
import type { Entry, WorkshopEvent } from './workshop.ts';

type Rewriting = (event: WorkshopEvent) => readonly WorkshopEvent[];

const withoutName =
  (person: string, number: number): Rewriting =>
  (event) => {
    switch (event.type) {
      case 'participants/seated':
      case 'roster/personPut':
        return [event.person.id === person ? { ...event, person: neutralPerson(event.person, number) } : event];
      case 'lobby/knocked': {
        const { knock } = event;
        if (knock.person.id !== person) return [event];
        return [{ ...event, knock: { ...knock, person: neutralPerson(knock.person, number) } }];
      }
      case 'lobby/banned':
        return [event.ban.person === person ? { ...event, ban: { ...event.ban, name: { neutral: number } } } : event];
      default:
        return [event];
    }
  };

/** Events that only tell when somebody came or went, or was asked whether still here. */
export const COMING_AND_GOING: ReadonlySet<WorkshopEvent['type']> = new Set([
  'participants/arrived',
  'participants/connectionLost',
  'participants/left',
  'attendance/asked',
  'attendance/answered',
]);

/** What the desk said, among itself and to those who waited. */
export const DESK_WORDS: ReadonlySet<WorkshopEvent['type']> = new Set(['desk/said', 'lobby/told']);

const leavingOut =
  (types: ReadonlySet<WorkshopEvent['type']>): Rewriting =>
  (event) =>
    types.has(event.type) ? [] : [event];

const rewritingOf = (event: WorkshopEvent): Rewriting | null => {
  switch (event.type) {
    case 'participants/anonymized':
      return withoutName(event.person, event.number);
    case 'attendance/condensed':
      return leavingOut(COMING_AND_GOING);
    case 'desk/forgotten':
      return leavingOut(DESK_WORDS);
    default:
      return null;
  }
};

/** The earlier entries that read otherwise once these events are appended; none where nothing is to be forgotten. */
export const rewrittenBy = (events: readonly WorkshopEvent[], earlier: readonly Entry[]): readonly Entry[] => {
  const rewritings = events.map(rewritingOf).filter((one) => one !== null);
  if (rewritings.length === 0) return [];
  return earlier.flatMap((entry) => {
    const rewritten = rewritings.reduce<readonly WorkshopEvent[]>((left, one) => left.flatMap(one), entry.events);
    const same = rewritten.length === entry.events.length && rewritten.every((event, i) => event === entry.events[i]);
    return same ? [] : [{ ...entry, events: rewritten }];
  });
};
