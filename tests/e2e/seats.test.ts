// From a link to a seat and back out, as a person meets it: the real server, the built client, a real browser.
import type { Browser, Page } from 'playwright-core';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { SeatId } from '../../shared/kernel/ids.ts';
import { launchChromium } from '../support/chromium.ts';
import { NodeParticipant, startWorkshop, type Founded } from '../support/node-participant.ts';
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

const linkFor = (founded: Founded, role: string): string => founded.links.find((link) => link.role === role)?.url ?? '';

const visitor = async (): Promise<Visitor> => {
  const come = await Visitor.come(browser, house.url);
  onTestFinished(() => come.leave());
  return come;
};

/** A workshop with its chair at the table, without a browser. */
const workshop = async (): Promise<{ founded: Founded; chair: NodeParticipant }> => {
  const founded = await startWorkshop(house.url, 'Rain Gardens', 'Dr. Li Na');
  const chair = new NodeParticipant(house.url, founded, { notes: false });
  onTestFinished(() => chair.close());
  await chair.here();
  return { founded, chair };
};

const knock = async (page: Page, link: string, name: string): Promise<SeatId> => {
  await page.goto(link);
  await page.fill('plenary-door #name', name);
  await page.locator('plenary-door button.primary').click();
  await page.locator('plenary-lobby h1').waitFor();
  return page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => one.startsWith('plenary.seat.')) ?? '';
    return (JSON.parse(localStorage.getItem(key) ?? '{}') as { seat: SeatId }).seat;
  });
};

const heading = (page: Page, region: string) => page.locator(`${region} h1`).first();

describe('given the first page', () => {
  test('a workshop is started by the form alone; leaving and coming back leads to the same seat', async () => {
    const { page, faults } = await visitor();
    await page.goto('/');
    await page.getByRole('button', { name: 'Start a workshop now' }).click();
    await page.fill('plenary-start-form #title', 'Rain Gardens');
    await page.fill('plenary-start-form #name', 'Dr. Li Na');
    await page.getByRole('button', { name: 'Start and enter' }).click();
    await page.locator('plenary-stage').waitFor();
    expect(await page.title()).toBe('Rain Gardens · Plenary');
    const seat = await page.evaluate(() =>
      JSON.stringify(Object.entries(localStorage).filter(([key]) => key.includes('seat'))),
    );
    await page.locator('plenary-bar').getByRole('button', { name: 'Leave' }).click();
    await page.locator('plenary-confirm').getByRole('button', { name: 'Leave', exact: true }).click();
    await heading(page, 'plenary-notice').waitFor();
    await page.getByRole('button', { name: 'Come back' }).click();
    await page.locator('plenary-stage').waitFor();
    const again = await page.evaluate(() =>
      JSON.stringify(Object.entries(localStorage).filter(([key]) => key.includes('seat'))),
    );
    expect(again).toBe(seat);
    expect(faults).toEqual([]);
  });

  test('a faulty file is told by line, and nothing is imported', async () => {
    const { page } = await visitor();
    await page.goto('/');
    await page.getByRole('button', { name: 'Import a workshop file' }).click();
    const buffer = Buffer.from('{"format": "plenary-workshop",\n "version": 1,\n "surprise": true}');
    await page.setInputFiles('plenary-import-form input', { name: 'x.json', mimeType: 'application/json', buffer });
    await page.getByRole('button', { name: 'Import as held' }).click();
    const faults = page.locator('plenary-import-form .faults li');
    await faults.first().waitFor();
    expect((await faults.allInnerTexts()).some((text) => text.includes('Line 3'))).toBe(true);
  });

  test('each beginning opened, axe has nothing serious to say, in both languages', async () => {
    const guest = await visitor();
    await guest.page.goto('/');
    for (const language of ['zh-Hans', 'en'] as const) {
      await guest.speak(language);
      for (const beginning of [0, 1, 2]) {
        await guest.page.locator('plenary-home .actions button').nth(beginning).click();
        await guest.page.locator('plenary-home .beginning form').waitFor();
        const { violations } = await new AxeBuilder({ page: guest.page }).analyze();
        expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
      }
    }
  });
});

