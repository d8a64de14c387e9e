// The green room in a real browser with two cameras and two microphones: tried at the door, remembered, changed in the room.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createMediaPlane } from '../../../server/media/mediasoup/media-plane.ts';
import { launchChromium } from '../../support/chromium.ts';
import { planeThrough } from '../../support/network/plane-through.ts';
import { enter, startWorkshop, type Founded } from '../../support/node-participant.ts';
import { planeOptions } from '../../support/plane-options.ts';
import { seesOthers } from '../../support/room-pages.ts';
import { openHouse, type House } from '../../support/tour/house.ts';
import { Visitor } from '../../support/tour/visitor.ts';

let house: House;
let browser: Browser;

beforeAll(async () => {
  house = await openHouse();
  browser = await launchChromium({ extraFlags: ['--use-fake-device-for-media-stream=device-count=2'] });
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const linkOf = (founded: Founded, role: string): string => founded.links.find((one) => one.role === role)?.url ?? '';

const come = async (options: Parameters<typeof Visitor.come>[2] = {}): Promise<Page> => {
  const visitor = await Visitor.come(browser, house.url, options);
  onTestFinished(() => visitor.leave());
  return visitor.page;
};

const cameraInUse = (page: Page): Promise<string> =>
  page.locator('plenary-green-room video').evaluate((video) => {
    const { srcObject } = video as HTMLVideoElement;
    return srcObject instanceof MediaStream ? (srcObject.getVideoTracks()[0]?.label ?? '') : '';
  });

test('at the door: seen and heard by oneself, the other camera is chosen and kept, the own voice comes back', async () => {
  const founded = await startWorkshop(house.url, 'Try first', 'Didi');
  const page = await come();
  await page.goto(linkOf(founded, 'speaker'));
  await page.getByRole('button', { name: 'Try camera and microphone' }).click();
  await page.getByRole('button', { name: 'Switch on to try' }).click();
  await page.getByText('We hear you.').waitFor();
  const first = await cameraInUse(page);
  const cameras = page.getByLabel('Camera', { exact: true });
  const labels = (await cameras.locator('option').allTextContents()).map((label) => label.trim());
  const other = labels.find((label) => label !== first) ?? '';
  await cameras.selectOption({ label: other });
  await expect.poll(() => cameraInUse(page)).toBe(other);
  await page.getByRole('button', { name: 'Record 3 seconds and listen' }).click();
  await page.getByText('That is how others hear you.').waitFor();
  await page.getByLabel('Slides and sound').check();

  await page.reload();
  await page.getByRole('button', { name: 'Try camera and microphone' }).click();
  expect(await page.getByLabel('Slides and sound').isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Switch on to try' }).click();
  await expect.poll(() => cameraInUse(page)).toBe(other);
});

test('in the room: sound only stops the faces that come in and the own camera, everything brings the faces back', async () => {
  const founded = await startWorkshop(house.url, 'A weak line', 'Didi');
  const [chair, guest] = await Promise.all([
    come({ seat: founded }),
    enter(house.url, linkOf(founded, 'speaker'), 'Wang Lei').then((seat) => come({ seat })),
  ]);
  for (const page of [chair, guest]) {
    await page.goto(`/w/${founded.workshop}`);
    await page.locator('plenary-bar').getByRole('button', { name: 'Start camera', exact: true }).click();
    await page.locator('plenary-bar').getByRole('button', { name: 'Stop camera', exact: true }).waitFor();
  }
  await seesOthers(guest, 1);
  await guest.locator('plenary-bar').getByRole('button', { name: 'Sound and picture' }).click();
  await guest.getByLabel('Sound only').check();
  await expect.poll(() => guest.locator('plenary-tile video').count()).toBe(0);
  expect(await guest.locator('plenary-bar').getByRole('button', { name: 'Start camera', exact: true }).count()).toBe(1);
  await guest.getByText(/^Your line is .*% lost, \d+ ms there and back/).waitFor();
  await guest.getByLabel('Everything').check();
  await guest.keyboard.press('Escape');
  await seesOthers(guest, 1);
});

test('by the invitation, on a network without UDP: the test says so in plain words, and that sound gets through', async () => {
  const plane = await createMediaPlane(await planeOptions(1));
  const walled = await openHouse({
    media: planeThrough(plane, { udp: { open: false }, tcp: { open: true } }, onTestFinished),
  });
  onTestFinished(() => walled.close());
  const founded = await startWorkshop(walled.url, 'Behind a wall', 'Didi');
  const visitor = await Visitor.come(browser, walled.url);
  onTestFinished(() => visitor.leave());
  const { page } = visitor;
  await page.goto(linkOf(founded, 'speaker'));
  await page.getByRole('button', { name: 'Test my set-up' }).click();
  await page.getByRole('button', { name: 'Start the test' }).click();
  await page.getByText('You can take part, with the limits below.').waitFor();
  const said = await page.locator('plenary-pre-flight li').allInnerTexts();
  const outcomes = said.map((line) => line.split('\n').filter((part) => part.trim().length > 1)[1]);
  expect(outcomes).toEqual([
    ...['works', 'works', 'works', 'works', 'works'],
    ...['does not work', 'works', 'not offered here', 'works'],
  ]);
  expect(said.join()).toContain('Your network blocks UDP.');
});
