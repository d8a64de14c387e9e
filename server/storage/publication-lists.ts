/** What readers ask of program updates: lists, search, terms, related ones. Public publications only. Owns the queries. */
import { sql } from 'kysely';
import type { FileId, Instant, PublicationId } from '../../shared/kernel/ids.ts';
import { LANGUAGES, type Language, type LocalText } from '../../shared/kernel/language.ts';
import type { Publication, Term } from '../../shared/publication/publication.ts';
import type { PublicationStore, PublicLine, PublicQuery } from '../ports/updates.ts';
import type { Database } from './database.ts';
import type { PublicationSearch } from './publication-search.ts';
import type { PublicationEditionsTable, PublicationsTable } from './tables/updates.ts';

type Lists = Pick<PublicationStore, 'search' | 'terms' | 'related'>;
type EditionRow = PublicationEditionsTable & Pick<PublicationsTable, 'published_at' | 'revised_at' | 'time_zone'>;

const languageOf = (text: string): Language => LANGUAGES.find((one) => one === text) ?? 'en';

const toLine = (row: EditionRow, editions: readonly EditionRow[]): PublicLine => ({
  id: row.publication as PublicationId,
  language: languageOf(row.language),
  slugs: Object.fromEntries(
    editions.flatMap(({ language, slug }) => (slug === null ? [] : [[language, slug]])),
  ) as Publication['slugs'],
  headline: row.headline,
  teaser: row.teaser,
  text: row.text,
  picture: row.picture as FileId | null,
  publishedAt: (row.published_at ?? 0) as Instant,
  revisedAt: row.revised_at as Instant | null,
  timeZone: row.time_zone,
});

/** Terms as the newest publication spells them. */
const termsOf = (rows: readonly { readonly key: string; readonly name: string }[]): readonly Term[] => {
  const terms = new Map<string, Term>();
  for (const { key, name } of rows) if (!terms.has(key)) terms.set(key, { key, name: JSON.parse(name) as LocalText });
  return [...terms.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
};

export const createPublicationLists = (db: Database, index: PublicationSearch): Lists => {
  /** The lines in the order of `wanted`, each in the language named there or, lacking that, in the other. */
  const lines = async (
    wanted: readonly { readonly id: string; readonly language: Language }[],
  ): Promise<readonly PublicLine[]> => {
    if (wanted.length === 0) return [];
    const rows = await db
      .selectFrom('publication_editions as e')
      .innerJoin('publications as p', 'p.id', 'e.publication')
      .selectAll('e')
      .select(['p.published_at', 'p.revised_at', 'p.time_zone'])
      .where(
        'e.publication',
        'in',
        wanted.map(({ id }) => id),
      )
      .execute();
    return wanted.flatMap(({ id, language }) => {
      const editions = rows.filter(({ publication }) => publication === id);
      const row = editions.find((one) => one.language === language) ?? editions[0];
      return row ? [toLine(row, editions)] : [];
    });
  };

  const found = ({ tokens, edition, programme, theme, year, language }: PublicQuery) => {
    const base = db
      .selectFrom('publications as p')
      .innerJoin('publication_editions as e', 'e.publication', 'p.id')
      .where('p.status', '=', 'published')
      .$if(edition !== undefined, (q) => q.where('e.language', '=', edition ?? ''))
      .$if(programme !== undefined, (q) => q.where('p.programme', '=', programme ?? ''))
      .$if(year !== undefined, (q) => q.where('p.year', '=', year ?? 0))
      .$if(theme !== undefined, (q) =>
        q.where((e) =>
          e.exists(
            e
              .selectFrom('publication_themes as t')
              .select('t.theme')
              .whereRef('t.publication', '=', 'p.id')
              .where('t.theme', '=', theme ?? ''),
          ),
        ),
      );
    const hasPreferred = sql<number>`max(case when e.language = ${language} then 1 else 0 end)`;
    return tokens === undefined
      ? base.select(['p.id', 'p.published_at', hasPreferred.as('preferred'), sql<number>`0`.as('in_headline')])
      : base
          .innerJoin(index.matches(tokens).as('m'), (join) =>
            join.onRef('m.publication', '=', 'e.publication').onRef('m.language', '=', 'e.language'),
          )
          .select([
            'p.id',
            'p.published_at',
            hasPreferred.as('preferred'),
            sql<number>`max(m.in_headline)`.as('in_headline'),
          ]);
  };

  return {
    async search(query) {
      const all = found(query).groupBy(['p.id', 'p.published_at']);
      const rows = await db
        .with('found', () => all)
        .selectFrom('found')
        .select(['id', 'preferred'])
        .select(sql<number>`count(*) over ()`.as('total'))
        .orderBy('in_headline', 'desc')
        .orderBy('published_at', 'desc')
        .orderBy('id')
        .limit(query.limit)
        .offset(query.offset)
        .execute();
      const other: Language = query.language === 'en' ? 'zh-Hans' : 'en';
      const shown = rows.map(({ id, preferred }) => ({
        id,
        language: query.edition ?? (preferred === 1 ? query.language : other),
      }));
      return { lines: await lines(shown), total: rows[0]?.total ?? 0 };
    },

    async terms() {
      const isPublic = db.selectFrom('publications as p').where('p.status', '=', 'published');
      const [programmes, themes, years] = await Promise.all([
        isPublic
          .select(['p.programme as key', 'p.programme_name as name'])
          .where('p.programme', 'is not', null)
          .groupBy(['p.programme', 'p.programme_name'])
          .orderBy(sql`max(p.published_at)`, 'desc')
          .execute(),
        isPublic
          .innerJoin('publication_themes as t', 't.publication', 'p.id')
          .select(['t.theme as key', 't.name'])
          .groupBy(['t.theme', 't.name'])
          .orderBy(sql`max(p.published_at)`, 'desc')
          .execute(),
        isPublic.select('p.year').where('p.year', 'is not', null).distinct().orderBy('p.year', 'desc').execute(),
      ]);
      return {
        programmes: termsOf(
          programmes.flatMap(({ key, name }) => (key === null || name === null ? [] : [{ key, name }])),
        ),
        themes: termsOf(themes),
        years: years.flatMap(({ year }) => (year === null ? [] : [year])),
      };
    },

    async related(id, language, limit) {
      const own = db.selectFrom('publication_themes').select('theme').where('publication', '=', id);
      const programme = db.selectFrom('publications').select('programme').where('id', '=', id);
      const shared = sql<number>`count(t.theme) + max(case when p.programme = (${programme}) then 1 else 0 end)`;
      const rows = await db
        .selectFrom('publications as p')
        .leftJoin('publication_themes as t', (join) =>
          join.onRef('t.publication', '=', 'p.id').on('t.theme', 'in', own),
        )
        .select('p.id')
        .where('p.status', '=', 'published')
        .where('p.id', '!=', id)
        .groupBy(['p.id', 'p.published_at'])
        .having(shared, '>', 0)
        .orderBy(shared, 'desc')
        .orderBy('p.published_at', 'desc')
        .orderBy('p.id')
        .limit(limit)
        .execute();
      return lines(rows.map((row) => ({ id: row.id, language })));
    },
  };
};
