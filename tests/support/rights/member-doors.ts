// Every door that a member's right guards, by the right: organizations, workshops, directory, publications. A right without a door is a compile error.
import type { OrganizationPermission } from '../../../shared/organization/permissions.ts';
import type { AccountClient } from '../account-client.ts';
import { DENIED, DONE, ofHttp, type Door } from './outcome.ts';

export interface Member {
  readonly name: string;
  readonly client: AccountClient;
  readonly organization: string;
  /** A workshop and a publication of the organization's. */
  readonly workshop: string;
  readonly publication: string;
}

type MemberDoor = Door<Member>;

const http = (
  method: string,
  path: string,
  {
    body,
    otherwise,
    type,
  }: { readonly body?: (who: Member) => unknown; readonly otherwise?: RegExp; readonly type?: string } = {},
): MemberDoor => ({
  name: `${method} ${path.replace(/\?.*$/, '')}`,
  async attempt(who) {
    const there = path
      .replace('{organization}', who.organization)
      .replace(/^\/api\/(planning\/)?workshops\/\{id\}/, `/api/$1workshops/${who.workshop}`)
      .replace('{publication}', who.publication)
      .replace(/\{\w+\}/g, 'nothing-of-that-name');
    return ofHttp(await who.client.ask(method, there, body?.(who), type === undefined ? {} : { 'content-type': type }));
  },
  ...(otherwise && { otherwise }),
});

const NOT_THERE = /^(?:organization\/unknown|directory\/unknown|csv\/|publication\/|workshop\/unknown)/;
const entry = (): unknown => ({
  kind: 'organization',
  name: { en: 'Natural Resources' },
  externalIds: [],
});
const seen = { id: 'nothing', version: 1 };
const stale = () => ({ version: 999 });

/** To whoever may not even read it, a publication is not there. */
const publication = (method: string, path: string, body?: (who: Member) => unknown): MemberDoor => ({
  ...http(method, `/api/publications/{publication}${path}`, { ...(body && { body }), otherwise: NOT_THERE }),
  alsoDenies: /^publication\/unknown$/,
});

/** An archive that somebody else has sent is not there, whatever the asker may do. */
const anImport = (method: string, path: string, body?: () => unknown): MemberDoor => ({
  ...http(method, `/api/publications/imports/{import}${path}`, {
    ...(body && { body }),
    otherwise: /^import\/unknown$/,
  }),
  alsoDenies: /^import\/unknown$/,
});

/** Whoever is no member is asked for a seat instead. */
const draft = (method: string, path: string, body?: (who: Member) => unknown): MemberDoor => ({
  ...http(method, `/api/workshops/{id}/copy${path}`, {
    ...(body && { body }),
    otherwise: /^(?:draft\/(?:unknownStyle|rewriteOff)|file\/unknown)$/,
  }),
  alsoDenies: /^access\/noSeat$/,
});

const wish = () => ({ title: 'T', language: 'en', name: 'Ann', timeZone: 'UTC' });

