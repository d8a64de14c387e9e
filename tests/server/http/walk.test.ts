// Every route that the API's description names, walked by nobody, by a seat and by an administrator with what it asks for, and with that made wrong:
// never a fault, always a word, and the process goes on.
import { Agent, request } from 'node:http';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { signUp, type SignedUp } from '../../support/account-client.ts';
import { fromSchema, type JsonSchema } from '../../support/from-schema.ts';
import { hostileValue, mutated, mutatedText } from '../../support/mutated.ts';
import { startServer } from '../../support/server.ts';
import { gather } from '../../support/workshop-cast.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: JsonSchema;
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: JsonSchema | null;
}

interface Description {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly parameters?: readonly Parameter[];
            readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
          }
        >
      >
    >
  >;
}

const routesOf = ({ paths }: Description): readonly Route[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      body: requestBody?.content['application/json']?.schema ?? null,
    })),
  );

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

const lengthOf = (body: string | null) => (body === null ? {} : { 'content-length': Buffer.byteLength(body) });

/** Without fetch, which would put addresses in order before they are sent. */
const send = (url: string, agent: Agent, { method, path, headers, body }: Asked): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const asking = request(
      { agent, hostname, port, method, path, headers: { ...headers, ...lengthOf(body) } },
      (reply) => {
        let text = '';
        reply.setEncoding('utf8');
        reply.on('data', (chunk: string) => (text += chunk));
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }));
      },
    );
    asking.on('error', reject);
    asking.end(body ?? undefined);
  });

const HOSTILE_STEPS = [
  '__proto__',
  'constructor',
  'toString',
  '..',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%00',
  '%E0%A4%A',
  '%zz',
  '-1',
  '0',
  'x'.repeat(65),
  'x'.repeat(3000),
  "'%20OR%201=1--",
  '%F0%9F%92%A9',
  '*',
  '',
];

const HOSTILE_QUERIES = [
  '__proto__=1',
  '__proto__[a]=1',
  'constructor=1',
  'language=xx',
  'language=en&language=zh-Hans',
  'mode[]=held',
  'before=NaN',
  'before=-1',
  'before=1e400',
  'limit=99999999999999999999',
  'q=%00',
  'q=%',
  `q=${'x'.repeat(6000)}`,
  '&&&==',
];

/** What exists: by the names that parameters have, and all together. */
interface Known {
  readonly byName: Readonly<Record<string, string>>;
  readonly known: readonly string[];
}

/** Longer than any body but a file's may be. */
const LONG = 'x'.repeat(1_000_000);

/** In an address; an object may have a toString of its own that is none. */
const written = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

const anAsking = (route: Route, { byName, known }: Known, as: readonly Readonly<Record<string, string>>[]) => {
  const step = ({ name, schema }: Parameter): fc.Arbitrary<string> =>
    fc.oneof(
      { weight: 8, arbitrary: fc.constant(byName[name] ?? 'nowhere') },
      { weight: 1, arbitrary: fc.constantFrom(...known) },
      { weight: 1, arbitrary: fromSchema(schema, known).map((value) => encodeURIComponent(written(value))) },
      { weight: 2, arbitrary: fc.constantFrom(...HOSTILE_STEPS) },
    );
  const inPath = route.parameters.filter((one) => one.in === 'path');
  const path = fc
    .tuple(...inPath.map(step))
    .map((steps) => inPath.reduce((text, { name }, at) => text.replace(`{${name}}`, steps[at] ?? ''), route.path));
  const named = route.parameters.filter((one) => one.in === 'query');
  const value = (schema: JsonSchema): fc.Arbitrary<string> =>
    fc
      .oneof(
        fromSchema(schema, known),
        hostileValue.filter((one) => typeof one !== 'string' || one.length < 9000),
      )
      .map(written);
  const query = fc.oneof(
    fc.constant(''),
    fc
      .tuple(...named.map(({ name, schema }) => value(schema).map((text): [string, string] => [name, text])))
      .map((pairs) => `?${new URLSearchParams(pairs).toString()}`),
    fc.constantFrom(...HOSTILE_QUERIES).map((text) => `?${text}`),
  );
  const right = route.body ? fromSchema(route.body, known) : fc.jsonValue();
  const body = fc.oneof(
    { weight: 3, arbitrary: right.map((one) => JSON.stringify(one)) },
    { weight: 5, arbitrary: right.chain(mutated).map((one) => JSON.stringify(one)) },
    { weight: 2, arbitrary: right.chain((one) => mutatedText(JSON.stringify(one))) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        'null',
        '[]',
        '"x"',
        '{"__proto__":{"a":1}}',
        '['.repeat(20_000),
        `"${LONG}"`,
        LONG,
      ),
    },
  );
  const headers = fc.oneof(
    { weight: 8, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Readonly<Record<string, string>>>(
        { 'content-type': 'text/plain' },
        { 'content-type': 'multipart/form-data; boundary=' },
        { 'content-type': 'multipart/form-data; boundary=x' },
        { 'content-type': 'application/x-www-form-urlencoded' },
        { 'content-type': 'application/json; charset=utf-7' },
        { 'content-encoding': 'gzip' },
        { authorization: `Bearer ${'A'.repeat(8000)}` },
        { authorization: 'Basic eDp5' },
        { 'x-plenary-link': '__proto__' },
        { cookie: '__proto__=1; =; ;;; a=b=c; plenary_session=%00' },
        { accept: 'application/\u00ff' },
        { 'accept-encoding': 'gzip;q=nan, br;q=-1, *' },
        { range: 'bytes=99999999999-1' },
        { 'if-none-match': '"' },
        { host: 'x y' },
        { 'x-forwarded-for': "1.2.3.4', '::1" },
        { 'x-forwarded-host': 'evil.example' },
      ),
    },
  );
  return fc
    .record({ path, query, body, headers, as: fc.constantFrom(...as) })
    .map(({ path: where, query: what, body: content, headers: more, as: who }): Asked => {
      const bears = route.method !== 'GET';
      return {
        method: route.method,
        path: where + what,
        headers: { ...(bears && { 'content-type': 'application/json' }), ...who, ...more },
        body: bears ? content : null,
      };
    });
};

