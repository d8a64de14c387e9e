// The room as a person sees and works it, in a Playwright page in English: founding, knocking, reading the queue, the board and pictures.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Generous: the machine may be busy, and nothing here is a measurement. */
export const LIMIT = 45_000;

/** What the browser keeps under the first key that begins so; an empty list's text where there is none. */
export const remembered = (page: Page, beginning: string): Promise<string> =>
  page.evaluate((wanted) => {
    const key = Object.keys(localStorage).find((one) => one.startsWith(wanted));
    return (key !== undefined && localStorage.getItem(key)) || '[]';
  }, beginning);

/** Starts a workshop from the first page and enters; answers the links that were issued, by role. */
export async function found(
  page: Page,
  url: string,
  title: string,
  name: string,
): Promise<ReadonlyMap<string, string>> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Start a workshop now' }).click();
  await page.getByLabel('Title of the workshop').fill(title);
  await page.getByLabel('Your name').first().fill(name);
  await page.getByRole('button', { name: 'Start and enter' }).click();
  await page.locator('plenary-room').waitFor();
  const links = JSON.parse(await remembered(page, 'plenary.links.')) as { role: string; url: string }[];
  return new Map(links.map(({ role, url: address }) => [role, address]));
}

export async function knock(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Organization').fill('NRDC');
  await page.getByRole('button', { name: /^(Knock|Enter)$/ }).click();
}

export async function admitEveryone(chair: Page, guests: readonly Page[]): Promise<void> {
  await chair
    .getByRole('button', { name: /^People/ })
    .first()
    .click();
  await chair.getByRole('button', { name: 'Let everyone in' }).click();
  await Promise.all(guests.map((page) => page.locator('plenary-room').waitFor()));
}

export async function turnOn(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^(Unmute|Mic)/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: /^(Start camera|Camera)/ })
    .first()
    .click();
}

const OTHERS = 'plenary-tile video:not(.mirrored)';
const SCREENS = 'plenary-tile figure.screen video';

/** Frames that this page has decoded of others: every video that is not the own, mirrored one. */
const decoded = (page: Page, pictures = OTHERS): Promise<number[]> =>
  page
    .locator(pictures)
    .evaluateAll((videos) =>
      videos.map((video) => (video as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames),
    );

/** Waits until so many others are seen, and until each of their pictures goes on by ten frames. */
export async function seesOthers(page: Page, others: number, pictures = OTHERS): Promise<void> {
  await expect.poll(async () => (await decoded(page, pictures)).length, { timeout: LIMIT }).toBe(others);
  const first = await decoded(page, pictures);
  await expect
    .poll(async () => (await decoded(page, pictures)).every((frames, i) => frames > (first[i] ?? 0) + 10), {
      timeout: LIMIT,
    })
    .toBe(true);
}

/** A screen that somebody else shares is shown and goes on. */
export const seesScreen = (page: Page): Promise<void> => seesOthers(page, 1, SCREENS);

/** The names in the queue, first to speak first. */
export const queueOf = (page: Page): Promise<string[]> =>
  page
    .locator('plenary-queue li.hand .what > span:first-child')
    .evaluateAll((names) => names.map((name) => (name.textContent ?? '').replace(/\(.*\)/, '').trim()));

/** The words of the board's first section without others' cursors, which stand in the text with their names. */
export const boardText = (page: Page): Promise<string> =>
  page
    .locator('plenary-board [role=textbox]')
    .first()
    .evaluate((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      copy.querySelectorAll('[class*=caret]').forEach((caret) => caret.remove());
      return copy.textContent ?? '';
    });
