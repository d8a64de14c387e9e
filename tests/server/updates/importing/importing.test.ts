// An archive that moves in: what is read, what becomes public, and what a second time changes.
import { expect, test } from 'vitest';
import sharp from 'sharp';
import { id, type PublicationId } from '../../../../shared/kernel/ids.ts';
import { startServer, type TestServer } from '../../../support/server.ts';
import { archive, ENGLISH, folderOf, picture } from './archive.ts';

const wish = (path: string) => ({
  path,
  organization: null,
  timeZone: 'Asia/Shanghai',
  credit: null,
  publish: true,
  check: false,
});

const importFrom = ({ app }: TestServer, folder: string, more: object = {}) =>
  app.operations.importUpdates({ ...wish(folder), ...more }, () => undefined);

const page = async ({ url }: TestServer, path: string) => {
  const reply = await fetch(url + path, { redirect: 'manual' });
  return { status: reply.status, text: await reply.text(), location: reply.headers.get('location') };
};

test('an archive moves in: both languages of an update together, on their day, with pictures and old addresses', async () => {
  const server = await startServer();
  const report = await importFrom(server, folderOf(await archive()));
  expect(report.files.map(({ path, isTaken, pictures }) => [path, isTaken, pictures])).toEqual([
    ['en/first-workshop.html', true, 1],
    ['en/undated.html', false, 0],
    ['zh/first-workshop.md', true, 1],
  ]);
  expect(report.files[1]?.faults.map(({ code }) => code)).toContain('file/noDate');
  expect(report.files[0]?.faults).toEqual([{ code: 'file/partsLeftOut', about: 'iframe' }]);
  expect(report.taken.map(({ title, outcome, obstacles }) => [title, outcome, obstacles])).toEqual([
    ['First Workshop was Held', 'published', []],
  ]);

  const english = await page(server, '/updates/first-workshop-was-held');
  expect(english.status).toBe(200);
  for (const piece of [
    'March 26, 2020',
    '<strong>met</strong> online. They agreed on <a href="https://example.org/report"',
    'The meeting.<br>Photo by Wang Yaling',
    '<h2>Outlook</h2>',
    '<ul><li>One<ul><li>Below</li></ul></li><li>Two</li></ul>',
    '<th scope="col">Year</th>',
    'content="Forty experts met online."',
    'hreflang="zh-Hans"',
  ])
    expect(english.text).toContain(piece);
  for (const gone of ['Navigation words', 'Copyright words', 'alert(1)', 'iframe', '<p>March 26'])
    expect(english.text).not.toContain(gone);
  const chinese = await page(server, '/updates/shou-ci-yan-tao-hui-zhao-kai');
  expect(chinese.text).toContain('四十位专家<strong>在线参会</strong>。会议形成报告。');
  expect(chinese.text).toContain('会场<br>摄影：王亚玲');
  expect((await page(server, '/updates?language=zh-Hans&q=低碳')).text).toContain('首次研讨会召开');

  for (const [from, to] of [
    ['/News/Detail?id=17&lang=en', '/updates/first-workshop-was-held'],
    ['/chinese/news/17.html', '/updates/shou-ci-yan-tao-hui-zhao-kai'],
    ['/chinese/news/17.html?from=mail', '/updates/shou-ci-yan-tao-hui-zhao-kai'],
  ] as const) {
    expect([from, await page(server, from)]).toEqual([from, expect.objectContaining({ status: 301, location: to })]);
  }
  expect((await page(server, '/News/Detail?id=18')).location).toBeNull();

  const [, source = ''] = /<img src="([^"]+)"/.exec(english.text) ?? [];
  const bytes = Buffer.from(await (await fetch(server.url + source)).arrayBuffer());
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  expect(bytes.includes('SECRET-ARTIST')).toBe(false);
  // Both languages show the same picture, kept once.
  expect(chinese.text).toContain(source);
});

test('a second time changes nothing; a changed file is a new version; what was edited here since is left alone', async () => {
  const server = await startServer();
  const files = await archive();
  const folder = folderOf(files);
  const outcomes = async (more: object = {}) =>
    (await importFrom(server, folder, more)).taken.map(({ outcome }) => outcome);
  const list = async () => (await fetch(`${server.url}/updates/feed.json?language=en`)).text();

  expect(await outcomes({ check: true })).toEqual([]);
  expect(await list()).not.toContain('First Workshop');
  expect(await outcomes({ publish: false })).toEqual(['draft']);
  expect(await list()).not.toContain('First Workshop');
  expect(await outcomes()).toEqual(['published']);
  const before = await list();
  expect(await outcomes()).toEqual(['unchanged']);
  expect(await list()).toBe(before);

  folderOf({ 'en/first-workshop.html': ENGLISH.replace('Forty experts <b>', 'Forty-one experts <b>') }, folder);
  expect(await outcomes()).toEqual(['changed']);
  const changed = (await page(server, '/updates/first-workshop-was-held')).text;
  expect(changed).toContain('Forty-one experts');
  expect(changed).toContain('March 26, 2020');

  folderOf({ 'images/meeting.jpg': await picture('#aa3322') }, folder);
  expect(await outcomes()).toEqual(['changed']);
  expect(await outcomes()).toEqual(['unchanged']);

  const [, publication = ''] = /pictures\/([^/]+)\//.exec(changed) ?? [];
  const edited = await server.app.updates.publisher.edit(
    { id: id<PublicationId>(publication), by: null, version: 4 },
    { names: ['WANG Zhigao'] },
  );
  expect(edited.ok).toBe(true);
  folderOf({ 'en/first-workshop.html': ENGLISH.replace('Forty experts <b>', 'Forty-two experts <b>') }, folder);
  expect(await outcomes()).toEqual(['editedHere']);
  expect((await page(server, '/updates/first-workshop-was-held')).text).toContain('Forty-one experts');
});

test('pictures that name nobody hold their update back, unless somebody says who took them', async () => {
  const server = await startServer();
  const folder = folderOf({
    'a.md':
      '---\ntitle: A\ndate: 2021-05-01\n---\n\nText.\n\n![](p.jpg)\n\n![](gone.jpg)\n\n![](https://elsewhere.example/x.jpg)',
    'p.jpg': await picture('#123456'),
  });
  const [held] = (await importFrom(server, folder)).taken;
  expect([held?.outcome, held?.obstacles.map(({ code }) => code)]).toEqual([
    'draft',
    ['publication/photoWithoutCredit'],
  ]);
  expect(held?.faults.map(({ code }) => code).sort()).toEqual([
    'file/languageGuessed',
    'file/noCredit',
    'file/pictureElsewhere',
    'file/pictureMissing',
  ]);
  const [credited] = (await importFrom(server, folder, { credit: 'Photo: Example Foundation' })).taken;
  expect(credited?.outcome).toBe('changed');
  expect((await page(server, '/updates/a')).text).toContain('Photo: Example Foundation');
});
