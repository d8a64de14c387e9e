// Guests of the staged board, each in a browser context of its own, watched for faults and breaches of the page's policy. For the board's test files.
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchChromium } from '../../support/chromium.ts';
import type { Block } from '../../../shared/notes/blocks.ts';
import { openBoardStage, type BoardStage } from './board-stage.ts';

export interface Guests {
  readonly stage: BoardStage;
  /** Another person at the board; `wishes` are further words of the address. */
  sit(seat: string, wishes?: string, viewport?: { readonly width: number; readonly height: number }): Promise<Page>;
  /** Blocks as the server reads them, without what differs from run to run. */
  read(): Promise<readonly Pick<Block, 'kind' | 'text'>[]>;
  /** From now on the page's policy may have something to stop. */
  expectHostility(): void;
}

/** Opens a stage before each test and closes it with everything afterwards; a fault in any page fails the test. */
export const boardGuests = (): Guests => {
  let browser: Browser;
  let stage: BoardStage;
  let contexts: BrowserContext[] = [];
  let faults: string[] = [];
  let hostile = false;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    stage = await openBoardStage();
    [contexts, faults, hostile] = [[], [], false];
  });
  afterEach(async () => {
    for (const context of contexts) await context.close();
    await stage.close();
    expect(faults).toEqual([]);
  });
  return {
    get stage() {
      return stage;
    },
    async sit(seat, wishes = '', viewport = { width: 560, height: 900 }) {
      const context = await browser.newContext({ viewport });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      page.on('pageerror', (fault) => faults.push(String(fault)));
      page.on('console', (line) => {
        if (!hostile && line.text().includes('Content Security Policy')) faults.push(line.text());
      });
      await page.goto(`${stage.address}/?seat=${seat}${wishes}`);
      await text(page).waitFor();
      return page;
    },
    expectHostility: () => void (hostile = true),
    read: async () =>
      (await stage.blocks()).map(({ id: _id, item: _item, at: _at, offset: _offset, ...block }) => block),
  };
};

export const text = (page: Page, fragment = 'didi'): Locator =>
  page.locator(`[data-fragment="${fragment}"] .board-text`);

/** What is written in each, without the others' carets. */
export const written = (places: Locator): Promise<string[]> =>
  places.evaluateAll((found) =>
    found.map((one) => {
      const line = one.cloneNode(true) as HTMLElement;
      for (const caret of line.querySelectorAll('.board-caret, .ProseMirror-separator')) caret.remove();
      return (line.textContent ?? '').replace(/\u2060/g, '');
    }),
  );

export const lines = (page: Page, fragment = 'didi'): Promise<string[]> => written(text(page, fragment).locator('p'));

export const saved = (page: Page): Promise<void> => page.locator('.board-saved-saved').waitFor();

export const eventually = (what: () => Promise<unknown>) => expect.poll(what, { timeout: 10_000, interval: 20 });
