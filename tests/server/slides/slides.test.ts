// Slides over HTTP against the real server: a PDF comes in by who presents, its pages go out to the table, and what is none is told by a word and leaves nothing.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { createDeckPress } from '../../../server/files/deck-press.ts';
import { SLIDES_PAGES } from '../../../shared/workshop/slides/types.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import type { SeatKey } from '../../support/node-participant.ts';
import { startServer } from '../../support/server.ts';
import { smallPdf } from '../../support/small-pdf.ts';
import { gather } from '../../support/workshop-cast.ts';
import { plan } from '../../support/workshop-spec.ts';

const upload = async (url: string, key: SeatKey, item: string, pdf: Uint8Array, name = 'Wetlands 湿地.pdf') => {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(pdf)]), name);
  const reply = await fetch(`${url}/api/workshops/${key.workshop}/items/${item}/slides`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key.seatToken}` },
    body: form,
  });
  const body = (await reply.json()) as { id: string; name: string; pages: number; error?: { code: string } };
  return { status: reply.status, ...body, code: body.error?.code };
};

const fetchWith = (url: string, key: SeatKey, path: string) =>
  fetch(`${url}/api/workshops/${key.workshop}/slides/${path}`, {
    headers: { authorization: `Bearer ${key.seatToken}` },
  });

/** The chair; Bo, who presents the item "talk"; Cy, who presents nothing. */
const room = async () => {
  const server = await startServer();
  const cast = await gather(server.url);
  const [bo, cy] = [await cast.admit('Bo'), await cast.admit('Cy')];
  const facts = (await server.app.registry.find(cast.founded.workshop as never))?.room;
  const person = facts?.state.participants.seats[bo.key.seat as never]?.person;
  const presenters = [{ kind: 'person', person: person as never } as const];
  await cast.chair.send({ type: 'agenda/add', item: 'talk' as never, plan: plan({ presenters }) });
  await cast.chair.send({ type: 'session/begin' });
  const folder = join(server.folder, 'slides', cast.founded.workshop);
  return { server, cast, bo, cy, kept: () => (existsSync(folder) ? readdirSync(folder) : []) };
};

test('given a PDF by its presenter, when it is brought, then every seat has its pages as pictures with their words, and the page of the moment', async () => {
  const { server, cast, bo, cy, kept } = await room();
  const { url } = server;
  const brought = await upload(url, bo.key, 'talk', smallPdf(['Wetlands', 'Carbon', 'Thanks']));
  expect(brought).toMatchObject({ status: 201, name: 'Wetlands 湿地.pdf', pages: 3 });

  const words = (await (await fetchWith(url, cy.key, brought.id)).json()) as { pages: { text: string }[] };
  expect(words.pages).toEqual([
    { width: 1920, height: 1080, text: 'Wetlands' },
    { width: 1920, height: 1080, text: 'Carbon' },
    { width: 1920, height: 1080, text: 'Thanks' },
  ]);
  const picture = await fetchWith(url, cy.key, `${brought.id}/2`);
  const { dominant } = await sharp(Buffer.from(await picture.arrayBuffer())).stats();
  expect(picture.headers.get('content-type')).toBe('image/webp');
  expect(dominant.r).toBeGreaterThan(dominant.g + dominant.b);
  expect((await fetchWith(url, cy.key, `${brought.id}/4`)).status).toBe(404);

  await bo.send({ type: 'slides/show', item: 'talk' as never });
  await bo.send({ type: 'slides/turn', item: 'talk' as never, page: 2 });
  const late = await cast.admit('Late');
  expect(late.snapshots.at(-1)?.view.slides).toMatchObject({ shown: 'talk', decks: { talk: { page: 2, pages: 3 } } });

  // Brought anew: the pages of before are gone, also from the disk.
  const again = await upload(url, bo.key, 'talk', smallPdf(['Again']));
  expect(again).toMatchObject({ status: 201, pages: 1 });
  expect((await fetchWith(url, cy.key, `${brought.id}/1`)).status).toBe(404);
  await expect.poll(kept).toEqual([again.id]);
});

test('given what is no PDF, or who presents nothing, when it is sent, then a word says so and nothing is kept', async () => {
  const { server, cast, bo, cy, kept } = await room();
  const { url } = server;
  expect(await upload(url, cy.key, 'talk', smallPdf(['x']))).toMatchObject({
    status: 403,
    code: 'slides/notPresenting',
  });
  expect(await upload(url, bo.key, 'none', smallPdf(['x']))).toMatchObject({
    status: 403,
    code: 'slides/notPresenting',
  });
  expect(await upload(url, bo.key, 'talk', Buffer.from('PK just a zip'))).toMatchObject({ code: 'slides/notAPdf' });
  const broken = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 7)]);
  expect(await upload(url, bo.key, 'talk', broken)).toMatchObject({ status: 422, code: 'slides/notAPdf' });
  const many = smallPdf(Array.from({ length: SLIDES_PAGES + 1 }, (_, at) => `Page ${at}`));
  expect(await upload(url, bo.key, 'talk', many)).toMatchObject({ status: 422, code: 'slides/tooManyPages' });
  await cast.chair.send({ type: 'session/end' });
  expect(await upload(url, bo.key, 'talk', smallPdf(['x']))).toMatchObject({ status: 409, code: 'session/over' });
  expect(kept()).toEqual([]);
});

test('given pages that no agenda has, when the house is put in order, then they go and the others stay', async () => {
  const clock = createManualClock(Date.now());
  const server = await startServer({ clock });
  const cast = await gather(server.url);
  const facts = (await server.app.registry.find(cast.founded.workshop as never))?.room;
  const [item, id] = ['talk' as never, 'kept' as never];
  await facts?.dispatch({ kind: 'host' }, 'add' as never, { type: 'agenda/add', item, plan: plan() });
  const put = {
    type: 'slides/put',
    seat: cast.founded.seat as never,
    item,
    deck: { id, name: 'x', pages: 1 },
  } as const;
  await facts?.dispatch({ kind: 'door' }, 'put' as never, put);
  const folder = join(server.folder, 'slides');
  for (const name of ['kept', 'left-over']) mkdirSync(join(folder, cast.founded.workshop, name), { recursive: true });
  mkdirSync(join(folder, 'no-workshop', 'left-over'), { recursive: true });
  clock.advance(40 * 86_400_000);
  // The night's own purge may be under way, and is what is answered the first time.
  await server.app.operations.purge();
  await server.app.operations.purge();
  expect([readdirSync(join(folder, cast.founded.workshop)), readdirSync(join(folder, 'no-workshop'))]).toEqual([
    [id],
    [],
  ]);
});

test('given a file that takes too long, when its time is over, then its process is ended', async () => {
  const clock = createManualClock();
  const press = createDeckPress({ clock });
  const pages: number[] = [];
  const pdf = smallPdf(Array.from({ length: 100 }, () => 'x'));
  const outcome = await press.draw(pdf, (_page, number) => {
    pages.push(number);
    return Promise.resolve(clock.advance(91_000));
  });
  expect([outcome, pages]).toEqual(['slides/tooLong', [1]]);
});
