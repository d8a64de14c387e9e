// What hostile archives hold: scripts in texts, paths that lead out, sizes that lie.
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blocksHtml } from '../../../../shared/document/renderers/blocks-html.ts';
import { instant } from '../../../../shared/kernel/ids.ts';
import { isTaken } from '../../../../shared/publication/import-faults.ts';
import { openFolder } from '../../../../server/updates/importing/folder-bundle.ts';
import { planImport } from '../../../../server/updates/importing/plan.ts';
import { readFile } from '../../../../server/updates/importing/read-file.ts';
import { openZip } from '../../../../server/updates/importing/zip-bundle.ts';
import { dangersIn } from '../../../support/harmless.ts';
import { HOSTILE } from '../../../support/hostile.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { folderOf, zipOf, type Files } from './archive.ts';

const reading = { timeZone: 'UTC', now: instant(Date.UTC(2026, 0, 1)) };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const drawn = (path: string, text: string): string => {
  const { blocks, title, teaser } = readFile(path, bytesOf(text), reading);
  const shown = blocks.map((block) =>
    block.kind === 'picture'
      ? ({ kind: 'photo', file: null, caption: block.caption, credit: block.credit } as const)
      : block,
  );
  const picture = (): { src: string } => ({ src: '/updates/pictures/x' });
  return blocksHtml([...shown, { kind: 'paragraph', spans: [{ text: title }, { text: teaser }] }], { picture });
};

test.each(HOSTILE)('%s is text, or nothing, in HTML and in Markdown', (attack) => {
  for (const path of ['a.html', 'a.md']) {
    for (const text of [
      attack,
      `<p>before ${attack} after</p>`,
      `> ${attack}\n\n- ${attack}\n\n| ${attack} |\n|---|\n| x |`,
      `---\ntitle: ${JSON.stringify(attack)}\n---\n${attack}`,
    ]) {
      const html = drawn(path, text);
      expect([path, text, dangersIn(html)]).toEqual([path, text, []]);
      expect(html).not.toMatch(/href="(?!https?:|mailto:)/);
    }
  }
});

const zipped = (bytes: Uint8Array): string => {
  const path = join(temporaryFolder(), 'archive.zip');
  writeFileSync(path, bytes);
  return path;
};
const codeOf = async (opening: Promise<unknown>): Promise<unknown> =>
  opening.then(
    () => 'taken',
    (cause: { code?: string }) => cause.code,
  );
/** A ZIP whose table is changed after it was packed; every place the mark of an entry is found is handed over. */
const tampered = (files: Files, change: (entry: DataView) => void): Uint8Array => {
  const bytes = zipOf(files);
  for (let at = 0; at < bytes.length - 46; at += 1) {
    const entry = new DataView(bytes.buffer, bytes.byteOffset + at);
    if (entry.getUint32(0, true) === 0x02_01_4b_50) change(entry);
  }
  return bytes;
};

test.each(['../evil.html', '/etc/evil.html', 'a/../../evil.html', 'C:\\evil.html', 'a\\..\\evil.html', 'a/./b.html'])(
  'a ZIP that names %s is refused whole',
  async (path) => {
    expect(await codeOf(openZip(zipped(zipOf({ 'good.html': 'x', [path]: 'x' }))))).toBe('import/badPath');
  },
);

test('what is no ZIP, damaged, locked or larger than it may be is refused, and a bomb is never unpacked', async () => {
  expect(await codeOf(openZip(zipped(bytesOf('no zip at all, only words'))))).toBe('import/notAZip');
  expect(await codeOf(openZip(zipped(new Uint8Array(0))))).toBe('import/notAZip');
  const whole = zipOf({ 'a.html': '<h1>x</h1>'.repeat(500) });
  expect(await codeOf(openZip(zipped(whole.slice(0, -30))))).toMatch(/damaged|notAZip/);
  const locked = tampered({ 'a.html': 'x' }, (entry) => entry.setUint16(8, 1, true));
  expect(await codeOf(openZip(zipped(locked)))).toBe('import/encrypted');
  const huge = tampered({ 'a.html': 'x' }, (entry) => entry.setUint32(24, 0xff_ff_ff_f0, true));
  expect(await codeOf(openZip(zipped(huge)))).toBe('import/tooLarge');
  // Says a hundred bytes and unpacks to thirty megabytes.
  const bomb = tampered({ 'a.html': 'x'.repeat(30_000_000) }, (entry) => entry.setUint32(24, 100, true));
  const bundle = await openZip(zipped(bomb));
  expect(await codeOf(bundle.read('a.html'))).toBe('import/damaged');
  await bundle.close();
  const inOneAnother = tampered({ 'a.html': 'x'.repeat(300), 'b.html': 'y'.repeat(300) }, (entry) => {
    entry.setUint32(20, 5000, true);
  });
  expect(await codeOf(openZip(zipped(inOneAnother)))).toBe('import/tooLarge');
});

test('a link that leads out of the folder and a picture outside of it are not read', async () => {
  const outside = folderOf({ 'secret.jpg': 'secret', 'secret.html': '<h1>Secret</h1><p>2020-01-01 secret</p>' });
  const folder = folderOf({
    'a.md':
      '---\ntitle: A\ndate: 2020-01-01\nlang: en\n---\n![x](../secret.jpg) ![y](../../../../etc/passwd) ![z](file:///etc/passwd)\n\nText.',
  });
  symlinkSync(join(outside, 'secret.html'), join(folder, 'link.html'));
  const bundle = await openFolder(folder);
  const { files } = await planImport(bundle, reading, () => undefined);
  expect(files.map(({ path, pictures, faults }) => [path, pictures, isTaken(faults)])).toEqual([
    ['a.md', 0, true],
    ['link.html', 0, false],
  ]);
});

test('what nobody writes is a fault of the file and not of the server', () => {
  const codes = (path: string, text: string | Uint8Array) =>
    readFile(path, typeof text === 'string' ? bytesOf(text) : text, reading).faults.map(({ code }) => code);
  expect(codes('a.html', '<b>'.repeat(200_000))).toEqual(['file/tooDeep']);
  expect(codes('a.html', 'x'.repeat(3_000_000))).toEqual(['file/tooLarge']);
  expect(codes('a.html', new Uint8Array([0xff, 0xd8, 0, 0]))).toEqual(['file/unreadable']);
  expect(codes('a.md', '---\ntitle: [a\n---\nx')).toEqual(['file/badFrontMatter']);
  expect(codes('a.md', `---\na: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c,*c]\n---\nx`)).toEqual([
    'file/badFrontMatter',
  ]);
  expect(codes('a.md', '---\ntitle: A\ndate: 2099-01-01\nlang: fr\n---\n')).toEqual([
    'file/noText',
    'file/dateAhead',
    'file/otherLanguage',
    'file/languageGuessed',
  ]);
  expect(codes('a.md', `${'> '.repeat(5000)}x`)).toContain('file/noTitle');
});
