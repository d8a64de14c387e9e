// How archives write things: days, languages, credits, encodings, old pages with tables for a layout.
import { expect, test } from 'vitest';
import { instant } from '../../../../shared/kernel/ids.ts';
import { isoDay } from '../../../../shared/publication/days.ts';
import { dayIn, dayInPath } from '../../../../server/updates/importing/dates.ts';
import { pairOf } from '../../../../server/updates/importing/pairing.ts';
import { readFile } from '../../../../server/updates/importing/read-file.ts';
import { splitCredit } from '../../../../server/updates/texts/credit.ts';

const zone = 'Asia/Shanghai';
const reading = { timeZone: zone, now: instant(Date.UTC(2026, 0, 1)) };
const read = (path: string, content: string | Uint8Array) =>
  readFile(path, typeof content === 'string' ? new TextEncoder().encode(content) : content, reading);

/** The few signs that are needed, as GBK writes them: no encoder for it comes with Node. */
const GBK: Readonly<Record<string, readonly number[]>> = {
  '。': [161, 163],
  一: [210, 187],
  专: [215, 168],
  为: [206, 170],
  京: [190, 169],
  会: [187, 225],
  低: [181, 205],
  北: [177, 177],
  发: [183, 162],
  召: [213, 217],
  在: [212, 218],
  坛: [204, 179],
  基: [187, 249],
  家: [188, 210],
  布: [178, 188],
  年: [196, 234],
  开: [191, 170],
  日: [200, 213],
  时: [202, 177],
  月: [212, 194],
  某: [196, 179],
  碳: [204, 188],
  致: [214, 194],
  认: [200, 207],
  论: [194, 219],
  金: [189, 240],
  间: [188, 228],
  '：': [163, 186],
};

test.each([
  ['2020-03-26', '2020-03-26'],
  ['2020/3/6', '2020-03-06'],
  ['发布时间：2020年3月26日 来源：本刊', '2020-03-26'],
  ['March 26, 2020', '2020-03-26'],
  ['Posted on 26th Mar. 2020 by us', '2020-03-26'],
  ['2020-03-25T18:00:00Z', '2020-03-26'],
  ['2020-03-26 23:30', '2020-03-26'],
  ['2020-02-30', null],
  ['no day', null],
  ['31 June 2020', null],
])('the day in %s', (text, day) => {
  const at = dayIn(text, zone);
  expect(at === null ? null : isoDay(at, zone)).toBe(day);
});

test('the day in a path is the last resort', () => {
  expect(
    ['2020/03/26/a.html', 'news/2020-03-26-a.md', 't20200326_123.html'].map((path) => dayInPath(path, zone)),
  ).toEqual(Array.from({ length: 3 }, () => dayIn('2020-03-26', zone)));
  expect(dayInPath('2020/a.html', zone)).toBeNull();
});

test('what belongs together by its path', () => {
  const groups = [
    [
      'en/2020/first.html',
      'zh/2020/first.html',
      '2020/first.en.md',
      '2020/first_cn.html',
      '2020/first/index.zh.md',
      '2020/first/en.html',
    ],
    ['en/second.html', 'second.zh-hans.md'],
  ];
  for (const paths of groups) expect(new Set(paths.map(pairOf)).size).toBe(1);
  expect(pairOf('linen.html')).toBe('linen');
});

test.each([
  ['The meeting. Photo by Wang Yaling', 'The meeting.', 'Photo by Wang Yaling'],
  ['The meeting (Photo: NRDC)', 'The meeting', 'Photo: NRDC'],
  ['Credit: Example', null, 'Credit: Example'],
  ['会议现场（摄影：王亚玲）', '会议现场', '摄影：王亚玲'],
  ['会议现场 | 图片来源：自然资源保护协会', '会议现场', '图片来源：自然资源保护协会'],
  ['会议现场。王亚玲 摄', '会议现场。', '王亚玲 摄'],
  ['Photosynthesis in cities (Beijing)', 'Photosynthesis in cities (Beijing)', null],
])('the credit in %s', (text, caption, credit) => {
  expect(splitCredit(text)).toEqual({ caption, credit });
});

test('a page of 2008: Chinese in GBK, a table for a layout, a font for a heading', () => {
  const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>低碳论坛召开 - 某某基金会</title></head>
<body><table width="100%"><tr><td><img src="logo.gif" width="30"><font color="red">低碳论坛</font></td></tr>
<tr><td>发布时间：2008年5月1日<br><br>论坛在北京召开。<p>专家<b>一致</b>认为。</p></td></tr></table></body></html>`;
  const gbk = Buffer.concat([...html].map((sign) => Buffer.from(GBK[sign] ?? [sign.charCodeAt(0)])));
  const found = read('old.html', new Uint8Array(gbk));
  expect([found.title, found.language]).toEqual(['低碳论坛召开', 'zh-Hans']);
  expect(found.publishedAt).toBe(dayIn('2008-05-01', zone));
  expect(JSON.stringify(found.blocks)).toContain('论坛在北京召开。');
});

test('template pages that say "en" above Chinese are Chinese; a tag in the front matter decides', () => {
  const chinese = '<html lang="en"><h1>研讨会召开</h1><p>专家一致认为时机已到。</p></html>';
  expect(read('a.html', chinese)).toMatchObject({ language: 'zh-Hans' });
  expect(read('a.md', '---\nlang: zh-CN\ntitle: X\ndate: 2020-01-01\n---\n\nOnly English.')).toMatchObject({
    language: 'zh-Hans',
  });
  expect(read('zh/a.md', '# Title\n\nOnly English.').language).toBe('zh-Hans');
});

test('Markdown with Chinese emphasis, a title of its own and a summary', () => {
  const found = read(
    'a.md',
    '---\nslug: first\nauthor: [Lin Xia, 王亚玲]\n---\n# 标题\n\n**粗体。**下一句。\n\n> 引语\n\n1. 一\n2. 二\n',
  );
  expect(found).toMatchObject({
    title: '标题',
    slug: 'first',
    authors: 'Lin Xia、王亚玲',
    pair: 'first',
    teaser: '粗体。下一句。',
  });
  expect(found.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'quote', 'list']);
  expect(found.blocks[0]).toMatchObject({ spans: [{ text: '粗体。', bold: true }, { text: '下一句。' }] });
});
