// What a page of the room really shows of others: pictures counted by decoded frames. Knows the tiles, nothing of transports.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Generous: only a picture that never comes should fail, not a busy machine. */
const LIMIT_MS = 60_000;

const OTHERS = 'plenary-tile video:not(.mirrored)';

/** Frames decoded so far of every picture of others: each video that is not the own, mirrored one. */
const decoded = (page: Page, pictures: string): Promise<number[]> =>
  page
    .locator(pictures)
    .evaluateAll((videos) =>
      videos.map((video) => (video as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames),
    );

/** Waits until so many pictures of others are there, and until each of them goes on by ten frames. */
export const seesOthers = async (page: Page, others: number, pictures = OTHERS): Promise<void> => {
  await expect.poll(async () => (await decoded(page, pictures)).length, { timeout: LIMIT_MS }).toBe(others);
  const first = await decoded(page, pictures);
  await expect
    .poll(async () => (await decoded(page, pictures)).every((frames, i) => frames > (first[i] ?? 0) + 10), {
      timeout: LIMIT_MS,
    })
    .toBe(true);
};

/** A shared screen of somebody else is shown and goes on. */
export const seesScreen = (page: Page): Promise<void> => seesOthers(page, 1, 'plenary-tile figure.screen video');
