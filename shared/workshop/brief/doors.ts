/** When the doors of a workshop open and close, by role. Owns reading the brief's minutes as times; whether somebody passes is the lobby's. */
import { instant, type Instant } from '../../kernel/ids.ts';
import { ROLES_WITHOUT_KNOCKING } from '../permissions.ts';
import type { Role } from '../roles.ts';
import type { BriefState } from './types.ts';

const MINUTE_MS = 60_000;

/** Chair and co-chair have a key: they come in at any time. */
const HAVE_A_KEY: readonly Role[] = ['chair', 'co-chair'];

/** Null: there is no time before which this role may not come. */
export const opensAt = ({ doors, startsAt }: BriefState, role: Role): Instant | null => {
  if (doors === undefined || startsAt === undefined || HAVE_A_KEY.includes(role)) return null;
  const before = ROLES_WITHOUT_KNOCKING.includes(role) ? doors.speakers : doors.guests;
  return instant(startsAt - before * MINUTE_MS);
};

/** From when on nobody new comes who would have to knock; null: as long as the workshop lasts. */
export const plannedClosing = ({ doors, startsAt }: BriefState): Instant | null =>
  doors?.closing === undefined || startsAt === undefined ? null : instant(startsAt + doors.closing * MINUTE_MS);
