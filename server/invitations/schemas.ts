/** What invitations look like over HTTP, for the desk and for who was invited. Owns the shapes. */
import * as z from 'zod';
import { LANGUAGES } from '../../shared/kernel/language.ts';
import { line, personId, timeZone, workshopId } from '../../shared/protocol/text-schemas.ts';
import { ROLES } from '../../shared/workshop/roles.ts';
import { INVITATION_ANSWERS } from '../ports/invitations.ts';

const language = z.enum(LANGUAGES);
export const answer = z.enum(INVITATION_ANSWERS);
const MAIL = /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,190}$/;
export const AT_ONCE = 200;

export const wish = z
  .strictObject({
    person: z.nullable(personId).default(null),
    /** Whom a plain address belongs to. */
    name: z.optional(line(200)),
    mail: z.string().regex(MAIL),
    role: z.enum(ROLES),
    language,
    timeZone: z.nullable(timeZone).default(null),
  })
  .refine(({ person, name }) => person !== null || name !== undefined, { path: ['name'] });

const shownInvitation = z.object({
  id: z.string(),
  person: z.string().nullable(),
  name: z.string(),
  mail: z.string(),
  role: z.enum(ROLES),
  language,
  timeZone: z.string().nullable(),
  invitedAt: z.number(),
  /** How the last letter fares; 'unknown' when it has been cleared away. */
  letter: z.enum(['held', 'waiting', 'sending', 'sent', 'failed', 'unknown']),
  answer: answer.nullable(),
  testedAt: z.number().nullable(),
  enteredAt: z.number().nullable(),
});

export const overview = z.object({
  /** Whether letters go out by themselves. */
  sends: z.boolean(),
  /** Null: nobody has been invited yet. */
  told: z
    .object({
      startsAt: z.number(),
      endsAt: z.number(),
      timeZone: z.string(),
      cancelled: z.boolean(),
      /** When a change is told by itself; null: calendars are right. */
      changeAt: z.number().nullable(),
    })
    .nullable(),
  invitations: z.array(shownInvitation),
  /** When it begins as it stands now. */
  startsAt: z.number().nullable(),
  /** In which it is held. */
  language,
  /** Whom the roster has, with the role that each would come in. */
  people: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) })),
});

/** What comes with each ask of somebody invited. */
export const personal = z.strictObject({
  workshop: workshopId,
  secret: z.string().min(20).max(100),
  language,
  timeZone,
});

export const personalPage = z.object({
  title: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  timeZone: z.string(),
  /** In words, in both zones. */
  when: z.array(z.string()),
  hosts: z.string(),
  parts: z.array(z.string()),
  agenda: z.array(z.object({ hours: z.string(), title: z.string(), by: z.string(), isTheirs: z.boolean() })),
  answer: answer.nullable(),
  testedAt: z.number().nullable(),
  standing: z.enum(['open', 'live', 'ended', 'cancelled']),
});
