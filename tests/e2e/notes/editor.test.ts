/** Writing on the board: marks, lists, tables, links, names, moving blocks; by keyboard, in real browsers over the real notes gateway. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { boardGuests, eventually, lines, text, written } from './board-guests.ts';

const guests = boardGuests();
const { sit, read, expectHostility } = guests;

const paste = (page: Page, html: string): Promise<void> =>
  text(page).evaluate((box, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', pasted);
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);

describe('writing', () => {
  test('given the toolbar and the keyboard, when a heading, lists and a table are made, then the other sees them so', async () => {
    const [ann, bo] = [await sit('ann'), await sit('bo')];
    await text(ann).focus();
    await ann.keyboard.press('Control+Alt+h');
    await ann.keyboard.type('Findings');
    await ann.keyboard.press('Enter');
    await ann.getByRole('toolbar', { name: 'Writing tools' }).getByRole('button', { name: 'Numbered list' }).click();
    await ann.keyboard.type('first');
    await ann.keyboard.press('Enter');
    await ann.keyboard.type('second');
    await ann.keyboard.press('Enter');
    await ann.keyboard.press('Enter');
    await ann.keyboard.press('Control+Shift+9');
    await ann.keyboard.type('ask Didi');
    await ann.getByRole('checkbox', { name: 'Task: ask Didi' }).check();
    await ann.keyboard.press('Enter');
    await ann.keyboard.press('Enter');
    await ann.keyboard.type('/table');
    await ann.keyboard.press('Enter');
    await ann.keyboard.type('City');
    await ann.keyboard.press('Tab');
    await ann.keyboard.type('Trips');
    await ann.getByRole('button', { name: 'Delete the row' }).waitFor();
    await ann.getByRole('button', { name: 'Add a column' }).click();
    const seen = text(bo);
    await seen.getByRole('heading', { name: 'Findings' }).waitFor();
    await eventually(() => written(seen.locator('ol li'))).toEqual(['first', 'second']);
    await eventually(() => seen.getByRole('checkbox', { name: 'Task: ask Didi' }).isChecked()).toBe(true);
    await eventually(() => written(seen.locator('th'))).toEqual(['City', 'Trips', '', '']);
    await eventually(() => seen.locator('tr').count()).toBe(3);
  });

  test('given two who change one table at once, then both see one and the same even table', async () => {
    const [ann, bo] = [await sit('ann'), await sit('bo')];
    await text(ann).focus();
    await ann.keyboard.type('/table');
    await ann.keyboard.press('Enter');
    await eventually(() => text(bo).locator('td').count()).toBe(6);
    await text(bo).locator('td p').first().click();
    await Promise.all([
      ann.getByRole('button', { name: 'Add a column' }).click(),
      bo.getByRole('button', { name: 'Add a row' }).click(),
    ]);
    await text(ann).locator('td p').first().click();
    await ann.keyboard.type('x');
    const shape = (page: Page) =>
      text(page)
        .locator('tr')
        .evaluateAll((rows) => rows.map((row) => row.children.length));
    await eventually(async () => JSON.stringify(await shape(ann)) === JSON.stringify(await shape(bo))).toBe(true);
    await eventually(async () => new Set(await shape(bo)).size).toBe(1);
    expect((await shape(bo)).length).toBe(4);
  });

  test('given words selected, when the key for a link comes before the browser has told of the selection, then the words are the link', async () => {
    const page = await sit('ann');
    await text(page).focus();
    await page.keyboard.type('the report');
    await eventually(() => lines(page)).toEqual(['the report']);
    await page.evaluate(() => addEventListener('selectionchange', (event) => event.stopImmediatePropagation(), true));
    await page.keyboard.press('Control+Shift+Home');
    await page.keyboard.press('Control+k');
    await page.getByLabel('Address').fill('example.org/report');
    await page.getByLabel('Address').press('Enter');
    await eventually(() => text(page).locator('a').allTextContents()).toEqual(['the report']);
  });

  test('given an address, when a link is set, then it opens elsewhere and without a trace; one that leads into the page is refused in words', async () => {
    const page = await sit('ann');
    await text(page).focus();
    await page.keyboard.type('the report');
    await page.keyboard.press('Control+Shift+Home');
    await page.keyboard.press('Control+k');
    await page.getByLabel('Address').fill('javascript:alert(1)');
    await page.getByLabel('Address').press('Enter');
    await page.getByText('That is no address a link may lead to.').waitFor();
    expect(await text(page).locator('a').count()).toBe(0);
    await page.getByLabel('Address').fill('example.org/report');
    await page.getByLabel('Address').press('Enter');
    const link = text(page).getByRole('link', { name: 'the report' });
    await eventually(() => link.getAttribute('href')).toBe('https://example.org/report');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(await link.getAttribute('target')).toBe('_blank');
    await page.keyboard.press('End');
    await page.keyboard.type(' is out');
    await eventually(() => text(page).locator('a').allTextContents()).toEqual(['the report']);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Remove the link' }).click();
    await eventually(() => text(page).locator('a').count()).toBe(0);
    expect(await lines(page)).toEqual(['the report is out']);
  });

  test('given hostile and foreign HTML, when it is pasted, then nothing of it runs and what is left is ordinary text', async () => {
    const page = await sit('ann');
    await text(page).focus();
    expectHostility();
    await paste(
      page,
      `<h1 style="color:red">Head</h1><p onclick="globalThis.hit=1">one <a href="javascript:globalThis.hit=1">two</a>
       <a href="https://example.org/" target="_self" onmouseover="globalThis.hit=1">three</a></p>
       <img src="x" onerror="globalThis.hit=1"><svg onload="globalThis.hit=1"></svg><script>globalThis.hit=1</script>
       <iframe srcdoc="<script>parent.hit=1</script>"></iframe>`,
    );
    await eventually(() => text(page).getByRole('link').allTextContents()).toEqual(['three']);
    expect(await text(page).getByRole('link').getAttribute('target')).toBe('_blank');
    await text(page).getByText('two').click();
    expect(
      await text(page).locator('img:not(.ProseMirror-separator), svg, script, iframe, [style], [onclick]').count(),
    ).toBe(0);
    expect(await page.evaluate('globalThis.hit')).toBeUndefined();
  });

  test('given an at sign, when a name is begun in either script, then it is chosen by keyboard, shown in the reader\u2019s language, and read by the server', async () => {
    const [ann, bo] = [await sit('ann'), await sit('bo', '&language=zh-Hans')];
    await text(ann).focus();
    await ann.keyboard.type('Ask @lind');
    await expect.poll(() => ann.getByRole('option').allTextContents()).toEqual(['Bo Lindqvist']);
    await ann.keyboard.press('Enter');
    await ann.keyboard.type('and ');
    await ann.keyboard.insertText('@林');
    await expect.poll(() => ann.getByRole('option').allTextContents()).toEqual(['林美']);
    await ann.keyboard.press('Tab');
    await ann.keyboard.type(' at ann@example.org');
    expect(await ann.getByRole('listbox').count()).toBe(0);
    await eventually(() => lines(bo)).toEqual(['Ask Bo Lindqvist and 林美 at ann@example.org']);
    await eventually(read).toEqual([{ kind: 'prose', text: 'Ask Bo Lindqvist and 林美 at ann@example.org' }]);
  });
});

describe('moving', () => {
  test('given blocks, when one is moved by Alt and an arrow, then it goes with its name and caret, says so, and undo brings it back', async () => {
    const [ann, bo] = [await sit('ann'), await sit('bo')];
    await text(ann).focus();
    await ann.keyboard.type('one');
    await ann.keyboard.press('Enter');
    await ann.keyboard.press('Control+Alt+4');
    await ann.keyboard.type('two');
    await ann.keyboard.press('Enter');
    await ann.keyboard.type('three');
    await eventually(() => lines(bo)).toEqual(['one', 'two', 'three', '']);
    await ann.keyboard.press('ArrowUp');
    await ann.keyboard.press('End');
    await ann.keyboard.press('Alt+ArrowUp');
    await ann.keyboard.type('!');
    await eventually(() => lines(bo)).toEqual(['two!', 'one', 'three', '']);
    await ann.keyboard.press('Alt+ArrowUp');
    await ann.keyboard.press('Alt+ArrowDown');
    await ann.keyboard.press('Alt+ArrowDown');
    await eventually(() => lines(bo)).toEqual(['one', 'three', 'two!', '']);
    await eventually(read).toEqual([
      { kind: 'prose', text: 'one' },
      { kind: 'prose', text: 'three' },
      { kind: 'decision', text: 'two!' },
    ]);
    await ann.keyboard.press('Control+z');
    await eventually(() => lines(bo)).toEqual(['one', 'two!', 'three', '']);
  });

  test('given another who writes in the block that is moved, then their words stay in it', async () => {
    const [ann, bo] = [await sit('ann'), await sit('bo')];
    await text(ann).focus();
    await ann.keyboard.type('first');
    await ann.keyboard.press('Enter');
    await ann.keyboard.type('second');
    await eventually(() => lines(bo)).toEqual(['first', 'second']);
    await text(bo).locator('p').first().click();
    await bo.keyboard.press('End');
    await ann.locator('.board-caret-name', { hasText: 'Bo Lindqvist' }).waitFor();
    await ann.keyboard.press('Control+Home');
    await bo.keyboard.type(' of');
    await ann.keyboard.press('Alt+ArrowDown');
    await bo.keyboard.type(' all');
    for (const page of [ann, bo]) await eventually(() => lines(page)).toEqual(['second', 'first of all']);
  });

  test('given a list, when an item is moved, then it moves within its list', async () => {
    const page = await sit('ann');
    await text(page).focus();
    await page.keyboard.press('Control+Shift+8');
    for (const word of ['a', 'b', 'c']) {
      await page.keyboard.type(word);
      if (word !== 'c') await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await eventually(() => written(text(page).locator('li'))).toEqual(['c', 'a', 'b']);
  });

  test('given blocks, when one is drawn by its grip, then it goes there for everybody while another writes in it, and Escape leaves it', async () => {
    const [ann, bo] = [await sit('ann'), await sit('bo')];
    await text(ann).focus();
    for (const word of ['one', 'two', 'three', 'four']) {
      await ann.keyboard.type(word);
      if (word !== 'four') await ann.keyboard.press('Enter');
    }
    await eventually(() => lines(bo)).toEqual(['one', 'two', 'three', 'four']);
    await text(bo).locator('p').first().click();
    await bo.keyboard.press('End');
    await ann.locator('.board-caret-name', { hasText: 'Bo Lindqvist' }).waitFor();
    const middle = async (line: number): Promise<number> => {
      const box = await text(ann).locator('p').nth(line).boundingBox();
      return (box?.y ?? 0) + (box?.height ?? 0) / 2;
    };
    const draw = async (line: number, to: number): Promise<void> => {
      await text(ann).locator('p').nth(line).hover();
      await ann.locator('[data-fragment="didi"] .board-grip').hover();
      await ann.mouse.down();
      await ann.mouse.move(100, to, { steps: 4 });
    };
    await draw(0, (await middle(2)) + 8);
    await bo.keyboard.type(' of');
    await ann.mouse.up();
    await bo.keyboard.type(' all');
    for (const page of [ann, bo]) await eventually(() => lines(page)).toEqual(['two', 'three', 'one of all', 'four']);
    await draw(3, (await middle(0)) - 8);
    await ann.keyboard.press('Escape');
    await ann.mouse.up();
    expect(await lines(ann)).toEqual(['two', 'three', 'one of all', 'four']);
  });
});

describe('pictures', () => {
  const give = (how: 'paste' | 'drop', words: string) => `
    (async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 8, height: 8 });
      const body = await new Promise((made) => canvas.toBlob(made, 'image/png'));
      const given = new DataTransfer();
      given.items.add(new File([body], 'a.png', { type: 'image/png' }));
      if (${JSON.stringify(words)} !== '') given.setData('text/plain', ${JSON.stringify(words)});
      const line = document.querySelector('[data-fragment="didi"] .board-text p');
      const { left, top } = line.getBoundingClientRect();
      const common = { bubbles: true, cancelable: true };
      line.dispatchEvent(
        ${JSON.stringify(how)} === 'paste'
          ? new ClipboardEvent('paste', { ...common, clipboardData: given })
          : new DragEvent('drop', { ...common, dataTransfer: given, clientX: left + 2, clientY: top + 5 }),
      );
    })()`;

  test('given pictures pasted and dropped, then they are uploaded and stand beneath their block for everybody; a copy of words stays words', async () => {
    const [ann, bo] = [await sit('ann'), await sit('bo')];
    await text(ann).focus();
    await ann.keyboard.type('Before');
    await ann.keyboard.press('Enter');
    await ann.keyboard.type('After');
    await ann.keyboard.press('ArrowUp');
    await ann.evaluate(give('paste', ''));
    const shown = text(bo).locator('.board-picture img:not([hidden])');
    await eventually(() => shown.count()).toBe(1);
    await ann.evaluate(give('drop', ''));
    await eventually(() => shown.count()).toBe(2);
    await text(ann).locator('p').first().click();
    await ann.keyboard.press('End');
    await ann.evaluate(give('paste', ' and words'));
    await eventually(async () => (await read()).map(({ kind, text: words }) => [kind, words])).toEqual([
      ['prose', 'Before and words'],
      ['photo', ''],
      ['photo', ''],
      ['prose', 'After'],
    ]);
  });
});

describe('history', () => {
  test('given blocks that were taken out and changed, when one goes back in time, then each is shown beside what became of it and comes back without taking anything away', async () => {
    const [ann, bo] = [await sit('ann'), await sit('bo')];
    await text(ann).focus();
    await ann.keyboard.type('We share our figures');
    await ann.keyboard.press('Enter');
    await ann.keyboard.press('Control+Alt+4');
    await ann.keyboard.type('Every quarter');
    await eventually(() => lines(bo)).toEqual(['We share our figures', 'Every quarter', '']);
    guests.stage.ringAll();
    await ann.keyboard.press('Control+Backspace');
    await ann.keyboard.type('year');
    await ann.keyboard.press('ArrowUp');
    await ann.keyboard.press('Home');
    await ann.keyboard.press('Shift+End');
    await ann.keyboard.press('Delete');
    await ann.keyboard.press('Delete');
    await text(ann, 'closing').focus();
    await ann.keyboard.type('Later');
    await eventually(() => lines(bo)).toEqual(['Every year', '']);
    await eventually(() => lines(bo, 'closing')).toEqual(['Later']);
    guests.stage.ringAll();
    await bo.getByRole('button', { name: 'History' }).click();
    const dialog = bo.locator('plenary-board-history');
    await dialog.getByText('2 of 2').waitFor();
    expect(await dialog.getByText('Taken out since').count()).toBe(0);
    await dialog.getByRole('slider').press('ArrowLeft');
    await dialog.getByText('Taken out since').waitFor();
    await dialog.getByText('by Ann Okafor').waitFor();
    await eventually(() => dialog.locator('.became').last().innerText()).toBe('Changed since. Now: Every year');
    await dialog.getByLabel('Agenda item').selectOption({ label: 'Next steps' });
    await dialog.getByText('Nothing had been written.').or(dialog.getByText('Later')).first().waitFor();
    await dialog.getByLabel('Agenda item').selectOption({ label: 'Shared rides and their emissions' });
    await dialog.getByRole('slider').press('ArrowLeft');
    await dialog.getByRole('button', { name: 'Bring it back' }).click();
    await dialog.getByText('Brought back').waitFor();
    await dialog.getByRole('button', { name: 'Put this version below' }).click();
    for (const page of [ann, bo])
      await eventually(() => lines(page)).toEqual(['We share our figures', 'Every year', 'Every quarter', '']);
    await eventually(() => lines(ann, 'closing')).toEqual(['Later']);
    await bo.keyboard.press('Escape');
    await eventually(() => dialog.count()).toBe(0);
    await eventually(read).toEqual([
      { kind: 'prose', text: 'We share our figures' },
      { kind: 'decision', text: 'Every year' },
      { kind: 'decision', text: 'Every quarter' },
      { kind: 'prose', text: 'Later' },
    ]);
  });
});
