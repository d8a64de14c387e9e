// The directory from outside, as members meet it: who may, what is found by which words, tables in and out, duplicates merged and parted again.
import { expect, test } from 'vitest';
import { signUp, type AccountClient } from '../../support/account-client.ts';
import { startServer } from '../../support/server.ts';

interface Kept {
  readonly entry: { readonly id: string; readonly name: Record<string, unknown>; readonly email?: string };
  readonly version: number;
}
interface Job {
  readonly id: string;
  readonly state: string;
  readonly encoding: string;
  readonly separator: string;
  readonly total: number;
  readonly good: number;
  readonly known: number;
  readonly added: number;
  readonly skipped: number;
  readonly bad: readonly { readonly line: number; readonly faults: readonly { column: string; code: string }[] }[];
}
interface Found {
  readonly total: number;
  readonly entries: readonly Kept[];
}

const member = async () => {
  const server = await startServer();
  const { client } = await signUp(server, { email: 'owner@example.org', organizationRole: 'owner' });
  return { server, client };
};

const bring = async (client: AccountClient, table: string | Uint8Array, kind = 'person') => {
  const reply = await fetch(`${client.url}/api/directory/imports?kind=${kind}`, {
    method: 'POST',
    headers: { origin: client.url, cookie: client.cookie, 'content-type': 'text/csv' },
    body: table as BodyInit,
  });
  return { status: reply.status, body: (await reply.json()) as Job & { readonly error?: { readonly code: string } } };
};
const finish = async (client: AccountClient, job: string, whenKnown = 'skip'): Promise<Job> => {
  await client.post(`/api/directory/imports/${job}/start`, { whenKnown });
  for (;;) {
    const now = await client.get<Job>(`/api/directory/imports/${job}`);
    if (now.state !== 'running') return now;
  }
};
const find = (client: AccountClient, q: string, kind = 'person', sort = 'latin') =>
  client.get<Found>(`/api/directory/entries?kind=${kind}&sort=${sort}&q=${encodeURIComponent(q)}`);
const brought = async (client: AccountClient, table: string, kind = 'person'): Promise<Job> =>
  finish(client, (await bring(client, table, kind)).body.id);

const PEOPLE = `family_name,given_name,name_order,chinese_family_name,chinese_given_name,honorific,email,position_1_en,position_1_zh,organization_1_en,organization_1_zh
Qian,Jingjing,family-first,钱,京京,ms,qian@example.org,Director of China Program,中国项目主任,Natural Resources Defense Council,自然资源保护协会
Goodall,Jane,given-first,,,dr,,,,Jane Goodall Institute,
,,,单,田芳,mr,,,,,
,,,吕,布,mr,,,,,自然资源保护协会
`;

test('who is nobody, and who may only read, is refused at each door of the directory', async () => {
  const { server, client } = await member();
  const stranger = await fetch(`${server.url}/api/directory/entries?kind=person`);
  expect(stranger.status).toBe(401);
  const { client: editor } = await signUp(server, { email: 'editor@example.org', organizationRole: 'editor' });
  expect((await editor.ask('GET', '/api/directory/entries?kind=person')).status).toBe(200);
  const person = { kind: 'person', name: { asWritten: 'Ann' }, positions: [], externalIds: [] };
  expect((await editor.ask('POST', '/api/directory/entries', person)).status).toBe(403);
  expect((await editor.ask('GET', '/api/directory/table.csv?kind=person')).status).toBe(403);
  expect((await bring(editor, PEOPLE)).status).toBe(403);
  expect((await client.ask('POST', '/api/directory/entries', person)).status).toBe(201);
});

test('people are found by either script, by pinyin whole, begun and in initials, by place and position', async () => {
  const { client } = await member();
  expect(await brought(client, PEOPLE)).toMatchObject({ state: 'done', added: 4 });
  const qian = ['京京', '钱京', '钱', 'qian jing', 'qiánjīngjīng', 'qian2', 'qianjingj', 'qjj', 'Jingjing QIAN'];
  for (const q of [...qian, 'zhongguo xiang', 'China dir', '主任', 'defense director', 'ziran 钱', 'baohu qj']) {
    const { entries } = await find(client, q);
    expect([q, entries[0]?.entry.name['han']]).toEqual([q, { family: '钱', given: '京京' }]);
  }
  for (const q of ['shan', 'dantian', '田芳', 'stf']) expect((await find(client, q)).total).toBe(1);
  for (const q of ['lv', 'lu bu', 'lyubu']) expect((await find(client, q)).total).toBe(1);
  expect((await find(client, '自然资源')).total).toBe(2);
  expect((await find(client, '钱布')).total).toBe(0);
  expect((await find(client, '?!')).total).toBe(0);
  const order = (await find(client, '', 'person', 'pinyin')).entries.map(({ entry }) => entry.name);
  expect(order.map((name) => (name['han'] as { family: string } | undefined)?.family ?? 'Goodall')).toEqual([
    'Goodall',
    '吕',
    '钱',
    '单',
  ]);
  expect((await find(client, '', 'organization')).total).toBe(2);
});

