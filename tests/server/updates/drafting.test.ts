// The working copy and approvals over HTTP, on the real server: editors together, facts told anew, words that nobody is quoted with unasked.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ChangesReply, WorkingCopyReply } from '../../../shared/drafting/replies.ts';
import { isOvertaken, type Piece } from '../../../shared/drafting/working-copy.ts';
import { id, type DirectoryId, type PersonId, type SeatId } from '../../../shared/kernel/ids.ts';
import { administratorOf, linkMailedTo, type AccountClient } from '../../support/account-client.ts';
import { pictureOf } from '../../support/rights/seated.ts';
import { connect } from '../../support/seat-client.ts';
import { startServer, type TestServer } from '../../support/server.ts';

interface Key {
  readonly workshop: string;
  readonly seat: string;
  readonly seatToken: string;
}

const heldDemo = async (server: TestServer): Promise<Key> => {
  const reply = await fetch(`${server.url}/api/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ mode: 'held', name: 'Ada', language: 'en' }),
  });
  return (await reply.json()) as Key;
};

const asking = (server: TestServer, { workshop, seatToken }: Key) => {
  const path = `/api/workshops/${workshop}/copy`;
  const ask = async <T>(method: string, at: string, body?: unknown) => {
    const reply = await fetch(`${server.url}${at}`, {
      method,
      headers: {
        authorization: `Bearer ${seatToken}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: reply.status, body: (await reply.json()) as T };
  };
  return {
    ask,
    copy: async () => (await ask<WorkingCopyReply>('GET', path)).body,
    send: (command: object) => ask<{ seq?: number; error?: { code: string } }>('POST', path, command),
    changes: (since: number) => ask<ChangesReply>('GET', `${path}/changes?since=${since}`),
  };
};

const piece = ({ state }: WorkingCopyReply, match: (piece: Piece) => boolean): Piece => {
  const found = state.copies.en?.pieces.find(match);
  if (!found) throw new Error('no such piece');
  return found;
};
const isQuoted = (one: Piece): boolean => one.voice !== null;

describe('the working copy', () => {
  test('given an edited sentence, when its facts change, then it stays, is marked, and may be taken or kept', async () => {
    const server = await startServer();
    const key = await heldDemo(server);
    const { copy, send, changes, ask } = asking(server, key);
    const before = await copy();
    const supported = piece(before, (one) => one.sources.includes('fact:brief/supporters'));
    const words = 'EF China and ClimateWorks Foundation made the workshop possible.';
    const of = { language: 'en', piece: supported.id };
    expect(await send({ type: 'edit', ...of, base: supported.text, text: words })).toMatchObject({ status: 200 });
    const waiting = changes(before.state.seq + 1);
    const clash = { type: 'edit', ...of, base: supported.text, text: supported.text.replace('The workshop', 'It') };
    expect(await send(clash)).toMatchObject({ status: 409, body: { error: { code: 'draft/changedMeanwhile' } } });

    const chair = await connect(server.url, key);
    await chair.send({ type: 'brief/revise', brief: { supporters: [] } });
    const gone = piece(await copy(), (one) => one.id === supported.id);
    expect(gone).toMatchObject({ text: words, state: 'edited', given: null });
    expect(isOvertaken(gone)).toBe(true);
    expect((await waiting).body.entries).toMatchObject([{ by: null, event: { type: 'retold' } }]);
    expect((await send({ type: 'keepOwn', ...of })).status).toBe(200);
    expect(isOvertaken(piece(await copy(), (one) => one.id === supported.id))).toBe(false);
    // Readers and downloads see what the editors have.
    const html = await fetch(`${server.url}/api/workshops/${key.workshop}/draft.html?language=en`, {
      headers: { authorization: `Bearer ${key.seatToken}` },
    });
    expect(await html.text()).toContain(words);
    expect((await ask('GET', `/api/workshops/nowhere/copy`)).status).toBe(401);
  });

  test('given a restart, when the copy is read again, then edits, comments and the style are there', async () => {
    const first = await startServer();
    const key = await heldDemo(first);
    const one = asking(first, key);
    const headline = piece(await one.copy(), ({ role }) => role === 'headline');
    const of = { language: 'en', piece: headline.id };
    await one.send({ type: 'edit', ...of, base: headline.text, text: 'Eleven NGOs and Four Firms Begin' });
    await one.send({ type: 'comment', ...of, id: 'c1', text: 'Is it eleven?' });
    await one.send({ type: 'comment', ...of, id: 'c2', text: 'Yes, the roster says so.', under: 'c1' });
    await one.send({ type: 'resolve', comment: 'c1' });
    await one.send({ type: 'style', style: 'institute' });
    await first.close();
    const second = await startServer({ folder: first.folder });
    const { state, style } = await asking(second, key).copy();
    expect(style).toBe('institute');
    expect(state.copies.en?.pieces[0]).toMatchObject({ text: 'Eleven NGOs and Four Firms Begin', state: 'edited' });
    expect(state.comments).toMatchObject([
      { id: 'c1', by: { name: 'Ada' }, resolved: { by: { name: 'Ada' } } },
      { id: 'c2', under: 'c1', resolved: null },
    ]);
  });

  test('given a foundation’s own style file, when the server starts, then it is offered; a broken one is left out', async () => {
    const first = await startServer();
    const key = await heldDemo(first);
    await first.close();
    const { mkdir, writeFile } = await import('node:fs/promises');
    const { USUAL_STYLE } = await import('../../../shared/update/house-style.ts');
    await mkdir(`${first.folder}/styles`);
    const own = { ...USUAL_STYLE, key: 'ours', dates: { en: 'dayFirst', 'zh-Hans': 'withoutZone' } };
    await writeFile(`${first.folder}/styles/ours.json`, JSON.stringify(own));
    await writeFile(`${first.folder}/styles/broken.json`, '{"key": "broken"');
    const { copy, send } = asking(await startServer({ folder: first.folder }), key);
    expect((await copy()).styles.map((style) => style.key)).toEqual(['foundation', 'institute', 'ours']);
    await send({ type: 'style', style: 'ours' });
    expect(piece(await copy(), ({ section }) => section === 'lead').id).toBe('headline');
    expect(piece(await copy(), ({ role }) => role === 'sentence').text).toMatch(/^On 26 March 2020,/);
  });
});

