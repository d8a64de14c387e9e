// The room as two people use it: one queue for both, the floor, the desk's power over sound, keys that leave writing alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { enter, startWorkshop } from '../support/node-participant.ts';
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

const bothInTheRoom = async (): Promise<{
  readonly chair: Page;
  readonly speaker: Page;
  readonly leave: () => Promise<unknown>;
}> => {
  const founded = await startWorkshop(house.url, 'Rain gardens', 'Didi');
  const link = founded.links.find(({ role }) => role === 'speaker')?.url ?? '';
  const key = await enter(house.url, link, 'Ms. QIAN Jingjing');
  const people = await Promise.all([founded, key].map((seat) => Visitor.come(browser, house.url, { seat })));
  for (const { page } of people) {
    await page.goto(`/w/${founded.workshop}`);
    await page.locator('plenary-stage').waitFor();
  }
  const [chair, speaker] = people.map(({ page }) => page);
  await chair!.locator('plenary-desk-step button.primary').click();
  await speaker!.locator('plenary-agenda [aria-current="step"]').waitFor();
  return { chair: chair!, speaker: speaker!, leave: () => Promise.all(people.map((visitor) => visitor.leave())) };
};

/** The focused element, through every shadow root, by what it says. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '';
  });

describe('the room', () => {
  it('carries a raised hand to the floor and back, the same for both', async () => {
    const { chair, speaker, leave } = await bothInTheRoom();
    await speaker.keyboard.press('h');
    await speaker.locator('plenary-bar').getByText('Raised, 1st of 1').first().waitFor();
    await chair.locator('plenary-queue li').getByText('QIAN Jingjing').waitFor();
    await chair.getByRole('button', { name: 'Give the floor to the next' }).click();
    await speaker.locator('plenary-queue .holder').getByText('You have the floor').waitFor();
    await speaker.locator('plenary-queue').getByRole('button', { name: 'I am done' }).click();
    await chair.locator('plenary-queue').getByText('Nobody has the floor.').waitFor();
    await leave();
  });

  it('keeps keys out of writing, and the focus when the facts change', async () => {
    const { chair, speaker, leave } = await bothInTheRoom();
    const topic = speaker.locator('plenary-hand-form input');
    await topic.pressSequentially('how high?');
    expect(await topic.inputValue()).toBe('how high?');
    expect(await speaker.locator('plenary-shortcut-list dialog[open]').count()).toBe(0);
    const handle = chair.locator('plenary-agenda ui-menu').nth(1).getByRole('button').first();
    await handle.focus();
    const before = await focused(chair);
    await topic.press('Enter');
    await chair.locator('plenary-queue li').getByText('how high?').waitFor();
    expect(await focused(chair)).toBe(before);
    await leave();
  });

  it('carries a message and a sign from one to the other, and a deletion back', async () => {
    const { chair, speaker, leave } = await bothInTheRoom();
    const tab = (page: Page) => page.locator('.tabs.wide').getByRole('button', { name: /^Chat/ });
    await tab(speaker).click();
    const field = speaker.locator('plenary-chat-form textarea');
    await field.fill('Slides: https://example.org/a <img src=x onerror=alert(1)>');
    // The Enter that ends a composed word sends nothing.
    await field.evaluate((at) =>
      at.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229, bubbles: true, composed: true }),
      ),
    );
    expect(await field.inputValue()).toContain('Slides');
    await field.press('Enter');
    await expect.poll(() => tab(chair).textContent()).toContain('Chat 1');
    await tab(chair).click();
    const line = chair.locator('plenary-chat li').first();
    const link = line.getByRole('link', { name: 'https://example.org/a' });
    await link.waitFor();
    expect(await link.getAttribute('rel')).toContain('noopener noreferrer');
    await line.getByText('<img src=x onerror=alert(1)>').waitFor();
    expect(await chair.locator('plenary-chat img').count()).toBe(0);
    await expect.poll(() => tab(chair).textContent()).not.toContain('1');
    await line.getByRole('button', { name: /^Delete/ }).click();
    await chair.locator('plenary-chat plenary-confirm').getByRole('button', { name: 'Delete' }).click();
    await speaker.locator('plenary-chat').getByText('Deleted by the chair.').waitFor();
    expect(await speaker.locator('plenary-chat').getByText('Slides').count()).toBe(0);
    await speaker.locator('plenary-reactions').getByRole('button', { name: 'Reactions' }).click();
    await speaker.locator('plenary-reactions').getByRole('button', { name: 'Applause' }).click();
    const sign = chair.locator('plenary-tile').filter({ hasText: 'QIAN' }).getByText('Applause');
    await sign.waitFor();
    await leave();
  });

  it('lets the desk mute, and the person take the microphone back', async () => {
    const { chair, speaker, leave } = await bothInTheRoom();
    const bar = speaker.locator('plenary-bar');
    await bar.getByRole('button', { name: 'Unmute' }).click();
    await bar.getByRole('button', { name: 'Mute', exact: true }).waitFor();
    await chair.locator('plenary-bar button.people').click();
    const row = chair.locator('plenary-people li').filter({ hasText: 'QIAN Jingjing' });
    await row.getByRole('button').first().click();
    await row.getByText('Mute', { exact: true }).click();
    await bar.getByRole('button', { name: 'Unmute' }).click();
    await bar.getByRole('button', { name: 'Mute', exact: true }).waitFor();
    await leave();
  });

  it('says a refusal in words and does not show as done what was not', async () => {
    const { chair, leave } = await bothInTheRoom();
    await chair.locator('plenary-bar button.people').click();
    const role = chair.getByRole('combobox', { name: /^Role of Didi/ });
    await role.selectOption('speaker');
    await chair.getByText('A workshop needs a chair').waitFor();
    expect(await role.inputValue()).toBe('chair');
    await leave();
  });

  it('remembers a folded panel', async () => {
    const { chair, leave } = await bothInTheRoom();
    await chair.getByRole('button', { name: 'Fold the agenda' }).click();
    await chair.locator('plenary-agenda').waitFor({ state: 'hidden' });
    await chair.reload();
    await chair.locator('plenary-stage').waitFor();
    expect(await chair.locator('plenary-agenda').isVisible()).toBe(false);
    await chair.getByRole('button', { name: 'Show agenda' }).click();
    await chair.locator('plenary-agenda').waitFor();
    await leave();
  });
});
