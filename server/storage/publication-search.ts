/**
 * The index behind the search of program updates: FTS5 in SQLite, a tsvector in PostgreSQL, both fed with ready tokens, so that a word is
 * the same word in either. Owns everything that differs between the engines; must not know what a token means.
 */
import { sql, type RawBuilder } from 'kysely';
import type { EditionTokens, TokenQuery } from '../ports/updates.ts';
import type { Write } from './commit-group.ts';

export type Engine = 'sqlite' | 'postgres';

/** Editions that match, with the day they are listed by; `in_headline` is 1 where the headline alone does. */
type Matches = RawBuilder<{
  readonly publication: string;
  readonly language: string;
  readonly published_at: number;
  readonly in_headline: number;
}>;

export interface Indexed {
  readonly publication: string;
  readonly language: string;
  readonly publishedAt: number;
}

export interface PublicationSearch {
  put(trx: Write, of: Indexed, tokens: EditionTokens): Promise<void>;
  remove(trx: Write, publication: string): Promise<void>;
  matches(query: TokenQuery): Matches;
}

/** Quotes are doubled, so that whatever a token holds, it stays one. */
const inQuotes = (token: string, mark: '"' | "'"): string => `${mark}${token.replaceAll(mark, mark + mark)}${mark}`;

const sqlite: PublicationSearch = {
  async put(trx, { publication, language, publishedAt }, { headline, body }) {
    const { rows } = await sql<{ id: number }>`insert into publication_search_rows (publication, language, published_at)
      values (${publication}, ${language}, ${publishedAt}) returning id`.execute(trx);
    await sql`insert into publication_search (rowid, headline, body)
      values (${rows[0]?.id ?? 0}, ${headline.join(' ')}, ${body.join(' ')})`.execute(trx);
  },
  async remove(trx, publication) {
    await sql`delete from publication_search
      where rowid in (select id from publication_search_rows where publication = ${publication})`.execute(trx);
    await sql`delete from publication_search_rows where publication = ${publication}`.execute(trx);
  },
  matches({ words, beginnings }) {
    const all = [
      ...words.map((token) => inQuotes(token, '"')),
      ...beginnings.map((token) => `${inQuotes(token, '"')} *`),
    ].join(' AND ');
    const inHeadline = `{headline} : (${all})`;
    return sql`(select r.publication, r.language, r.published_at,
        case when r.id in (select rowid from publication_search where publication_search match ${inHeadline}) then 1 else 0 end
          as in_headline
      from publication_search as s join publication_search_rows as r on r.id = s.rowid
      where publication_search match ${all})`;
  },
};

const postgres: PublicationSearch = {
  async put(trx, { publication, language, publishedAt }, { headline, body }) {
    const inAll = [...new Set([...headline, ...body])];
    await sql`insert into publication_search (publication, language, published_at, headline, tokens)
      values (${publication}, ${language}, ${publishedAt}, array_to_tsvector(${[...new Set(headline)]}::text[]), array_to_tsvector(${inAll}::text[]))`.execute(
      trx,
    );
  },
  async remove(trx, publication) {
    await sql`delete from publication_search where publication = ${publication}`.execute(trx);
  },
  matches({ words, beginnings }) {
    // A backslash too would be read as an escape inside the quotes.
    const quoted = (token: string): string => inQuotes(token.replaceAll('\\', '\\\\'), "'");
    const all = [...words.map(quoted), ...beginnings.map((token) => `${quoted(token)}:*`)].join(' & ');
    return sql`(select publication, language, published_at, (headline @@ ${all}::tsquery)::int as in_headline
      from publication_search where tokens @@ ${all}::tsquery)`;
  },
};

export const publicationSearch = (engine: Engine): PublicationSearch => (engine === 'sqlite' ? sqlite : postgres);
