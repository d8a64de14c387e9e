// Walks through what goes wrong: every view that failed, is offline, or is not for this person. The views are named once, here; tour.ts
// has those of a workshop that goes well.
import type { Page } from 'playwright-core';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import { enter, NodeParticipant, startWorkshop, type Founded, type SeatKey } from '../node-participant.ts';
import { remembered } from '../room-pages.ts';
import type { Guide } from './tour.ts';
import { Visitor } from './visitor.ts';

export const WRONG_VIEWS = [
  'page-failed',
  'start-failed',
  'door-failed',
  'door-refused',
  'lobby-offline',
  'lobby-turned-away',
  'room-failed',
  'board-failed',
  'media-refused',
  'seat-elsewhere',
  'seat-left',
  'seat-removed',
  'seat-unknown',
  'draft-without-seat',
  'draft-denied',
  'draft-failed',
  'draft-offline',
] as const;
export type WrongView = (typeof WRONG_VIEWS)[number];

type Show = (view: WrongView, visitor: Visitor) => Promise<void>;
type Come = (seat?: SeatKey) => Promise<Visitor>;

const linkFor = (founded: Founded, role: string): string => founded.links.find((one) => one.role === role)?.url ?? '';

const heading = (page: Page, region: string): Promise<void> => page.locator(`${region} h1`).first().waitFor();

const firstPage = async (come: Come, show: Show): Promise<void> => {
  const guest = await come();
  const { page } = guest;
  await page.route(/\/home-[^/]*\.js$/, (route) => route.abort());
  await page.goto('/');
  await page.locator('plenary-app').getByRole('button', { name: 'Try again' }).waitFor();
  await show('page-failed', guest);
  await page.unrouteAll();
  await page.goto('/');
  await page.route('**/api/workshops', (route) => route.abort());
  await page.getByRole('button', { name: 'Start a workshop now' }).click();
  await page.fill('plenary-start-form #title', 'Rain Gardens');
  await page.fill('plenary-start-form #name', 'Dr. Li Na');
  await page.getByRole('button', { name: 'Start and enter' }).click();
  await page.locator('plenary-start-form .fault').waitFor();
  await show('start-failed', guest);
  await guest.leave();
};

const door = async (come: Come, show: Show, founded: Founded, chair: NodeParticipant): Promise<void> => {
  const guest = await come();
  const { page } = guest;
  await page.route('**/door', (route) => route.abort());
  await page.goto(linkFor(founded, 'participant'));
  await heading(page, 'plenary-notice');
  await show('door-failed', guest);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.route('**/enter', (route) => route.abort());
  await page.fill('plenary-door #name', 'Zhang Wei');
  await page.locator('plenary-door button.primary').click();
  await page.locator('plenary-door .fault').first().waitFor();
  await show('door-refused', guest);
  await page.unrouteAll();
  await page.locator('plenary-door button.primary').click();
  await heading(page, 'plenary-lobby');
  await guest.context.setOffline(true);
  await page.locator('plenary-table .line').waitFor();
  await show('lobby-offline', guest);
  await guest.context.setOffline(false);
  await page.locator('plenary-table .line').waitFor({ state: 'detached' });
  const { seat } = JSON.parse(await remembered(page, 'plenary.seat.')) as { readonly seat: SeatId };
  await chair.send({ type: 'lobby/turnAway', seat });
  await page.locator('plenary-lobby h1', { hasText: 'has not let you in' }).waitFor();
  await show('lobby-turned-away', guest);
  await guest.leave();
};

const room = async (come: Come, show: Show, founded: Founded, url: string, chair: NodeParticipant): Promise<void> => {
  const key = await enter(url, linkFor(founded, 'speaker'), 'Ms. QIAN Jingjing');
  const address = `/w/${founded.workshop}`;
  const guest = await come(key);
  const { page } = guest;
  await page.route(/\/room-[^/]*\.js$/, (route) => route.abort());
  await page.goto(address);
  await heading(page, 'plenary-notice');
  await show('room-failed', guest);
  await page.unrouteAll();
  await page.route(/\/board-[^/]*\.js$/, (route) => route.abort());
  await page.goto(address);
  await page.locator('plenary-room .note[role="alert"]').waitFor();
  await show('board-failed', guest);
  await page.unrouteAll();
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await page.goto(address);
  await page.locator('plenary-bar').getByRole('button', { name: 'Unmute', exact: true }).click();
  await page.locator('plenary-stage .notice').waitFor();
  await show('media-refused', guest);

  const second = await guest.context.newPage();
  await second.goto(address);
  await page.locator('plenary-notice h1', { hasText: 'another tab' }).waitFor();
  await second.close();
  await show('seat-elsewhere', guest);
  await page.getByRole('button', { name: 'Take it back here' }).click();
  await page.locator('plenary-bar').getByRole('button', { name: 'Leave' }).click();
  await page.locator('plenary-confirm').getByRole('button', { name: 'Leave', exact: true }).click();
  await heading(page, 'plenary-notice');
  await show('seat-left', guest);
  await page.getByRole('button', { name: 'Come back' }).click();
  await page.locator('plenary-stage').waitFor();
  await chair.send({ type: 'participants/remove', seat: key.seat as SeatId });
  await page.locator('plenary-notice h1', { hasText: 'no longer' }).waitFor();
  await show('seat-removed', guest);
  await guest.leave();
  const stranger = await come({ workshop: founded.workshop, seat: 'x', seatToken: 'y'.repeat(43) });
  await stranger.page.goto(address);
  await stranger.page.locator('plenary-notice h1', { hasText: 'not known any more' }).waitFor();
  await show('seat-unknown', stranger);
  await stranger.leave();
};

const draft = async (come: Come, show: Show, founded: Founded, url: string): Promise<void> => {
  const address = `/w/${founded.workshop}/draft`;
  const stranger = await come();
  await stranger.page.goto(address);
  await heading(stranger.page, 'plenary-notice');
  await show('draft-without-seat', stranger);
  await stranger.leave();
  const observer = await come(await enter(url, linkFor(founded, 'participant'), 'Zhang Wei'));
  await observer.page.goto(address);
  await observer.page.locator('plenary-draft [role="alert"] p').first().waitFor();
  await show('draft-denied', observer);
  await observer.leave();
  const speaker = await come(await enter(url, linkFor(founded, 'speaker'), 'Zhou Min'));
  const { page } = speaker;
  await page.route('**/draft?*', (route) => route.fulfill({ status: 500, json: { error: { code: 'http/fault' } } }));
  await page.goto(address);
  await page.locator('plenary-draft').getByRole('button', { name: 'Try again' }).waitFor();
  await show('draft-failed', speaker);
  await page.unrouteAll();
  await speaker.context.setOffline(true);
  await page.locator('plenary-draft').getByRole('button', { name: 'Try again' }).click();
  await page.locator('plenary-draft').getByRole('button', { name: 'Try again' }).waitFor();
  await show('draft-offline', speaker);
  await speaker.leave();
};

export const walkWrong = async ({
  browser,
  url,
  heard,
  show,
}: Omit<Guide, 'show'> & { readonly show: Show }): Promise<void> => {
  const founded = await startWorkshop(url, 'Green Credit for Small Enterprises', 'Dr. Li Na');
  const chair = new NodeParticipant(url, founded, { notes: false });
  const come: Come = (seat) => Visitor.come(browser, url, { ...(seat && { seat }), ...(heard && { heard }) });
  try {
    await chair.here();
    await firstPage(come, show);
    await door(come, show, founded, chair);
    await room(come, show, founded, url, chair);
    await draft(come, show, founded, url);
  } finally {
    chair.close();
  }
};
