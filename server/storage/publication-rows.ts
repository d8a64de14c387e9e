/** A publication as rows: what is written beside its JSON, so that lists, filters and addresses need no parsing. */
import { photosOf, textOfBlocks } from '../../shared/document/text.ts';
import { LANGUAGES } from '../../shared/kernel/language.ts';
import { yearOf } from '../../shared/publication/days.ts';
import { languagesOf, type Publication } from '../../shared/publication/publication.ts';
import { slugKey } from '../../shared/publication/slugs.ts';
import type { VersionLine } from '../ports/updates.ts';
import type { Write } from './commit-group.ts';
import type { PublicationEditionsTable, PublicationsTable } from './tables/updates.ts';

export const publicationOf = (body: string): Publication => JSON.parse(body) as Publication;

const toRow = (one: Publication, changedAt: number): PublicationsTable => ({
  id: one.id,
  organization: one.organization,
  workshop: one.workshop,
  status: one.status,
  publish_at: one.publishAt,
  published_at: one.publishedAt,
  revised_at: one.revisedAt,
  time_zone: one.timeZone,
  year: one.publishedAt === null ? null : yearOf(one.publishedAt, one.timeZone),
  programme: one.programme?.key ?? null,
  programme_name: one.programme === null ? null : JSON.stringify(one.programme.name),
  changed_at: changedAt,
  version: one.version,
  body: JSON.stringify(one),
});

const editionRows = (one: Publication): readonly PublicationEditionsTable[] =>
  languagesOf(one).flatMap((language) => {
    const edition = one.editions[language];
    if (!edition) return [];
    const { headline, teaser, blocks } = edition;
    const picture = photosOf(blocks).find(({ file }) => file !== null)?.file ?? null;
    const slug = one.slugs[language] ?? null;
    return [{ publication: one.id, language, slug, headline, teaser, text: textOfBlocks(blocks), picture }];
  });

/** Writes the current row; false when another version than the one before stands there. */
export const putCurrent = async (trx: Write, one: Publication, at: number): Promise<boolean> => {
  const row = toRow(one, at);
  if (one.version === 1) {
    const added = await trx
      .insertInto('publications')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    return added !== undefined;
  }
  const { numUpdatedRows } = await trx
    .updateTable('publications')
    .set(row)
    .where('id', '=', one.id)
    .where('version', '=', one.version - 1)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const putVersion = async (trx: Write, one: Publication, line: Omit<VersionLine, 'version'>): Promise<void> => {
  const { at, by, change } = line;
  const { id: publication, version } = one;
  await trx
    .insertInto('publication_versions')
    .values({ publication, version, at, by_account: by, change, body: JSON.stringify(one) })
    .execute();
};

export const putEditions = async (trx: Write, one: Publication): Promise<void> => {
  await trx.deleteFrom('publication_editions').where('publication', '=', one.id).execute();
  for (const row of editionRows(one)) await trx.insertInto('publication_editions').values(row).execute();
};

export const putThemes = async (trx: Write, one: Publication): Promise<void> => {
  await trx.deleteFrom('publication_themes').where('publication', '=', one.id).execute();
  for (const { key, name } of one.themes) {
    await trx
      .insertInto('publication_themes')
      .values({ publication: one.id, theme: key, name: JSON.stringify(name) })
      .execute();
  }
};

/** What a publication once claimed stays its own; a slug of another is an error of the engine, which becomes a conflict. */
export const putSlugs = async (trx: Write, one: Publication): Promise<void> => {
  for (const language of LANGUAGES) {
    const slug = one.slugs[language];
    for (const claimed of [...(slug === undefined ? [] : [slug]), ...(one.aliases[language] ?? [])]) {
      const key = slugKey(claimed);
      const { numUpdatedRows } = await trx
        .updateTable('publication_slugs')
        .set({ language })
        .where('slug', '=', key)
        .where('publication', '=', one.id)
        .executeTakeFirst();
      if (numUpdatedRows === 0n)
        await trx.insertInto('publication_slugs').values({ slug: key, publication: one.id, language }).execute();
    }
  }
};
