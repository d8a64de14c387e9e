// kill -9, three times, under three browsers that speak, queue and type: everyone is back by themselves, in the same seat, hand and clock,
// and what a screen showed as saved is on the board.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import {
  admitEveryone,
  boardText,
  found,
  knock,
  LIMIT,
  queueOf,
  remembered,
  seesOthers,
  turnOn,
} from '../support/room-pages.ts';
import { serverProcess, type ServerProcess } from '../support/server-process.ts';

const KILLS = 3;

const seatOf = (page: Page): Promise<string> => remembered(page, 'plenary.seat.');

const holderOf = (page: Page): Promise<string | null> => page.locator('plenary-queue .holder strong').textContent();

/** The running item's time in seconds, as the screen shows it. */
const clockOf = async (page: Page): Promise<number> => {
  const words = (await page.locator('plenary-item-clock .clock').first().textContent()) ?? '';
  const [, minutes = '', seconds = ''] = /(\d+):(\d\d)/.exec(words) ?? [];
  return Number(minutes) * 60 + Number(seconds);
};

const showsSaved = (page: Page): Promise<boolean> =>
  page
    .locator('plenary-board .board-saved')
    .evaluate((element) => element.classList.contains('board-saved-saved') && element.textContent?.trim() === 'Saved');

const isLost = (page: Page): Promise<boolean> =>
  page.locator('plenary-connection-line').evaluate((element) => element.shadowRoot?.querySelector('p') !== null);

const back = async (page: Page): Promise<number> => {
  await expect
    .poll(async () => !(await isLost(page)) && (await showsSaved(page)), { timeout: LIMIT, interval: 50 })
    .toBe(true);
  return Date.now();
};

describe('a server that is killed under browsers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-kill-'));
  const browsers: Browser[] = [];
  let server: ServerProcess;

  const openPage = async (hertz: number): Promise<Page> => {
    const browser = await launchChromium({ hertz });
    browsers.push(browser);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
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

  it('is left by nobody: seat, hand, floor, clock, saved words and pictures are there again', async () => {
    const [chair, mei, omar] = await Promise.all([openPage(440), openPage(550), openPage(660)]);
    const pages = [chair, mei, omar];
    const links = await found(chair, server.url, 'Killed three times', 'Chen Li');
    await Promise.all([mei, omar].map((page, i) => knock(page, links.get('participant') ?? '', `Guest ${i}`)));
    await Promise.all([mei, omar].map((page) => page.locator('plenary-lobby').waitFor()));
    await admitEveryone(chair, [mei, omar]);
    await Promise.all([chair, mei].map(turnOn));
    await seesOthers(omar, 2);

    await chair.getByRole('button', { name: /^Begin: / }).click();
    await mei.getByRole('button', { name: 'Raise hand', exact: true }).first().click();
    await chair.getByRole('button', { name: 'Give the floor to the next' }).click();
    await omar.getByRole('button', { name: 'Raise hand', exact: true }).first().click();
    await expect.poll(() => queueOf(chair), { timeout: LIMIT }).toEqual(['Guest 1']);
    await chair.getByRole('button', { name: 'Board', exact: true }).click();
    await Promise.all(
      pages.map(async (page, i) => {
        await page.locator('plenary-board [role=textbox]').first().click();
        await page.keyboard.type(`writer${i} `);
        await page.keyboard.press('Enter');
      }),
    );
    const seats = await Promise.all(pages.map(seatOf));

    for (let kill = 0; kill < KILLS; kill++) {
      const words = pages.map((_page, i) => `kept-${kill}-${i}`);
      await Promise.all(pages.map((page, i) => page.keyboard.type(`${words[i]} `)));
      for (const page of pages) await expect.poll(() => showsSaved(page), { timeout: LIMIT }).toBe(true);
      const shownClock = await clockOf(chair);
      // Into the kill: what stands in nobody's log yet may come or go, but it must not take anything with it.
      const typing = Promise.all(pages.map((page) => page.keyboard.type('and on and on ', { delay: 10 })));
      await server.kill();
      await typing;
      for (const page of pages) await expect.poll(() => isLost(page), { timeout: LIMIT }).toBe(true);
      await server.start();
      const returned = Date.now();
      const waits = await Promise.all(pages.map(async (page) => (await back(page)) - returned));
      console.log(`kill -9 under browsers, ${kill + 1}: back after ${waits.join(', ')} ms`);

      expect(await Promise.all(pages.map(seatOf))).toEqual(seats);
      for (const page of pages) {
        await expect.poll(() => queueOf(page), { timeout: LIMIT }).toEqual(['Guest 1']);
        await expect.poll(() => holderOf(page), { timeout: LIMIT }).toContain('Guest 0');
        expect(await clockOf(page)).toBeGreaterThanOrEqual(shownClock);
      }
      // Typed while the server was gone, in each browser's own document, and merged after its return.
      await expect.poll(async () => new Set(await Promise.all(pages.map(boardText))).size, { timeout: LIMIT }).toBe(1);
      const text = await boardText(omar);
      expect(words.filter((word) => !text.includes(word))).toEqual([]);
      await seesOthers(omar, 2);
    }
  }, 300_000);
});
