// Walks through every view of the product as people would, and shows each to whoever asked: the photographer, the accessibility check, the
// listener for foreign hosts. The views are named once, here.
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../../shared/kernel/language.ts';
import { enter, post, startWorkshop, type Founded } from '../node-participant.ts';
import { Visitor } from './visitor.ts';

export const VIEWS = [
  'home-empty',
  'home-failed',
  'not-found',
  'door-without-link',
  'door-wrong-link',
  'door',
  'green-room',
  'pre-flight',
  'lobby',
  'room-before',
  'room-knock',
  'room-chair',
  'room-participant',
  'room-chat',
  'room-questions',
  'room-polls',
  'room-offline',
  'room-ended-chair',
  'room-ended-participant',
  'home-filled',
  'demo-held',
  'draft',
  'demo-draft',
] as const;
export type View = (typeof VIEWS)[number];

export interface Guide {
  readonly browser: Browser;
  readonly url: string;
  /** Shows one view; the page stays as it is until this resolves. */
  readonly show: (view: View, visitor: Visitor) => Promise<void>;
  readonly heard?: (requested: string) => void;
}

const TITLE = 'Green Credit for Small Enterprises';

const linkFor = (founded: Founded, role: string): string => {
  const link = founded.links.find((one) => one.role === role);
  if (!link) throw new Error(`no link for ${role}`);
  return link.url;
};

const primary = (page: Page, region: string) => page.locator(`${region} button.primary`).first();

const roomShown = async (page: Page): Promise<void> => {
  await page.locator('plenary-stage').waitFor();
  await page.locator('plenary-board [contenteditable]').first().waitFor();
};

const pictureRuns = (page: Page): Promise<unknown> => page.locator('plenary-tile video').first().waitFor();

const outside = async ({ browser, url, show, heard }: Guide): Promise<void> => {
  const guest = await Visitor.come(browser, url, { ...(heard && { heard }) });
  await guest.page.goto('/');
  await guest.page.locator('plenary-home h1').waitFor();
  await show('home-empty', guest);
  await guest.page.goto('/nowhere/at/all');
  await guest.page.locator('plenary-not-found h1').waitFor();
  await show('not-found', guest);
  await guest.page.route('**/api/installation', (route) => route.abort());
  await guest.page.goto('/');
  await guest.page.locator('plenary-home h1').waitFor();
  await guest.page.locator('plenary-home [role="alert"], plenary-home .fault').first().waitFor();
  await show('home-failed', guest);
  await guest.leave();
};

const atTheDoor = async (guide: Guide, founded: Founded): Promise<Visitor> => {
  const { browser, url, show, heard } = guide;
  const guest = await Visitor.come(browser, url, { ...(heard && { heard }) });
  await guest.page.goto(`/w/${founded.workshop}`);
  await guest.page.locator('plenary-notice h1').waitFor();
  await show('door-without-link', guest);
  await guest.page.goto('about:blank');
  await guest.page.goto(`/w/${founded.workshop}#k=not-a-secret-of-this-workshop`);
  await guest.page.locator('plenary-notice h1').waitFor();
  await show('door-wrong-link', guest);
  await guest.page.goto('about:blank');
  await guest.page.goto(linkFor(founded, 'participant'));
  await guest.page.locator('plenary-door form').waitFor();
  await show('door', guest);
  await guest.page.getByRole('button', { name: 'Try camera and microphone' }).click();
  await guest.page.getByRole('button', { name: 'Switch on to try' }).click();
  await guest.page.getByText('We hear you.').waitFor();
  await show('green-room', guest);
  await guest.page.getByRole('button', { name: 'Test my set-up' }).click();
  await guest.page.getByRole('button', { name: 'Start the test' }).click();
  await guest.page.getByText('All is well.').waitFor();
  await show('pre-flight', guest);
  await guest.page.fill('plenary-door #name', 'Zhang Wei');
  await guest.page.fill('plenary-door #organization', 'Energy Foundation China');
  await primary(guest.page, 'plenary-door').click();
  await guest.page.locator('plenary-lobby h1').waitFor();
  await show('lobby', guest);
  return guest;
};