const ASKED_A_ROUTE = 24;

test(
  'given every route, when walked with right and wrong requests, then never a fault and always a word',
  { timeout: 180_000 },
  async () => {
    const log: string[] = [];
    const server = await startServer({ logLevel: 'error', logTo: { write: (line) => void log.push(line) } });
    const { url, app } = server;
    const agent = new Agent({ keepAlive: true });
    const cast = await gather(url);
    const guest = await cast.admit('Bo');
    const picture = await sharp({ create: { width: 3, height: 2, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(picture)]), 'x.png');
    const bearer = { authorization: `Bearer ${cast.founded.seatToken}` };
    const files = `${url}/api/workshops/${cast.founded.workshop}/files`;
    const kept = (await (await fetch(files, { method: 'POST', headers: bearer, body: form })).json()) as { id: string };
    const member = await signUp(server, { email: 'member@example.org', organizationRole: 'editor' });
    const byName = {
      id: cast.founded.workshop,
      workshop: cast.founded.workshop,
      seat: guest.key.seat,
      file: kept.id,
      account: member.account,
      organization: member.organization,
    };
    const known = { byName, known: [...Object.values(byName), 'nowhere'] };

    const description = (await (await fetch(`${url}/api/openapi.json`)).json()) as Description;
    const routes = routesOf(description);
    expect(routes.length).toBeGreaterThan(30);
    const met = new Set<number>();
    const answered = new Set<string>();
    const wrong: string[] = [];
    let walkers = 0;
    const newWalker = (): Promise<SignedUp> =>
      signUp(server, { email: `walker${walkers++}@example.org`, organizationRole: 'owner', administrator: true });
    let walker = await newWalker();

    for (const route of routes) {
      // Whether media is up is all that this one says.
      if (route.path === '/readyz') continue;
      // Some routes sign out or demote whoever asks.
      const { me } = await walker.client.get<{ me: { isAdministrator: boolean } | null }>('/api/account');
      if (!me?.isAdministrator) walker = await newWalker();
      const { client } = walker;
      const signedIn = { cookie: client.cookie, origin: url };
      const as = [{}, { authorization: `Bearer ${guest.key.seatToken}` }, bearer, signedIn, { ...signedIn, ...bearer }];
      const askings = fc.sample(anAsking(route, known, as), { numRuns: ASKED_A_ROUTE, seed: 20260326 });
      for (const asking of askings) {
        const answer = await send(url, agent, asking).catch((error: NodeJS.ErrnoException) => {
          // A server that will not read a megabyte may close before it is sent.
          if (asking.body?.includes(LONG) && ['EPIPE', 'ECONNRESET'].includes(error.code ?? '')) return null;
          throw new Error(`no answer to ${JSON.stringify(asking).slice(0, 600)}`, { cause: error });
        });
        if (answer === null) continue;
        met.add(answer.status);
        if (answer.status < 400) answered.add(`${route.method} ${route.path}`);
        // A page says it in words for readers.
        const isNamed = !route.path.startsWith('/api/') || /^\{"error":\{"code":"[a-z]+\/[a-zA-Z]+"/.test(answer.text);
        if (answer.status >= 500 || (answer.status >= 400 && !isNamed)) {
          wrong.push(`${answer.status} ${answer.text.slice(0, 200)}\n  ${JSON.stringify(asking).slice(0, 600)}`);
        }
      }
    }

    expect(wrong).toEqual([]);
    expect(log).toEqual([]);
    expect([app.counters.of('http.faults'), app.counters.of('faults')]).toEqual([0, 0]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect('a' in {}).toBe(false);
    expect(cast.chair.goodbye).toBeNull();
    expect(await cast.chair.send({ type: 'session/begin' })).toMatchObject({ ok: true });
    // The walk has been in the rooms and not only before closed doors.
    expect([...met]).toEqual(expect.arrayContaining([200, 201, 400, 401, 403, 404]));
    expect([...answered]).toEqual(
      expect.arrayContaining([
        'PATCH /api/account',
        'POST /api/workshops',
        'GET /api/workshops/{id}/files/{file}',
        'GET /api/workshops/{id}/draft',
      ]),
    );
    agent.destroy();
  },
);
