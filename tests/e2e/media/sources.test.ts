// One's own microphone, camera and screen in the room: clicks that come early, a seat in two tabs, a screen that others see.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../../support/chromium.ts';
import { enter, startWorkshop, type Founded } from '../../support/node-participant.ts';
import { seesOthers, seesScreen } from '../../support/room-pages.ts';
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

/** At the room's address with a seat taken; the room itself may still be loading. */
const arrive = async (founded: Founded, role: 'chair' | 'speaker'): Promise<Visitor> => {
  const link = founded.links.find((one) => one.role === role)?.url ?? '';
  const seat = role === 'chair' ? founded : await enter(house.url, link, 'Ms. QIAN Jingjing');
  const visitor = await Visitor.come(browser, house.url, { seat });
  onTestFinished(() => visitor.leave());
  return visitor;
};

const sit = async (page: Page, { workshop }: Founded): Promise<void> => {
  await page.goto(`/w/${workshop}`);
  await page.locator('plenary-stage').waitFor();
};

const own = (page: Page, name: string) => page.locator('plenary-bar').getByRole('button', { name, exact: true });

test('a click on microphone and camera while their script is still on its way is kept and carried out', async () => {
  const founded = await startWorkshop(house.url, 'Early clicks', 'Didi');
  const { page } = await arrive(founded, 'chair');
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/session-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await sit(page, founded);
  await own(page, 'Unmute').click();
  await page.keyboard.press('v');
  await expect.poll(() => own(page, 'Starting…').count()).toBe(2);
  expect(await own(page, 'Share screen').getAttribute('aria-disabled')).toBe('true');
  release();
  await own(page, 'Mute').waitFor();
  await own(page, 'Stop camera').waitFor();
});

test('a shared screen is seen by another browser, large, and is gone when sharing stops', async () => {
  const founded = await startWorkshop(house.url, 'Slides', 'Didi');
  const [chair, speaker] = await Promise.all([arrive(founded, 'chair'), arrive(founded, 'speaker')]);
  await Promise.all([sit(chair.page, founded), sit(speaker.page, founded)]);
  await own(speaker.page, 'Share screen').click();
  await speaker.page.getByText('You are sharing your screen').waitFor();
  await seesScreen(chair.page);
  await chair.page.locator('plenary-stage .large figure.screen').waitFor();
  await own(speaker.page, 'Stop sharing').click();
  await chair.page.locator('figure.screen').waitFor({ state: 'detached' });
});

test('a seat opened in a second tab falls quiet in the first, and can be taken back there', async () => {
  const founded = await startWorkshop(house.url, 'Two tabs', 'Didi');
  const [chair, speaker] = await Promise.all([arrive(founded, 'chair'), arrive(founded, 'speaker')]);
  await Promise.all([sit(chair.page, founded), sit(speaker.page, founded)]);
  await own(speaker.page, 'Start camera').click();
  await seesOthers(chair.page, 1);

  const second = await speaker.context.newPage();
  await sit(second, founded);
  await speaker.page.getByRole('heading', { name: 'Your seat is open in another tab' }).waitFor();
  expect(await speaker.page.locator('plenary-room, video, audio').count()).toBe(0);
  await own(second, 'Start camera').click();
  await seesOthers(chair.page, 1);

  // A network that comes and goes in the quiet tab must not take the seat away from where the person is.
  await speaker.page.evaluate(() => window.dispatchEvent(new Event('online')));
  await speaker.page.getByRole('button', { name: 'Take it back here' }).click();
  await speaker.page.locator('plenary-stage').waitFor();
  await second.getByRole('heading', { name: 'Your seat is open in another tab' }).waitFor();
  await own(speaker.page, 'Start camera').click();
  await seesOthers(chair.page, 1);
  expect(await chair.page.locator('plenary-tile').count()).toBe(2);
});
