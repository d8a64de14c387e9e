/** Which workshops a view shows, as conditions of a query, and how far the article of each has come. Must not know who asks. */
import type { ExpressionBuilder, SqlBool, Expression } from 'kysely';
import type { ArticleStanding, WorkshopSearch, WorkshopView } from '../ports/planning.ts';
import type { Database } from './database.ts';
import type { Tables } from './schema.ts';

type Build = ExpressionBuilder<Tables, 'workshops'>;

const isPublished = (e: Build): Expression<SqlBool> =>
  e.exists(
    e
      .selectFrom('publications')
      .select('publications.id')
      .whereRef('publications.workshop', '=', 'workshops.id')
      .where('publications.status', 'in', ['published', 'embargoed', 'withdrawn']),
  );

export const inView = (e: Build, view: WorkshopView): Expression<SqlBool> => {
  const shelf = e('archived', '=', view === 'archived' ? 1 : 0);
  switch (view) {
    case 'all':
      return e('id', 'is not', null);
    case 'archived':
      return shelf;
    case 'live':
      return e('phase', '=', 'live');
    case 'upcoming':
      return e.and([shelf, e('phase', '=', 'scheduled'), e('stage', '!=', 'draft')]);
    case 'drafts':
      return e.and([shelf, e('phase', '=', 'scheduled'), e('stage', '=', 'draft')]);
    case 'toPublish':
      return e.and([shelf, e('phase', '=', 'ended'), e.not(isPublished(e))]);
  }
};

/** `%` and `_` stand for themselves. */
const within = (q: string): string => `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

export const matching = (e: Build, { q, from, until }: WorkshopSearch): Expression<SqlBool> =>
  e.and([
    ...(q === '' ? [] : [e.or([like(e, 'title', q), like(e, 'glance', q)])]),
    ...(from === null ? [] : [e('starts_at', '>=', from)]),
    ...(until === null ? [] : [e('starts_at', '<', until)]),
  ]);

const like = (e: Build, column: 'title' | 'glance', q: string): Expression<SqlBool> =>
  e(e.fn<string>('lower', [column]), 'like', within(q));

/** By workshop; who is not named has none. */
export const articlesOf = async (
  db: Database,
  workshops: readonly string[],
): Promise<ReadonlyMap<string, ArticleStanding>> => {
  if (workshops.length === 0) return new Map();
  const written = await db
    .selectFrom('draft_entries')
    .select('workshop')
    .distinct()
    .where('workshop', 'in', [...workshops])
    .execute();
  const waiting = await db
    .selectFrom('approval_links')
    .select('approval_links.workshop')
    .distinct()
    .where('approval_links.workshop', 'in', [...workshops])
    .where('revoked_at', 'is', null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('approval_answers')
            .select('approval_answers.id')
            .whereRef('approval_answers.link', '=', 'approval_links.id'),
        ),
      ),
    )
    .execute();
  const published = await db
    .selectFrom('publications')
    .select('workshop')
    .distinct()
    .where('workshop', 'in', [...workshops])
    .where('status', 'in', ['published', 'embargoed', 'withdrawn'])
    .execute();
  const standing = new Map<string, ArticleStanding>();
  for (const { workshop } of written) standing.set(workshop, 'written');
  for (const { workshop } of waiting) standing.set(workshop, 'waiting');
  for (const { workshop } of published) if (workshop !== null) standing.set(workshop, 'published');
  return standing;
};
