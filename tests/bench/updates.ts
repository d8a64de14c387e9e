// 5,000 public updates in both languages: how long a reader waits for what they search, and how heavy the pages are. Asked over HTTP, one after the
// other, on the embedded database; words are drawn by a
// fixed seed, the 25 most common of each language in every update. The bars: 50 ms at p95, 30 kB a page before pictures.
import { performance } from 'node:perf_hooks';
import { id, instant, type PublicationId } from '../../shared/kernel/ids.ts';
import { edition, publication } from '../support/publication.ts';
import { openHouse } from '../support/tour/house.ts';
import type { Bench } from './bench.ts';

const UPDATES = Number(process.env['BENCH_UPDATES'] ?? 5000);
const SEARCHES = 400;
const P95_MS = 50;
const KILOBYTES = 30;
const DAY_MS = 86_400_000;

/** Small and repeatable: mulberry32. */
const drawing = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const ENGLISH =
  'carbon consumption workshop city emission peaking energy building transport finance agreement expert partner delivery textile sharing platform advocacy pilot standard river grain mobility shipping cooling'.split(
    ' ',
  );
const CHINESE =
  '低碳 消费 研讨 城市 排放 达峰 能源 建筑 交通 金融 共识 专家 伙伴 快递 纺织 共享 平台 倡导 试点 标准 河流 粮食 出行 航运 制冷'.split(
    ' ',
  );
/** Most of a text is words that few others have; without them every search would find everything. */
const RARE = { en: 4000, zh: 4000 };
const rareEnglish = (number: number): string => `${ENGLISH[number % ENGLISH.length]}${(number * 7919).toString(36)}`;
const rareChinese = (number: number): string =>
  String.fromCodePoint(0x4e_00 + (number % 3000), 0x53_00 + ((number * 7) % 3000));
const NAMES = ['QIAN Jingjing', 'WANG Zhigao', 'Hannah Okafor', 'Bùi Thị Mai', '钱京京', '王志高'];

export const updates: Bench = async () => {
  const house = await openHouse();
  const draw = drawing(20_260_326);
  const some = (words: readonly string[], count: number, gap: string): string =>
    Array.from({ length: count }, () => {
      if (draw(10) < 4) return words[draw(words.length)];
      return gap === '' ? rareChinese(draw(RARE.zh)) : rareEnglish(draw(RARE.en));
    }).join(gap);
  const text = (words: readonly string[], gap: string): string =>
    Array.from({ length: 6 }, () => `${NAMES[draw(NAMES.length)]}${gap}${some(words, 30, gap)}`).join(
      gap === '' ? '。' : '. ',
    );
  const paragraphs = (words: readonly string[], gap: string) =>
    Array.from({ length: 5 }, () => ({ kind: 'paragraph', spans: [{ text: text(words, gap) }] }) as const);
  try {
    const { publisher } = house.app.updates;
    const begun = performance.now();
    for (let index = 0; index < UPDATES; index += 1) {
      const one = publication({
        id: id<PublicationId>(`update-${index}`),
        publishedAt: instant(Date.UTC(2016, 0, 1) + (index % 3900) * DAY_MS),
        editions: {
          en: edition(`${some(ENGLISH, 6, ' ')} ${index}`, some(ENGLISH, 20, ' '), {
            blocks: paragraphs(ENGLISH, ' '),
          }),
          'zh-Hans': edition(`${some(CHINESE, 5, '')}${index}`, some(CHINESE, 12, ''), {
            blocks: paragraphs(CHINESE, ''),
          }),
        },
      });
      await publisher.create(one, null, 'created');
      const published = await publisher.publish({ id: one.id, by: null, version: 1 }, null);
      if (!published.ok) throw new Error(JSON.stringify(published));
    }
    const written = (performance.now() - begun) / 1000;

    const ask = async (path: string): Promise<{ readonly ms: number; readonly kB: number; readonly text: string }> => {
      const asked = performance.now();
      const reply = await fetch(house.url + path);
      const page = await reply.text();
      if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
      return { ms: performance.now() - asked, kB: Buffer.byteLength(page) / 1000, text: page };
    };
    const searches = { words: [] as number[], rare: [] as number[] };
    const lists: number[] = [];
    for (let index = 0; index < SEARCHES; index += 1) {
      const isChinese = index % 2 === 0;
      const words = isChinese ? CHINESE : ENGLISH;
      const language = isChinese ? 'zh-Hans' : 'en';
      const two = `${words[draw(words.length)]} ${words[draw(words.length)]}`;
      const found = await ask(`/updates?language=${language}&q=${encodeURIComponent(two)}`);
      searches.words.push(found.ms);
      lists.push(found.kB);
      const rare = [NAMES[draw(NAMES.length)], rareChinese(draw(RARE.zh)), rareEnglish(draw(RARE.en))][index % 3];
      searches.rare.push((await ask(`/updates?language=${language}&q=${encodeURIComponent(rare ?? '')}`)).ms);
    }
    const front = await Promise.all([ask('/updates?language=en'), ask('/updates?language=zh-Hans&page=3')]);
    const articles: number[] = [];
    for (const page of front) {
      for (const [, address = ''] of page.text.matchAll(/<h2[^>]*><a href="([^"]+)"/g))
        articles.push((await ask(address)).kB);
    }
    return [
      { name: `${UPDATES} updates written and indexed`, unit: 's', readings: [written] },
      { name: 'search for two common words', unit: 'ms', readings: searches.words, target: P95_MS },
      { name: 'search for a name or a rare word', unit: 'ms', readings: searches.rare, target: P95_MS },
      { name: 'list page', unit: 'kB', readings: [...lists, ...front.map(({ kB }) => kB)], target: KILOBYTES },
      { name: 'article page of about 1,000 words', unit: 'kB', readings: articles, target: KILOBYTES },
    ];
  } finally {
    await house.close();
  }
};
