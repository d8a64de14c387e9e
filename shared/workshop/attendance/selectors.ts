/** Readings of attendance: the check that can be answered now, and who attended, from where. Rule W4 of SPEC.md. */
import type { Instant, OrganizationId, PersonId } from '../../kernel/ids.ts';
import { lookUp } from '../../kernel/records.ts';
import { attendance } from '../participants/selectors.ts';
import { organizationOf } from '../roster/selectors.ts';
import type { WorkshopState } from '../workshop.ts';
import { CHECK_MS, type AttendanceState, type PresenceCheck } from './types.ts';

export const openCheck = ({ checks }: AttendanceState, now: Instant): PresenceCheck | null => {
  const last = checks.at(-1);
  return last !== undefined && now - last.at < CHECK_MS ? last : null;
};

export interface Attendee {
  readonly person: PersonId;
  readonly ms: number;
  readonly organization: OrganizationId | null;
  /** ISO 3166 code of the organization's country, where the roster knows it. */
  readonly country: string | null;
}

export interface AttendanceReport {
  /** Each person once, longest first. */
  readonly people: readonly Attendee[];
  readonly organizations: number;
  readonly countries: number;
}

/** Who attended for the workshop's minimum at least; whoever opted out is neither named nor counted. */
export const attendanceReport = (
  state: Pick<WorkshopState, 'participants' | 'session' | 'roster' | 'attendance'>,
  now: Instant,
): AttendanceReport => {
  const { minimumMinutes, optedOut } = state.attendance;
  const people = attendance(state, now, minimumMinutes * 60_000)
    .filter(({ person }) => !Object.hasOwn(optedOut, person))
    .map(({ person, ms }): Attendee => {
      const organization = organizationOf(state, person);
      const country = organization === null ? undefined : lookUp(state.roster.organizations, organization)?.country;
      return { person, ms, organization, country: country ?? null };
    });
  const distinct = (of: (one: Attendee) => string | null): number =>
    new Set(people.map(of).filter((one) => one !== null)).size;
  return {
    people,
    organizations: distinct(({ organization }) => organization),
    countries: distinct(({ country }) => country),
  };
};
