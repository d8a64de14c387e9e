// Walks through the pages of accounts, organizations, directory and Program Updates, as an administrator, a member and a reader without an account
// meet them: empty at first, then filled. The views are named once, here.
import type { House } from './house.ts';
import { administratorOf, linkMailedTo, type AccountClient } from '../account-client.ts';
import { publication } from '../publication.ts';
import { Visitor } from './visitor.ts';
import type { Browser } from 'playwright-core';

interface Stop {
  readonly view: string;
  readonly path: string;
  /** What stands there once the page is whole. */
  readonly shown: string;
}

/** Before anybody has filled anything: the reader's, then the administrator's own. */
const EMPTY_READER = [
  { view: 'sign-in', path: '/sign-in', shown: 'plenary-sign-in h1' },
  { view: 'updates-empty', path: '/updates', shown: 'main h1' },
] as const satisfies readonly Stop[];
const EMPTY_OWN = [
  { view: 'directory-empty', path: '/directory', shown: 'plenary-directory h1' },
  { view: 'publications-empty', path: '/publications', shown: 'plenary-publications h1' },
] as const satisfies readonly Stop[];
const FILLED_OWN = [
  { view: 'home-signed-in', path: '/', shown: 'plenary-home h1' },
  { view: 'account', path: '/account', shown: 'plenary-session-list li' },
  { view: 'administration', path: '/administration', shown: 'plenary-outbox li' },
  { view: 'audit', path: '/administration/audit', shown: 'plenary-audit tbody tr' },
  { view: 'retention', path: '/administration/retention', shown: 'plenary-retention li' },
  { view: 'directory', path: '/directory', shown: 'plenary-directory li' },
  { view: 'publications', path: '/publications', shown: 'plenary-publications li' },
] as const satisfies readonly Stop[];
const FILLED_READER = [
  { view: 'updates', path: '/updates?language=en', shown: 'main li' },
  { view: 'updates-found', path: '/updates?language=en&q=workshop', shown: 'main mark' },
  { view: 'updates-nothing-found', path: '/updates?language=en&q=zeppelin', shown: 'main h1' },
  { view: 'approval-unknown', path: `/approve#${'a'.repeat(43)}`, shown: 'plenary-approval h1' },
  { view: 'invitation-unknown', path: `/invitation/nowhere#k=${'a'.repeat(43)}`, shown: 'plenary-invitation .fault' },
  { view: 'inviting-without-seat', path: '/w/nowhere/invitations', shown: 'plenary-notice h1' },
  { view: 'update-gone', path: '/updates/never-was', shown: 'main h1' },
  { view: 'reference', path: '/docs', shown: 'main details' },
] as const satisfies readonly Stop[];

const ALONE = ['administrator', 'organization', 'join', 'update'] as const;

export type SignedInView =
  | (typeof EMPTY_READER | typeof EMPTY_OWN | typeof FILLED_OWN | typeof FILLED_READER)[number]['view']
  | (typeof ALONE)[number];

export const SIGNED_IN_VIEWS: readonly SignedInView[] = [
  ...[...EMPTY_READER, ...EMPTY_OWN, ...FILLED_OWN, ...FILLED_READER].map(({ view }) => view),
  ...ALONE,
];

export interface SignedInGuide {
  readonly browser: Browser;
  readonly house: House;
  readonly show: (view: SignedInView, visitor: Visitor) => Promise<void>;
  readonly heard?: (requested: string) => void;
}

const PEOPLE = [
  { asWritten: 'QIAN Jingjing', han: { family: '钱', given: '京京' } },
  { asWritten: 'Hannah Okafor' },
  { asWritten: 'Bùi Thị Mai' },
];

const fillDirectory = async (owner: AccountClient): Promise<void> => {
  for (const name of PEOPLE) {
    await owner.post('/api/directory/entries', {
      kind: 'person',
      name,
      positions: [{ title: { en: 'Director of China Program', 'zh-Hans': '中国项目主任' } }],
      externalIds: [],
    });
  }
};

export const walkSignedIn = async ({ browser, house, show, heard }: SignedInGuide): Promise<void> => {
  const { url, app } = house;
  const options = { ...(heard && { heard }) };
  const go = async (visitor: Visitor, { view, path, shown }: Stop & { readonly view: SignedInView }): Promise<void> => {
    await visitor.page.goto('about:blank');
    await visitor.page.goto(path);
    await visitor.page.locator(shown).first().waitFor();
    await show(view, visitor);
  };

  const reader = await Visitor.come(browser, url, options);
  for (const stop of EMPTY_READER) await go(reader, stop);
  const link = await app.operations.administratorLink();
  if (link === null) throw new Error('there is an administrator already');
  await go(reader, { view: 'administrator', path: link, shown: 'plenary-arrival h1' });

  const { client, organization } = await administratorOf(house);
  const own = await Visitor.come(browser, url, { ...options, cookie: client.cookie });
  for (const stop of EMPTY_OWN) await go(own, stop);

  const email = 'lin.mei@example.org';
  const invitations = `/api/organizations/${organization}/invitations`;
  await client.post(invitations, { email, role: 'editor', language: 'zh-Hans' });
  await fillDirectory(client);
  await app.updates.publisher.create(publication({ organization: organization as never }), null, 'created');
  await client.post('/api/publications/update-1/publish', { version: 1 });

  for (const stop of FILLED_OWN) await go(own, stop);
  const place = `/organizations/${organization}`;
  await go(own, { view: 'organization', path: place, shown: 'plenary-webhooks form' });
  await own.leave();

  await go(reader, { view: 'join', path: await linkMailedTo(house, email), shown: 'plenary-arrival h1' });
  for (const stop of FILLED_READER) await go(reader, stop);
  await reader.page.goto('/updates?language=en');
  const article = await reader.page.locator('main li a').first().getAttribute('href');
  await go(reader, { view: 'update', path: article ?? '', shown: 'article h1' });
  await reader.leave();
};