describe('who else is there', () => {
  test('given two pages, when one types in a sentence and goes, then the other is told of both at once, and nobody of a page they do not have', async () => {
    const server = await startServer();
    const key = await heldDemo(server);
    const { copy, ask } = asking(server, key);
    const { state } = await copy();
    const path = `/api/workshops/${key.workshop}/copy/changes?since=${state.seq}`;
    const told = async (page: string, known = '') =>
      (await ask<ChangesReply>('GET', `${path}&page=${page}${known}`)).body;
    const alone = await told('one');
    expect(alone).toMatchObject({ entries: [], present: { others: [] } });
    const waiting = told('one', `&known=${alone.present?.version}`);
    const cut = new AbortController();
    const typing = fetch(
      `${server.url}${path}&page=two&known=${(alone.present?.version ?? 0) + 1}&language=en&piece=headline`,
      {
        headers: { authorization: `Bearer ${key.seatToken}` },
        signal: cut.signal,
      },
    ).catch(() => null);
    const seen = await waiting;
    expect(seen.present?.others).toEqual([{ name: 'Ada', at: { language: 'en', piece: 'headline' } }]);
    cut.abort();
    await typing;
    const left = await told('one', `&known=${seen.present?.version}`);
    expect(left.present?.others).toEqual([]);
    expect((await ask('GET', path)).body).toMatchObject({ present: null });
  });
});

describe('an editor without a seat', () => {
  test('sees the copy’s pictures, no others, and takes the draft away as DOCX, PDF and ZIP; a stranger with an account does neither', async () => {
    const server = await startServer();
    const { client } = await administratorOf(server);
    const made = await client.post<Key>('/api/demo', { mode: 'held', name: 'Ada', language: 'en' });
    const copy = await client.get<WorkingCopyReply>(`/api/workshops/${made.workshop}/copy`);
    expect(copy.me.name).not.toBe('');
    for (const format of ['docx', 'zip', 'md'])
      expect((await client.ask('GET', `/api/workshops/${made.workshop}/draft.${format}`)).status).toBe(200);
    const pictures = `/api/workshops/${made.workshop}/copy/pictures`;
    expect((await client.ask('GET', `${pictures}/nothing-of-that-name`)).status).toBe(404);
    const foreign = await heldDemo(server);
    for (const path of ['draft.docx', 'draft.zip', 'copy/pictures/x'])
      expect((await client.ask('GET', `/api/workshops/${foreign.workshop}/${path}`)).status).toBe(401);
  });
});

