/**
 * What the answers allow. The one place that recording, the photo moment, the draft and publishing ask. Rules N3–N6 of SPEC.md.
 * A purpose that a workshop's brief says nothing of follows `USUAL`.
 */
import type { PersonId, SeatId } from '../../kernel/ids.ts';
import { lookUp } from '../../kernel/records.ts';
import type { WorkshopState } from '../workshop.ts';
import { PURPOSES, TEXT_VERSIONS, type ConsentPolicy, type PersonConsents, type Purpose } from './types.ts';

type Asked = Pick<WorkshopState, 'brief' | 'consents'>;

/** Who is invited to speak at a workshop that ends as an article knows so; being recorded or pictured nobody need expect. */
const USUAL: Readonly<Record<Purpose, ConsentPolicy>> = {
  recording: 'ask',
  name: 'obtained',
  portrait: 'ask',
  quote: 'obtained',
  transfer: 'obtained',
  chat: 'ask',
};

export const policyOf = ({ brief }: Pick<WorkshopState, 'brief'>, purpose: Purpose): ConsentPolicy =>
  brief.consentPolicy?.[purpose] ?? USUAL[purpose];

export const answersOf = ({ consents }: Pick<WorkshopState, 'consents'>, person: PersonId): PersonConsents =>
  lookUp(consents.answers, person) ?? {};

export const consentOf = (
  state: Pick<WorkshopState, 'consents'>,
  person: PersonId,
  purpose: Purpose,
): 'given' | 'withheld' | 'unasked' => {
  const answer = answersOf(state, person)[purpose];
  return answer === undefined ? 'unasked' : answer.given ? 'given' : 'withheld';
};

/** Whether this person may be recorded, named, pictured, quoted, or handled abroad. */
export const isConsented = (state: Asked, person: PersonId, purpose: Purpose): boolean => {
  const answer = consentOf(state, person, purpose);
  return answer === 'given' || (answer === 'unasked' && policyOf(state, purpose) === 'obtained');
};

/** The same of whoever sits there; nobody there has consented to anything. */
export const isSeatConsented = (
  state: Asked & Pick<WorkshopState, 'participants'>,
  seat: SeatId,
  purpose: Purpose,
): boolean => {
  const person = lookUp(state.participants.seats, seat)?.person;
  return person !== undefined && isConsented(state, person, purpose);
};

/** Everything that must be agreed to before one speaks or is seen here. */
export const hasRequired = (state: Asked, person: PersonId): boolean =>
  PURPOSES.every((purpose) => policyOf(state, purpose) !== 'require' || consentOf(state, person, purpose) === 'given');

/** What to ask this person now: what the workshop asks at all and this person has not answered, or answered to an older text. */
export const toAsk = (state: Asked, person: PersonId): readonly Purpose[] =>
  PURPOSES.filter(
    (purpose) =>
      policyOf(state, purpose) !== 'obtained' &&
      (answersOf(state, person)[purpose]?.version ?? 0) < TEXT_VERSIONS[purpose],
  );
