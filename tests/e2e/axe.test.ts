// Every view, also each that failed or is not for this person, has nothing serious for axe to say: in both languages, light and dark, wide and
// narrow. And a whole walk through the product asks no other host for anything.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { openHouse, type House } from '../support/tour/house.ts';
import { SIGNED_IN_VIEWS, walkSignedIn } from '../support/tour/signed-in.ts';
import { VIEWS, walk } from '../support/tour/tour.ts';
import type { Look, Visitor } from '../support/tour/visitor.ts';
import { walkWrong, WRONG_VIEWS } from '../support/tour/wrong.ts';

const SERIOUS = ['serious', 'critical'];

/** Each language, theme and width at least once for every view; not every combination, which would take minutes and find the same. */
const LOOKS: readonly Look[] = [
  { language: 'en', theme: 'light', width: 1440 },
  { language: 'zh-Hans', theme: 'dark', width: 1440 },
  { language: 'zh-Hans', theme: 'light', width: 360 },
];
const WRONG_LOOKS: readonly Look[] = [
  { language: 'en', theme: 'dark', width: 360 },
  { language: 'zh-Hans', theme: 'light', width: 1440 },
];

const nameOf = (view: string, { language, theme, width }: Look): string => `${view} ${language} ${theme} ${width}`;

describe('given a walk through every view', () => {
  let house: House;
  let browser: Browser;
  const seen = new Map<string, readonly string[]>();
  const requested = new Set<string>();
  /** Kept, so that what was seen before a walk broke off is still judged. */
  const brokeOff: unknown[] = [];

  const inspect = async (view: string, visitor: Visitor, looks: readonly Look[]): Promise<void> => {
    for (const look of looks) {
      await visitor.look(look);
      // No page here holds a frame; the other mode opens a page of its own for every look.
      const { violations } = await new AxeBuilder({ page: visitor.page }).setLegacyMode().analyze();
      const serious = violations.filter(({ impact }) => SERIOUS.includes(impact ?? ''));
      seen.set(
        nameOf(view, look),
        serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.flat().join(' ')).join(' | ')}`),
      );
    }
    await visitor.look({ language: 'en', theme: 'light', width: 1440 });
  };

  beforeAll(async () => {
    house = await openHouse();
    browser = await launchChromium();
    const guide = { browser, url: house.url, heard: (url: string): void => void requested.add(url) };
    const broke = (why: unknown): void => void brokeOff.push(why);
    await walk({ ...guide, show: (view, visitor) => inspect(view, visitor, LOOKS) }).catch(broke);
    await walkWrong({ ...guide, show: (view, visitor) => inspect(view, visitor, WRONG_LOOKS) }).catch(broke);
    await walkSignedIn({ ...guide, house, show: (view, visitor) => inspect(view, visitor, LOOKS) }).catch(broke);
  }, 900_000);

  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  test('the walks reach their ends', () => {
    expect(brokeOff).toEqual([]);
  });

  const cases = [
    ...[...VIEWS, ...SIGNED_IN_VIEWS].flatMap((view) => LOOKS.map((look) => nameOf(view, look))),
    ...WRONG_VIEWS.flatMap((view) => WRONG_LOOKS.map((look) => nameOf(view, look))),
  ];
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
