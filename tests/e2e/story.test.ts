// The whole story in three browsers: meet with picture and sound, follow the agenda, queue, write together, end, and find the draft.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { admitEveryone, found, knock, LIMIT, queueOf, seesOthers, turnOn } from '../support/room-pages.ts';
import { serverProcess, type ServerProcess } from '../support/server-process.ts';

const WIDE = { width: 1440, height: 900 };

describe('a workshop from its start to its draft', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-story-'));
  const browsers: Browser[] = [];
  let server: ServerProcess;

  const openPage = async (hertz: number): Promise<Page> => {
    const browser = await launchChromium({ hertz });
    browsers.push(browser);
    const context = await browser.newContext({ viewport: WIDE, locale: 'en-GB' });
    context.setDefaultTimeout(LIMIT);
    return context.newPage();
  };

  beforeAll(async () => {
    server = await serverProcess(folder, { MEDIA_ANNOUNCED_ADDRESS: '127.0.0.1' });
    await server.start();
  });
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is held by three people and ends as a draft', async () => {
    const [chair, mei, omar] = await Promise.all([openPage(440), openPage(550), openPage(660)]);
    const pages = [chair, mei, omar];

    const links = await found(chair, server.url, 'Green consumption in practice', 'Chen Li');
    const participant = links.get('participant') ?? '';
    expect(participant).toContain('/w/');

    // Two knock; until they are let in, their pages hold nothing of the room.
    await Promise.all([knock(mei, participant, 'Mei Wang'), knock(omar, participant, 'Omar Haddad')]);
    await mei.locator('plenary-lobby').waitFor();
    expect(await mei.locator('plenary-room').count()).toBe(0);
    await admitEveryone(chair, [mei, omar]);

    // Picture both ways, by frames that are really decoded; sound both ways, by who is heard speaking.
    await Promise.all(pages.map(turnOn));
    await Promise.all(pages.map((page) => seesOthers(page, 2)));
    for (const page of pages) {
      await expect
        .poll(() => page.locator('plenary-tile').getByText('speaking', { exact: true }).count(), { timeout: LIMIT })
        .toBeGreaterThan(0);
    }

    await chair.getByRole('button', { name: /^Begin: / }).click();
    await Promise.all(pages.map((page) => page.locator('plenary-agenda [aria-current]').first().waitFor()));

    // Both hands at once: whatever the order, it is the same everywhere.
    await Promise.all(
      [mei, omar].map((page) => page.getByRole('button', { name: 'Raise hand', exact: true }).first().click()),
    );
    await expect.poll(async () => (await queueOf(chair)).length, { timeout: LIMIT }).toBe(2);
    const order = await queueOf(chair);
    for (const page of pages) await expect.poll(() => queueOf(page), { timeout: LIMIT }).toEqual(order);

    await chair.getByRole('button', { name: 'Give the floor to the next' }).click();
    const speaker = order[0] ?? '';
    for (const page of pages) {
      await page.locator('plenary-queue .holder strong', { hasText: speaker }).waitFor();
    }
    const clock = chair.locator('plenary-speech-clock >> *').first();
    const shown = await clock.textContent();
    await expect.poll(() => clock.textContent(), { timeout: LIMIT }).not.toBe(shown);
    expect(await queueOf(omar)).toEqual(order.slice(1));

    // Three write into one paragraph.
    await chair.getByRole('button', { name: 'Board', exact: true }).click();
    const editors = pages.map((page) => page.locator('plenary-board [role=textbox]').first());
    await Promise.all(editors.map((editor) => editor.waitFor()));
    await editors[0]?.click();
    await chair.keyboard.type('Now is the time. ');
    for (const editor of editors) await editor.getByText('Now is the time.').waitFor();
    await Promise.all(
      [mei, omar].map(async (page, i) => {
        await editors[i + 1]?.getByText('Now is the time.').click();
        await page.keyboard.press('End');
        await page.keyboard.type(i === 0 ? 'mei-writes' : 'omar-writes', { delay: 15 });
      }),
    );
    /** The words of an editor without the others' cursors, which stand in the text with their names. */
    const texts = (): Promise<string[]> =>
      Promise.all(
        editors.map((editor) =>
          editor.evaluate((element) => {
            const copy = element.cloneNode(true) as HTMLElement;
            copy.querySelectorAll('[class*=caret]').forEach((caret) => caret.remove());
            return (copy.textContent ?? '').replace(/[^\w.-]/g, '');
          }),
        ),
      );
    const letters = (text: string): string => [...text].sort().join('');
    const all = letters('Nowisthetime.mei-writesomar-writes');
    await expect.poll(async () => (await texts()).map(letters), { timeout: LIMIT }).toEqual(pages.map(() => all));
    expect(new Set(await texts()).size, 'all three read the same words in the same order').toBe(1);

    // The chair walks through the agenda and ends.
    for (let i = 0; i < 6; i++) {
      const step = chair.getByRole('button', { name: /^(End item|Next: )/ }).first();
      if ((await step.count()) === 0) break;
      await step.click();
      await chair.waitForTimeout(300);
    }
    await chair.locator('plenary-desk-step').getByRole('button', { name: 'End the workshop' }).click();
    await chair.locator('plenary-desk-step plenary-confirm button.danger').click();
    for (const page of pages) await page.getByText('The workshop has ended').first().waitFor();
    await chair
      .getByRole('link', { name: 'Open the draft' })
      .or(chair.getByRole('button', { name: 'Open the draft' }))
      .first()
      .click();
    await chair.locator('plenary-draft-editor article').getByText('Green consumption in practice').first().waitFor();
  }, 300_000);
});
