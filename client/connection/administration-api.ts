/** The installation and its organizations over HTTP, for administrators and members. Owns the paths and shapes; must not know the screen. */
import * as z from 'zod/mini';
import type { Language, LocalText } from '../../shared/kernel/language.ts';
import { ORGANIZATION_ROLES, type OrganizationRole } from '../../shared/organization/roles.ts';
import { change, get, localText, nothing, takeAway } from './account-api.ts';

const role = z.enum(ORGANIZATION_ROLES);
const organization = z.object({
  id: z.string(),
  name: localText,
  members: z.array(
    z.object({ account: z.string(), name: z.string(), emails: z.array(z.string()), role, since: z.number() }),
  ),
  invitations: z.array(
    z.object({ id: z.string(), email: z.string(), role, createdAt: z.number(), expiresAt: z.number() }),
  ),
});
const settings = z.object({
  guestsMayStart: z.boolean(),
  anybodyMaySignUp: z.boolean(),
  anybodyMayFound: z.boolean(),
});
const letter = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  state: z.enum(['held', 'waiting', 'sending', 'sent', 'failed']),
  fault: z.nullable(z.string()),
  createdAt: z.number(),
});
const accounts = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    emails: z.array(z.string()),
    isAdministrator: z.boolean(),
    createdAt: z.number(),
  }),
);

export type OrganizationSheet = z.infer<typeof organization>;
export type InstallationSettings = z.infer<typeof settings>;
export type Envelope = z.infer<typeof letter>;
export type AccountLine = z.infer<typeof accounts>[number];

const at = (id: string, more = ''): string => `/api/organizations/${encodeURIComponent(id)}${more}`;

export const foundOrganization = (name: LocalText) =>
  change(z.object({ organization: z.string() }), 'POST', '/api/organizations', { name });
export const readOrganization = (id: string) => get(organization, at(id));
export const renameOrganization = (id: string, name: LocalText) => change(nothing, 'PATCH', at(id), { name });
export const invite = (id: string, email: string, as: OrganizationRole, language: Language) =>
  change(nothing, 'POST', at(id, '/invitations'), { email, role: as, language });
export const withdrawInvitation = (id: string, invitation: string) => takeAway(at(id, `/invitations/${invitation}`));
export const setMemberRole = (id: string, account: string, as: OrganizationRole) =>
  change(nothing, 'PATCH', at(id, `/members/${account}`), { role: as });
export const removeMember = (id: string, account: string) => takeAway(at(id, `/members/${account}`));

export const readSettings = () => get(settings, '/api/administration/settings');
export const changeSettings = (by: Partial<InstallationSettings>) =>
  change(settings, 'PATCH', '/api/administration/settings', by);
export const readAccounts = () => get(z.object({ accounts }), '/api/administration/accounts');
export const setAdministrator = (id: string, isAdministrator: boolean) =>
  change(nothing, 'PATCH', `/api/administration/accounts/${id}`, { isAdministrator });
export const closeAccountOf = (id: string, wish: { readonly names: boolean }) =>
  change(nothing, 'POST', `/api/administration/accounts/${id}/anonymize`, wish);
export const readOutbox = () =>
  get(z.object({ sends: z.boolean(), letters: z.array(letter) }), '/api/administration/outbox');
export const readLetter = (id: string) => get(z.object({ text: z.string() }), `/api/administration/outbox/${id}`);
export const sendLetter = (id: string) => change(nothing, 'POST', `/api/administration/outbox/${id}/send`);
