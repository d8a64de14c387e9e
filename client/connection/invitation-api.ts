/** Invitations over HTTP: what who was invited asks by the personal link, and what the desk does. Owns paths and shapes; must not know the screens. */
import * as z from 'zod/mini';
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import { LANGUAGES, type Language } from '../../shared/kernel/language.ts';
import { ROLES, type Role } from '../../shared/workshop/roles.ts';
import { ask, post, read, type Answer } from './http.ts';

const role = z.enum(ROLES);
const language = z.enum(LANGUAGES);
const answer = z.enum(['yes', 'no']);
export type InvitationAnswer = z.infer<typeof answer>;

const page = z.object({
  title: z.string(),
  name: z.string(),
  role,
  timeZone: z.string(),
  when: z.array(z.string()),
  hosts: z.string(),
  parts: z.array(z.string()),
  agenda: z.array(z.object({ hours: z.string(), title: z.string(), by: z.string(), isTheirs: z.boolean() })),
  answer: z.nullable(answer),
  testedAt: z.nullable(z.number()),
  standing: z.enum(['open', 'live', 'ended', 'cancelled']),
});
export type PersonalPage = z.infer<typeof page>;

/** Who asks, and where and in what language they read. */
export interface Personal {
  readonly workshop: WorkshopId;
  readonly secret: string;
  readonly language: Language;
  readonly timeZone: string;
}

const personal = async (
  what: string,
  body: Personal & { readonly answer?: InvitationAnswer },
): Promise<Answer<PersonalPage>> => read(page, await ask(`/api/invitations/${what}`, post(body)));

export const openInvitation = (who: Personal): Promise<Answer<PersonalPage>> => personal('open', who);
export const answerInvitation = (who: Personal, given: InvitationAnswer): Promise<Answer<PersonalPage>> =>
  personal('answer', { ...who, answer: given });
/** Further letters come in this zone and language. */
export const placeReader = (who: Personal): Promise<Answer<PersonalPage>> => personal('place', who);
export const saidTested = (who: Personal): Promise<Answer<PersonalPage>> => personal('tested', who);

const entry = z.object({ ics: z.string() });
export const calendarEntry = async (who: Personal): Promise<Answer<string>> => {
  const got = read(entry, await ask('/api/invitations/calendar', post(who)));
  return got.ok ? { ok: true, value: got.value.ics } : got;
};

const invited = z.object({
  id: z.string(),
  person: z.nullable(z.string()),
  name: z.string(),
  mail: z.string(),
  role,
  language,
  timeZone: z.nullable(z.string()),
  invitedAt: z.number(),
  letter: z.enum(['held', 'waiting', 'sending', 'sent', 'failed', 'unknown']),
  answer: z.nullable(answer),
  testedAt: z.nullable(z.number()),
  enteredAt: z.nullable(z.number()),
});
export type Invited = z.infer<typeof invited>;

const overview = z.object({
  sends: z.boolean(),
  told: z.nullable(
    z.object({
      startsAt: z.number(),
      endsAt: z.number(),
      timeZone: z.string(),
      cancelled: z.boolean(),
      changeAt: z.nullable(z.number()),
    }),
  ),
  invitations: z.array(invited),
  startsAt: z.nullable(z.number()),
  language,
  people: z.array(z.object({ id: z.string(), name: z.string(), role })),
});
export type InvitationsOverview = z.infer<typeof overview>;

export interface InvitationWish {
  readonly person: string | null;
  readonly name?: string;
  readonly mail: string;
  readonly role: Role;
  readonly language: Language;
  readonly timeZone: string | null;
}

export interface Inviting {
  readonly workshop: WorkshopId;
  readonly authorization: string;
}

const at = ({ workshop }: Inviting, more = ''): string =>
  `/api/workshops/${encodeURIComponent(workshop)}/invitations${more}`;
const headers = (desk: Inviting) => ({ authorization: desk.authorization });

export const listInvitations = async (desk: Inviting): Promise<Answer<InvitationsOverview>> =>
  read(overview, await ask(at(desk), { headers: headers(desk) }));

export const invite = async (desk: Inviting, people: readonly InvitationWish[]): Promise<Answer<InvitationsOverview>> =>
  read(overview, await ask(at(desk), post({ people }, headers(desk))));

export const sendAgain = async (desk: Inviting, one: string): Promise<Answer<InvitationsOverview>> =>
  read(overview, await ask(at(desk, `/${encodeURIComponent(one)}/send`), { method: 'POST', headers: headers(desk) }));

export const withdraw = async (desk: Inviting, one: string): Promise<Answer<InvitationsOverview>> =>
  read(overview, await ask(at(desk, `/${encodeURIComponent(one)}`), { method: 'DELETE', headers: headers(desk) }));

const told = z.object({ told: z.number() });
export const tellAll = async (desk: Inviting, what: 'tell-change' | 'cancel'): Promise<Answer<number>> => {
  const got = read(told, await ask(at(desk, `/${what}`), { method: 'POST', headers: headers(desk) }));
  return got.ok ? { ok: true, value: got.value.told } : got;
};
