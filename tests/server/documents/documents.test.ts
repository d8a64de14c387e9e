// Documents as other programs read them: DOCX in LibreOffice, PDF by poppler, as text and as drawn pages.
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { archive } from '../../../server/documents/archive.ts';
import { documentDocx } from '../../../server/documents/docx.ts';
import { documentPdf } from '../../../server/documents/pdf.ts';
import { openFaces, runsOf } from '../../../server/documents/typeface.ts';
import type { Document } from '../../../shared/document/document.ts';
import { id, type FileId } from '../../../shared/kernel/ids.ts';
import { factsOfPdf, openedInLibreOffice, pagesOfPdf, textOfPdf } from '../../support/office.ts';

const jpeg = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#1f5c43' } })
  .jpeg()
  .toBuffer();
const pictures = new Map([['p1', { jpeg, width: 800, height: 400 }]]);

const cell = (text: string) => [{ text }];
const sample: Document = {
  language: 'zh-Hans',
  title: '首场“推动个人低碳消费”线上研讨会举办',
  byline: '2020年3月26日',
  blocks: [
    {
      kind: 'paragraph',
      spans: [{ text: '会议由' }, { text: '能源基金会', bold: true }, { text: '主办。<b>&amp; 1 < 2' }],
    },
    { kind: 'heading', level: 2, spans: cell('共识') },
    {
      kind: 'paragraph',
      spans: [{ text: 'See ' }, { text: 'the report', link: 'https://example.org/report?a=1&b=2' }, { text: '.' }],
    },
    {
      kind: 'list',
      ordered: true,
      items: [
        { spans: cell('第一'), below: { kind: 'list', ordered: false, items: [{ spans: cell('其一') }] } },
        { spans: cell('第二') },
      ],
    },
    { kind: 'heading', level: 3, spans: cell('Attendance') },
    {
      kind: 'table',
      head: [cell('Name'), cell('分钟')],
      rows: Array.from({ length: 60 }, (_, index) => [cell(`Bùi Thị Mai ${index + 1}`), cell(String(index))]),
    },
    { kind: 'quote', spans: cell('Now is the time.') },
    { kind: 'rule' },
    { kind: 'photo', file: id<FileId>('p1'), caption: '会场背景', credit: '摄影：Wang Yaling, NRDC' },
    { kind: 'photo', file: null, caption: 'A picture that is not there', credit: null },
  ],
};

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe('as DOCX', () => {
  test('LibreOffice reads every heading, list, table, link and picture, and no text is lost or has become markup', async () => {
    const read = await openedInLibreOffice(await documentDocx(sample, pictures));
    const body = read.slice(read.indexOf('<office:text'));
    expect(count(body, /<text:h [^>]*text:outline-level="1"/g)).toBe(1);
    expect(count(body, /<text:h [^>]*text:outline-level="2"/g)).toBe(1);
    expect(count(body, /<table:table-row/g)).toBe(61);
    expect(count(body, /<table:table-header-rows/g)).toBe(1);
    expect(count(body, /<text:list-item/g)).toBeGreaterThanOrEqual(3);
    expect(count(body, /<draw:image/g)).toBe(1);
    expect(body).toContain('xlink:href="https://example.org/report?a=1&amp;b=2"');
    const words = body.replaceAll(/<office:binary-data>[^<]*<\/office:binary-data>/g, '').replaceAll(/<[^>]+>/g, '');
    for (const piece of [
      '首场“推动个人低碳消费”线上研讨会举办',
      '&lt;b&gt;&amp;amp; 1 &lt; 2',
      '其一',
      '第二',
      'Bùi Thị Mai 60',
      '摄影：Wang Yaling, NRDC',
      'A picture that is not there',
    ]) {
      expect(words).toContain(piece);
    }
  });
});

