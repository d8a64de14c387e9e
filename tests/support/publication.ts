// Publications for tests: a small one in both languages, to be varied.
import { id, instant, type FileId, type PublicationId } from '../../shared/kernel/ids.ts';
import type { Edition, Publication } from '../../shared/publication/publication.ts';

export const edition = (headline: string, text: string, more: Partial<Edition> = {}): Edition => ({
  headline,
  teaser: text,
  authors: null,
  blocks: [{ kind: 'paragraph', spans: [{ text }] }],
  ...more,
});

/** 2020-03-26 in Beijing, in the evening before in New York. */
export const MARCH_26 = instant(Date.UTC(2020, 2, 25, 18));

export const publication = (more: Partial<Publication> = {}): Publication => ({
  id: id<PublicationId>('update-1'),
  organization: null,
  workshop: null,
  origin: 'written',
  programme: { key: 'cities', name: { en: 'Low-carbon Cities', 'zh-Hans': '低碳城市' } },
  themes: [{ key: 'consumption', name: { en: 'Consumption', 'zh-Hans': '消费' } }],
  names: [],
  editions: {
    en: edition('First Online Workshop was Held', 'Experts agreed that now is the time.'),
    'zh-Hans': edition('首次线上研讨会召开', '专家一致认为时机已到。'),
  },
  slugs: {},
  aliases: {},
  status: 'draft',
  publishAt: null,
  publishedAt: null,
  timeZone: 'Asia/Shanghai',
  revisedAt: null,
  corrections: [],
  createdAt: instant(1_800_000_000_000),
  version: 1,
  ...more,
});

export const photo = (file: string | null, credit: string | null, caption: string | null = 'The meeting') =>
  ({ kind: 'photo', file: file === null ? null : id<FileId>(file), caption, credit }) as const;