describe('approvals', () => {
  interface Whole {
    readonly id: string;
    readonly version: number;
    readonly status: string;
    readonly obstacles: readonly { readonly code: string; readonly about?: string }[];
    readonly slugs: { readonly en?: string };
  }
  interface Page {
    readonly name: string;
    readonly subjects: readonly { readonly hash: string; readonly text: string; readonly answer: string | null }[];
  }
  interface Asked {
    readonly url: string;
    readonly overview: { readonly people: readonly { readonly person: string; readonly name: string }[] };
  }

  const opened = (client: AccountClient, url: string) =>
    client.ask<Page>('POST', '/api/approvals/open', { secret: new URL(url).hash.slice(1) });
  const answer = (client: AccountClient, url: string, given: object) =>
    client.ask<Page>('POST', '/api/approvals/answer', { secret: new URL(url).hash.slice(1), ...given });

  test('given a workshop that asks, when a quoted person refuses, agrees, or the words change, then only agreed words are published', async () => {
    const server = await startServer();
    const { client } = await administratorOf(server);
    const key = await heldDemo(server);
    const { copy, send, ask } = asking(server, key);
    await copy();
    expect((await send({ type: 'askApproval', asks: true })).status).toBe(200);
    const begun = await client.post<Whole>('/api/publications', { workshop: key.workshop });
    const codes = begun.obstacles.map(({ code }) => code);
    expect(codes).toEqual(['publication/quoteNotApproved', 'publication/quoteNotApproved']);
    const path = `/api/publications/${begun.id}`;
    expect((await client.ask('POST', `${path}/publish`, { version: 1 })).status).toBe(422);

    const { body: before } = await ask<Asked['overview']>('GET', `/api/workshops/${key.workshop}/approvals`);
    expect(before.people.map(({ name }) => name)).toEqual(['QIAN Jingjing', 'WANG Zhigao']);
    const links: string[] = [];
    for (const [at, { person }] of before.people.entries()) {
      const mail = at === 0 ? 'qian@example.org' : null;
      const body = { person, language: at === 0 ? 'en' : 'zh-Hans', mail };
      const asked = await ask<Asked>('POST', `/api/workshops/${key.workshop}/approvals`, body);
      expect(asked.status).toBe(201);
      links.push(asked.body.url);
    }
    const [qian = '', wang = ''] = links;
    expect(await linkMailedTo(server, 'qian@example.org')).toBe(qian);

    const page = (await opened(client, qian)).body;
    const mine = page.subjects[0];
    expect(page).toMatchObject({ name: 'QIAN Jingjing', subjects: [{ answer: null }] });
    const theirs = (await opened(client, wang)).body.subjects[0];
    // One person's link answers for nobody else.
    expect((await answer(client, qian, { hash: theirs?.hash, answer: 'approved' })).status).toBe(409);
    expect((await answer(client, qian, { hash: mine?.hash, answer: 'approved' })).status).toBe(200);
    await answer(client, wang, { hash: theirs?.hash, answer: 'refused' });
    const refused = await client.ask<Whole>('POST', `${path}/publish`, { version: 1 });
    expect([refused.status, refused.body.obstacles.length]).toEqual([422, 1]);

    // A wording that the person suggests is agreed to once it stands so.
    const suggestion = 'Mr. WANG Zhigao said that incentives, trend and technology are the key words.';
    await answer(client, wang, { hash: theirs?.hash, answer: 'changed', suggestion });
    const quote = piece(await copy(), (one) => one.text === theirs?.text);
    await send({ type: 'edit', language: 'en', piece: quote.id, base: quote.text, text: suggestion });
    const renewed = await client.post<Whole>(`${path}/renew`, { version: 1 });
    expect(renewed.obstacles).toEqual([]);
    const open = await client.post<Whole>(`${path}/publish`, { version: renewed.version });
    const shown = await (await fetch(`${server.url}/updates/${open.slugs.en ?? ''}`)).text();
    expect(shown).toContain(suggestion);

    // A later edit of the words asks again, also for a correction.
    const again = piece(await copy(), (one) => one.text === mine?.text);
    const changed = again.text.replace('pointed out', 'promised');
    await send({ type: 'edit', language: 'en', piece: again.id, base: again.text, text: changed });
    const text = { en: 'A verb was changed.' };
    const corrected = await client.ask('POST', `${path}/correct`, { version: open.version, text, renew: true });
    expect(corrected.status).toBe(422);
    expect((await opened(client, qian)).body.subjects).toMatchObject([{ text: changed, answer: null }]);

    // Withdrawn and wrong links are answered alike.
    await ask('DELETE', `/api/workshops/${key.workshop}/approvals/${before.people[0]?.person}`);
    const withdrawn = await opened(client, qian);
    const wrong = await opened(client, `${server.url}/approve#${'x'.repeat(43)}`);
    expect([withdrawn.status, withdrawn.text]).toEqual([403, wrong.text]);
  });

  test('given a consent that was taken back, when an edited quote would still be published, then it is not', async () => {
    const server = await startServer();
    const { client } = await administratorOf(server);
    const key = await heldDemo(server);
    const { copy, send } = asking(server, key);
    const quote = piece(await copy(), isQuoted);
    await send({ type: 'edit', language: 'en', piece: quote.id, base: quote.text, text: `${quote.text} Indeed.` });
    const chair = await connect(server.url, key);
    await chair.send({ type: 'brief/revise', brief: { consentPolicy: { quote: 'ask' } } });
    expect(piece(await copy(), (one) => one.id === quote.id)).toMatchObject({ state: 'edited', given: null });
    const begun = await client.post<Whole>('/api/publications', { workshop: key.workshop });
    expect(begun.obstacles).toMatchObject([{ code: 'publication/consentMissing' }]);
  });

  test('given a portrait of the directory, then it is published only with its person’s consent, and gone when that is taken back', async () => {
    const server = await startServer();
    const { client } = await administratorOf(server);
    const key = await heldDemo(server);
    const { copy, ask } = asking(server, key);
    const chair = await connect(server.url, key);
    const own = chair.welcome?.view.participants.seats[id<SeatId>(key.seat)]?.person;
    const person = chair.welcome?.view.roster.people[own ?? id<PersonId>('')];
    if (!person) throw new Error('nobody sits there');
    const sent = await fetch(`${server.url}/api/directory/portraits`, {
      method: 'POST',
      headers: { 'content-type': 'image/png', cookie: client.cookie, origin: server.url },
      body: await pictureOf(),
    });
    const { portrait } = (await sent.json()) as { portrait: string };
    const { entry } = await client.post<{ entry: { id: string } }>('/api/directory/entries', {
      ...{ kind: 'person', name: person.name, positions: [], externalIds: [], portrait },
    });
    await chair.send({ type: 'roster/putPerson', person: { ...person, directory: id<DirectoryId>(entry.id) } });

    const after = piece(await copy(), isQuoted).id;
    const add = (language: string, piece: string, name: string) =>
      ask<{ error?: { code: string } }>('POST', `/api/workshops/${key.workshop}/copy/portraits`, {
        ...{ language, after: piece, id: name, person: person.id, credit: 'Photo by Wang Yaling' },
      });
    const isUsable = async () => (await copy()).people.find((one) => one.id === person.id)?.portrait;
    const consent = (given: boolean) => chair.send({ type: 'consents/answer', purpose: 'portrait', given, version: 1 });
    expect(await isUsable()).toBe(false);
    expect((await add('en', after, 'p1')).body.error?.code).toBe('draft/noPortrait');
    await consent(true);
    expect(await isUsable()).toBe(true);
    expect((await add('en', after, 'p1')).status).toBe(200);
    expect((await add('en', after, 'p2')).body.error?.code).toBe('draft/portraitThere');
    const picture = piece(await copy(), (one) => one.id === 'p1');
    expect(picture).toMatchObject({ role: 'picture', section: 'photo', file: expect.stringMatching(/./) });

    // Refused as long as it is not consented to, and out of what is public as soon as it is taken back.
    await consent(false);
    const begun = await client.post<Whole>('/api/publications', { workshop: key.workshop });
    expect(begun.obstacles).toMatchObject([{ code: 'publication/consentMissing' }]);
    const path = `/api/publications/${begun.id}`;
    expect((await client.ask('POST', `${path}/publish`, { version: 1 })).status).toBe(422);
    await consent(true);
    const open = await client.post<Whole>(`${path}/publish`, { version: 1 });
    const page = async () => (await fetch(`${server.url}/updates/${open.slugs.en ?? ''}`)).text();
    const file = `${server.url}/updates/pictures/${begun.id}/${picture.file ?? ''}/medium`;
    expect(await page()).toContain('Photo by Wang Yaling');
    expect((await fetch(file)).status).toBe(200);
    await consent(false);
    await expect.poll(page).not.toContain('Photo by Wang Yaling');
    expect((await fetch(file)).status).toBe(404);
    const shelved = () =>
      readdirSync(join(server.folder, 'published', begun.id)).filter((one) => one.includes(picture.file ?? ''));
    await expect.poll(shelved).toEqual([]);
    expect(await client.get(path)).toMatchObject({
      status: 'published',
      versions: [{ change: 'consentWithdrawn' }, {}, {}],
    });
  });
});
