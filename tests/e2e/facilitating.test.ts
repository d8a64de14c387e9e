// A workshop of three items on a clock that the test moves: overrun and its settling in two zones, a hard end that silences, the queue after a
// reconnect, the card for who comes late, and the desk by keyboard alone. Then questions and a poll: one question asked without a name, one
// merged, votes that only the closing tells, and the result on the board.
import { performance } from 'node:perf_hooks';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { id, type AgendaItemId, type CommandId, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';
import type { WorkshopCommand } from '../../shared/workshop/workshop.ts';
import { launchChromium } from '../support/chromium.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { Keyboard } from '../support/keyboard.ts';
import { enter, startWorkshop } from '../support/node-participant.ts';
import { connect } from '../support/seat-client.ts';
import { openHouse, type House } from '../support/tour/house.ts';
import { Visitor } from '../support/tour/visitor.ts';

const MINUTE = 60_000;
const clock = createManualClock(Date.UTC(2026, 2, 26, 6, 0));
let house: House;
let browser: Browser;

beforeAll(async () => {
  house = await openHouse({ clock });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const time = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at);

/** The focused element, through every shadow root, by what it says. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.textContent?.trim() ?? '';
  });

test('three items from the first to the last minute', async () => {
  const founded = await startWorkshop(house.url, 'Rain gardens', 'Didi');
  const running = await house.app.registry.find(id<WorkshopId>(founded.workshop));
  if (!running) throw new Error('a workshop was expected');
  const { room } = running;
  let sent = 0;
  const host = async (command: WorkshopCommand): Promise<void> => {
    const reply = await room.dispatch({ kind: 'host' }, id<CommandId>(`host-${(sent += 1)}`), command);
    if (!reply.ok) throw new Error(`${command.type}: ${JSON.stringify(reply)}`);
  };
  const [, , , closing] = room.state.agenda.order;
  await host({ type: 'agenda/drop', item: closing ?? id<AgendaItemId>('none') });
  const [first, second] = room.state.agenda.order;
  await host({ type: 'agenda/edit', item: first ?? id<AgendaItemId>('none'), plan: { buffer: 2 } });

  const link = (role: string): string => founded.links.find((one) => one.role === role)?.url ?? '';
  const annKey = await enter(house.url, link('speaker'), 'Ann Lee');
  const chair = await Visitor.come(browser, house.url, { seat: founded });
  const ann = await Visitor.come(browser, house.url, { seat: annKey, timeZone: 'America/New_York' });
  for (const { page } of [chair, ann]) {
    await page.goto(`/w/${founded.workshop}`);
    await page.locator('plenary-stage').waitFor();
  }
  const begunAt = clock.now();
  await chair.page.locator('plenary-desk-step button.primary').click();
  await ann.page.locator('plenary-agenda [aria-current="step"]').waitFor();

  // Overrun: eight minutes of five. The second item moves on for everyone, each in the own zone.
  clock.advance(8 * MINUTE);
  await host({ type: 'floor/setLimit', limitMs: MINUTE });
  const shown = (page: Page, text: string) => page.locator('plenary-agenda li').nth(1).getByText(text).waitFor();
  const [planned, expected] = [begunAt + 7 * MINUTE, begunAt + 10 * MINUTE];
  await shown(chair.page, `${time(expected, 'Asia/Shanghai')}, planned ${time(planned, 'Asia/Shanghai')}`);
  await shown(ann.page, `${time(expected, 'America/New_York')}, planned ${time(planned, 'America/New_York')}`);
  await host({ type: 'agenda/settle', choice: 'absorb', minutes: 2 });
  await shown(ann.page, `${time(begunAt + 8 * MINUTE, 'America/New_York')}, planned`);

  // The desk by keyboard alone: the key leads to the first action, Enter does it, u takes back.
  await chair.page.keyboard.press('d');
  await expect.poll(() => focused(chair.page)).toContain('End item · next: Presentations');
  await chair.page.keyboard.press('Enter');
  await ann.page.locator('plenary-agenda li').nth(1).and(ann.page.locator('[aria-current="step"]')).waitFor();
  expect(room.state.agenda.current).toBe(second);
  await ann.page.keyboard.press('h');
  await chair.page.locator('plenary-desk .actions').getByText('Give the floor to Ann Lee').waitFor();
  await chair.page.keyboard.press('d');
  await expect.poll(() => focused(chair.page)).toContain('Give the floor to Ann Lee');
  await chair.page.keyboard.press('Enter');
  await ann.page.getByText('You have the floor').first().waitFor();
  await chair.page.locator('plenary-undo p').waitFor();
  await chair.page.keyboard.press('u');
  await ann.page.locator('plenary-bar').getByText('Raised, 1st of 1').first().waitFor();

  // The queue after a reconnect.
  await ann.context.setOffline(true);
  await chair.page.locator('plenary-queue li').getByText('connection lost').waitFor();
  await ann.context.setOffline(false);
  await ann.page.locator('plenary-bar').getByText('Raised, 1st of 1').first().waitFor();
  await expect.poll(() => room.state.participants.seats[id<SeatId>(annKey.seat)]?.presence.kind).toBe('here');

  // A hard end silences who spoke, for whoever listens, within half a second.
  await host({ type: 'floor/setRules', rules: { ending: 'hard', coupled: true } });
  await host({ type: 'floor/giveNext' });
  const bar = ann.page.locator('plenary-bar');
  await bar.getByRole('button', { name: 'Unmute' }).click();
  await bar.getByRole('button', { name: 'Mute', exact: true }).waitFor();
  const heard = chair.page.locator('plenary-tile').filter({ hasText: 'Ann Lee' });
  await heard.getByText('muted').waitFor({ state: 'detached' });
  clock.advance(MINUTE + 9_999);
  expect(room.state.floor.holder).not.toBeNull();
  const due = performance.now();
  clock.advance(1);
  await expect.poll(() => room.state.floor.holder, { interval: 5 }).toBeNull();
  await heard.getByText('muted').waitFor();
  console.log(`hard end: the listener's page showed the silence after ${Math.round(performance.now() - due)} ms`);

  // Who comes late is told where we are, and can go on without it.
  const lateKey = await enter(house.url, link('speaker'), 'Late Comer');
  const late = await Visitor.come(browser, house.url, { seat: lateKey });
  await late.page.goto(`/w/${founded.workshop}`);
  const card = late.page.locator('plenary-late-card aside');
  await card.getByText('Now: Presentations').waitFor();
  await card.getByText('Nobody has the floor.').waitFor();
  await card.getByRole('button', { name: 'Close' }).click();
  await card.waitFor({ state: 'detached' });
  expect(await ann.page.locator('plenary-late-card aside').count()).toBe(0);
  await Promise.all([chair, ann, late].map((visitor) => visitor.leave()));
});

const openTab = (page: Page, tab: RegExp) => page.locator('.tabs.wide').getByRole('button', { name: tab }).click();
const question = (page: Page, text: string) => page.locator('plenary-question').filter({ hasText: text });
const ask = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('Your question').fill(text);
  await page.keyboard.press('Enter');
  await question(page, text).waitFor();
};

test('a question without a name, a merged one, and an anonymous poll', async () => {
  const founded = await startWorkshop(house.url, 'Rain gardens', 'Didi');
  const running = await house.app.registry.find(id<WorkshopId>(founded.workshop));
  if (!running) throw new Error('a workshop was expected');
  const link = founded.links.find(({ role }) => role === 'speaker')?.url ?? '';
  const keys = [founded, await enter(house.url, link, 'Ann Lee'), await enter(house.url, link, 'Bob Wu')] as const;
  const [chair, ann, bob] = await Promise.all(keys.map((seat) => Visitor.come(browser, house.url, { seat })));
  if (!chair || !ann || !bob) throw new Error('three were expected');
  for (const { page } of [chair, ann, bob]) {
    await page.goto(`/w/${founded.workshop}`);
    await page.locator('plenary-stage').waitFor();
    await openTab(page, /^Questions/);
    await page.getByLabel('Your question').waitFor();
  }
  await chair.page.locator('plenary-desk-step button.primary').click();

  await chair.page.getByLabel('Allow questions without a name').check();
  await ann.page.getByLabel('Ask without my name').check();
  await ask(ann.page, 'Who pays for it?');
  await ask(bob.page, 'Who will pay?');
  await bob.page.getByRole('button', { name: /^Vote for this question, 0 votes: Who pays/ }).click();
  await ann.page.getByRole('button', { name: /^Vote for this question, 1 vote: Who pays/ }).waitFor();
  expect(await question(ann.page, 'Who pays').getByRole('button', { name: 'Withdraw' }).count()).toBe(1);
  expect(await question(bob.page, 'Who pays').getByRole('button', { name: 'Withdraw' }).count()).toBe(0);
  await question(chair.page, 'Who pays').getByText('Without a name').waitFor();
  expect(JSON.stringify(running.room.entries.find(({ by }) => by.kind === 'unnamed'))).not.toContain(keys[1].seat);

  // The votes of both, each voter once.
  await bob.page.getByRole('button', { name: /^Vote for this question, 0 votes: Who will/ }).click();
  await question(chair.page, 'Who will pay?')
    .getByRole('button', { name: /^Actions for/ })
    .click();
  await chair.page.getByRole('button', { name: 'Merge…' }).click();
  await chair.page.getByRole('checkbox', { name: /^Who pays/ }).check();
  await chair.page.getByLabel('Wording').fill('Who pays, and until when?');
  await chair.page.getByRole('button', { name: 'Merge', exact: true }).click();
  for (const { page } of [chair, ann, bob])
    await page.getByRole('button', { name: 'Vote for this question, 1 vote: Who pays, and until when?' }).waitFor();

  await openTab(chair.page, /^Polls/);
  await chair.page.getByRole('button', { name: 'New poll' }).click();
  await chair.page.getByLabel('Question', { exact: true }).fill('Shall we go on?');
  await chair.page.getByLabel('Options, one a line').fill('Yes\nNo');
  await chair.page.getByLabel('Anonymous').check();
  await chair.page.getByRole('button', { name: 'Open now' }).click();
  for (const { page } of [ann, bob]) {
    await page.getByRole('button', { name: 'Go and vote' }).click();
    await page.getByRole('radio', { name: 'Yes' }).check();
    await page.getByRole('button', { name: 'Vote', exact: true }).click();
    await page.getByText('What you chose is recorded nowhere').waitFor();
  }
  await chair.page.getByRole('radio', { name: 'No' }).check();
  await chair.page.getByRole('button', { name: 'Vote', exact: true }).click();
  await ann.page.getByText('3 votes').waitFor();
  expect(await ann.page.getByText('Yes: 2').count()).toBe(0);
  await chair.page.getByRole('button', { name: 'Close the poll' }).click();
  for (const { page } of [chair, ann, bob]) await page.getByText('Yes: 2 (67%)').waitFor();
  expect(JSON.stringify(running.room.entries)).not.toContain('"choice":[');

  await chair.page.getByRole('button', { name: 'Put on the board' }).click();
  await ann.page
    .locator('plenary-board .board-block-figure')
    .getByText('Shall we go on? — Yes: 2; No: 1; 3 of 3 voted')
    .waitFor({ state: 'attached' });
  await Promise.all([chair, ann, bob].map((visitor) => visitor.leave()));
});

test('every act of the desk by keyboard alone', async () => {
  const founded = await startWorkshop(house.url, 'Rain gardens', 'Didi');
  const running = await house.app.registry.find(id<WorkshopId>(founded.workshop));
  if (!running) throw new Error('a workshop was expected');
  const { room } = running;
  const link = founded.links.find(({ role }) => role === 'speaker')?.url ?? '';
  const ann = await connect(house.url, await enter(house.url, link, 'Ann Lee'));
  const [first, second] = room.state.agenda.order;
  const plan = { buffer: 3, deck: 'https://example.org/slides.pdf' };
  for (const item of [first, second])
    await room.dispatch({ kind: 'host' }, id<CommandId>(`plan-${item}`), {
      type: 'agenda/edit',
      item: item ?? id<AgendaItemId>('none'),
      plan,
    });
  await room.dispatch({ kind: 'host' }, id<CommandId>('begin'), { type: 'agenda/next' });
  const chair = await Visitor.come(browser, house.url, { seat: founded });
  await chair.page.goto(`/w/${founded.workshop}`);
  const desk = chair.page.locator('plenary-desk');
  await chair.page.locator('plenary-agenda [aria-current="step"]').waitFor();
  clock.advance(12 * MINUTE);
  await ann.send({ type: 'floor/raiseHand' });
  const keys = new Keyboard(chair.page);
  /** From the key that leads to the desk on: Tab to what is called so, and press it. */
  const act = async (words: string): Promise<void> => {
    await desk.getByText(words).first().waitFor({ state: 'attached' });
    await keys.press('d');
    await keys.reach(new RegExp(`^${words.replace(/[?()]/g, '\\$&')}`));
    await keys.press('Enter');
  };
  await keys.press('d');
  await desk.getByRole('link', { name: 'Slides of “Presentations”' }).waitFor();
  for (const [words, holds] of [
    ['Use the buffers', () => room.state.agenda.settlements.at(-1)?.choice === 'absorb'],
    ['Shorten later items', () => room.state.agenda.settlements.at(-1)?.choice === 'shorten'],
    ['Give the floor to Ann Lee', () => room.state.floor.holder?.seat === ann.welcome?.seat],
    ['End the speech', () => room.state.floor.holder === null],
    ['Ask: still here?', () => room.state.attendance.checks.length === 1],
    ['End item · next: Presentations', () => room.state.agenda.current === second],
  ] as const) {
    await act(words);
    await expect.poll(holds).toBe(true);
  }
  await keys.press('d');
  await keys.reach(/^Counted from/);
  await keys.press('ArrowUp');
  await keys.press('Tab');
  await expect.poll(() => room.state.attendance.minimumMinutes).toBe(1);
  const fetched = chair.page.waitForEvent('download');
  await act('Talk times (CSV)');
  expect((await fetched).suggestedFilename()).toBe('talk-times.csv');
  await keys.press('d');
  await keys.reach(/^A word to the desk/);
  await chair.page.keyboard.type('Two more hands, then we go on.');
  await keys.press('Enter');
  await expect.poll(() => room.state.desk.messages.length).toBe(1);
  expect([...keys.unseen]).toEqual([]);
  await chair.leave();
});
