// The promise to whoever has data: today's code opens a folder of the first format and finds everything in it.
import { cpSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readBoard } from '../../../shared/notes/read-board.ts';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import { connect } from '../../support/seat-client.ts';
import { startServer } from '../../support/server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

interface Facts {
  readonly workshop: WorkshopId;
  readonly seat: string;
  readonly seatToken: string;
  readonly file: string;
}

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/data-v1/${name}`, import.meta.url));

test('given a data folder of the first format, when today’s server opens a copy, then workshop, seat, notes and photo are there', async () => {
  const facts = JSON.parse(readFileSync(fixture('facts.json'), 'utf8')) as Facts;
  const folder = temporaryFolder();
  cpSync(fixture('store'), folder, { recursive: true });
  const { url, app } = await startServer({ folder });

  const chair = await connect(url, facts);
  const view = chair.welcome?.view;
  expect(view?.brief.title).toEqual({ en: 'The first format' });
  expect(view?.session.phase).toBe('live');
  expect(view?.floor.queue.map(({ topic }) => topic)).toEqual(['Why a format is a promise']);
  expect(Object.values(view?.roster.people ?? {}).map(({ name }) => name.asWritten)).toEqual(
    expect.arrayContaining(['Ann Chair', '王志高']),
  );
  expect(await chair.send({ type: 'agenda/next' })).toMatchObject({ ok: true });

  const board = readBoard(await app.notes.readBoard(facts.workshop), view?.agenda.order ?? []);
  expect(board.blocks).toMatchObject([
    { kind: 'decision', text: 'Every version opens this folder.' },
    { kind: 'photo', text: 'A green field', file: facts.file, credit: 'A. Photographer' },
  ]);

  const photo = await fetch(`${url}/api/workshops/${facts.workshop}/files/${facts.file}`, {
    headers: { authorization: `Bearer ${facts.seatToken}` },
  });
  expect([photo.status, photo.headers.get('content-type')]).toEqual([200, 'image/webp']);
  expect((await photo.arrayBuffer()).byteLength).toBeGreaterThan(0);
});
