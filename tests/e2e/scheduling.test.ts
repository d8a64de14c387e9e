// A program officer schedules the second workshop of a series by driving the pages: two hosts, a convener, eight speakers, three zones, and a
// colleague who edits the agenda at the same time.
import { resolve } from 'node:path';
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { buildClient } from '../../server/setup/steps/outputs.mjs';
import { id, type WorkshopId } from '../../shared/kernel/ids.ts';
import { itemsInOrder } from '../../shared/workshop/agenda/selectors.ts';
import { signUp } from '../support/account-client.ts';
import { launchChromium } from '../support/chromium.ts';
import { startServer } from '../support/server.ts';
import { Visitor } from '../support/tour/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  await buildClient(() => undefined);
  browser = await launchChromium();
});
afterAll(() => browser.close());

test('the second workshop of a series is scheduled, by two organizers at once', async () => {
  const server = await startServer({ clientFolder: resolve('dist/client') });
  const { client } = await signUp(server, { email: 'officer@example.org', organizationRole: 'organizer' });
  const colleague = await signUp(server, { email: 'colleague@example.org', organizationRole: 'organizer' });

  const { page } = await Visitor.come(browser, server.url, { cookie: client.cookie });
  await page.goto('/workshops/new');
  await page.getByLabel('Title, in English').fill('Cool Roofs for Schools');
  await page.getByLabel('Title, in Chinese').fill('学校的凉爽屋顶');
  await page.getByLabel('Begin from').selectOption('talks');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForURL(/\/w\/[^/]+\/plan$/);
  const workshop = id<WorkshopId>(new URL(page.url()).pathname.split('/')[2] ?? '');
  const state = async () => {
    const running = await server.app.registry.find(workshop);
    if (!running) throw new Error('no workshop');
    return running.room.state;
  };

  await page.getByLabel('Series, in English').fill('Promoting Climate Action');
  const ordinal = page.getByLabel('Which workshop of the series it is');
  await ordinal.fill('2');
  await ordinal.press('Tab');
  await page.getByLabel('Date').fill('2030-03-28');
  await page.getByLabel('Beginning').fill('14:00');
  await page.getByLabel('Beginning').press('Tab');
  const zone = page.getByRole('combobox', { name: /Look for a city/ });
  await zone.fill('beijing');
  await page.getByRole('option', { name: /Shanghai/ }).waitFor();
  await zone.press('Enter');
  await page.getByText('There: Thu 28 Mar 2030, 14:00–15:30', { exact: false }).waitFor();

  const add = async (label: string, name: string): Promise<void> => {
    const box = page.getByRole('combobox', { name: `Find or add: ${label}` }).last();
    await box.fill(name);
    await page.getByRole('option', { name: `Add “${name}” by name only` }).waitFor();
    await box.press('Enter');
    await page
      .getByRole('button', { name: `Remove ${name}` })
      .last()
      .waitFor();
  };
  await page.getByRole('combobox', { name: 'Find or add: Hosts' }).waitFor();
  await add('Hosts', 'Green Yard Trust');
  await add('Hosts', 'Sun Institute');
  await add('Convener', 'School Network');

  const details = page.getByRole('button', { name: /^Details: Item/ });
  const speakers = ['Ann Bell', 'Bo Chen', 'Cy Diaz', 'Di Evans', 'Ed Frank', 'Fay Gao', 'Gil Hart', 'Hua Ito'];
  for (const [n, name] of speakers.entries()) {
    if (n % 3 === 0) await details.nth(1 + n / 3).click();
    await add('Speakers', name);
  }
  const down = page.getByRole('button', { name: 'Move First talk later' });
  await down.focus();
  await down.press('Alt+ArrowDown');

  const { page: other } = await Visitor.come(browser, server.url, { cookie: colleague.client.cookie });
  await other.goto(`/w/${workshop}/plan`);
  await other.getByText(/^Also here:/).waitFor();
  await other.getByRole('button', { name: 'Add an item' }).click();
  await page.getByText(/has just changed: Add an item/).waitFor();
  await page.getByText(/minutes planned, 15 more than the 90 there are/).waitFor();
  await page.getByRole('button', { name: 'Make the workshop 105 minutes long' }).click();
  await page.getByText('Everything is there.').waitFor();
  await page.getByRole('button', { name: 'Announce the workshop' }).click();
  await page.getByText(/^Announced:/).waitFor();

  const { brief, planning, agenda, roster } = await state();
  expect(planning.stage).toBe('planned');
  expect(brief).toMatchObject({
    title: { en: 'Cool Roofs for Schools', 'zh-Hans': '学校的凉爽屋顶' },
    series: { name: { en: 'Promoting Climate Action' }, ordinal: 2 },
    timeZone: 'Asia/Shanghai',
    startsAt: Date.UTC(2030, 2, 28, 6),
    endsAt: Date.UTC(2030, 2, 28, 7, 45),
  });
  expect(brief.hosts.map((host) => roster.organizations[host]?.name.en)).toEqual(['Green Yard Trust', 'Sun Institute']);
  const items = itemsInOrder(agenda);
  expect(items.map(({ title }) => title.en).slice(0, 3)).toEqual(['Welcome', 'Second talk', 'First talk']);
  expect(items.flatMap(({ presenters }) => presenters)).toHaveLength(8);

  await page.goto('/organizing');
  await page.getByText('0 of 8 speakers confirmed').waitFor();
  await page.getByText('Promoting Climate Action, no. 2', { exact: false }).waitFor();
  const shots = process.env['PLENARY_SHOTS'];
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  for (const path of ['/organizing', `/w/${workshop}/plan`, '/workshops/new']) {
    for (const language of ['English', '中文']) {
      for (const width of [1440, 768, 360]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        await page.getByRole('button', { name: language }).click();
        await page.waitForLoadState('networkidle');
        await page.screenshot({
          path: `${shots}/${path.replace(/\W+/g, '-').slice(-14)}-${language}-${width}.png`,
          fullPage: true,
        });
      }
    }
  }
});
