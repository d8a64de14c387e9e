/** Accounts over HTTP: signing in, one's own account. Owns the paths and shapes; must not know the screen. Shapes are the server's http/accounts. */
import * as z from 'zod/mini';
import { LANGUAGES, type Language } from '../../shared/kernel/language.ts';
import { ORGANIZATION_ROLES } from '../../shared/organization/roles.ts';
import { ask, post, read, type Answer } from './http.ts';

export const localText = z.object({ en: z.optional(z.string()), 'zh-Hans': z.optional(z.string()) });
const nothing = z.object({});

const me = z.object({
  account: z.string(),
  name: z.string(),
  language: z.enum(LANGUAGES),
  isAdministrator: z.boolean(),
  emails: z.array(z.string()),
  organizations: z.array(z.object({ id: z.string(), name: localText, role: z.enum(ORGANIZATION_ROLES) })),
});
const ways = z.object({
  sendsMail: z.boolean(),
  anybodyMaySignUp: z.boolean(),
  openId: z.nullable(z.string()),
  passkeys: z.boolean(),
});
const signedIn = z.union([
  z.object({ state: z.literal('signedIn') }),
  z.object({ state: z.literal('secondStep'), step: z.string(), by: z.array(z.enum(['code', 'passkey'])) }),
]);
const session = z.object({
  id: z.string(),
  way: z.string(),
  browser: z.string(),
  createdAt: z.number(),
  seenAt: z.number(),
  isThis: z.boolean(),
});
const credentials = z.object({
  credentials: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['password', 'totp', 'passkey']),
      label: z.string(),
      createdAt: z.number(),
      usedAt: z.nullable(z.number()),
    }),
  ),
  recoveryLeft: z.number(),
});
const recovery = z.object({ recovery: z.array(z.string()) });
const begun = z.object({ step: z.string(), options: z.record(z.string(), z.unknown()) });
const workshop = z.object({
  id: z.string(),
  title: localText,
  phase: z.enum(['scheduled', 'live', 'ended']),
  startsAt: z.nullable(z.number()),
  endedAt: z.nullable(z.number()),
});

export type Me = z.infer<typeof me>;
export type SignInWays = z.infer<typeof ways>;
export type SignedIn = z.infer<typeof signedIn>;
export type SecondStep = Extract<SignedIn, { state: 'secondStep' }>;
export type OwnSession = z.infer<typeof session>;
export type OwnCredentials = z.infer<typeof credentials>;
export type OwnWorkshop = z.infer<typeof workshop>;

const get = async <T>(schema: z.ZodMiniType<T>, path: string): Promise<Answer<T>> => read(schema, await ask(path));
export const change = async <T>(
  schema: z.ZodMiniType<T>,
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: unknown = {},
): Promise<Answer<T>> => read(schema, await ask(path, { ...post(body), method }));
export const takeAway = async (path: string): Promise<Answer<object>> =>
  read(nothing, await ask(path, { method: 'DELETE' }));
export { get, nothing };

export const readMe = () => get(z.object({ me: z.nullable(me) }), '/api/account');
export const readWays = () => get(ways, '/api/sign-in');
export const signOut = () => change(nothing, 'POST', '/api/sign-out');

export const askLink = (email: string, language: Language) =>
  change(nothing, 'POST', '/api/sign-in/link', { email, language });
export const lookAtLink = (secret: string) =>
  change(z.object({ email: z.string(), name: z.nullable(z.string()) }), 'POST', '/api/sign-in/link/look', { secret });
export const redeemLink = (secret: string, name?: string) =>
  change(signedIn, 'POST', '/api/sign-in/link/redeem', { secret, ...(name !== undefined && { name }) });
export const signInByPassword = (email: string, password: string) =>
  change(signedIn, 'POST', '/api/sign-in/password', { email, password });
export const signInByCode = (step: string, code: string) =>
  change(signedIn, 'POST', '/api/sign-in/code', { step, code });
export const beginPasskey = (step?: string) =>
  change(begun, 'POST', '/api/sign-in/passkey/begin', step === undefined ? {} : { step });
export const signInByPasskey = (challenge: string, answer: unknown, step?: string) =>
  change(signedIn, 'POST', '/api/sign-in/passkey', { challenge, answer, ...(step !== undefined && { step }) });

export const lookAtAdministratorLink = (secret: string) =>
  change(nothing, 'POST', '/api/administrator/look', { secret });
export const claimAdministrator = (wish: {
  readonly secret: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}) => change(nothing, 'POST', '/api/administrator', wish);

export const lookAtInvitation = (secret: string) =>
  change(
    z.object({
      organization: localText,
      email: z.string(),
      role: z.enum(ORGANIZATION_ROLES),
      isKnown: z.boolean(),
    }),
    'POST',
    '/api/invitations/look',
    { secret },
  );
export const acceptInvitation = (secret: string, person?: { readonly name: string; readonly language: Language }) =>
  change(z.object({ organization: z.string() }), 'POST', '/api/invitations/accept', {
    secret,
    ...(person && { person }),
  });

export const reviseMe = (by: { readonly name?: string; readonly language?: Language }) =>
  change(nothing, 'PATCH', '/api/account', by);
/** `names`: also taken out of every workshop where one sat. */
export const closeAccount = (wish: { readonly names: boolean }) => change(nothing, 'DELETE', '/api/account', wish);
export const readSessions = () => get(z.object({ sessions: z.array(session) }), '/api/account/sessions');
export const endSession = (id: string) => takeAway(`/api/account/sessions/${id}`);
export const endOtherSessions = () => takeAway('/api/account/sessions');
export const readCredentials = () => get(credentials, '/api/account/credentials');
export const removeCredential = (id: string) => takeAway(`/api/account/credentials/${id}`);
export const setPassword = (password: string) => change(nothing, 'PUT', '/api/account/password', { password });
export const beginTotp = () =>
  change(z.object({ step: z.string(), secret: z.string(), address: z.string() }), 'POST', '/api/account/totp/begin');
export const finishTotp = (step: string, code: string) => change(recovery, 'POST', '/api/account/totp', { step, code });
export const freshRecovery = () => change(recovery, 'POST', '/api/account/recovery');
export const beginRegistration = () => change(begun, 'POST', '/api/account/passkeys/begin');
export const registerPasskey = (step: string, label: string, answer: unknown) =>
  change(nothing, 'POST', '/api/account/passkeys', { step, label, answer });
export const readOwnWorkshops = () =>
  get(z.object({ owned: z.array(workshop), attended: z.array(workshop) }), '/api/account/workshops');
export const takeOwnSeat = (id: string) =>
  change(
    z.object({ workshop: z.string(), seat: z.string(), seatToken: z.string() }),
    'POST',
    `/api/workshops/${encodeURIComponent(id)}/seats/own`,
  );
export const claimSeat = (seatToken: string) =>
  change(z.object({ workshop: z.string(), seat: z.string() }), 'POST', '/api/account/claims', { seatToken });
