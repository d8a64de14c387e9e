/**
 * What a request is called in the audit log: a name that stays when a route moves, and that people can be shown words for. Owns the names of
 * requests; commands go by their own types. A request without a name is written down as its method and route.
 */
export const ACTS = {
  'POST /api/administrator/look': 'signIn/administratorLinkOpened',
  'POST /api/administrator': 'signIn/firstAdministrator',
  'POST /api/sign-in/link': 'signIn/linkAsked',
  'POST /api/sign-in/link/redeem': 'signIn/byLink',
  'POST /api/sign-in/password': 'signIn/byPassword',
  'POST /api/sign-in/code': 'signIn/byCode',
  'POST /api/sign-in/passkey': 'signIn/byPasskey',
  'GET /api/sign-in/openid/callback': 'signIn/byOpenId',
  'POST /api/sign-out': 'signIn/out',
  'PATCH /api/account': 'account/revised',
  'PUT /api/account/password': 'account/passwordSet',
  'POST /api/account/totp': 'account/codesSet',
  'POST /api/account/passkeys': 'account/passkeyAdded',
  'POST /api/account/recovery': 'account/recoveryCodesMade',
  'DELETE /api/account/credentials/:credential': 'account/credentialRemoved',
  'DELETE /api/account/sessions/:session': 'account/sessionEnded',
  'DELETE /api/account/sessions': 'account/otherSessionsEnded',
  'POST /api/account/claims': 'account/seatClaimed',
  'DELETE /api/account': 'privacy/accountClosed',
  'GET /api/account/export': 'exports/ownCopy',
  'POST /api/organizations': 'members/organizationFounded',
  'PATCH /api/organizations/:organization': 'members/organizationRenamed',
  'POST /api/organizations/:organization/invitations': 'members/invited',
  'DELETE /api/organizations/:organization/invitations/:invitation': 'members/invitationWithdrawn',
  'POST /api/invitations/accept': 'members/joined',
  'PATCH /api/organizations/:organization/members/:account': 'members/roleChanged',
  'DELETE /api/organizations/:organization/members/:account': 'members/removed',
  'PATCH /api/administration/accounts/:account': 'members/administratorSet',
  'PATCH /api/administration/settings': 'settings/changed',
  'PUT /api/administration/retention': 'settings/retentionChanged',
  'POST /api/administration/outbox/:letter/send': 'settings/letterSent',
  'POST /api/administration/purge': 'privacy/purgeAsked',
  'POST /api/administration/accounts/:account/anonymize': 'privacy/accountAnonymized',
  'GET /api/administration/audit.jsonl': 'exports/auditLog',
  'POST /api/directory/entries': 'directory/added',
  'PUT /api/directory/entries/:id': 'directory/revised',
  'POST /api/directory/merges': 'directory/merged',
  'POST /api/directory/acts/:act/undo': 'directory/undone',
  'POST /api/directory/duplicates/apart': 'directory/keptApart',
  'POST /api/directory/removals': 'directory/removed',
  'POST /api/directory/imports/:id/start': 'directory/imported',
  'GET /api/directory/table.csv': 'exports/directory',
  'POST /api/workshops': 'workshop/founded',
  'POST /api/workshops/import': 'workshop/imported',
  'POST /api/demo': 'workshop/demoFounded',
  'POST /api/workshops/:id/enter': 'door/entered',
  'POST /api/workshops/:id/seats/own': 'door/ownSeatTaken',
  'POST /api/workshops/:id/tickets': 'door/ticketsTaken',
  'POST /api/workshops/:id/links': 'door/linkMade',
  'POST /api/workshops/:id/links/:link/replace': 'door/linkReplaced',
  'DELETE /api/workshops/:id/links/:link': 'door/linkWithdrawn',
  'POST /api/workshops/:id/items/:item/slides': 'workshop/slidesUploaded',
  'POST /api/workshops/:id/files': 'workshop/fileUploaded',
  'GET /api/workshops/:id/export': 'exports/workshop',
  'GET /api/workshops/:id/records/:table': 'exports/records',
  'GET /api/workshops/:id/own-data': 'exports/ownSeat',
  'GET /api/workshops/:id/audit.jsonl': 'exports/workshopLog',
  'POST /api/workshops/:id/copy': 'publishing/draftEdited',
  'POST /api/workshops/:id/copy/portraits': 'publishing/portraitAdded',
  'POST /api/workshops/:id/copy/rewrite': 'publishing/wordingAsked',
  'PUT /api/workshops/:id/copy/style-of-all': 'publishing/styleChosen',
  'POST /api/workshops/:id/approvals': 'publishing/approvalAsked',
  'DELETE /api/workshops/:id/approvals/:person': 'publishing/approvalLinkWithdrawn',
  'POST /api/approvals/open': 'publishing/approvalOpened',
  'POST /api/approvals/answer': 'publishing/approvalAnswered',
  'POST /api/approvals/picture': 'publishing/approvalPictureSeen',
  'POST /api/organizations/:organization/tokens': 'programs/tokenMade',
  'DELETE /api/organizations/:organization/tokens/:token': 'programs/tokenWithdrawn',
  'POST /api/organizations/:organization/webhooks': 'programs/webhookMade',
  'DELETE /api/organizations/:organization/webhooks/:webhook': 'programs/webhookRemoved',
  'POST /api/organizations/:organization/deliveries/:delivery/replay': 'programs/deliveryReplayed',
  'POST /api/publications': 'publishing/begun',
  'PATCH /api/publications/:publication': 'publishing/revised',
  'POST /api/publications/:publication/publish': 'publishing/published',
  'POST /api/publications/:publication/lift-embargo': 'publishing/embargoLifted',
  'POST /api/publications/:publication/withdraw': 'publishing/withdrawn',
  'POST /api/publications/:publication/correct': 'publishing/corrected',
  'POST /api/publications/:publication/renew': 'publishing/renewed',
  'POST /api/publications/imports': 'publishing/archiveSent',
  'POST /api/publications/imports/:import/take': 'publishing/archiveTaken',
} as const satisfies Readonly<Record<string, string>>;

