/** Readings of the roster: where somebody comes from. */
import type { OrganizationId, PersonId } from '../../kernel/ids.ts';
import { lookUp } from '../../kernel/records.ts';
import type { WorkshopState } from '../workshop.ts';

/** The organization somebody stands for: that of the first position that names one. */
export const organizationOf = ({ roster }: Pick<WorkshopState, 'roster'>, person: PersonId): OrganizationId | null =>
  lookUp(roster.people, person)?.positions.find(({ organization }) => organization !== undefined)?.organization ?? null;
