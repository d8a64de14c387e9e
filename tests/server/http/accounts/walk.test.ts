// Every route of accounts, asked by every kind of visitor with ids of others: generated from one table, checked against the routes there are.
import { expect, test } from 'vitest';
import { AccountClient, administratorOf, signUp } from '../../../support/account-client.ts';
import { USUAL_DAYS } from '../../../../shared/privacy/retention.ts';
import { startServer } from '../../../support/server.ts';

const VISITORS = ['nobody', 'stranger', 'editor', 'organizer', 'owner', 'administrator'] as const;
type Kind = (typeof VISITORS)[number];
type Open = 'all' | 'signedIn' | readonly Kind[];

const members: readonly Kind[] = ['editor', 'organizer', 'owner'];
const owners: readonly Kind[] = ['owner'];
const administrators: readonly Kind[] = ['administrator'];

/** Who may ask at all; what the answer is to whoever may (found, unknown, invalid) is not asked here. */
const ROUTES: Readonly<Record<string, Open>> = {
  'GET /api/account': 'all',
  'PATCH /api/account': 'signedIn',
  'DELETE /api/account': 'signedIn',
  'GET /api/account/export': 'signedIn',
  'GET /api/account/workshops': 'signedIn',
  'POST /api/account/claims': 'signedIn',
  'GET /api/account/sessions': 'signedIn',
  'DELETE /api/account/sessions': 'signedIn',
  'DELETE /api/account/sessions/{session}': 'signedIn',
  'GET /api/account/credentials': 'signedIn',
  'DELETE /api/account/credentials/{credential}': 'signedIn',
  'PUT /api/account/password': 'signedIn',
  'POST /api/account/totp/begin': 'signedIn',
  'POST /api/account/totp': 'signedIn',
  'POST /api/account/recovery': 'signedIn',
  'POST /api/account/passkeys/begin': 'signedIn',
  'POST /api/account/passkeys': 'signedIn',
  'GET /api/sign-in': 'all',
  'POST /api/sign-in/link': 'all',
  'POST /api/sign-in/link/look': 'all',
  'POST /api/sign-in/link/redeem': 'all',
  'POST /api/sign-in/password': 'all',
  'POST /api/sign-in/code': 'all',
  'POST /api/sign-in/passkey': 'all',
  'POST /api/sign-in/passkey/begin': 'all',
  'POST /api/sign-out': 'all',
  'POST /api/administrator': 'all',
  'POST /api/administrator/look': 'all',
  'POST /api/invitations/look': 'all',
  'POST /api/invitations/accept': 'all',
  // Of workshops: whoever holds an invitation’s secret.
  'POST /api/invitations/open': 'all',
  'POST /api/invitations/answer': 'all',
  'POST /api/invitations/place': 'all',
  'POST /api/invitations/tested': 'all',
  'POST /api/invitations/calendar': 'all',
  'POST /api/organizations': administrators,
  'GET /api/organizations/{organization}': members,
  'PATCH /api/organizations/{organization}': owners,
  'POST /api/organizations/{organization}/invitations': owners,
  'DELETE /api/organizations/{organization}/invitations/{invitation}': owners,
  'PATCH /api/organizations/{organization}/members/{account}': owners,
  'DELETE /api/organizations/{organization}/members/{account}': owners,
  'GET /api/organizations/{organization}/tokens': owners,
  'POST /api/organizations/{organization}/tokens': owners,
  'DELETE /api/organizations/{organization}/tokens/{token}': owners,
  'GET /api/organizations/{organization}/webhooks': owners,
  'POST /api/organizations/{organization}/webhooks': owners,
  'DELETE /api/organizations/{organization}/webhooks/{webhook}': owners,
  'GET /api/organizations/{organization}/webhooks/{webhook}/deliveries': owners,
  'POST /api/organizations/{organization}/deliveries/{delivery}/replay': owners,
  'GET /api/administration/accounts': administrators,
  'PATCH /api/administration/accounts/{account}': administrators,
  'POST /api/administration/accounts/{account}/anonymize': administrators,
  'GET /api/administration/retention': administrators,
  'PUT /api/administration/retention': administrators,
  'POST /api/administration/purge': administrators,
  'GET /api/administration/audit': administrators,
  'GET /api/administration/audit.jsonl': administrators,
  'GET /api/administration/outbox': administrators,
  'GET /api/administration/outbox/{letter}': administrators,
  'POST /api/administration/outbox/{letter}/send': administrators,
  'GET /api/administration/settings': administrators,
  'PATCH /api/administration/settings': administrators,
};

