// The public pages over HTTP: what readers, other sites and programs get, and what hostile text becomes there.
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import sharp from 'sharp';
import { id, instant, type PublicationId } from '../../../shared/kernel/ids.ts';
import type { Edition, Publication } from '../../../shared/publication/publication.ts';
import { dangersIn } from '../../support/harmless.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { edition, MARCH_26, photo, publication } from '../../support/publication.ts';
import { startServer, type TestServer } from '../../support/server.ts';

interface Page {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

const get = async ({ url }: TestServer, path: string, headers: Record<string, string> = {}): Promise<Page> => {
  const reply = await fetch(url + path, { redirect: 'manual', headers });
  return { status: reply.status, text: await reply.text(), headers: reply.headers };
};

const publish = async ({ app }: TestServer, more: Partial<Publication> = {}): Promise<Publication> => {
  const one = publication({ publishedAt: MARCH_26, ...more });
  await app.updates.publisher.create(one, null, 'created');
  const published = await app.updates.publisher.publish({ id: one.id, by: null, version: 1 }, null);
  if (!published.ok) throw new Error(JSON.stringify(published));
  return published.publication;
};

const picture = async (server: TestServer, of: string): Promise<string> => {
  const body = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#1d5c42' } })
    .png()
    .toBuffer();
  const kept = await server.app.updates.shelf.keep(id<PublicationId>(of), body);
  if (!kept) throw new Error('no picture');
  return kept.file;
};

test('a reader finds the list, an article in both languages, its picture, and what belongs to it', async () => {
  const server = await startServer({ http: { publicUrl: 'https://plenary.example.org' } });
  const file = await picture(server, 'update-1');
  const en = edition('First Online Workshop was Held', 'Experts agreed that now is the time.', {
    blocks: [{ kind: 'paragraph', spans: [{ text: 'Experts agreed.' }] }, photo(file, 'Photo by W')],
  });
  await publish(server, { editions: { ...publication().editions, en } });

  const list = await get(server, '/updates', { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5' });
  expect(list.text).toContain('<html lang="zh-Hans">');
  expect(list.text).toContain('首次线上研讨会召开');
  expect(list.text).toContain('2020年3月26日');
  expect(list.headers.get('vary')).toMatch(/accept-language/i);
  expect((await get(server, '/updates?language=en', { 'accept-language': 'zh-CN' })).text).toContain('March 26, 2020');

  const article = await get(server, '/updates/first-online-workshop-was-held');
  const origin = 'https://plenary.example.org';
  for (const piece of [
    '<html lang="en">',
    '<h1>First Online Workshop was Held</h1>',
    'Photo by W',
    `<link rel="canonical" href="${origin}/updates/first-online-workshop-was-held">`,
    `hreflang="zh-Hans" href="${origin}/updates/shou-ci-xian-shang-yan-tao-hui-zhao-kai"`,
    `<meta property="og:image" content="${origin}/updates/pictures/update-1/${file}/card">`,
    '"@type":"NewsArticle"',
    'https://service.weibo.com/share/share.php?url=https%3A%2F%2Fplenary.example.org%2Fupdates%2Ffirst',
  ]) {
    expect(article.text).toContain(piece);
  }
  const card = await fetch(`${server.url}/updates/pictures/update-1/${file}/card`);
  const { format, width } = await sharp(Buffer.from(await card.arrayBuffer())).metadata();
  expect([card.status, format, (width ?? 0) >= 300]).toEqual([200, 'jpeg', true]);
  const qr = await get(server, '/updates/first-online-workshop-was-held/qr.svg');
  expect([qr.headers.get('content-type'), qr.text.startsWith('<svg')]).toEqual(['image/svg+xml; charset=utf-8', true]);
  for (const page of [list, article]) expect(page.text.length).toBeLessThan(30_000);

  const zip = await fetch(`${server.url}/updates/first-online-workshop-was-held/newsroom.zip`);
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  expect(Object.keys(files)).toEqual([
    'article.docx',
    'article.pdf',
    'article.html',
    'article.md',
    'photos/photo-1.jpg',
    'photos/credits.txt',
  ]);
  expect(Buffer.from(files['photos/credits.txt'] ?? []).toString()).toContain(
    'photos/photo-1.jpg\tThe meeting — Photo by W',
  );
  expect(Buffer.from(files['article.md'] ?? []).toString()).toContain('](<photos/photo-1.jpg>)');
  for (const [ending, begins] of Object.entries({ docx: 'PK', pdf: '%PDF-1.7' })) {
    const one = await get(server, `/updates/first-online-workshop-was-held/article.${ending}`);
    expect([ending, one.status, one.text.startsWith(begins)]).toEqual([ending, 200, true]);
  }

  const again = await get(server, '/updates/first-online-workshop-was-held', {
    'if-none-match': article.headers.get('etag') ?? '',
  });
  expect(again.status).toBe(304);
});

test('every address it ever had, in any case and form, leads to the one it has now', async () => {
  const server = await startServer();
  const zh = edition('Café 论坛', '论坛召开。');
  const one = await publish(server, { editions: { en: edition('Old Title', 'T.'), 'zh-Hans': zh } });
  const renamed = await server.app.updates.publisher.edit(
    { id: one.id, by: null, version: one.version },
    { slugs: { ...one.slugs, en: 'new-title' } },
  );
  expect(renamed.ok).toBe(true);
  const chinese = `/updates/${one.slugs['zh-Hans'] ?? ''}`;
  const goesTo = async (path: string) => {
    const { status, headers } = await get(server, path);
    return [status, headers.get('location')];
  };
  expect(await goesTo('/updates/old-title')).toEqual([301, '/updates/new-title']);
  expect(await goesTo('/updates/NEW-Title')).toEqual([301, '/updates/new-title']);
  expect(await goesTo('/updates/new-title/')).toEqual([301, '/updates/new-title']);
  expect(await goesTo('/updates/old-title/qr.svg')).toEqual([301, '/updates/new-title/qr.svg']);
  for (const form of ['NFC', 'NFD'] as const) {
    expect(await goesTo(`/updates/${encodeURIComponent('café-论坛'.normalize(form))}`)).toEqual([301, chinese]);
  }
  expect((await get(server, '/updates/new-title')).status).toBe(200);
  expect((await get(server, chinese)).status).toBe(200);
  expect((await get(server, '/updates/nothing-here')).status).toBe(404);
});

test('drafts and embargoed ones are nowhere; a withdrawn one says so, and its picture is gone', async () => {
  const server = await startServer();
  const { publisher } = server.app.updates;
  const file = await picture(server, 'update-1');
  const en = edition('Secret Plans', 'Secret words.', {
    blocks: [{ kind: 'paragraph', spans: [{ text: 'Secret words.' }] }, photo(file, 'Photo by W')],
  });
  await publisher.create(publication({ editions: { en }, slugs: { en: 'secret-plans' } }), null, 'created');
  const isNowhere = async (): Promise<void> => {
    expect((await get(server, '/updates/secret-plans')).status).toBe(404);
    expect((await get(server, `/updates/pictures/update-1/${file}/full`)).status).toBe(404);
    const lists = [
      '/updates',
      '/updates?q=secret',
      '/updates/rss.xml',
      '/updates/atom.xml',
      '/updates/feed.json',
      '/sitemap.xml',
    ];
    for (const path of lists) expect((await get(server, path)).text).not.toMatch(/secret-plans|Secret Plans/);
  };
  await isNowhere();
  await publisher.publish({ id: id('update-1'), by: null, version: 1 }, instant(4_000_000_000_000));
  await isNowhere();
  await publisher.liftEmbargo({ id: id('update-1'), by: null, version: 2 });
  await publisher.publish({ id: id('update-1'), by: null, version: 3 }, null);
  expect((await get(server, `/updates/pictures/update-1/${file}/full`)).status).toBe(200);
  await publisher.withdraw({ id: id('update-1'), by: null, version: 4 });
  const gone = await get(server, '/updates/secret-plans');
  expect([gone.status, gone.text.includes('withdrawn'), gone.text.includes('Secret')]).toEqual([410, true, false]);
  expect((await get(server, `/updates/pictures/update-1/${file}/full`)).status).toBe(404);
});

test('search over HTTP finds two Chinese characters, stems and names in either script, and marks them', async () => {
  const server = await startServer();
  await publish(server, { names: ['QIAN Jingjing', '钱京京'] });
  const found = async (words: string, language = 'en') =>
    (await get(server, `/updates?language=${language}&q=${encodeURIComponent(words)}`)).text;
  expect(await found('专家', 'zh-Hans')).toContain('<mark>专家</mark>一致认为');
  expect(await found('expert')).toContain('<mark>Experts</mark> agreed');
  for (const words of ['钱京京', 'qian jingjing', '时机', 'workshops'])
    expect(await found(words)).toContain('<ol class="lines">');
  for (const words of ['上海', 'finance', '…', '"', "' OR 1=1"])
    expect(await found(words)).not.toContain('<ol class="lines">');
  expect((await get(server, '/updates?page=2')).status).toBe(404);
  for (const query of [
    'year=x',
    'year=1e99',
    'page=-1',
    'language=fr',
    'edition=xx',
    'q=a&q=b',
    `q=${'x'.repeat(5000)}`,
  ]) {
    expect((await get(server, `/updates?${query}`)).status).toBe(200);
  }
});

test('feeds and site map are well formed and name both languages', async () => {
  const server = await startServer({ http: { publicUrl: 'https://plenary.example.org' } });
  await publish(server, { editions: { ...publication().editions, en: edition('A & B <C>\u0008', 'x & y') } });
  const json = JSON.parse((await get(server, '/updates/feed.json?language=en')).text) as { items: { title: string }[] };
  expect(json.items.map(({ title }) => title)).toEqual(['A & B <C>']);
  const rss = (await get(server, '/updates/rss.xml?language=zh-Hans')).text;
  expect(rss).toContain('首次线上研讨会召开');
  const atom = (await get(server, '/updates/atom.xml?language=en')).text;
  expect(atom).toContain('<![CDATA[A &amp; B &lt;C&gt;]]>');
  expect(atom).not.toContain('\u0008');
  const map = (await get(server, '/sitemap.xml')).text;
  expect(map).toContain('<loc>https://plenary.example.org/updates/a-and-b-c</loc>');
  expect(map).toContain('hreflang="zh-Hans"');
  expect((await get(server, '/robots.txt')).text).toContain('Sitemap: https://plenary.example.org/sitemap.xml');
});

test('hostile text everywhere in a publication is text on every page and in every file', async () => {
  const server = await startServer();
  const all = HOSTILE.join('\n');
  const spans = HOSTILE.flatMap((text) => [
    { text },
    { text, bold: true as const },
    { text: 'x', link: text },
    { text: 'y', link: `javascript:${text}` },
  ]);
  const file = await picture(server, 'update-1');
  const hostile: Edition = {
    headline: all.slice(0, 400),
    teaser: all,
    authors: all,
    blocks: [
      { kind: 'paragraph', spans },
      { kind: 'heading', level: 2, spans },
      { kind: 'list', ordered: false, items: [{ spans, below: { kind: 'list', ordered: true, items: [{ spans }] } }] },
      { kind: 'table', head: [spans], rows: [[spans]] },
      { kind: 'quote', spans },
      photo(file, all, all),
    ],
  };
  const term = { key: 'x', name: { en: all.slice(0, 200), 'zh-Hans': all.slice(0, 200) } };
  const one = await publish(server, { editions: { en: hostile }, programme: term, themes: [term], names: [all] });
  const path = `/updates/${one.slugs.en ?? ''}`;
  const search = `/updates?q=${encodeURIComponent('script alert "><img src=x onerror=alert(1)>')}`;
  for (const page of [path, '/updates', search, `${path}/wechat.html`, `${path}/article.html`]) {
    const { status, text } = await get(server, page);
    expect([page, status]).toEqual([page, 200]);
    expect([page, dangersIn(text)]).toEqual([page, []]);
  }
});
