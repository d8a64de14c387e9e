// The stage between two browsers: slides that everybody turns with the presenter, looking around alone, a pin, the grid, and being asked to unmute.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../../support/chromium.ts';
import { enter, startWorkshop, type Founded } from '../../support/node-participant.ts';
import { seesOthers } from '../../support/room-pages.ts';
import { smallPdf } from '../../support/small-pdf.ts';
import { openHouse, type House } from '../../support/tour/house.ts';
import { Visitor } from '../../support/tour/visitor.ts';

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

const sit = async (founded: Founded, role: 'chair' | 'speaker'): Promise<Page> => {
  const link = founded.links.find((one) => one.role === role)?.url ?? '';
  const seat = role === 'chair' ? founded : await enter(house.url, link, 'Ms. QIAN Jingjing');
  const visitor = await Visitor.come(browser, house.url, { seat });
  onTestFinished(() => visitor.leave());
  await visitor.page.goto(`/w/${founded.workshop}`);
  await visitor.page.locator('plenary-stage').waitFor();
  return visitor.page;
};

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('slides are brought in the room, turned for everybody by keys, and looked through alone', async () => {
  const founded = await startWorkshop(house.url, 'Wetlands', 'Didi');
  const [chair, speaker] = [await sit(founded, 'chair'), await sit(founded, 'speaker')];
  await button(chair, /^Begin/)
    .first()
    .click();
  await chair.locator('plenary-agenda li[aria-current=step] ui-menu').click();
  await button(chair, 'Slides…').filter({ visible: true }).click();
  const pdf = { name: 'Wetlands.pdf', mimeType: 'application/pdf', buffer: smallPdf(['Peat', 'Carbon', 'Thanks']) };
  await chair.locator('plenary-slides-dialog input[type=file]').setInputFiles(pdf);
  await button(chair, 'Upload').click();
  await button(chair, 'Show to everybody').click();

  const picture = (page: Page, nth: number) => page.getByRole('img', { name: `Page ${nth} of 3` });
  await picture(speaker, 1).waitFor();
  await chair.locator('plenary-slides .page').focus();
  await chair.keyboard.press('ArrowRight');
  await picture(speaker, 2).waitFor();
  // The page's words, for whoever hears the room.
  await speaker.locator('plenary-slides #words').filter({ hasText: 'Carbon' }).waitFor({ state: 'attached' });
  await button(speaker, 'Next page').click();
  await picture(speaker, 3).waitFor();
  expect(await chair.getByText('Page 2 of 3').count()).toBeGreaterThan(0);
  await button(speaker, 'Follow the presenter').click();
  await picture(speaker, 2).waitFor();
  await speaker.reload();
  await picture(speaker, 2).waitFor();
  await button(chair, 'Stop showing').first().click();
  await picture(speaker, 2).waitFor({ state: 'detached' });
});

test('the way of looking is remembered, a pin makes a tile large, and the chair’s asking to unmute is answered by a click', async () => {
  const founded = await startWorkshop(house.url, 'Faces', 'Didi');
  const [chair, speaker] = [await sit(founded, 'chair'), await sit(founded, 'speaker')];
  await speaker.locator('plenary-bar').getByRole('button', { name: 'Start camera' }).click();
  await seesOthers(chair, 1);

  await chair.locator('plenary-views ui-menu').click();
  await button(chair, 'Grid view').filter({ visible: true }).last().click();
  await expect.poll(() => chair.locator('plenary-stage .strip').count()).toBe(0);
  await chair.reload();
  await chair.locator('plenary-tile').nth(1).waitFor();
  expect(await chair.locator('plenary-stage .strip').count()).toBe(0);
  await seesOthers(chair, 1);
  await chair.keyboard.press('g');
  await chair.keyboard.press('g');

  await button(chair, /^Picture of Ms\. QIAN/)
    .first()
    .click();
  await button(chair, 'Ask to unmute').click();
  await button(speaker, 'Switch microphone on').click();
  await speaker.locator('plenary-bar').getByRole('button', { name: 'Mute', exact: true }).waitFor();
  await button(chair, /^Picture of Didi/)
    .first()
    .click();
  await button(chair, 'Pin for me').click();
  await chair.locator('plenary-stage .large .name', { hasText: 'Didi' }).waitFor();
});
