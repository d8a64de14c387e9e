/**
 * What readers may filter by: programmes, themes and years of public updates. Owns that they are read anew only when something was saved
 * since, by whichever process: a search that has to gather them each time spends half of its time on them.
 */
import { sql } from 'kysely';
import type { LocalText } from '../../shared/kernel/language.ts';
import type { Term } from '../../shared/publication/publication.ts';
import type { PublicTerms } from '../ports/updates.ts';
import type { Database } from './database.ts';

/** Terms as the newest publication spells them. */
const termsOf = (rows: readonly { readonly key: string; readonly name: string }[]): readonly Term[] => {
  const terms = new Map<string, Term>();
  for (const { key, name } of rows) if (!terms.has(key)) terms.set(key, { key, name: JSON.parse(name) as LocalText });
  return [...terms.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
};

const readTerms = async (db: Database): Promise<PublicTerms> => {
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
    programmes: termsOf(programmes.flatMap(({ key, name }) => (key === null || name === null ? [] : [{ key, name }]))),
    themes: termsOf(themes),
    years: years.flatMap(({ year }) => (year === null ? [] : [year])),
  };
};

export const createPublicationTerms = (db: Database): (() => Promise<PublicTerms>) => {
  let known: { readonly revision: number; readonly terms: Promise<PublicTerms> } | null = null;
  return async () => {
    // The count is read before the terms: what is saved in between leaves terms newer than their count, which are read once more.
    const { revision } = await db.selectFrom('publication_terms').select('revision').executeTakeFirstOrThrow();
    if (known?.revision === revision) return known.terms;
    const reading = { revision, terms: readTerms(db) };
    known = reading;
    reading.terms.catch(() => {
      if (known === reading) known = null;
    });
    return reading.terms;
  };
};
