// Two editors on one draft until it is public: typing beside one another, comments, facts that change, those who are quoted by their links, another
// wording by a language model, and nothing published that somebody has not agreed to. One has an account, the other a seat.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Piece } from '../../shared/drafting/working-copy.ts';
import type { WorkingCopyReply } from '../../shared/drafting/replies.ts';
import { id, type WorkshopId } from '../../shared/kernel/ids.ts';
import { administratorOf, type AccountClient } from '../support/account-client.ts';
import { launchChromium } from '../support/chromium.ts';
import { said, startModel } from '../support/language-model.ts';
import type { SeatKey } from '../support/node-participant.ts';
import { connect } from '../support/seat-client.ts';
import { openHouse, type House } from '../support/tour/house.ts';
import { Visitor } from '../support/tour/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();
const at = (page: Page, piece: string) => page.locator(`[data-piece="${piece}"]`);
const field = (page: Page) => page.locator('plenary-piece-editor textarea');

const pieceOf = async (client: AccountClient, workshop: string, match: (one: Piece) => boolean): Promise<Piece> => {
  const { state } = await client.get<WorkingCopyReply>(`/api/workshops/${workshop}/copy`);
  const found = state.copies.en?.pieces.find(match);
  if (!found) throw new Error('no such piece');
  return found;
};

/** Adds a line to the board, as somebody writing there would. */
const note = (house: House, workshop: string, text: string): Promise<void> =>
  house.app.notes.writeBoard(id<WorkshopId>(workshop), {
    'late-notes': {
      type: 'doc',
      content: [{ type: 'consensus', attrs: { blockId: 'late-consensus' }, content: [{ type: 'text', text }] }],
    },
  });

