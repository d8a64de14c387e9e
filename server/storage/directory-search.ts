/**
 * Finding in the directory, by one query for both engines: every term must begin some token of the entry or of an organization it names.
 * Also pairs that share a key. Owns the ranking; must not know what tokens and keys are made of.
 */
import { sql } from 'kysely';
import type { DirectoryKind } from '../../shared/directory/entries.ts';
import type { DirectoryId } from '../../shared/kernel/ids.ts';
import type { DirectorySearch, DirectoryStore, KeptEntry } from '../ports/directory.ts';
import type { Database } from './database.ts';
import { toKept } from './directory-rows.ts';

/** Behind every text that begins with a term, by bytes. */
const LAST = '\u{10ffff}';
/** What a whole word counts more than a beginning. */
const WHOLE = 4;
/** An organization's own weight counts less for who merely works there. */
const BY_ORGANIZATION = 3;

const matching = (db: Database, kind: DirectoryKind, term: string) => {
  const score = (less: number) =>
    sql<number>`directory_tokens.weight - ${sql.lit(less)} + (case when directory_tokens.token = ${term} then ${sql.lit(WHOLE)} else 0 end)`;
  const own = db
    .selectFrom('directory_tokens')
    .select(['directory_tokens.entry as id', score(0).as('score')])
    .where('kind', '=', kind)
    .where('token', '>=', term)
    .where('token', '<', term + LAST);
  if (kind === 'organization') return own;
  return own.unionAll(
    db
      .selectFrom('directory_tokens')
      .innerJoin('directory_references', 'directory_references.target', 'directory_tokens.entry')
      .select(['directory_references.holder as id', score(BY_ORGANIZATION).as('score')])
      .where('directory_tokens.kind', '=', 'organization')
      .where('directory_references.kind', '=', kind)
      .where('token', '>=', term)
      .where('token', '<', term + LAST),
  );
};

/** Entries that match every term, each with the sum of its best scores. */
const matchingAll = (db: Database, kind: DirectoryKind, terms: readonly string[]) => {
  const each = terms.map((term, at) =>
    db
      .selectFrom(matching(db, kind, term).as('hit'))
      .select(['id', sql<number>`max(score)`.as('score'), sql<number>`${sql.lit(at)}`.as('term')])
      .groupBy('id'),
  );
  const [first, ...rest] = each;
  if (!first) throw new RangeError('a search without terms');
  const all = rest.reduce((query, one) => query.unionAll(one), first);
  return db
    .selectFrom(all.as('one'))
    .select(['id', sql<number>`sum(score)`.as('score')])
    .groupBy('id')
    .having(sql<boolean>`count(*) = ${sql.lit(terms.length)}`);
};

export const searchDirectory = async (
  db: Database,
  { kind, terms, organization, sort, offset, limit }: DirectorySearch,
): ReturnType<DirectoryStore['search']> => {
  const sorted = sort === 'latin' ? ('sort_latin' as const) : ('sort_pinyin' as const);
  const base = db
    .selectFrom('directory_entries')
    .select(['body', 'version', 'changed_at', sql<number>`count(*) over ()`.as('total')])
    .where('kind', '=', kind)
    .$if(organization !== undefined, (query) =>
      query.where('directory_entries.id', 'in', (sub) =>
        sub
          .selectFrom('directory_references')
          .select('holder')
          .where('target', '=', organization ?? ''),
      ),
    );
  const query =
    terms.length === 0
      ? base
      : base
          .innerJoin(matchingAll(db, kind, terms).as('match'), 'match.id', 'directory_entries.id')
          .orderBy('match.score', 'desc');
  const rows = await query.orderBy(sorted).orderBy('directory_entries.id').offset(offset).limit(limit).execute();
  const found: readonly KeptEntry[] = rows.map(toKept);
  return { total: Number(rows[0]?.total ?? 0), found };
};

/** A key that more than this many share tells nobody apart. */
const SHARED_BY_AT_MOST = 12;

export const pairsSharing = async (
  db: Database,
  kind: DirectoryKind,
  limit: number,
): ReturnType<DirectoryStore['pairs']> => {
  const rows = await db
    .selectFrom('directory_keys as one')
    .innerJoin('directory_keys as other', (join) =>
      join
        .onRef('other.kind', '=', 'one.kind')
        .onRef('other.key', '=', 'one.key')
        .onRef('other.entry', '>', 'one.entry'),
    )
    .leftJoin('directory_apart', (join) =>
      join.onRef('directory_apart.a', '=', 'one.entry').onRef('directory_apart.b', '=', 'other.entry'),
    )
    .select(['one.entry as a', 'other.entry as b', sql<string>`min(one.key)`.as('key')])
    .where('one.kind', '=', kind)
    .where('directory_apart.a', 'is', null)
    .where('one.key', 'in', (sub) =>
      sub
        .selectFrom('directory_keys')
        .select('key')
        .where('kind', '=', kind)
        .groupBy('key')
        .having(sql<boolean>`count(*) between 2 and ${sql.lit(SHARED_BY_AT_MOST)}`),
    )
    .groupBy(['one.entry', 'other.entry'])
    .orderBy(sql`min(one.key)`)
    .orderBy('one.entry')
    .orderBy('other.entry')
    .limit(limit)
    .execute();
  return rows.map(({ a, b, key }) => ({ a: a as DirectoryId, b: b as DirectoryId, key }));
};
