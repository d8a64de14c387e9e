/** What readers ask of program updates: lists, search, terms, related ones. Public publications only. Owns the queries. */
import { sql } from 'kysely';
import type { FileId, Instant, PublicationId } from '../../shared/kernel/ids.ts';
import { LANGUAGES, type Language } from '../../shared/kernel/language.ts';
import type { Publication } from '../../shared/publication/publication.ts';
import type { PublicationStore, PublicLine, PublicQuery, TokenQuery } from '../ports/updates.ts';
import type { Database } from './database.ts';
import type { PublicationSearch } from './publication-search.ts';
import { createPublicationTerms } from './publication-terms.ts';
import type { PublicationEditionsTable, PublicationsTable } from './tables/updates.ts';

type Lists = Pick<PublicationStore, 'search' | 'terms' | 'related'>;
type Found = Awaited<ReturnType<PublicationStore['search']>>;
type EditionRow = Omit<PublicationEditionsTable, 'text'> &
  Pick<PublicationsTable, 'published_at' | 'revised_at' | 'time_zone'>;

const languageOf = (text: string): Language => LANGUAGES.find((one) => one === text) ?? 'en';

const toLine = (row: EditionRow, editions: readonly EditionRow[], text: string): PublicLine => ({
  id: row.publication as PublicationId,
  language: languageOf(row.language),
  slugs: Object.fromEntries(
    editions.flatMap(({ language, slug }) => (slug === null ? [] : [[language, slug]])),
  ) as Publication['slugs'],
  headline: row.headline,
  teaser: row.teaser,
  text,
  picture: row.picture as FileId | null,
  publishedAt: (row.published_at ?? 0) as Instant,
  revisedAt: row.revised_at as Instant | null,
  timeZone: row.time_zone,
});

export const createPublicationLists = (db: Database, index: PublicationSearch): Lists => {
  /** The lines in the order of `wanted`, each in the language named there or, lacking that, in the other. */
  const lines = async (
    wanted: readonly { readonly id: string; readonly language: Language }[],
    withText = false,
  ): Promise<readonly PublicLine[]> => {
    if (wanted.length === 0) return [];
    const of = wanted.map(({ id }) => id);
    // Whole texts are long, and lie on pages of their own: they are read only where words are to be shown in them.
    const [rows, texts] = await Promise.all([
      db
        .selectFrom('publication_editions as e')
        .innerJoin('publications as p', 'p.id', 'e.publication')
        .select(['e.publication', 'e.language', 'e.slug', 'e.headline', 'e.teaser', 'e.picture'])
        .select(['p.published_at', 'p.revised_at', 'p.time_zone'])
        .where('e.publication', 'in', of)
        .execute(),
      withText
        ? db
            .selectFrom('publication_editions')
            .select(['publication', 'text'])
            .where((e) =>
              e.or(wanted.map(({ id, language }) => e.and([e('publication', '=', id), e('language', '=', language)]))),
            )
            .execute()
        : [],
    ]);
    const textOf = new Map(texts.map(({ publication, text }) => [publication, text]));
    return wanted.flatMap(({ id, language }) => {
      const editions = rows.filter(({ publication }) => publication === id);
      const row = editions.find((one) => one.language === language) ?? editions[0];
      return row ? [toLine(row, editions, textOf.get(id) ?? '')] : [];
    });
  };

  const found = ({ edition, programme, theme, year }: PublicQuery) =>
    db
      .selectFrom('publications as p')
      .where('p.status', '=', 'published')
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
      )
      .$if(edition !== undefined, (q) =>
        q.where((e) =>
          e.exists(
            e
              .selectFrom('publication_editions as e')
              .select('e.language')
              .whereRef('e.publication', '=', 'p.id')
              .where('e.language', '=', edition ?? ''),
          ),
        ),
      );

  const listed = async (query: PublicQuery): Promise<Found> => {
    const [rows, counted] = await Promise.all([
      found(query)
        .select('p.id')
        .orderBy('p.published_at', 'desc')
        .orderBy('p.id')
        .limit(query.limit)
        .offset(query.offset)
        .execute(),
      found(query)
        .select((e) => e.fn.countAll().as('n'))
        .executeTakeFirstOrThrow(),
    ]);
    const language = query.edition ?? query.language;
    return { lines: await lines(rows.map(({ id }) => ({ id, language }))), total: Number(counted.n) };
  };

  /** Only public ones have words in the index, so nothing else is asked unless there are filters. */
  const withWords = async (query: PublicQuery, tokens: TokenQuery): Promise<Found> => {
    const { language, edition, programme, theme, year } = query;
    const isFiltered = programme !== undefined || theme !== undefined || year !== undefined;
    const rows = await db
      .with('found', (from) =>
        from
          .selectFrom(index.matches(tokens).as('m'))
          .select(['m.publication as id', 'm.published_at'])
          .select(sql<number>`max(case when m.language = ${language} then 1 else 0 end)`.as('preferred'))
          .select(sql<number>`max(m.in_headline)`.as('in_headline'))
          .$if(edition !== undefined, (q) => q.where('m.language', '=', edition ?? ''))
          .$if(isFiltered, (q) =>
            q.where('m.publication', 'in', found({ ...query, edition: undefined }).select('p.id')),
          )
          .groupBy(['m.publication', 'm.published_at']),
      )
      .selectFrom('found')
      .select(['id', 'preferred'])
      .select(sql<number>`count(*) over ()`.as('total'))
      .orderBy('in_headline', 'desc')
      .orderBy('published_at', 'desc')
      .orderBy('id')
      .limit(query.limit)
      .offset(query.offset)
      .execute();
    const other: Language = language === 'en' ? 'zh-Hans' : 'en';
    const shown = rows.map(({ id, preferred }) => ({ id, language: edition ?? (preferred === 1 ? language : other) }));
    return { lines: await lines(shown, true), total: Number(rows[0]?.total ?? 0) };
  };

  return {
    search: (query) => (query.tokens === undefined ? listed(query) : withWords(query, query.tokens)),
    terms: createPublicationTerms(db),

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
