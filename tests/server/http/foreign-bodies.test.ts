// Ids walked in what is sent: every place for an id in every body, query and command, as the schemas have them, filled with others' ids by everybody who
// might: nobody, a seat of each role, a member of each role, an administrator. The answer is that to an id nobody has, and nothing of theirs shows.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ORGANIZATION_ROLES } from '../../../shared/organization/roles.ts';
import { commandSchema } from '../../../shared/protocol/command-schemas.ts';
import { ROLES } from '../../../shared/workshop/roles.ts';
import type { WorkshopCommand } from '../../../shared/workshop/workshop.ts';
import { administratorOf, signUp, type AccountClient } from '../../support/account-client.ts';
import { markingIds, type JsonSchema } from '../../support/from-schema.ts';
import { MARK, othersWorld } from '../../support/others-world.ts';
import { edition, publication } from '../../support/publication.ts';
import { askWith, pictureOf, seatAs } from '../../support/rights/seated.ts';
import { startServer } from '../../support/server.ts';
import { gather } from '../../support/workshop-cast.ts';

const HERE = 'AnIdStandsHere';
const NOBODYS = 'nobodys-at-all';

interface Described {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: JsonSchema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
}

interface Place {
  readonly method: string;
  readonly path: string;
  /** What the id's place is called. */
  readonly name: string;
  /** With the mark where the id goes. */
  readonly query: string;
  /** The first that the server does not call malformed is sent; a JSON schema does not say all that is asked. */
  readonly bodies: readonly (string | null)[];
}

const samplesOf = (value: fc.Arbitrary<unknown>): readonly string[] =>
  fc.sample(value, { numRuns: 60, seed: 26 }).map((one) => JSON.stringify(one));

/**
 * The directory is everybody's; reading the whole log and managing accounts is what administrators are for; commands over HTTP are those of the
 * socket, which are walked there.
 */
const isWalked = (path: string): boolean =>
  !path.startsWith('/api/directory/') && !path.startsWith('/api/administration/') && !path.endsWith('/commands');

const placesOf = async (url: string): Promise<readonly Place[]> => {
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Described>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([lower, { parameters = [], requestBody }]): readonly Place[] => {
      if (!isWalked(path)) return [];
      const [method, schema] = [lower.toUpperCase(), requestBody?.content['application/json']?.schema];
      const bodies = schema ? markingIds(schema, HERE) : [];
      const queries = parameters.filter((one) => one.in === 'query' && markingIds(one.schema, HERE).length > 0);
      return [
        ...bodies.map(({ name, value }) => ({ method, path, name, query: '', bodies: samplesOf(value) })),
        ...queries.map(({ name }) => ({ method, path, name, query: `?${name}=${HERE}`, bodies: [null] })),
      ];
    }),
  );
};

/** By a secret that nobody has, nothing is looked up; for an organization that is not one's own nothing is founded; a page's own name is nobody's id. */
const REFUSED_BEFORE =
  /^POST \/api\/(?:approvals\/picture|invitations\/\w+|workshops) \w+$|^GET \/api\/workshops\/\{id\}\/copy\/changes page$/;

/** An id that these bring with them becomes that of something new, whoever else has one like it. */
const isNew = (command: string, name: string): boolean =>
  name === 'id' ? command.includes('"roster/put') : name === 'item' && command.includes('"agenda/add"');

const commandsWithIds = (): readonly { readonly name: string; readonly command: string }[] =>
  markingIds(z.toJSONSchema(commandSchema, { io: 'input', unrepresentable: 'any' }) as JsonSchema, HERE)
    .map(({ name, value }) => ({
      name,
      command: samplesOf(value).find((one) => commandSchema.safeParse(JSON.parse(one)).success) ?? '',
    }))
    .filter(({ name, command }) => !isNew(command, name));

/** By the place's name where it says what is meant; else any of what they have. */
const theirsFor = (name: string, ids: Readonly<Record<string, string>>): readonly string[] => {
  const own = ids[name];
  const { workshop = '', seat = '', file = '' } = ids;
  return own === undefined ? [workshop, seat, file] : [own];
};

