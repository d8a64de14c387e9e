// The directory in a browser: an entry is written with its faults told, the desk copies it into the roster, the speaker corrects it from the own
// link, and a keeper takes the correction over.
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { buildClient } from '../../server/setup/steps/outputs.mjs';
import { id, type WorkshopId } from '../../shared/kernel/ids.ts';
import { signUp } from '../support/account-client.ts';
import { launchChromium } from '../support/chromium.ts';
import { startServer } from '../support/server.ts';
import { Visitor } from '../support/tour/visitor.ts';
import { Visit } from '../support/visit.ts';
import { gather } from '../support/workshop-cast.ts';

let browser: Browser;
beforeAll(async () => {
  await buildClient(() => undefined);
  browser = await launchChromium();
});
afterAll(() => browser.close());

test('an entry is written, copied into a roster, corrected by its own person and taken over', async () => {
  const server = await startServer({ clientFolder: resolve('dist/client') });
  const { client } = await signUp(server, { email: 'owner@example.org', organizationRole: 'owner' });
  const { founded } = await gather(server.url);
  const { entry: platform } = await client.post<{ entry: { id: string } }>('/api/directory/entries', {
    kind: 'organization',
    name: { en: 'International Platform' },
    abbreviation: { en: 'ISP-CEP' },
    externalIds: [],
  });
  const members = { kind: 'group', of: platform.id, members: { en: 'members' }, count: 11, named: [] };
  await client.post('/api/directory/entries', members);

  const { page: owner } = await Visitor.come(browser, server.url, { cookie: client.cookie });
  await owner.goto('/directory');
  await owner.getByRole('link', { name: 'New person' }).click();
  await owner.getByLabel('Family name', { exact: true }).fill('Qian');
  await owner.getByRole('button', { name: 'Save' }).click();
  await owner.getByText('The other half of the name is missing.').waitFor();
  await owner.getByLabel('Given name', { exact: true }).fill('Jingjing');
  await owner.getByLabel('Honorific in English').selectOption('ms');
  await owner.getByRole('button', { name: 'Add a position' }).click();
  await owner.getByLabel('Title in English').fill('Director of China Program');
  await owner.getByLabel('Organization 1').fill('NRDC');
  await owner.getByRole('button', { name: 'Add “NRDC” as a new organization' }).click();
  await owner.locator('.preview', { hasText: 'Ms. QIAN Jingjing, Director of China Program, NRDC' }).waitFor();
  await owner.getByRole('button', { name: 'Save' }).click();
  await owner.waitForURL(/\/directory\/people\/(?!new)/);

  // The chair, signed in as a member, finds her by pinyin.
  const { page: desk } = await Visitor.come(browser, server.url, { cookie: client.cookie, seat: founded });
  await desk.goto(`/w/${founded.workshop}`);
  await desk
    .getByRole('button', { name: /^People/ })
    .first()
    .click();
  await desk.getByRole('button', { name: 'Roster and directory' }).click();
  await desk.getByLabel('Find in the directory').fill('qian');
  await desk.getByRole('button', { name: 'Add QIAN Jingjing' }).click();
  const people = async () =>
    Object.values((await server.app.registry.find(id<WorkshopId>(founded.workshop)))?.room.state.roster.people ?? {});
  const copied = async () => (await people()).find(({ directory }) => directory !== undefined);
  await expect.poll(copied).toBeDefined();
  const put = await copied();
  await desk.getByRole('button', { name: 'Groups' }).click();
  await desk.getByLabel('Find in the directory').fill('isp');
  await desk.getByRole('button', { name: 'Add 11 members of ISP-CEP' }).click();
  await expect.poll(() => desk.getByRole('checkbox', { name: '11 members of ISP-CEP' }).isChecked()).toBe(true);

  const made = await new Visit(server.url).ask<{ url: string }>('POST', `/api/workshops/${founded.workshop}/links`, {
    body: { role: 'speaker', person: put?.id },
    token: founded.seatToken,
  });
  const { page: speaker } = await Visitor.come(browser, server.url);
  await speaker.goto(made.body.url);
  await speaker.locator('plenary-door button.primary').click();
  await speaker.getByRole('heading', { name: 'Is this you?' }).waitFor();
  await speaker.getByRole('button', { name: 'Correct it' }).click();
  await speaker.getByLabel('Title in English').fill('Senior Director');
  await speaker.getByRole('button', { name: 'Send the correction' }).click();
  await speaker.getByText('The organizers will look at your correction.').waitFor();

  await owner.goto('/directory#suggestions');
  await owner.getByText('Senior Director of NRDC').waitFor();
  await owner.getByRole('button', { name: 'Take over what is ticked' }).click();
  await owner.getByText('Nobody has said anything about their own entry.').waitFor();
  await owner.goto('/directory');
  await owner.getByRole('link', { name: 'Ms. QIAN Jingjing, Senior Director of NRDC' }).waitFor();
  // The roster keeps what was copied.
  expect((await copied())?.positions[0]?.title).toEqual({ en: 'Director of China Program' });
});
