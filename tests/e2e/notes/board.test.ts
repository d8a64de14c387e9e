/** The board in real browsers over the real notes gateway and SQLite: blocks by keyboard, convergence, Chinese input, offline, reading only, axe. */
import AxeBuilder from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { boardGuests, eventually, lines, saved, text } from './board-guests.ts';
import { stagedView } from './board-stage.ts';

const guests = boardGuests();
const { sit, read } = guests;

describe('a page to write on', () => {
  test('given the keyboard alone, when a slash and "dec" are typed, then Enter makes a decision, and the next line is ordinary text', async () => {
    const page = await sit('ann');
    await text(page).focus();
    await page.keyboard.type('/');
    await page.getByRole('listbox').waitFor();
    const options = await page.getByRole('option').count();
    await page.keyboard.type('dec');
    await expect.poll(() => page.getByRole('option').allTextContents()).toEqual(['Decision']);
    expect(options).toBeGreaterThan(10);
    const active = await text(page).getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Meet again in May.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Lunch.');
    await saved(page);
    await eventually(read).toEqual([
      { kind: 'decision', text: 'Meet again in May.' },
      { kind: 'prose', text: 'Lunch.' },
    ]);
    const ids = (await guests.stage.blocks()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(ids.every((one) => /^[0-9a-f]{32}$/.test(one))).toBe(true);
  });

  test('given the menu, when Escape is pressed, then the slash stays as typed; arrows choose; Chinese words find', async () => {
    const page = await sit('ann', '&language=zh-Hans');
    await text(page).focus();
    await page.keyboard.type('/x');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('/下一');
    await expect.poll(() => page.getByRole('option').allTextContents()).toEqual(['下一步']);
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('五月再议');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Said.');
    await eventually(read).toEqual([
      { kind: 'prose', text: '/' },
      { kind: 'nextStep', text: '五月再议' },
      { kind: 'statement', text: 'Said.', person: 'p-mei' },
    ]);
  });

  test('given Mei has the floor, when her statement is asked for with one press, then the line waits under the current item with her name', async () => {
    const page = await sit('ann');
    await page.getByRole('button', { name: 'Statement by 林美' }).click();
    await page.keyboard.type('Two in one car.');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    await page.keyboard.press('Escape');
    await page.keyboard.type(' Not two cars.');
    await eventually(read).toEqual([{ kind: 'statement', text: 'Two in one car. Not two cars.', person: 'p-mei' }]);
    expect((await guests.stage.blocks())[0]?.item).toBe('didi');
  });

  test('given an action, a figure and a photo, when their fields are filled, then the board reads them', async () => {
    const page = await sit('ann');
    await text(page).focus();
    await page.keyboard.press('Control+Alt+7');
    await page.keyboard.type('Send figures');
    await page.getByLabel('Owner').selectOption({ label: 'Bo Lindqvist' });
    await page.getByLabel('Due').fill('2026-03-26');
    await page.getByLabel('Due').press('Escape');
    await page.keyboard.press('Enter');
    await page.getByRole('toolbar').getByRole('button', { name: 'Figure' }).click();
    await page.keyboard.type('41 g');
    await page.getByLabel('Source').fill('Operators');
    await page.getByLabel('Source').press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Alt+0');
    await page.keyboard.type('The hall');
    const buffer = await page.screenshot();
    await page.locator('input[type=file]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer });
    await page.getByRole('img', { name: 'The hall' }).waitFor();
    await eventually(read).toEqual([
      { kind: 'action', text: 'Send figures', owner: 'p-bo', due: '2026-03-26', done: false, carried: null },
      { kind: 'figure', text: '41 g', source: 'Operators' },
      { kind: 'photo', text: 'The hall', file: 'f1', credit: null, place: '', alt: null },
    ]);
    const late = await sit('bo');
    const shown = late.getByRole('img', { name: 'The hall' });
    await shown.waitFor();
    expect(await shown.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBe(560);
  });

  test('given a block, when it is copied beside itself, then the copy has a name of its own and keeps its person', async () => {
    const page = await sit('ann');
    await page.getByRole('button', { name: 'Statement by 林美' }).click();
    await page.keyboard.type('Once.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('More.');
    await page.keyboard.press('Control+a');
    await text(page).evaluate((box) => {
      const clipboardData = new DataTransfer();
      box.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
      Object.assign(globalThis, { clipboardData });
    });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await text(page).evaluate((box) => {
      const { clipboardData } = globalThis as unknown as { readonly clipboardData: DataTransfer };
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await eventually(async () => (await guests.stage.blocks()).length).toBe(4);
    const blocks = await guests.stage.blocks();
    expect(blocks.map(({ kind }) => kind)).toEqual(['statement', 'prose', 'statement', 'prose']);
    const raw = await text(page)
      .locator('[data-block-id]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-block-id')));
    expect(new Set(raw).size).toBe(raw.length);
    expect(blocks.every(({ id }) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  });

  test('given a paste that the line cannot carry, then it is refused in words and nothing of it enters', async () => {
    const page = await sit('ann');
    await text(page).focus();
    const paste = (length: number) =>
      text(page).evaluate((box, size) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'x'.repeat(size));
        box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, length);
    await paste(300_000);
    await page.getByText('too much to paste at once').waitFor();
    expect(await lines(page)).toEqual(['']);
    await paste(2_000);
    await saved(page);
    await eventually(async () => (await guests.stage.blocks())[0]?.text.length).toBe(2_000);
  });

  test('given an observer, then the board is shown, says so, and takes no key', async () => {
    const ann = await sit('ann');
    await text(ann).focus();
    await ann.keyboard.type('Seen by all');
    const eve = await sit('eve');
    await eventually(() => lines(eve)).toEqual(['Seen by all']);
    await eve.getByText('You can read the board but not write on it.').waitFor();
    expect(await eve.getByRole('toolbar').count()).toBe(0);
    await text(eve).click();
    await eve.keyboard.type('never');
    expect(await lines(eve)).toEqual(['Seen by all']);
  });

  test('given an agenda that is reordered and an item dropped under which was written, then editors keep their words and the dropped one stands last', async () => {
    const page = await sit('ann');
    await text(page, 'closing').focus();
    await page.keyboard.type('End');
    await text(page).focus();
    await page.keyboard.type('Mid');
    const { agenda } = stagedView();
    const items = Object.fromEntries(
      Object.values(agenda.items).map((item) => [
        item.id,
        item.id === 'didi' ? { ...item, status: 'dropped' as const } : item,
      ]),
    );
    guests.stage.view = {
      ...guests.stage.view,
      agenda: { ...agenda, order: [...agenda.order].reverse(), items, current: null },
    };
    await page.evaluate('learn()');
    const order = () =>
      page.locator('plenary-board-section').evaluateAll((all) => all.map((one) => one.getAttribute('data-fragment')));
    await expect.poll(order).toEqual(['closing', 'opening', 'general', 'didi']);
    expect([await lines(page, 'closing'), await lines(page)]).toEqual([['End'], ['Mid']]);
    await text(page, 'closing').focus();
    await page.keyboard.press('End');
    await page.keyboard.type('ing');
    await eventually(async () => (await read()).map((block) => block.text)).toEqual(['Ending', 'Mid']);
  });
});

describe('several hands', () => {
  test('given two browsers that type in one line at once, then both and the store hold the same, and each sees whose caret it is', async () => {
    const [ann, bo] = [await sit('ann'), await sit('bo')];
    await text(ann).focus();
    await ann.keyboard.type('middle');
    await eventually(() => lines(bo)).toEqual(['middle']);
    await text(bo).focus();
    await bo.keyboard.press('Control+Home');
    await ann.locator('.board-caret-name', { hasText: 'Bo Lindqvist' }).waitFor();
    await Promise.all([ann.keyboard.type(' and the end', { delay: 3 }), bo.keyboard.type('start and ', { delay: 3 })]);
    for (const page of [ann, bo]) await eventually(() => lines(page)).toEqual(['start and middle and the end']);
    await eventually(read).toEqual([{ kind: 'prose', text: 'start and middle and the end' }]);
  });

  test.each([
    ['an empty line', ''],
    ['the middle of a line', '会议开始'],
  ])(
    'given pinyin composed in %s while another types in it, then both texts are exact and nobody sees the pinyin',
    async (_where, before) => {
      const [mei, bo] = [await sit('mei', '&language=zh-Hans'), await sit('bo')];
      await text(mei).focus();
      await mei.keyboard.insertText(before === '' ? '句' : before);
      await eventually(() => lines(bo)).toEqual([before === '' ? '句' : before]);
      // Two who begin an empty section at the same moment make a line each; this is about one line.
      if (before === '') await mei.keyboard.press('Backspace');
      await eventually(() => lines(bo)).toEqual([before]);
      await text(bo).evaluate((box) => {
        const seen: string[] = [];
        const text = (): string => {
          const shown = box.cloneNode(true) as HTMLElement;
          for (const caret of shown.querySelectorAll('.board-caret')) caret.remove();
          return shown.textContent ?? '';
        };
        new MutationObserver(() => seen.push(text())).observe(box, {
          childList: true,
          characterData: true,
          subtree: true,
        });
        Object.assign(globalThis, { seen });
      });
      const keys = await mei.context().newCDPSession(mei);
      const compose = (typed: string) =>
        keys.send('Input.imeSetComposition', { text: typed, selectionStart: typed.length, selectionEnd: typed.length });
      await text(bo).focus();
      await bo.keyboard.press('Control+Home');
      for (const [step, typed] of ['l', 'lü', 'lü s', 'lü se', 'lü se c', 'lü se chu', 'lü se chu xing'].entries()) {
        await compose(typed);
        await bo.keyboard.type(String(step));
        await eventually(async () => (await lines(bo))[0]).toContain(String(step));
      }
      expect(await lines(mei)).toEqual([`${before}lü se chu xing`]);
      await keys.send('Input.insertText', { text: '绿色出行' });
      await mei.keyboard.insertText('。');
      // In an empty line both begin at the same place: either may come first, but the same one for everybody.
      const orders = [`0123456${before}绿色出行。`, ...(before === '' ? ['绿色出行。0123456'] : [])];
      await eventually(async () => orders.includes((await lines(mei)).join('|'))).toBe(true);
      const written = await lines(mei);
      await eventually(() => lines(bo)).toEqual(written);
      await eventually(async () => (await read()).map((block) => block.text)).toEqual(written);
      const seen = await bo.evaluate(() => (Reflect.get(globalThis, 'seen') ?? []) as readonly string[]);
      expect(seen.length).toBeGreaterThan(7);
      expect(seen.filter((shown) => /[a-zü]/.test(shown))).toEqual([]);
      await saved(mei);
    },
  );

  test('given two who have written, when it is asked who wrote what, then the margin says so in letters, by the server\u2019s record', async () => {
    const [ann, bo] = [await sit('ann'), await sit('bo')];
    await text(ann).focus();
    await ann.keyboard.type('By Ann');
    await eventually(() => lines(bo)).toEqual(['By Ann']);
    await text(bo, 'closing').focus();
    await bo.keyboard.type('By Bo');
    await bo.getByRole('button', { name: 'Who wrote what' }).click();
    const margin = (fragment: string) => text(bo, fragment).locator('p').first().getAttribute('data-authors');
    await eventually(() => margin('didi')).toMatch(/^AO \d\d:\d\d$/);
    await eventually(() => margin('closing')).toMatch(/^BL \d\d:\d\d$/);
    await bo.getByRole('button', { name: 'Who wrote what' }).click();
    await eventually(() => margin('didi')).toBeNull();
  });

  test('given a meeting that is followed, when it goes on to another item, then the page goes along and the caret stays', async () => {
    const page = await sit('ann', '', { width: 560, height: 300 });
    await text(page, 'opening').focus();
    await page.getByRole('button', { name: 'Follow the meeting' }).click();
    const { agenda } = guests.stage.view;
    const [, , , last] = agenda.order;
    guests.stage.view = { ...guests.stage.view, agenda: { ...agenda, current: last ?? null } };
    await page.evaluate('learn()');
    await expect
      .poll(() => text(page, 'closing').evaluate((box) => box.getBoundingClientRect().top < window.innerHeight))
      .toBe(true);
  });

  test('given a line that breaks, when both go on writing, then it says so in words and everything is merged when it is back', async () => {
    const [ann, bo] = [await sit('ann'), await sit('bo')];
    await text(ann).focus();
    await ann.keyboard.type('Before.');
    await eventually(() => lines(bo)).toEqual(['Before.']);
    await text(bo, 'closing').focus();
    guests.stage.setAway(true);
    await ann.context().setOffline(true);
    await ann.getByText('Offline. You can go on writing').waitFor();
    await ann.keyboard.type(' Alone.');
    await bo.keyboard.type('Also alone.');
    expect(await lines(bo, 'closing')).toEqual(['Also alone.']);
    guests.stage.setAway(false);
    await ann.context().setOffline(false);
    for (const page of [ann, bo]) {
      await eventually(() => lines(page)).toEqual(['Before. Alone.']);
      await eventually(() => lines(page, 'closing')).toEqual(['Also alone.']);
    }
    await saved(ann);
  });

  test('given a board inside a shadow root, when two write, then it works there too', async () => {
    const [ann, bo] = [await sit('ann', '&shadow'), await sit('bo')];
    await text(ann).click();
    await ann.keyboard.type('From the shadow');
    await eventually(() => lines(bo)).toEqual(['From the shadow']);
    await text(bo).focus();
    await bo.keyboard.press('Control+Home');
    await bo.keyboard.type('Not ');
    await ann.keyboard.type('.');
    for (const page of [ann, bo]) await eventually(() => lines(page)).toEqual(['Not From the shadow.']);
  });
});

describe('for everyone', () => {
  test.each(['en', 'zh-Hans'])(
    'given the board filled and its menu open, in %s, then axe finds nothing',
    async (language) => {
      const page = await sit('ann', `&language=${language}`);
      for (const digit of ['2', '7', '9', '0']) {
        await text(page).focus();
        await page.keyboard.press('Control+End');
        await page.keyboard.press(`Control+Alt+${digit}`);
        await page.keyboard.type(`Line ${digit}`);
        await page.keyboard.press('Enter');
      }
      await page.keyboard.type('/');
      await page.getByRole('listbox').waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    },
  );
});
