// An organizer's day by the API alone: drafts from templates and from other workshops, a series over a change of clock, lists, archive, deletion.
import { expect, test } from 'vitest';
import { administratorOf, type AccountClient } from '../../support/account-client.ts';
import { everythingStored } from '../../support/everything-stored.ts';
import { startServer } from '../../support/server.ts';

interface Listed {
  readonly id: string;
  readonly stage: string;
  readonly startsAt: number | null;
  readonly title: { readonly en?: string };
  readonly glance: { readonly series: { readonly ordinal: number } | null; readonly items: number } | null;
}
interface Page {
  readonly workshops: readonly Listed[];
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
}

const draft = (title: string, more: object = {}) => ({
  title: { en: title },
  language: 'en',
  timeZone: 'Europe/Berlin',
  startsAt: null,
  template: null,
  ...more,
});
const list = (client: AccountClient, query: string) => client.get<Page>(`/api/planning/workshops?${query}`);
const commandAs = async (
  { app }: Awaited<ReturnType<typeof startServer>>,
  workshop: string,
  ...commands: readonly object[]
) => {
  const running = await app.registry.find(workshop as never);
  for (const [n, command] of commands.entries()) {
    const reply = await running?.room.dispatch(
      { kind: 'host' },
      `host-${n}-${Math.random()}` as never,
      command as never,
    );
    expect(reply).toMatchObject({ ok: true });
  }
  return running;
};

test('given a template, when a draft is made, copied, and carried on as a series, then each is as it should be', async () => {
  const server = await startServer();
  const { client } = await administratorOf(server);
  const { templates } = await client.get<{ templates: { id: string; items: unknown[] }[] }>('/api/planning/templates');
  expect(templates.map(({ id }) => id)).toContain('talks');
  // 13:00 in Berlin, before the clocks go forward on 29 March.
  const startsAt = Date.UTC(2026, 2, 26, 12);
  const { workshop } = await client.post<{ workshop: string }>(
    '/api/planning/workshops',
    draft('Cool Roofs', { template: 'talks', startsAt }),
  );
  const running = await commandAs(server, workshop, {
    type: 'brief/revise',
    brief: { series: { name: { en: 'Promoting' }, ordinal: 1 } },
  });
  expect(running?.room.state).toMatchObject({
    planning: { stage: 'draft' },
    brief: { startsAt, endsAt: startsAt + 90 * 60_000 },
  });
  expect(running?.room.state.agenda.order).toHaveLength(6);

  const { workshops: series } = await client.post<{ workshops: { id: string; startsAt: number }[] }>(
    `/api/planning/workshops/${workshop}/series`,
    { rule: { every: 'week', interval: 1 }, count: 2, keepsSpeakers: false },
  );
  // The wall in Berlin shows 13:00 again, an hour earlier by UTC.
  expect(series.map((one) => one.startsAt)).toEqual([Date.UTC(2026, 3, 2, 11), Date.UTC(2026, 3, 9, 11)]);
  const { workshop: next } = await client.post<{ workshop: string }>(`/api/planning/workshops/${workshop}/copies`, {
    startsAt: null,
    as: 'next',
    keepsSpeakers: true,
  });

  const { workshops, counts } = await list(client, 'view=drafts&q=PROMO');
  expect(workshops.map(({ id, glance }) => [id, glance?.series?.ordinal, glance?.items])).toEqual([
    [workshop, 1, 6],
    [series[0]?.id, 2, 6],
    [series[1]?.id, 3, 6],
    [next, 2, 6],
  ]);
  expect(counts).toMatchObject({ drafts: 4, upcoming: 0, all: 4 });
  expect((await list(client, `view=all&from=${startsAt + 1}`)).total).toBe(2);

  const saved = await client.post<{ id: string }>(`/api/planning/workshops/${workshop}/template`, {
    name: { en: 'Ours' },
  });
  const again = await client.post<{ workshop: string }>('/api/planning/workshops', draft('B', { template: saved.id }));
  expect((await server.app.registry.find(again.workshop as never))?.room.state.agenda.order).toHaveLength(6);
  expect((await client.ask('DELETE', `/api/planning/templates/${saved.id}`)).status).toBe(204);
  expect((await client.ask('POST', '/api/planning/workshops', draft('C', { template: saved.id }))).status).toBe(404);
});

test('given a workshop is archived and deleted, then it leaves the lists, and nothing of it is left but what was audited', async () => {
  const server = await startServer();
  const { client } = await administratorOf(server);
  const { workshop, seatToken } = await client.post<{ workshop: string; seatToken: string }>(
    '/api/planning/workshops',
    draft('Zirbelkiefer'),
  );
  await commandAs(server, workshop, {
    type: 'brief/revise',
    brief: { purpose: { en: 'Knoblauchkröte' }, background: [{ text: { en: 'Wendehals' } }] },
  });
  const at = `/api/planning/workshops/${workshop}`;
  await client.done('POST', `${at}/archive`, { archived: true });
  expect((await list(client, 'view=drafts')).total).toBe(0);
  expect((await list(client, 'view=archived')).total).toBe(1);

  expect(await client.get(`${at}/losses`)).toMatchObject({ seats: 1, published: 0 });
  expect((await client.ask('DELETE', at, { title: 'zirbelkiefer' })).body).toEqual({
    error: { code: 'planning/otherTitle' },
  });
  expect((await client.ask('DELETE', at, { title: 'Zirbelkiefer' })).status).toBe(204);
  expect((await list(client, 'view=all')).total).toBe(0);
  const ticket = await client.ask(
    'POST',
    `/api/workshops/${workshop}/tickets`,
    { audience: 'socket' },
    {
      authorization: `Bearer ${seatToken}`,
    },
  );
  expect(ticket.status).toBe(401);
  const stored = await everythingStored(server.folder);
  for (const word of ['Zirbelkiefer', 'Knoblauchkr', 'Wendehals']) expect(stored).not.toContain(word);
});

test('given more workshops than a page holds, when pages are turned, then each stands on one page once', async () => {
  const server = await startServer();
  const { client } = await administratorOf(server);
  const begin = Date.UTC(2027, 0, 1);
  for (let n = 0; n < 12; n += 1)
    await client.post('/api/planning/workshops', draft(`W${n}`, { startsAt: begin + (n % 3) * 86_400_000 }));
  const seen: string[] = [];
  for (let offset = 0; offset < 12; offset += 5)
    seen.push(...(await list(client, `view=drafts&limit=5&offset=${offset}`)).workshops.map(({ id }) => id));
  expect(seen).toHaveLength(12);
  expect(new Set(seen).size).toBe(12);
});
