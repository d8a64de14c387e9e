// Somebody with an account, by the real doors: the first administrator's link, invitations and sign-in links from the outbox, a cookie like a browser's.
import type { OrganizationRole } from '../../shared/organization/roles.ts';
import type { Language } from '../../shared/kernel/language.ts';
import type { TestServer } from './server.ts';

/** What is asked of a server: where it is, and what its own machine may do with it. */
type Server = Pick<TestServer, 'url' | 'app'>;

export interface Reply<T = Record<string, unknown>> {
  readonly status: number;
  readonly text: string;
  readonly body: T;
  readonly headers: Headers;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

/** A browser that asks by hand: keeps the session's cookie, names its own origin. */
export class AccountClient {
  readonly url: string;
  cookie = '';

  constructor(url: string) {
    this.url = url;
  }

  async ask<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply<T>> {
    const reply = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(method !== 'GET' && { origin: this.url }),
        ...(this.cookie && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const set of reply.headers.getSetCookie()) {
      if (set.includes('plenary_session=')) this.cookie = set.split(';')[0] ?? '';
    }
    const text = await reply.text();
    return { status: reply.status, text, body: parsed(text) as T, headers: reply.headers };
  }

  /** Rejects unless the answer is 2xx. */
  async done<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T> {
    const reply = await this.ask<T>(method, path, body);
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${reply.text}`);
    return reply.body;
  }

  get<T = Record<string, unknown>>(path: string): Promise<T> {
    return this.done<T>('GET', path);
  }

  post<T = Record<string, unknown>>(path: string, body: unknown = {}): Promise<T> {
    return this.done<T>('POST', path, body);
  }
}

export interface SignedUp {
  readonly client: AccountClient;
  readonly account: string;
  readonly email: string;
  /** The organization it belongs to; the house's own for whoever asked for none. */
  readonly organization: string;
}

interface House {
  readonly administrator: SignedUp;
  readonly organization: string;
}

const houses = new WeakMap<Server, Promise<House>>();

const secretOf = (link: string): string => new URL(link).hash.slice('#k='.length);

const accountOf = async (client: AccountClient): Promise<string> => {
  const { me } = await client.get<{ me: { account: string } | null }>('/api/account');
  if (!me) throw new Error('nobody is signed in');
  return me.account;
};

const build = async (server: Server): Promise<House> => {
  const link = await server.app.operations.administratorLink();
  if (link === null) throw new Error('this server has an administrator already');
  const client = new AccountClient(server.url);
  const email = 'administrator@example.org';
  await client.post('/api/administrator', { secret: secretOf(link), name: 'Ada Min', email, language: 'en' });
  const { organization } = await client.post<{ organization: string }>('/api/organizations', {
    name: { en: 'The House', 'zh-Hans': '本社' },
  });
  return { administrator: { client, account: await accountOf(client), email, organization }, organization };
};

const houseOf = (server: Server): Promise<House> => {
  const house = houses.get(server) ?? build(server);
  houses.set(server, house);
  return house;
};

/** The link in the newest letter to this address, as an administrator reads it in the outbox. */
export const linkMailedTo = async (server: Server, email: string): Promise<string> => {
  const { administrator } = await houseOf(server);
  await server.app.accounts.afterwards.settled();
  const { letters } = await administrator.client.get<{ letters: { id: string; to: string }[] }>(
    '/api/administration/outbox',
  );
  const letter = letters.find(({ to }) => to === email);
  if (!letter) throw new Error(`no letter to ${email}`);
  const { text } = await administrator.client.get<{ text: string }>(`/api/administration/outbox/${letter.id}`);
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  if (link === undefined) throw new Error(`no link in: ${text}`);
  return link;
};

/** The first administrator, owner of the house's own organization. */
export const administratorOf = async (server: Server): Promise<SignedUp> => (await houseOf(server)).administrator;

/** Somebody signed in, on this server alone, with what was asked for and nothing more. */
export const signUp = async (
  server: Server,
  wish: {
    readonly email: string;
    readonly name?: string;
    readonly language?: Language;
    /** As a member of the house's own organization. */
    readonly organizationRole?: OrganizationRole;
    readonly administrator?: boolean;
  },
): Promise<SignedUp> => {
  const { email, name = email.split('@')[0] ?? email, language = 'en', organizationRole } = wish;
  const { administrator, organization } = await houseOf(server);
  const client = new AccountClient(server.url);
  if (organizationRole) {
    const invitations = `/api/organizations/${organization}/invitations`;
    await administrator.client.post(invitations, { email, role: organizationRole, language });
    const secret = secretOf(await linkMailedTo(server, email));
    await client.post('/api/invitations/accept', { secret, person: { name, language } });
  } else {
    await client.post('/api/sign-in/link', { email, language });
    const secret = secretOf(await linkMailedTo(server, email));
    await client.post('/api/sign-in/link/redeem', { secret, name });
  }
  const account = await accountOf(client);
  if (wish.administrator) {
    await administrator.client.done('PATCH', `/api/administration/accounts/${account}`, { isAdministrator: true });
  }
  return { client, account, email, organization };
};