export const MEMBER_DOORS: { readonly [P in OrganizationPermission]: readonly MemberDoor[] } = {
  'organization.read': [http('GET', '/api/organizations/{organization}')],
  'organization.edit': [
    http('PATCH', '/api/organizations/{organization}', { body: () => ({ name: { en: 'The House' } }) }),
  ],
  'members.manage': [
    http('POST', '/api/organizations/{organization}/invitations', {
      body: ({ name }) => ({ email: `by-${name}@example.org`, role: 'editor', language: 'en' }),
    }),
    http('DELETE', '/api/organizations/{organization}/invitations/{invitation}', { otherwise: NOT_THERE }),
    http('PATCH', '/api/organizations/{organization}/members/{account}', {
      body: () => ({ role: 'editor' }),
      otherwise: NOT_THERE,
    }),
    http('DELETE', '/api/organizations/{organization}/members/{account}', { otherwise: NOT_THERE }),
  ],
  'workshops.read': [
    {
      name: 'GET /api/planning/workshops',
      async attempt({ client, workshop }) {
        const { workshops } = await client.get<{ workshops: { id: string }[] }>('/api/planning/workshops?view=all');
        return workshops.some(({ id }) => id === workshop) ? DONE : DENIED;
      },
    },
    {
      name: 'GET /api/account/workshops',
      async attempt({ client, workshop }) {
        const { owned } = await client.get<{ owned: { id: string }[] }>('/api/account/workshops');
        return owned.some(({ id }) => id === workshop) ? DONE : DENIED;
      },
    },
  ],
  'workshops.create': [
    http('POST', '/api/workshops', { body: wish }),
    http('POST', '/api/planning/workshops', {
      body: () => ({ title: { en: 'T' }, language: 'en', timeZone: 'UTC', startsAt: null, template: null }),
    }),
    http('POST', '/api/demo', { body: () => ({ mode: 'held', name: 'A', language: 'en' }) }),
    http('POST', '/api/workshops/import', { body: () => ({}), otherwise: /^file\/faults$/ }),
  ],
  'workshops.manage': [
    http('POST', '/api/workshops/{id}/seats/own'),
    http('POST', '/api/planning/workshops/{id}/archive', { body: () => ({ archived: true }) }),
    http('GET', '/api/planning/workshops/{id}/losses'),
    http('DELETE', '/api/planning/workshops/{id}', {
      body: () => ({ title: 'another' }),
      otherwise: /^planning\/otherTitle$/,
    }),
    // Founding is open to whoever founds anywhere; what is founded from a workshop asks for the right in its own organization.
    http('POST', '/api/planning/workshops/{id}/copies', {
      body: () => ({ startsAt: null, as: 'copy', keepsSpeakers: false }),
    }),
    http('POST', '/api/planning/workshops/{id}/series', {
      body: () => ({ rule: { every: 'week', interval: 1 }, count: 1, keepsSpeakers: false }),
      otherwise: /^planning\/noTime$/,
    }),
    http('POST', '/api/planning/workshops/{id}/template', { body: () => ({ name: { en: 'Ours' } }) }),
    {
      // To whoever manages another organization's workshops, a template of this one is not there.
      ...http('DELETE', '/api/planning/templates/{template}', { otherwise: /^planning\/unknownTemplate$/ }),
      alsoDenies: /^planning\/unknownTemplate$/,
    },
  ],
  'directory.read': [
    http('GET', '/api/directory/entries?kind=person'),
    http('GET', '/api/directory/entries/{id}', { otherwise: NOT_THERE }),
    http('GET', '/api/directory/duplicates?kind=person'),
    http('GET', '/api/directory/portraits/{portrait}', { otherwise: /^file\/unknown$/ }),
  ],
  'directory.edit': [
    http('POST', '/api/directory/entries', { body: entry }),
    http('PUT', '/api/directory/entries/{id}', { body: () => ({ entry: entry(), version: 1 }), otherwise: NOT_THERE }),
    http('POST', '/api/directory/removals', { body: () => seen, otherwise: NOT_THERE }),
    http('POST', '/api/directory/duplicates/apart', { body: () => ({ a: 'one', b: 'other' }) }),
    http('POST', '/api/directory/merges', {
      body: () => ({ into: seen, gone: { id: 'none', version: 1 }, merged: entry() }),
      otherwise: NOT_THERE,
    }),
    http('POST', '/api/directory/portraits', { body: () => ({}), otherwise: /^file\/notAPicture$/ }),
    http('GET', '/api/directory/suggestions'),
    http('POST', '/api/directory/suggestions/{suggestion}/accept', {
      body: () => ({ entry: entry(), version: null }),
      otherwise: NOT_THERE,
    }),
    http('POST', '/api/directory/suggestions/{suggestion}/dismiss', { otherwise: NOT_THERE }),
    http('GET', '/api/directory/acts'),
    http('POST', '/api/directory/acts/{act}/undo', { otherwise: NOT_THERE }),
    // As JSON the body is no table: read or refused by its type, after the right was asked.
    http('POST', '/api/directory/imports?kind=person', { body: () => ({}), otherwise: /^http\/unsupportedType$/ }),
    http('GET', '/api/directory/imports/{id}', { otherwise: NOT_THERE }),
    http('PATCH', '/api/directory/imports/{id}', {
      body: () => ({ line: 1, column: 'name', text: 'x' }),
      otherwise: NOT_THERE,
    }),
    http('POST', '/api/directory/imports/{id}/start', { body: () => ({ whenKnown: 'skip' }), otherwise: NOT_THERE }),
    http('GET', '/api/directory/imports/{id}/bad-rows.csv', { otherwise: NOT_THERE }),
    http('GET', '/api/directory/table.csv?kind=person'),
  ],
  'updates.edit': [
    {
      ...http('POST', '/api/publications', { body: ({ workshop }) => ({ workshop }) }),
      // A workshop of others is answered as one that is not there.
      alsoDenies: /^workshop\/unknown$/,
    },
    publication('GET', ''),
    publication('PATCH', '', stale),
    publication('POST', '/renew', stale),
    draft('GET', ''),
    draft('POST', '/rewrite', () => ({ language: 'en', piece: 'headline' })),
    draft('GET', '/pictures/{file}'),
    ...['', '.docx', '.zip'].map((ending) => ({
      ...http('GET', `/api/workshops/{id}/draft${ending}`),
      alsoDenies: /^access\/noSeat$/,
    })),
  ],
  'updates.publish': [
    publication('POST', '/publish', stale),
    draft('PUT', '/style-of-all', () => ({ style: 'none-of-that-name' })),
    publication('POST', '/lift-embargo', stale),
    publication('POST', '/withdraw', stale),
    publication('POST', '/correct', () => ({
      version: 999,
      text: { en: 'It was forty-one.', 'zh-Hans': '应为四十一位。' },
    })),
    // Without an archive: refused by its type, after the right was asked.
    http('POST', '/api/publications/imports?organization={organization}&timeZone=UTC', {
      otherwise: /^http\/unsupportedType$/,
    }),
    ...(['GET', 'DELETE'] as const).map((method) => anImport(method, '')),
    anImport('POST', '/take', () => ({ publish: false })),
  ],
  'audit.read': [],
  'retention.manage': [],
  'programs.manage': [
    http('GET', '/api/organizations/{organization}/tokens'),
    http('POST', '/api/organizations/{organization}/tokens', {
      body: () => ({ name: 'Calendar', scopes: ['workshops.read'], days: 30 }),
    }),
    http('DELETE', '/api/organizations/{organization}/tokens/{token}', { otherwise: /^token\/unknown$/ }),
    http('GET', '/api/organizations/{organization}/webhooks'),
    http('POST', '/api/organizations/{organization}/webhooks', {
      body: () => ({ url: 'https://hooks.example.org/plenary', hears: ['workshop.ended'] }),
      otherwise: /^webhook\//,
    }),
    http('DELETE', '/api/organizations/{organization}/webhooks/{webhook}', { otherwise: /^webhook\/unknown$/ }),
    http('GET', '/api/organizations/{organization}/webhooks/{webhook}/deliveries'),
    http('POST', '/api/organizations/{organization}/deliveries/{delivery}/replay', {
      otherwise: /^webhook\/unknownDelivery$/,
    }),
  ],
};

/** Routes under these that ask no right of a member's: founding has a rule of its own, and a list shows each what is theirs. */
export const OPEN_MEMBER_ROUTES: ReadonlySet<string> = new Set([
  'POST /api/organizations',
  'GET /api/publications',
  'GET /api/planning/templates',
]);
