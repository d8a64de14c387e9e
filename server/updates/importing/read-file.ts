/**
 * One file of an archive as an update in one language: what it says of itself, its text as blocks, and what is wrong with it. Owns reading one file;
 * what belongs together is found in plan.ts.
 */
import type { Instant } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import type { ImportFault, ImportFaultCode } from '../../../shared/publication/import-faults.ts';
import { teaserFrom } from '../../../shared/publication/teaser.ts';
import { TooDeep, htmlTree } from '../texts/html-tree.ts';
import { blocksOfHtml, type ReadBlock } from '../texts/html-blocks.ts';
import { blocksOfMarkdown } from '../texts/markdown.ts';
import { decoded } from './decoded.ts';
import { dayIn, dayInPath } from './dates.ts';
import { splitFrontMatter, type FrontMatter } from './front-matter.ts';
import { pageFacts, type PageFacts } from './page-facts.ts';
import { pairOf, languageOf } from './pairing.ts';
import { textOfRead } from './text-of-read.ts';

export interface ReadFile {
  readonly path: string;
  /** What its other language has too. */
  readonly pair: string;
  readonly language: Language;
  readonly title: string;
  readonly publishedAt: Instant | null;
  readonly teaser: string;
  readonly authors: string | null;
  readonly slug: string | null;
  readonly programme: string | null;
  readonly themes: readonly string[];
  readonly names: readonly string[];
  /** Where it stood before, as paths. */
  readonly addresses: readonly string[];
  readonly blocks: readonly ReadBlock[];
  readonly faults: readonly ImportFault[];
}

export interface Reading {
  readonly timeZone: string;
  readonly now: Instant;
}

const LARGEST_TEXT = 2 * 1024 * 1024;

const nothingRead = (path: string, code: ImportFaultCode): ReadFile => ({
  path,
  pair: path,
  language: 'en',
  title: '',
  publishedAt: null,
  teaser: '',
  authors: null,
  slug: null,
  programme: null,
  themes: [],
  names: [],
  addresses: [],
  blocks: [],
  faults: [{ code }],
});

/** The path and question of an address, whichever site it was on; null where that says nothing. */
const oldPath = (address: string): string | null => {
  if (!URL.canParse(address, 'http://here.invalid')) return null;
  const { protocol, pathname, search } = new URL(address, 'http://here.invalid/');
  const path = decodeURI(pathname.replace(/%(?![0-9a-f]{2})/gi, '%25')) + search;
  return /^https?:$/.test(protocol) && path !== '/' && path.length <= 500 ? path : null;
};
const oldPaths = (addresses: readonly string[]): readonly string[] => [
  ...new Set(
    addresses.flatMap((one) => {
      try {
        return oldPath(one) ?? [];
      } catch {
        return [];
      }
    }),
  ),
];

/** A day alone at the beginning is what the list shows already. */
const withoutDay = (blocks: readonly ReadBlock[], zone: string): readonly ReadBlock[] => {
  const first = blocks[0];
  const text = first?.kind === 'paragraph' ? textOfRead([first]) : '';
  const isDay = text !== '' && text.length <= 40 && dayIn(text, zone) !== null && !/[.。]$/.test(text);
  return isDay ? blocks.slice(1) : blocks;
};

/** As old pages say it, in the text itself. */
const LABELLED = /(?:发布时间|发布日期|发表时间|日期|时间|published|posted|date)\s*(?:on\s)?[:：]?\s*([^\n]{6,40})/i;

const titleOfBlocks = (blocks: readonly ReadBlock[]): string | null => {
  const [first] = blocks;
  return first?.kind === 'heading' && first.level === 2 ? textOfRead([first]) : null;
};

