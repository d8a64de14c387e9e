// Somebody else's house on the same server: what must not show, whoever asks by whatever way.
import { expect } from 'vitest';
import { signUp } from './account-client.ts';
import { edition, publication } from './publication.ts';
import { askWith, pictureOf, uploadWith } from './rights/seated.ts';
import type { TestServer } from './server.ts';

/** Stands in everything of the others', and in nothing of one's own. */
export const MARK = 'Zhenzhu';

export type Ids = Readonly<Record<string, string>>;

/** Another organization with a workshop, a picture, links, a publication, an invitation and a table under way. */
export const othersWorld = async (server: TestServer): Promise<{ readonly ids: Ids; isWhole(): Promise<void> }> => {
  const { client, account } = await signUp(server, { email: 'other@example.net', name: `${MARK} Owner` });
  const { organization } = await client.post<{ organization: string }>('/api/organizations', {
    name: { en: `${MARK} House` },
  });
  const key = await client.post<{ workshop: string; seat: string; seatToken: string }>('/api/workshops', {
    title: `${MARK} Workshop`,
    language: 'en',
    name: `${MARK} Chair`,
    timeZone: 'UTC',
  });
  const ask = askWith(server.url, key);
  const link = await ask('POST', '/links', { role: 'speaker', label: MARK });
  const file = await uploadWith(server.url, key, await pictureOf());
  const invited = await client.post<{ id: string }>(`/api/organizations/${organization}/invitations`, {
    email: 'invited@example.net',
    role: 'editor',
    language: 'en',
  });
  const { sessions } = await client.get<{ sessions: { id: string }[] }>('/api/account/sessions');
  const one = publication({
    organization: organization as never,
    editions: { en: edition(`${MARK} headline`, `${MARK} text`) },
  });
  await server.app.updates.publisher.create(one, null, 'created');
  const table = await fetch(`${server.url}/api/directory/imports?kind=organization`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', cookie: client.cookie, origin: server.url },
    body: `name_en,name_zh\n${MARK} Institute,\n`,
  });
  const { id: job } = (await table.json()) as { id: string };
  const ids = {
    workshop: key.workshop,
    seat: key.seat,
    person: key.seat,
    file: String(file.body.id),
    link: String(link.body.id),
    portrait: String(file.body.id),
    organization,
    account,
    invitation: invited.id,
    session: sessions[0]?.id ?? '',
    credential: 'somebodys',
    letter: 'somebodys',
    publication: one.id,
    job,
    item: 'others-item',
    deck: 'others-deck',
  };
  const room = (await server.app.registry.find(key.workshop as never))?.room;
  const item = ids.item as never;
  const plan = { kind: 'opening', title: { en: MARK }, minutes: 5, presenters: [], offTheRecord: false } as const;
  const deck = { id: ids.deck as never, name: MARK, pages: 1 };
  await room?.dispatch({ kind: 'host' }, 'add' as never, { type: 'agenda/add', item, plan });
  await room?.dispatch({ kind: 'door' }, 'put' as never, { type: 'slides/put', seat: key.seat as never, item, deck });
  for (const [name, value] of Object.entries(ids)) expect([name, value]).toEqual([name, expect.stringMatching(/./)]);
  return {
    ids,
    async isWhole() {
      expect((await ask('GET', `/files/${ids.file}`)).status).toBe(200);
      expect((await ask('GET', '/links')).text).toContain(ids.link);
      expect(await client.get(`/api/publications/${one.id}`)).toMatchObject({ version: 1, status: 'draft' });
      expect(await client.get(`/api/organizations/${organization}`)).toMatchObject({
        name: { en: `${MARK} House` },
        members: [{ account, role: 'owner' }],
        invitations: [{ id: invited.id }],
      });
      expect(await client.get('/api/account')).toMatchObject({ me: { account, isAdministrator: false } });
      expect(await client.get(`/api/directory/imports/${job}`)).toMatchObject({ state: 'preview' });
    },
  };
};