test(
  'given ids of others in what is sent, when sent by everybody, then as if there were no such thing',
  { timeout: 150_000 },
  async () => {
    const log: string[] = [];
    const server = await startServer({
      logLevel: 'error',
      logTo: { write: (line) => void log.push(line) },
      limits: { sockets: { pace: { burst: 1e6, perSecond: 1e6 } } },
    });
    const { url } = server;
    const house = await administratorOf(server);
    await house.client.done('PATCH', '/api/administration/settings', { anybodyMayFound: true });
    const others = await othersWorld(server);
    const cast = await gather(url);
    const setting = { url, cast, ask: askWith(url, cast.founded), picture: await pictureOf(), file: '' };
    const ours = publication({ organization: house.organization as never, editions: { en: edition('Ours', 'Ours') } });
    await server.app.updates.publisher.create(ours, null, 'created');

    type Headers = Readonly<Record<string, string>>;
    const askers: { readonly name: string; readonly headers: Headers }[] = [{ name: 'nobody', headers: {} }];
    const seats = [];
    for (const role of ROLES) {
      const seated = await seatAs(setting, role);
      seats.push(seated);
      askers.push({ name: `seat ${role}`, headers: { authorization: `Bearer ${seated.key.seatToken}` } });
    }
    const member = (name: string, { cookie }: AccountClient) => askers.push({ name, headers: { cookie, origin: url } });
    for (const role of ORGANIZATION_ROLES)
      member(`member ${role}`, (await signUp(server, { email: `${role}@example.org`, organizationRole: role })).client);
    member('administrator', (await signUp(server, { email: 'second@example.org', administrator: true })).client);

    /** One's own, so that only what is sent is others'. */
    const ownPath = (path: string): string =>
      path
        .replace('{id}', cast.founded.workshop)
        .replace('{organization}', house.organization)
        .replace('{publication}', ours.id)
        .replaceAll(/\{\w+\}/g, NOBODYS);

    const wrong: string[] = [];
    const met = new Set<string>();
    const unread: string[] = [];
    const places = await placesOf(url);
    for (const { method, path, name, query, bodies } of places) {
      const statuses = new Set<number>();
      let body: string | null = null;
      const ask = async (one: string, headers: Headers): Promise<string> => {
        const reply = await fetch(`${url}${ownPath(path)}${query.replaceAll(HERE, one)}`, {
          method,
          headers: { ...headers, ...(body !== null && { 'content-type': 'application/json' }) },
          ...(body !== null && { body: body.replaceAll(HERE, one) }),
        });
        const text = await reply.text();
        if (reply.status >= 500 || text.includes(MARK))
          wrong.push(`${method} ${path} ${name}: ${reply.status} ${text}`);
        statuses.add(reply.status);
        return `${reply.status} ${/"code":"[^"]*"/.exec(text)?.[0] ?? ''}`;
      };
      for (const one of bodies) {
        body = one;
        const said = await Promise.all(askers.map(({ headers }) => ask(NOBODYS, headers)));
        if (said.some((answer) => !/^40[013]/.test(answer))) break;
      }
      if ([...statuses].every((one) => [400, 401, 403].includes(one))) unread.push(`${method} ${path} ${name}`);
      for (const asker of askers) {
        const missing = await ask(NOBODYS, asker.headers);
        for (const one of theirsFor(name, others.ids)) {
          const foreign = await ask(one, asker.headers);
          if (foreign !== missing)
            wrong.push(`${asker.name}: ${method} ${path} ${name} ${one}: ${foreign}, and where nothing is: ${missing}`);
        }
      }
    }
    expect(unread.filter((one) => !REFUSED_BEFORE.test(one))).toEqual([]);
    expect(places.map(({ path, name }) => `${path} ${name}`)).toEqual(
      expect.arrayContaining([
        '/api/workshops/{id}/links person',
        '/api/publications workshop',
        '/api/workshops/{id}/copy people',
        '/api/workshops/{id}/audit seat',
      ]),
    );

    const commands = commandsWithIds();
    expect(commands.length).toBeGreaterThan(30);
    for (const { role, client } of seats) {
      for (const { name, command } of commands) {
        const send = async (one: string): Promise<string> => {
          const reply = await client.send(JSON.parse(command.replaceAll(HERE, one)) as WorkshopCommand);
          const text = JSON.stringify(reply);
          if (text.includes(MARK)) wrong.push(`seat ${role}: ${command}: shows what is the others’`);
          const said = reply.ok ? 'ok' : (/"code":"[^"]*"/.exec(text)?.[0] ?? text);
          met.add(said);
          return said;
        };
        const missing = await send(NOBODYS);
        for (const one of theirsFor(name, others.ids)) {
          const foreign = await send(one);
          if (foreign !== missing)
            wrong.push(`seat ${role}: ${command} ${one}: ${foreign}, and for nobody’s: ${missing}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect([...met].filter((said) => said.includes('protocol/'))).toEqual([]);
    expect(log).toEqual([]);
    await others.isWhole();
  },
);
