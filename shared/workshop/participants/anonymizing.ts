/** Who may take a name away, and what goes with it. Rules P12–P14 of SPEC.md; what becomes of earlier entries is erasing.ts. */
import { isNeutral } from '../../directory/neutral.ts';
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { lookUp, valuesOf } from '../../kernel/records.ts';
import type { Context } from '../actor.ts';
import { roleMay } from '../permissions.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { clearing, isLastChair } from './consequences.ts';
import type { Seat } from './types.ts';

const nextNumber = ({ roster, lobby }: WorkshopState): number =>
  1 + Math.max(0, ...[...valuesOf(roster.people), ...valuesOf(lobby.banned)].map(({ name }) => name.neutral ?? 0));

/** A workshop that is over keeps its chair's seat; it has no name and nobody in it. */
const emptying = (state: WorkshopState, seat: Seat): readonly WorkshopEvent[] => {
  if (!isLastChair(state, seat)) return [...clearing(state, seat.id), { type: 'participants/removed', seat: seat.id }];
  return seat.presence.kind === 'gone' ? [] : [{ type: 'participants/left', seat: seat.id, reason: 'own' }];
};

export const anonymizing = (
  state: WorkshopState,
  person: PersonId,
  { by }: Context,
): Decision<WorkshopEvent, WorkshopRefusalCode> => {
  const { seats } = state.participants;
  const asking = by.kind === 'seat' ? lookUp(seats, by.seat) : undefined;
  if (asking !== undefined && asking.person !== person && !roleMay(asking.role, 'participants.anonymize')) {
    return refuse('permission/denied');
  }
  const knocks = valuesOf(state.lobby.knocks).filter((knock) => knock.person.id === person);
  const banned = valuesOf(state.lobby.banned).filter((ban) => ban.person === person);
  const known = lookUp(state.roster.people, person);
  if (known ? isNeutral(known) : banned.some(isNeutral)) return refuse('participants/anonymous');
  if (!known && knocks.length === 0 && banned.length === 0) return refuse('roster/unknownPerson');
  const own = valuesOf(seats).filter((seat) => seat.person === person);
  if (state.session.phase === 'live' && own.some((seat) => isLastChair(state, seat))) {
    return refuse('participants/lastChair');
  }
  return accept(
    ...own.flatMap((seat) => emptying(state, seat)),
    ...knocks.map(({ seat }) => ({ type: 'lobby/turnedAway', seat }) as const),
    { type: 'participants/anonymized', person, number: nextNumber(state) },
  );
};
