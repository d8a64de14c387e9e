// A page opened anew while the server is away: the room is there as it was last seen, what was typed before and after is on the board, and when the
// server is back everything is merged, nothing lost, nothing doubled. When one leaves, nothing of it stays in the browser.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { found, LIMIT } from '../support/room-pages.ts';
import { serverProcess, type ServerProcess } from '../support/server-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-offline-'));
let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  server = await serverProcess(folder, { MEDIA_ANNOUNCED_ADDRESS: '127.0.0.1' });
  [browser] = await Promise.all([launchChromium(), server.start()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const general = (page: Page) => page.locator('plenary-board-section[data-fragment="general"] .board-text');
const says = (page: Page, words: string) =>
  expect.poll(() => general(page).locator('p').allInnerTexts(), { timeout: LIMIT }).toEqual([words]);
const storedHere = (page: Page) =>
  page.evaluate(
    async () => (await indexedDB.databases()).filter(({ name }) => name?.startsWith('plenary-board.')).length,
  );

it('loses nothing over a reload without a server, and merges it when the server is back', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  context.setDefaultTimeout(LIMIT);
  const page = await context.newPage();
  await found(page, server.url, 'Kept on this device', 'Chen Li');
  await general(page).click();
  await page.keyboard.type('Before');
  await page.locator('plenary-board .board-saved-saved').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await server.kill();
  await page.getByText('it is kept on this device').waitFor();
  await page.keyboard.type(', without a line');
  await page.reload();
  await page.getByRole('heading', { name: 'Kept on this device' }).waitFor();
  await says(page, 'Before, without a line');
  await general(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type(', after a reload');
  await server.start();
  await page.locator('plenary-board .board-saved-saved').waitFor();
  await says(page, 'Before, without a line, after a reload');
  // The same seat in another tab holds nothing of its own: what it shows is the server's.
  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  });
  await page.reload();
  await says(page, 'Before, without a line, after a reload');
  expect(await storedHere(page)).toBe(1);
  await page.locator('plenary-bar').getByRole('button', { name: 'Leave' }).click();
  await page.locator('plenary-confirm').getByRole('button', { name: 'Leave', exact: true }).click();
  await expect.poll(() => storedHere(page), { timeout: LIMIT }).toBe(0);
}, 120_000);
