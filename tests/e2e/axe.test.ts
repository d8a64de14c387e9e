// Every view, in both languages, has nothing serious for axe to say; and a whole walk through the product asks no other host for anything.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { openHouse, type House } from '../support/tour/house.ts';
import { TOUR_LANGUAGES, VIEWS, walk, type View } from '../support/tour/tour.ts';
import type { Visitor } from '../support/tour/visitor.ts';

const SERIOUS = ['serious', 'critical'];

describe('given a walk through every view', () => {
  let house: House;
  let browser: Browser;
  const seen = new Map<string, readonly string[]>();
  const requested = new Set<string>();
  /** Kept, so that what was seen before a walk broke off is still judged. */
  let brokeOff: unknown = null;

  const inspect = async (view: View, visitor: Visitor): Promise<void> => {
    for (const language of TOUR_LANGUAGES) {
      await visitor.speak(language);
      const { violations } = await new AxeBuilder({ page: visitor.page }).analyze();
      const serious = violations.filter(({ impact }) => SERIOUS.includes(impact ?? ''));
      seen.set(
        `${view} ${language}`,
        serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.flat().join(' ')).join(' | ')}`),
      );
    }
    await visitor.speak('en');
  };

  beforeAll(async () => {
    house = await openHouse();
    browser = await launchChromium();
    await walk({ browser, url: house.url, show: inspect, heard: (url) => requested.add(url) }).catch((why: unknown) => {
      brokeOff = why;
    });
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  test('the walk reaches its end', () => {
    expect(brokeOff).toBeNull();
  });

  const cases = VIEWS.flatMap((view) => TOUR_LANGUAGES.map((language) => `${view} ${language}`));
  test.each(cases)('axe finds nothing serious: %s', (name) => {
    expect(seen.has(name)).toBe(true);
    expect(seen.get(name)).toEqual([]);
  });

  test('no other host was asked for anything, over HTTP or WebSocket', () => {
    const own = new URL(house.url).host;
    const foreign = [...requested].filter((url) => !/^(blob|data|about):/.test(url) && new URL(url).host !== own);
    expect(foreign).toEqual([]);
    expect([...requested].some((url) => url.startsWith('ws://'))).toBe(true);
  });
});