const inTheRoom = async (guide: Guide, founded: Founded): Promise<void> => {
  const { browser, url, show, heard } = guide;
  const options = { ...(heard && { heard }) };
  const chair = await Visitor.come(browser, url, { ...options, seat: founded });
  await chair.page.goto(`/w/${founded.workshop}`);
  await roomShown(chair.page);
  await show('room-before', chair);

  const guest = await atTheDoor(guide, founded);
  await chair.page.locator('plenary-bar button.people').click();
  await chair.page.locator('plenary-knocks li').waitFor();
  await show('room-knock', chair);
  await chair.page.locator('plenary-knocks li button.primary').click();
  await roomShown(guest.page);

  const key = await enter(url, linkFor(founded, 'speaker'), 'Ms. QIAN Jingjing');
  const speaker = await Visitor.come(browser, url, { ...options, seat: key });
  await speaker.page.goto(`/w/${founded.workshop}`);
  await roomShown(speaker.page);

  for (const { page } of [chair, guest, speaker]) {
    for (const name of ['Unmute', 'Start camera']) {
      const button = page.locator('plenary-bar').getByRole('button', { name, exact: true });
      if (await button.isVisible()) await button.click();
    }
  }
  await primary(chair.page, 'plenary-desk-step').click();
  await chair.page.locator('plenary-agenda [aria-current="step"]').waitFor();
  await speaker.page.locator('plenary-bar button.hand').click();
  await guest.page.locator('plenary-bar button.hand').click();
  await chair.page.locator('plenary-queue li.hand').nth(1).waitFor();
  await primary(chair.page, 'plenary-queue').click();
  await chair.page.locator('plenary-queue .holder').waitFor();
  await write(chair.page);
  await pictureRuns(chair.page);
  await show('room-chair', chair);
  await pictureRuns(guest.page);
  await show('room-participant', guest);
  await guest.context.setOffline(true);
  await guest.page.locator('plenary-connection-line [role="status"], plenary-connection-line [role="alert"]').waitFor();
  await show('room-offline', guest);
  await guest.context.setOffline(false);

  await end(chair.page);
  await chair.page.locator('plenary-after h2').waitFor();
  await show('room-ended-chair', chair);
  await guest.page.locator('plenary-after h2').waitFor();
  await show('room-ended-participant', guest);
  for (const visitor of [chair, guest, speaker]) await visitor.leave();
};

const write = async (page: Page): Promise<void> => {
  const board = page.locator('plenary-board [contenteditable="true"]').first();
  if (!(await board.isVisible())) await page.locator('.tabs.wide').getByRole('button', { name: 'Board' }).click();
  await board.click();
  await page.keyboard.type('Banks can lend more to small firms when collateral is shared.');
};

const end = async (page: Page): Promise<void> => {
  await page.locator('plenary-desk-step').getByRole('button', { name: 'End the workshop' }).click();
  await page.locator('plenary-desk-step plenary-confirm button.danger').click();
};

const demo = async ({ browser, url, show, heard }: Guide): Promise<Founded> => {
  const founded = await post<Founded>(url, '/api/demo', { mode: 'held', name: 'Visitor', language: 'en' });
  const visitor = await Visitor.come(browser, url, { seat: founded, ...(heard && { heard }) });
  await visitor.page.goto('/');
  await visitor.page.locator('plenary-home h1').waitFor();
  await visitor.page.locator('plenary-home li').first().waitFor();
  await show('home-filled', visitor);
  await visitor.page.goto(`/w/${founded.workshop}`);
  await visitor.page.locator('plenary-after h2').waitFor();
  await visitor.page.locator('plenary-board').waitFor();
  await show('demo-held', visitor);
  await visitor.leave();
  return founded;
};

const draft = async ({ browser, url, show, heard }: Guide, founded: Founded, view: View): Promise<void> => {
  const reader = await Visitor.come(browser, url, { seat: founded, ...(heard && { heard }) });
  await reader.page.goto(`/w/${founded.workshop}/draft`);
  await reader.page.locator('plenary-draft-editor article').first().waitFor();
  await show(view, reader);
  await reader.leave();
};

/** What the room has beside notes and queue, with something in it. */
const panels = async ({ browser, url, show, heard }: Guide): Promise<void> => {
  const founded = await startWorkshop(url, 'Rain Gardens', 'Dr. Li Na');
  const chair = await Visitor.come(browser, url, { seat: founded, ...(heard && { heard }) });
  const { page } = chair;
  await page.goto(`/w/${founded.workshop}`);
  await roomShown(page);
  const tab = (name: RegExp) => page.locator('.tabs.wide').getByRole('button', { name });
  await tab(/^Chat/).click();
  await page.locator('plenary-chat-form textarea').fill('The slides are at https://example.org/slides');
  await page.locator('plenary-chat-form textarea').press('Enter');
  await page.locator('plenary-chat li').first().waitFor();
  await show('room-chat', chair);
  await tab(/^Questions/).click();
  await page.locator('plenary-ask-form textarea').fill('Who pays for the upkeep?');
  await page.locator('plenary-ask-form button.primary').click();
  await page.locator('plenary-question').first().waitFor();
  await show('room-questions', chair);
  await tab(/^Polls/).click();
  await page.locator('plenary-polls').getByRole('button', { name: 'New poll' }).click();
  await page.locator('plenary-poll-form').waitFor();
  await show('room-polls', chair);
  await chair.leave();
};

/** From an empty installation to the draft. */
export const walk = async (guide: Guide): Promise<void> => {
  await outside(guide);
  const founded = await startWorkshop(guide.url, TITLE, 'Dr. Li Na');
  await inTheRoom(guide, founded);
  await panels(guide);
  const held = await demo(guide);
  await draft(guide, founded, 'draft');
  await draft(guide, held, 'demo-draft');
};

export const TOUR_LANGUAGES: readonly Language[] = ['en', 'zh-Hans'];
