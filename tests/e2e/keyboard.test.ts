// The whole story without a mouse: from the first page to the draft by keys alone, the focus visible at every stop.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { Keyboard } from '../support/keyboard.ts';
import { openHouse, type House } from '../support/tour/house.ts';
import { Visitor } from '../support/tour/visitor.ts';

let house: House;
let browser: Browser;

beforeAll(async () => {
  house = await openHouse();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

test('a workshop is started, held, written down and ended, and its draft read, by keys alone', async () => {
  const { page } = await Visitor.come(browser, house.url);
  const keys = new Keyboard(page);
  await page.goto('/');
  await page.locator('plenary-home h1').waitFor();

  await keys.use(/^Start a workshop now$/);
  await keys.reach(/^Title of the workshop/);
  await keys.type('Green consumption in practice');
  await keys.reach(/^Your name/);
  await keys.type('Chen Li');
  await keys.press('Enter');
  await page.locator('plenary-stage').waitFor();

  const bar = page.locator('plenary-bar');
  await keys.use(/^Unmute$/);
  await bar.getByRole('button', { name: 'Mute', exact: true }).waitFor();
  await keys.use(/^Start camera$/);
  await page.locator('plenary-tile video.mirrored').waitFor();

  await keys.use(/^Begin: /);
  await page.locator('plenary-agenda [aria-current="step"]').waitFor();
  await keys.press('h');
  await bar.getByText('Raised, 1st of 1').first().waitFor();
  await keys.use(/^Give the floor to the next$/);
  await page.locator('plenary-queue .holder').getByText('You have the floor').waitFor();
  await keys.use(/^End item · next: Presentations/);
  await page.locator('plenary-agenda [aria-current="step"]', { hasText: 'Presentations' }).waitFor();

  await keys.reach(/^Presentations$/, 'Shift+Tab');
  await keys.type('/dec');
  await page.locator('[role="listbox"]').first().waitFor();
  await keys.press('Enter');
  await keys.type('Two cities begin in June.');
  await page.locator('plenary-board').getByText('Two cities begin in June.').waitFor();

  await keys.use(/^End the workshop$/);
  await page.locator('plenary-confirm dialog[open]').first().waitFor();
  await keys.use(/^End the workshop$/);
  await page.locator('plenary-after h2').waitFor();
  await keys.use(/^Open the draft$/);
  await page.locator('plenary-draft-editor article').getByText('Two cities begin in June').first().waitFor();
  expect([...keys.unseen]).toEqual([]);
});