export type ActName = (typeof ACTS)[keyof typeof ACTS];

/** Acts that no request asks for by itself. */
export const OTHER_ACTS = ['signIn/firstStep', 'privacy/purged', 'privacy/purgeFailed', 'audit/lost'] as const;

/** A GET that is written down as well: a copy leaves the house, or a provider sends somebody back. */
export const isTelling = (name: string): boolean => name.startsWith('exports/') || name === 'signIn/byOpenId';

export const actName = (method: string, route: string): string => {
  const asked = `${method} ${route}`;
  return Object.hasOwn(ACTS, asked) ? ACTS[asked as keyof typeof ACTS] : asked;
};

/** By what people look through the log; each is the beginnings of the names it holds. Whatever begins otherwise is of the meeting itself. */
const BEGINNINGS = {
  signIn: ['signIn/'],
  account: ['account/'],
  members: ['members/'],
  directory: ['directory/'],
  settings: ['settings/', 'programs/'],
  exports: ['exports/'],
  privacy: ['privacy/', 'consents/'],
  doors: ['door/', 'lobby/', 'participants/'],
  content: ['workshop/', 'brief/', 'roster/', 'minutes/', 'publishing/'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type AuditKind = keyof typeof BEGINNINGS | 'meeting';
export const AUDIT_KINDS: readonly AuditKind[] = [
  ...(Object.keys(BEGINNINGS) as (keyof typeof BEGINNINGS)[]),
  'meeting',
];

/** `within`: names that begin in one of these ways, or in none of them. */
export const namesOfKind = (kind: AuditKind): { readonly within: boolean; readonly beginnings: readonly string[] } =>
  kind === 'meeting'
    ? { within: false, beginnings: Object.values(BEGINNINGS).flat() }
    : { within: true, beginnings: BEGINNINGS[kind] };

export const kindOfAct = (name: string): AuditKind =>
  AUDIT_KINDS.find((kind) => {
    const { within, beginnings } = namesOfKind(kind);
    return beginnings.some((beginning) => name.startsWith(beginning)) === within;
  }) ?? 'meeting';