/** Right by its schema, so that the answer is the door's and not the form's. */
const secret = 'A'.repeat(43);
const label = { label: 'L' };
const registered = {
  id: 'a',
  rawId: 'a',
  type: 'public-key',
  clientExtensionResults: {},
  response: { clientDataJSON: 'a', attestationObject: 'a' },
};
const BODIES: Readonly<Record<string, unknown>> = {
  'POST /api/administration/accounts/{account}/anonymize': { names: false },
  'PUT /api/administration/retention': { days: USUAL_DAYS, hour: 3, timeZone: 'UTC' },
  'PATCH /api/account': {},
  'POST /api/account/claims': { seatToken: secret },
  'PUT /api/account/password': { password: 'ten letters' },
  'POST /api/account/totp': { step: secret, code: '000000' },
  'POST /api/account/passkeys': { step: secret, ...label, answer: registered },
  'POST /api/organizations': { name: { en: 'X' } },
  'PATCH /api/organizations/{organization}': { name: { en: 'X' } },
  'POST /api/organizations/{organization}/invitations': { email: 'x@example.org', role: 'editor', language: 'en' },
  'PATCH /api/organizations/{organization}/members/{account}': { role: 'editor' },
  'POST /api/organizations/{organization}/tokens': { name: 'T', scopes: ['workshops.read'], days: 1 },
  'POST /api/organizations/{organization}/webhooks': { url: 'https://h.example.org/', hears: ['workshop.ended'] },
  'PATCH /api/administration/accounts/{account}': { isAdministrator: false },
  'PATCH /api/administration/settings': {},
};

test('every route of accounts stands in the table, and answers each visitor as the table says', async () => {
  const server = await startServer();
  const spec = server.app.fastify.swagger() as unknown as { paths: Record<string, Record<string, unknown>> };
  const there = Object.entries(spec.paths).flatMap(([path, methods]) =>
    /^\/api\/(account|sign-|administra|organizations|invitations)/.test(path)
      ? Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
      : [],
  );
  expect(there.sort()).toEqual(Object.keys(ROUTES).sort());

  // The house's first administrator owns its organization; the one who walks manages the installation and is no member.
  const house = await administratorOf(server);
  const visitors: Readonly<Record<Kind, () => Promise<AccountClient>>> = {
    nobody: () => Promise.resolve(new AccountClient(server.url)),
    stranger: async () => (await signUp(server, { email: `s${(walked += 1)}@example.org` })).client,
    editor: async () =>
      (await signUp(server, { email: `e${(walked += 1)}@example.org`, organizationRole: 'editor' })).client,
    organizer: async () =>
      (await signUp(server, { email: `o${(walked += 1)}@example.org`, organizationRole: 'organizer' })).client,
    owner: async () =>
      (await signUp(server, { email: `w${(walked += 1)}@example.org`, organizationRole: 'owner' })).client,
    administrator: async () =>
      (await signUp(server, { email: `a${(walked += 1)}@example.org`, administrator: true })).client,
  };
  let walked = 0;
  const victim = await signUp(server, { email: 'victim@example.org', name: 'Victim', organizationRole: 'editor' });
  const { sessions } = await victim.client.get<{ sessions: { id: string }[] }>('/api/account/sessions');
  const ids: Readonly<Record<string, string>> = {
    organization: house.organization,
    account: victim.account,
    session: sessions[0]?.id ?? '',
    credential: 'somebodys',
    invitation: 'unknown',
    letter: 'unknown',
  };

  for (const kind of VISITORS) {
    let client = await visitors[kind]();
    for (const [route, open] of Object.entries(ROUTES)) {
      if (open === 'all') continue;
      const [method = '', pattern = ''] = route.split(' ');
      // Whoever may take a name away would do so: that one asks for somebody unknown.
      const spared = pattern.endsWith('/anonymize') ? { ...ids, account: 'unknown' } : ids;
      const path = pattern.replace(/\{(\w+)\}/g, (_, name: string) => spared[name] ?? name);
      const { status } = await client.ask(method, path, BODIES[route]);
      const may = open === 'signedIn' ? kind !== 'nobody' : open.includes(kind);
      const what = `${kind}: ${route} → ${status}`;
      if (kind === 'nobody') expect(status, what).toBe(401);
      else if (may) expect([401], what).not.toContain(status);
      else expect(status, what).toBe(403);
      // Whoever closed the account comes back as another one; whoever took the victim away brings it back.
      if (route === 'DELETE /api/account' && kind !== 'nobody') client = await visitors[kind]();
    }
  }
  // Nobody reached the victim's own session by its id, and the account is whole but for what an owner did.
  expect(await victim.client.get('/api/account')).toMatchObject({ me: { name: 'Victim', isAdministrator: false } });
});