test('a table is shown with each row’s fault; a fault is mended; good rows do not wait for bad ones', async () => {
  const { client } = await member();
  const table = `姓名;邮箱;orcid;note
钱京京;not-an-address;;x
李娜;li@example.org;0000-0002-1825-0098;
王芳;li@example.org;;
;;0000-0002-1825-0097;
张伟;zhang@example.org;;`;
  const { status, body } = await bring(client, table);
  expect(status).toBe(201);
  expect(body).toMatchObject({ separator: ';', encoding: 'utf-8', total: 5, good: 2, known: 0 });
  expect(body.bad.map(({ line, faults }) => [line, faults])).toEqual([
    [2, [{ column: 'email', code: 'csv/badEmail' }]],
    [3, [{ column: 'orcid', code: 'csv/badIdentifier' }]],
    [5, [{ column: 'name', code: 'csv/noName' }]],
  ]);
  const mended = await client.done<Job>('PATCH', `/api/directory/imports/${body.id}`, {
    line: 2,
    column: 'email',
    text: 'qian@example.org',
  });
  expect(mended.good).toBe(3);
  expect(await finish(client, body.id)).toMatchObject({ added: 3, skipped: 2 });
  const bad = await client.ask('GET', `/api/directory/imports/${body.id}/bad-rows.csv`);
  expect(bad.text).toContain('orcid csv/badIdentifier');
  expect(await brought(client, '姓名,邮箱\n钱晶,QIAN@example.org\n')).toMatchObject({ added: 0, skipped: 1 });
});

test('a table in the encoding of an older spreadsheet is read; what is no table is refused with a word', async () => {
  const { client } = await member();
  // 姓名\t单位 / 钱京京\t协会 in GB18030.
  const bytes = Uint8Array.from(
    'd0d5 c3fb 09 b5a5 cebb 0a c7ae beab beab 09 d0ad bbe1 0a'.replaceAll(' ', '').match(/../g) ?? [],
    (hex) => Number.parseInt(hex, 16),
  );
  expect((await bring(client, bytes)).body).toMatchObject({ encoding: 'gb18030', separator: '\t', good: 1 });
  expect((await bring(client, '\u{feff}name\nAnn\n')).body).toMatchObject({ encoding: 'utf-8-bom', good: 1 });
  expect((await bring(client, 'name\n"Ann\n')).body.error?.code).toBe('csv/unclosedQuote');
  expect((await bring(client, 'name\n')).body.error?.code).toBe('csv/empty');
});

test('what goes out comes back as it was, and nothing in it is a formula', async () => {
  const { client } = await member();
  await brought(client, PEOPLE);
  const person = {
    kind: 'person',
    name: { asWritten: '=HYPERLINK("http://x")' },
    positions: [{ title: { en: '+1, "quoted"' } }, { title: { 'zh-Hans': '＝主任' } }],
    externalIds: [{ scheme: 'orcid', value: '0000-0002-1825-0097' }],
  };
  await client.post('/api/directory/entries', person);
  const out = (await client.ask('GET', '/api/directory/table.csv?kind=person')).text;
  expect(out).not.toMatch(/(^|[,;\t\n])"?[=+\-@＝]/m);
  const before = (await find(client, '')).entries;
  const again = await bring(client, out);
  expect(again.body).toMatchObject({ total: 5, good: 5, known: 0 });
  expect(await finish(client, again.body.id)).toMatchObject({ added: 0, updated: 5 });
  expect((await find(client, '')).entries.map(({ entry }) => entry)).toEqual(before.map(({ entry }) => entry));
});

test('two entries of one person are suggested, merged when both were seen, and parted again', async () => {
  const { client } = await member();
  await brought(client, PEOPLE);
  await brought(
    client,
    'name,organization\nJingjing QIAN,Natural Resources Defense Council\nJane Goodal,Jane Goodall Institute\n张伟,\n章玮,\n',
  );
  interface Pair {
    readonly a: Kept;
    readonly b: Kept;
    readonly reason: string;
  }
  const pairs = async () => (await client.get<{ pairs: Pair[] }>('/api/directory/duplicates?kind=person')).pairs;
  const found = await pairs();
  expect(found.map(({ reason }) => reason)).toEqual(['sameName', 'nearName']);
  const [pair] = found;
  if (!pair) throw new Error('no pair');
  const [kept, gone] = 'han' in pair.a.entry.name ? [pair.a, pair.b] : [pair.b, pair.a];
  const seen = ({ entry, version }: Kept) => ({ id: entry.id, version });
  const { id: _, ...merged } = kept.entry;
  const wish = { into: seen(kept), gone: seen(gone), merged };
  const stale = await client.ask('POST', '/api/directory/merges', { ...wish, into: { ...wish.into, version: 9 } });
  expect(stale.status).toBe(409);
  const act = await client.post<{ id: string }>('/api/directory/merges', wish);
  expect((await find(client, 'qian')).total).toBe(1);
  expect(await pairs()).toHaveLength(1);
  expect(await client.post(`/api/directory/acts/${act.id}/undo`)).toEqual({ left: 0 });
  expect((await client.ask('POST', `/api/directory/acts/${act.id}/undo`)).status).toBe(422);
  expect((await find(client, 'qian')).total).toBe(2);
  await client.post('/api/directory/duplicates/apart', { a: kept.entry.id, b: gone.entry.id });
  expect((await pairs()).map(({ reason }) => reason)).toEqual(['nearName']);
});

test('merging organizations takes their people along, and taking it back leaves them where they were', async () => {
  const { client } = await member();
  await brought(client, 'name,organization\nAnn Smith,Didi Chuxing\nBob Jones,Didi Travel\n');
  const organizations = (await find(client, 'didi', 'organization')).entries;
  const [into, gone] = organizations;
  expect(organizations).toHaveLength(2);
  if (!into || !gone) throw new Error('no organizations');
  const { id: _, ...merged } = into.entry;
  const act = await client.post<{ id: string }>('/api/directory/merges', {
    into: { id: into.entry.id, version: 1 },
    gone: { id: gone.entry.id, version: 1 },
    merged,
  });
  const at = async (organization: string) =>
    (await client.get<Found>(`/api/directory/entries?kind=person&organization=${organization}`)).total;
  expect(await at(into.entry.id)).toBe(2);
  await client.post(`/api/directory/acts/${act.id}/undo`);
  expect([await at(into.entry.id), await at(gone.entry.id)]).toEqual([1, 1]);
});
