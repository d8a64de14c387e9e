/** Whether an answer counts: it is the person's own, and to the text as it stands today. Rules N1–N3 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import { lookUp } from '../../kernel/records.ts';
import type { Context } from '../actor.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { clearing } from '../participants/consequences.ts';
import { policyOf } from './selectors.ts';
import { TEXT_VERSIONS, type ConsentsCommand } from './types.ts';

export const decideConsents = (
  state: WorkshopState,
  { purpose, given, version }: ConsentsCommand,
  { by }: Context,
): Decision<WorkshopEvent, WorkshopRefusalCode> => {
  const seat = by.kind === 'seat' ? lookUp(state.participants.seats, by.seat) : undefined;
  if (!seat) return refuse('permission/notSeated');
  if (version !== TEXT_VERSIONS[purpose]) return refuse('consents/otherVersion');
  const before = lookUp(state.consents.answers, seat.person)?.[purpose];
  if (before?.given === given && before.version === version) return accept();
  // Who takes back what speaking here requires does not keep the floor.
  const stops = !given && policyOf(state, purpose) === 'require';
  return accept(...(stops ? clearing(state, seat.id) : []), {
    type: 'consents/answered',
    person: seat.person,
    purpose,
    given,
    version,
  });
};
