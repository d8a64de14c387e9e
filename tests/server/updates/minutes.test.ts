// The minutes over HTTP and their review on the workshop's line: who may read, propose, answer and approve; what approval does to the board.
import { describe, expect, test } from 'vitest';
import type { MinutesVersionsReply } from '../../../server/updates/minutes/version-routes.ts';
import { notesRules } from '../../../server/workshops/rights.ts';
import { textOfBlocks } from '../../../shared/document/text.ts';
import type { CommandId, SeatId, WorkshopId } from '../../../shared/kernel/ids.ts';
import { gather } from '../../support/workshop-cast.ts';
import { startServer } from '../../support/server.ts';

const minutesOf = async (url: string, workshop: string, token: string | null, language = 'en') => {
  const reply = await fetch(`${url}/api/workshops/${workshop}/minutes?language=${language}`, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
};

describe('the minutes', () => {
  test('given a workshop that ended, when read, reviewed and approved, then each step is for whom it is and the board closes', async () => {
    const { url, app } = await startServer();
    const cast = await gather(url);
    const { workshop } = cast.founded;
    const guest = await cast.admit('Bo');
    await cast.chair.send({ type: 'session/begin' });
    await cast.chair.send({ type: 'session/end' });

    expect(await minutesOf(url, workshop, null)).toMatchObject({
      status: 401,
      body: { error: { code: 'access/noSeat' } },
    });
    const read = await minutesOf(url, workshop, guest.key.seatToken, 'zh-Hans');
    expect(read).toMatchObject({
      status: 200,
      body: { document: { title: '会议纪要：Low-carbon cities', language: 'zh-Hans' } },
    });

    for (const [format, begins] of Object.entries({
      docx: 'PK',
      pdf: '%PDF-1.7',
      html: '<!doctype html>',
      md: '---',
    })) {
      const file = (token: string | null) =>
        fetch(`${url}/api/workshops/${workshop}/minutes.${format}?language=zh-Hans`, {
          headers: token === null ? {} : { authorization: `Bearer ${token}` },
        });
      expect([format, (await file(null)).status]).toEqual([format, 401]);
      const given = await file(guest.key.seatToken);
      expect(given.headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; filename="minutes-.*-zh-Hans.${format}"$`),
      );
      expect((await given.text()).startsWith(begins)).toBe(true);
    }

    const propose = { type: 'minutes/propose', item: null, text: 'My name is Bo Li' } as const;
    expect(await guest.send(propose)).toMatchObject({ ok: false, refusal: { code: 'minutes/notInReview' } });
    expect(await guest.send({ type: 'minutes/openReview' })).toMatchObject({
      ok: false,
      refusal: { code: 'permission/denied' },
    });
    expect(await cast.chair.send({ type: 'minutes/openReview' })).toMatchObject({ ok: true });
    expect(await guest.send(propose)).toMatchObject({ ok: true });

    const room = (await app.registry.find(workshop as WorkshopId))?.room;
    expect(room && notesRules(room).standing(guest.key.seat as SeatId)).toBe('write');
    const [correction] = room?.state.minutes.corrections ?? [];
    expect(correction).toMatchObject({ text: 'My name is Bo Li', by: guest.key.seat, answer: null });
    expect(await cast.chair.send({ type: 'minutes/approve' })).toMatchObject({
      ok: false,
      refusal: { code: 'minutes/correctionsOpen', details: { count: 1 } },
    });
    await cast.chair.send({ type: 'minutes/answer', correction: correction?.id as CommandId, answer: 'declined' });
    expect(await cast.chair.send({ type: 'minutes/approve' })).toMatchObject({ ok: true });
    expect(room && notesRules(room).standing(guest.key.seat as SeatId)).toBe('read');
    expect(room?.state.minutes.standing).toMatchObject({ phase: 'approved', by: cast.founded.seat });
  });
});

describe('versions of the minutes', () => {
  test('given a review and an approval, when the board changes in between, then each version is what it was, also after a restart', async () => {
    const first = await startServer();
    const cast = await gather(first.url);
    const { workshop, seatToken } = cast.founded;
    const versionsOf = async ({ url }: { readonly url: string }, token: string | null = seatToken) => {
      const reply = await fetch(`${url}/api/workshops/${workshop}/minutes/versions?language=en`, {
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
      });
      return {
        status: reply.status,
        versions: ((await reply.json()) as Partial<MinutesVersionsReply>).versions ?? [],
      };
    };
    const note = (fragment: string, text: string) =>
      first.app.notes.writeBoard(workshop as WorkshopId, {
        [fragment]: {
          type: 'doc',
          content: [{ type: 'decision', attrs: { blockId: `b-${fragment}` }, content: [{ type: 'text', text }] }],
        },
      });
    await cast.chair.send({ type: 'session/begin' });
    await note('general', 'Meet twice a year.');
    await cast.chair.send({ type: 'session/end' });
    expect(await versionsOf(first)).toEqual({ status: 200, versions: [] });
    expect((await versionsOf(first, null)).status).toBe(401);

    await cast.chair.send({ type: 'minutes/openReview' });
    await expect.poll(async () => (await versionsOf(first)).versions.length).toBe(1);
    await note('corrected', 'Publish the minutes.');
    await cast.chair.send({ type: 'minutes/approve' });
    await expect.poll(async () => (await versionsOf(first)).versions.length).toBe(2);
    const { versions } = await versionsOf(first);
    const told = versions.map(({ phase, document }) => {
      const text = textOfBlocks(document.blocks);
      return [phase, text.includes('Meet twice a year.'), text.includes('Publish the minutes.')];
    });
    expect(told).toEqual([
      ['review', true, false],
      ['approved', true, true],
    ]);
    await first.close();
    expect((await versionsOf(await startServer({ folder: first.folder }))).versions).toEqual(versions);
  });
});