test('two editors bring a draft to publication, and what nobody has agreed to stays out', async () => {
  const model = await startModel();
  const house = await openHouse({ languageModel: { url: model.url, name: 'a-model', key: null } });
  try {
    const { client } = await administratorOf(house);
    const key = await client.post<SeatKey>('/api/demo', { mode: 'held', name: 'Bo Lin', language: 'en' });
    const { workshop } = key;
    const place = `/w/${workshop}/draft`;
    const one = await Visitor.come(browser, house.url, { cookie: client.cookie });
    const two = await Visitor.come(browser, house.url, { seat: key });
    const [ada, bo] = [one.page, two.page];
    await Promise.all([ada.goto(place), bo.goto(place)]);
    const supported = await pieceOf(client, workshop, (piece) => piece.sources.includes('fact:brief/supporters'));
    await Promise.all([at(ada, supported.id).waitFor(), at(bo, supported.id).waitFor()]);
    await ada.getByText('Also here: Bo Lin').waitFor();

    // One types; the other sees who, and then what.
    await at(ada, supported.id).click();
    await press(ada, 'Edit');
    await bo.locator('.tag.present', { hasText: 'Ada Min is typing here' }).waitFor();
    const ours = 'Two foundations, EF China and ClimateWorks, paid for the workshop.';
    await field(ada).fill(ours);
    await field(ada).press('Enter');
    await at(bo, supported.id).filter({ hasText: ours }).waitFor();
    await bo.locator('.tag.present').waitFor({ state: 'detached' });

    // Both in one sentence, apart from each other: both stand.
    await at(bo, 'headline').click();
    await press(bo, 'Edit');
    const headline = await field(bo).inputValue();
    await at(ada, 'headline').click();
    await press(ada, 'Edit');
    await field(ada).fill(`${headline} Online`);
    await field(bo).fill(`The ${headline}`);
    await at(ada, 'headline').or(field(ada)).first().waitFor();
    await expect.poll(() => field(ada).inputValue()).toBe(`The ${headline} Online`);
    await expect.poll(() => field(bo).inputValue()).toBe(`The ${headline} Online`);
    await Promise.all([field(ada).press('Enter'), field(bo).press('Enter')]);

    // A comment and its answer.
    await press(bo, 'Comment');
    await bo.getByLabel('Comment', { exact: true }).fill('Is “Online” needed?');
    await press(bo, 'Send');
    await ada.getByText('Is “Online” needed?').waitFor();
    await press(ada, 'Resolved');
    await bo.getByText('Resolved by Ada Min').waitFor();

    // Board and brief change: what follows its facts follows, the edit stays and is marked.
    await note(house, workshop, 'repairing comes before buying anew');
    const chair = await connect(house.url, key);
    await chair.send({ type: 'brief/revise', brief: { supporters: [] } });
    await ada.reload();
    await ada.getByText('repairing comes before buying anew').first().waitFor();
    await at(ada, supported.id).filter({ hasText: ours }).waitFor();
    await ada.locator('.tag.tagOvertaken').first().waitFor();
    await at(ada, supported.id).click();
    await press(ada, 'Keep ours');
    await bo.locator('.tag.tagOvertaken').waitFor({ state: 'detached' });

    // Another wording: a lie is thrown away with its reason, a true one is taken.
    const lead = await pieceOf(client, workshop, ({ role, section }) => role === 'sentence' && section === 'lead');
    await at(ada, lead.id).click();
    model.answer = (text, reply) => said(reply, text.replace('2020', '2021'));
    await press(ada, 'Suggest another wording');
    await ada.getByText('It gives “2021”, which stands in no source.').waitFor();
    model.answer = (text, reply) => said(reply, text.replace('convened', 'held'));
    await press(ada, 'Suggest another wording');
    await ada.locator('plenary-rewrite ins', { hasText: 'held' }).waitFor();
    await press(ada, 'Take this wording');
    await at(bo, lead.id).filter({ hasText: ' held ' }).waitFor();

    // Approval is asked: nothing is public before everybody who is quoted has agreed to exactly what stands there.
    await ada.locator('summary', { hasText: 'Style, authors, approvals' }).click();
    await ada.getByLabel('Publish nothing that the person has not agreed to').check();
    const people = ada.locator('plenary-approvals li.person');
    await expect.poll(() => people.count()).toBe(2);
    const links: string[] = [];
    for (const nth of [0, 1]) {
      const person = people.nth(nth);
      await person.locator('select').selectOption('en');
      await person.getByRole('button', { name: 'Make the link' }).click();
      links.push(await person.locator('.link input').inputValue());
    }
    const quoted = await Visitor.come(browser, house.url);
    await quoted.page.goto(links[0] ?? '');
    await press(quoted.page, 'I agree');
    await quoted.page.getByText('You have agreed.').waitFor();
    await quoted.page.goto('about:blank');
    await quoted.page.goto(links[1] ?? '');
    await press(quoted.page, 'Do not publish it');
    await quoted.page.getByText('You do not want this published.').waitFor();

    await press(ada, 'Prepare for publication');
    await press(ada, 'Publish now');
    await ada.getByText('Something still stands in the way of publishing.').first().waitFor();
    await ada.getByText('This quote has not been approved.').first().waitFor();
    expect((await (await fetch(`${house.url}/updates`)).text()).includes('Individual Low-carbon')).toBe(false);

    // The words that are wanted instead are taken by the editor, and agreed to by having been asked for.
    await press(quoted.page, 'Please change it');
    const wanted = 'Mr. WANG Zhigao said that incentives, trend and technology are the key words.';
    await quoted.page.getByLabel('How it should read').fill(wanted);
    await press(quoted.page, 'Send this wording');
    await quoted.page.getByText('You have asked for another wording.').waitFor();
    await ada.goto(place);
    await ada.locator('summary', { hasText: 'Style, authors, approvals' }).click();
    await press(ada, 'Take this wording');
    await at(bo, (await pieceOf(client, workshop, ({ voice, text }) => voice !== null && text === wanted)).id)
      .filter({ hasText: wanted })
      .waitFor();
    await press(ada, 'Prepare for publication');
    await press(ada, 'Take the text from the workshop anew');
    await ada.getByText('Nothing stands in the way of publishing.').waitFor();
    await press(ada, 'Publish now');
    await ada.getByText('Publish the correction').waitFor();
    await expect.poll(async () => (await fetch(`${house.url}/updates`)).text()).toContain('Online');
    const thrown = [one, two, quoted]
      .flatMap(({ faults }) => faults)
      .filter((one) => !one.startsWith('Failed to load'));
    expect(thrown).toEqual([]);
  } finally {
    await house.close();
  }
});