describe('as PDF', () => {
  test('it is tagged, in its language, and all of its text can be taken out in order', async () => {
    const pdf = await documentPdf(sample, pictures);
    const facts = await factsOfPdf(pdf);
    expect([facts.get('Tagged'), facts.get('Title')]).toEqual(['yes', sample.title]);
    expect(Number(facts.get('Pages'))).toBeGreaterThan(1);
    expect(pdf.toString('latin1')).toContain('/Lang (zh-CN)');
    const text = (await textOfPdf(pdf)).replaceAll(/\s+/g, ' ');
    const pieces = [
      '首场“推动个人低碳消费”线上研讨会举办',
      '能源基金会主办。<b>&amp; 1 < 2',
      '共识',
      'the report',
      '其一',
      'Bùi Thị Mai 1 0',
      'Bùi Thị Mai 60 59',
      'Now is the time.',
      '摄影：Wang Yaling, NRDC',
    ];
    let at = -1;
    for (const piece of pieces) {
      const next = text.indexOf(piece, at + 1);
      expect([piece, next > at]).toEqual([piece, true]);
      at = next;
    }
  });

  test('every letter of GB 2312 level 1, and of Latin as Europe and Vietnam write it, is drawn: no empty place, no box', async () => {
    const decoder = new TextDecoder('gb18030');
    // Rows 16 to 55; the last has five places without a letter.
    const hanzi = Array.from(
      { length: 40 * 94 },
      (_, index) => [0xb0 + Math.floor(index / 94), 0xa1 + (index % 94)] as const,
    )
      .slice(0, 3755)
      .map((bytes) => decoder.decode(Uint8Array.from(bytes)));
    expect(new Set(hanzi).size).toBe(3755);
    const names =
      'àáâãäåæçèéêëìíîïñòóôõöøùúûüýþÿāăąćčďđēęěğģīįķļłńņňōőœŕřśşšţťūůűųźżžơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹЖЩЮЯжщюяΑΩαω';
    const signs = [...hanzi, ...names, ...'“”‘’—…·、。《》〈〉「」『』（）：；！？～￥€℃①№喆堃龘'];
    const faces = (await openFaces(signs.join('')))[400];
    for (const sign of signs) expect(runsOf(faces, sign).map(({ text }) => text)).toEqual([sign]);
    expect(
      runsOf(faces, 'a\u{1F600}b')
        .map(({ text }) => text)
        .join(''),
    ).toBe('a□b');
    // Drawn in a grid and looked at: what a font merely claims to have would leave its place white.
    const columns = 38;
    const lines = Array.from({ length: Math.ceil(hanzi.length / columns) }, (_, line) =>
      hanzi.slice(line * columns, (line + 1) * columns).join(''),
    );
    const blocks = lines.map((text) => ({ kind: 'paragraph', spans: [{ text }] }) as const);
    const pages = await pagesOfPdf(await documentPdf({ ...sample, title: '字', byline: null, blocks }, new Map()), 144);
    const pixels = (points: number): number => Math.round(points * 2);
    const [left, size, foot] = [64, 10.5, 56];
    let drawn = 0;
    for (const [index, page] of pages.entries()) {
      const { data, info } = await sharp(page).raw().toBuffer({ resolveWithObject: true });
      const isInked = (x: number, y: number, width: number, height: number): boolean => {
        for (let row = y; row < y + height; row += 1) {
          for (let at = x; at < x + width; at += 1) {
            if ((data[(row * info.width + at) * info.channels] ?? 255) < 160) return true;
          }
        }
        return false;
      };
      // The title is no line of the grid.
      let y = pixels(index === 0 ? 64 + 36 : 40);
      while (y < info.height - pixels(foot)) {
        if (!isInked(0, y, info.width, 1)) {
          y += 1;
          continue;
        }
        for (let column = 0; column < columns; column += 1) {
          if (isInked(pixels(left + column * size), y, pixels(size) - 1, pixels(size + 2))) drawn += 1;
        }
        y += pixels(size + 3);
      }
    }
    expect(drawn).toBe(3755);
  });
});

test('a newsroom finds each file whole in the archive', async () => {
  const files = new Map([
    ['article.md', Buffer.from('# 标题\n')],
    ['photos/photo-1.jpg', jpeg],
  ]);
  const read = unzipSync(await archive(files));
  expect(Object.keys(read)).toEqual([...files.keys()]);
  for (const [name, body] of files) expect(Buffer.from(read[name] ?? []).equals(body)).toBe(true);
});