describe('given a participant link', () => {
  test('who knocks waits; the room opens by itself when the chair admits; the key has left the address', async () => {
    const { founded, chair } = await workshop();
    const { page, faults } = await visitor();
    const seat = await knock(page, linkFor(founded, 'participant'), 'Zhang Wei');
    expect(page.url()).toBe(`${house.url}/w/${founded.workshop}`);
    await chair.send({ type: 'lobby/admit', seat });
    await page.locator('plenary-stage').waitFor();
    expect(faults).toEqual([]);
  });

  test('the language changes while waiting, without a reload and on the same connection', async () => {
    const { founded, chair } = await workshop();
    const guest = await visitor();
    const seat = await knock(guest.page, linkFor(founded, 'participant'), 'Zhang Wei');
    let opened = 0;
    guest.page.on('websocket', () => (opened += 1));
    guest.page.on('framenavigated', () => (opened += 1));
    await guest.speak('zh-Hans');
    await guest.page.locator('plenary-lobby h1', { hasText: '请在门外稍候' }).waitFor();
    expect(opened).toBe(0);
    await chair.send({ type: 'lobby/admit', seat });
    await guest.page.locator('plenary-stage').waitFor();
  });

  test('who is turned away is told so; who is removed later is told so', async () => {
    const { founded, chair } = await workshop();
    const { page } = await visitor();
    const seat = await knock(page, linkFor(founded, 'participant'), 'Zhang Wei');
    await chair.send({ type: 'lobby/turnAway', seat });
    await page.locator('plenary-lobby h1', { hasText: 'has not let you in' }).waitFor();

    const other = await visitor();
    const second = await knock(other.page, linkFor(founded, 'participant'), 'Wang Fang');
    await chair.send({ type: 'lobby/admit', seat: second });
    await other.page.locator('plenary-stage').waitFor();
    await chair.send({ type: 'participants/remove', seat: second });
    await other.page.locator('plenary-notice h1', { hasText: 'no longer in this workshop' }).waitFor();
  });

  test('an empty name is asked for at its field, and nobody knocks', async () => {
    const { founded, chair } = await workshop();
    const { page } = await visitor();
    await page.goto(linkFor(founded, 'participant'));
    await page.locator('plenary-door button.primary').click();
    await page.locator('plenary-door #name[aria-invalid="true"]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.shadowRoot !== null)).toBe(true);
    expect(Object.keys((await chair.here()).view.lobby.knocks)).toEqual([]);
  });

  test('who has a seat here already is offered it before another is taken', async () => {
    const { founded } = await workshop();
    const { page } = await visitor();
    const seat = await knock(page, linkFor(founded, 'participant'), 'Zhang Wei');
    await page.goto('about:blank');
    await page.goto(linkFor(founded, 'speaker'));
    await page.getByRole('button', { name: 'Go to your seat' }).click();
    await page.locator('plenary-lobby h1').waitFor();
    expect(await page.evaluate((id) => localStorage.getItem(`plenary.seat.${id}`), founded.workshop)).toContain(seat);
  });
});

describe('given a seat', () => {
  test('when the network goes and returns, the same seat is connected again', async () => {
    const { founded } = await workshop();
    const { page, context } = await visitor();
    await knock(page, linkFor(founded, 'participant'), 'Zhang Wei');
    await context.setOffline(true);
    await page.locator('plenary-table .line').waitFor();
    await context.setOffline(false);
    await page.locator('plenary-table .line').waitFor({ state: 'detached' });
    await page.locator('plenary-lobby h1').waitFor();
  });

  test('a seat that the server does not know is told, and leads back to the door', async () => {
    const { founded } = await workshop();
    const { page } = await visitor();
    await page.goto('/');
    await page.evaluate(
      ([id]) => localStorage.setItem(`plenary.seat.${id}`, JSON.stringify({ seat: 'x', seatToken: 'y'.repeat(43) })),
      [founded.workshop],
    );
    await page.goto(`/w/${founded.workshop}`);
    await page.locator('plenary-notice h1', { hasText: 'not known any more' }).waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('plenary-notice h1', { hasText: 'opens with a link' }).waitFor();
  });
});
