// Ids walked: every route that has an id in its path, asked with another workshop's, organization's and account's ids, by everybody who might: nobody,
// a seat of each role, a member of each role, an administrator. The answer is that to an id nobody has; nothing of the others' shows; nothing breaks.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ORGANIZATION_ROLES } from '../../../shared/organization/roles.ts';
import { ROLES } from '../../../shared/workshop/roles.ts';
import { administratorOf, signUp, type AccountClient } from '../../support/account-client.ts';
import { fromSchema, type JsonSchema } from '../../support/from-schema.ts';
import { MARK, othersWorld, type Ids } from '../../support/others-world.ts';
import { askWith, pictureOf, seatAs } from '../../support/rights/seated.ts';
import { startServer } from '../../support/server.ts';
import { gather } from '../../support/workshop-cast.ts';

interface Walked {
  readonly method: string;
  readonly path: string;
  readonly names: readonly string[];
  readonly body: JsonSchema | null;
}

interface Described {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
}

/** The directory is everybody's, but for a table that somebody is bringing in. */
const isShared = (path: string): boolean => path.startsWith('/api/directory/') && !path.includes('/imports/');

const routesOf = async (url: string): Promise<readonly Walked[]> => {
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Described>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters = [], requestBody }]): Walked[] => {
      const names = parameters.flatMap((one) => (one.in === 'path' ? [one.name] : []));
      const body = requestBody?.content['application/json']?.schema ?? null;
      return names.length === 0 || isShared(path) ? [] : [{ method: method.toUpperCase(), path, names, body }];
    }),
  );
};

/** What may be put in place of an id by what it is called; words that are no ids stay the same. */
const WORDS: Ids = { table: 'agenda', format: 'html', kind: 'person', language: 'en', name: 'x', page: '1' };

test(
  'given ids of others, when asked by everybody at every route, then as if there were no such thing',
  { timeout: 90_000 },
  async () => {
    const log: string[] = [];
    const server = await startServer({ logLevel: 'error', logTo: { write: (line) => void log.push(line) } });
    const { url } = server;
    const house = await administratorOf(server);
    await house.client.done('PATCH', '/api/administration/settings', { anybodyMayFound: true });
    const others = await othersWorld(server);
    const cast = await gather(url);
    const setting = { url, cast, ask: askWith(url, cast.founded), picture: await pictureOf(), file: '' };

    type Headers = Readonly<Record<string, string>>;
    const askers: { readonly name: string; readonly headers: Headers }[] = [{ name: 'nobody', headers: {} }];
    for (const role of ROLES) {
      const { key } = await seatAs(setting, role);
      askers.push({ name: `seat ${role}`, headers: { authorization: `Bearer ${key.seatToken}` } });
    }
    const member = (name: string, { cookie }: AccountClient) => askers.push({ name, headers: { cookie, origin: url } });
    for (const role of ORGANIZATION_ROLES)
      member(`member ${role}`, (await signUp(server, { email: `${role}@example.org`, organizationRole: role })).client);
    const admin = await signUp(server, { email: 'second@example.org', administrator: true });
    member('administrator', admin.client);

    /** The path with ids of others, or with ids that nobody has; `own` for the first of them, where only what is inside it is others'. */
    const fill = ({ path, names }: Walked, ids: Ids | null, own: string | null): string =>
      names.reduce((filled, name, at) => {
        const known = name === 'id' ? (path.includes('/imports/') ? 'job' : 'workshop') : name;
        const value = at === 0 && own !== null ? own : (WORDS[name] ?? (ids === null ? 'nobodys-at-all' : ids[known]));
        return filled.replace(`{${name}}`, encodeURIComponent(value ?? 'nobodys-at-all'));
      }, path);
    const ownFor = ({ path }: Walked): string | null =>
      path.startsWith('/api/workshops/')
        ? cast.founded.workshop
        : path.startsWith('/api/organizations/')
          ? house.organization
          : null;

    const routes = await routesOf(url);
    expect(routes.length).toBeGreaterThan(30);
    const wrong: string[] = [];
    let asked = 0;
    for (const route of routes) {
      const [body] = route.body ? fc.sample(fromSchema(route.body, []), { numRuns: 1, seed: 11 }) : [undefined];
      const ask = async (
        path: string,
        headers: Headers,
      ): Promise<{ readonly said: string; readonly text: string; readonly status: number }> => {
        asked += 1;
        const reply = await fetch(`${url}${path}`, {
          method: route.method,
          headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        const text = await reply.text();
        return { said: `${reply.status} ${/"code":"[^"]*"/.exec(text)?.[0] ?? ''}`, text, status: reply.status };
      };
      const own = ownFor(route);
      const ways = [null, ...(own !== null && route.names.length > 1 ? [own] : [])];
      for (const { name, headers } of askers) {
        // Managing all accounts and letters is what administrators are for.
        if (name === 'administrator' && route.path.startsWith('/api/administration/')) continue;
        for (const way of ways) {
          const foreign = await ask(fill(route, others.ids, way), headers);
          const missing = await ask(fill(route, null, way), headers);
          const what = `${name}: ${route.method} ${fill(route, others.ids, way)}`;
          if (foreign.said !== missing.said)
            wrong.push(`${what}: ${foreign.said}, and where nothing is: ${missing.said}`);
          if (foreign.status >= 500 || missing.status >= 500) wrong.push(`${what}: ${foreign.said} / ${missing.said}`);
          if (foreign.text.includes(MARK)) wrong.push(`${what}: shows what is the others’`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(800);
    expect(log).toEqual([]);
    await others.isWhole();
  },
);