const read = (
  path: string,
  fields: FrontMatter,
  facts: PageFacts | null,
  inside: readonly ReadBlock[],
  dropped: readonly string[],
  { timeZone, now }: Reading,
): ReadFile => {
  const ownTitle = fields.text('title', 'headline') ?? facts?.title ?? null;
  const begun = titleOfBlocks(inside);
  const title = (ownTitle ?? begun ?? '').slice(0, 300);
  const text = withoutDay(
    begun !== null && (ownTitle === null || begun === ownTitle) ? inside.slice(1) : inside,
    timeZone,
  );
  const words = textOfRead(text);
  const said = fields.text('language', 'lang', 'locale') ?? facts?.language ?? null;
  const { language, isGuessed, isOther } = languageOf(path, said, `${title}\n${words}`);
  const [, labelled = null] = LABELLED.exec(textOfRead(inside).slice(0, 400)) ?? [];
  const days = [
    fields.text('date', 'published', 'publishedat', 'datepublished', 'pubdate'),
    ...(facts?.days ?? []),
    labelled,
  ];
  const publishedAt =
    days.reduce<Instant | null>((known, day) => known ?? (day === null ? null : dayIn(day, timeZone)), null) ??
    dayInPath(path, timeZone);
  const uncredited = text.filter((one) => one.kind === 'picture' && one.credit === null);
  const faults: ImportFault[] = [
    ...(title === '' ? [{ code: 'file/noTitle' } as const] : []),
    ...(words.trim() === '' ? [{ code: 'file/noText' } as const] : []),
    ...(publishedAt === null ? [{ code: 'file/noDate' } as const] : []),
    ...(publishedAt !== null && publishedAt > now ? [{ code: 'file/dateAhead' } as const] : []),
    ...(isOther ? [{ code: 'file/otherLanguage', about: said ?? '' } as const] : []),
    ...(isGuessed ? [{ code: 'file/languageGuessed' } as const] : []),
    ...(uncredited.length > 0 ? [{ code: 'file/noCredit', about: String(uncredited.length) } as const] : []),
    ...[...new Set(dropped)].map((about) => ({ code: 'file/partsLeftOut', about }) as const),
  ];
  return {
    path,
    pair: fields.text('translationkey', 'pair', 'id', 'key') ?? fields.text('slug') ?? pairOf(path),
    language,
    title,
    publishedAt,
    teaser: (
      fields.text('summary', 'teaser', 'description', 'excerpt', 'abstract') ??
      facts?.summary ??
      teaserFrom(words, language)
    ).slice(0, 600),
    authors: fields.list('authors', 'author', 'byline').join(language === 'en' ? ', ' : '、') || facts?.authors || null,
    slug: fields.text('slug'),
    programme: fields.text('programme', 'program', 'project', 'category') ?? facts?.section ?? null,
    themes: [
      ...(fields.list('themes', 'tags', 'topics', 'keywords').length > 0
        ? fields.list('themes', 'tags', 'topics', 'keywords')
        : (facts?.tags ?? [])),
    ].slice(0, 20),
    names: [...fields.list('names', 'people'), ...fields.list('organizations', 'organisations')],
    addresses: oldPaths([
      ...fields.list('aliases', 'redirectfrom', 'oldurl', 'oldaddress', 'redirects'),
      ...fields.list('permalink', 'url'),
      ...(facts?.canonical ? [facts.canonical] : []),
    ]),
    blocks: text,
    faults,
  };
};

export const readFile = (path: string, bytes: Uint8Array, reading: Reading): ReadFile => {
  if (bytes.byteLength > LARGEST_TEXT) return nothingRead(path, 'file/tooLarge');
  const text = decoded(bytes);
  if (text === null) return nothingRead(path, 'file/unreadable');
  const split = splitFrontMatter(text.replace(/^\ufeff/, ''));
  if (!split) return nothingRead(path, 'file/badFrontMatter');
  try {
    if (/\.(?:md|markdown)$/i.test(path)) {
      const { blocks, dropped } = blocksOfMarkdown(split.body);
      return read(path, split.fields, null, blocks, dropped, reading);
    }
    const facts = pageFacts(htmlTree(split.body));
    const { blocks, dropped } = blocksOfHtml(facts.content);
    return read(path, split.fields, facts, blocks, dropped, reading);
  } catch (cause) {
    if (cause instanceof TooDeep) return nothingRead(path, 'file/tooDeep');
    throw cause;
  }
};
