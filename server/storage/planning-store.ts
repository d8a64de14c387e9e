/** Organizing in SQL: pages of an organization's workshops and agendas it has saved. What a deletion takes is workshop-removal.ts. */
import type { Instant, OwningOrganizationId } from '../../shared/kernel/ids.ts';
import type { LocalText } from '../../shared/kernel/language.ts';
import type { TemplateItem } from '../../shared/planning/templates.ts';
import { WORKSHOP_VIEWS, type PlanningStore, type WorkshopView } from '../ports/planning.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';
import { toSummary } from './fact-store.ts';
import { articlesOf, inView, matching } from './workshop-lists.ts';
import { countLosses, removeWorkshop } from './workshop-removal.ts';

/** What is to come: the next first. What was: the last first. */
const soonestFirst = (view: WorkshopView): boolean => view === 'upcoming' || view === 'drafts' || view === 'live';

export const createPlanningStore = (db: Database, commits: CommitGroup): PlanningStore => ({
  async page(search) {
    const { organizations, view, offset, limit } = search;
    if (organizations.length === 0) return { workshops: [], total: 0 };
    const found = db
      .selectFrom('workshops')
      .where('organization', 'in', [...organizations])
      .where((e) => inView(e, view))
      .where((e) => matching(e, search));
    const { total } = await found.select((e) => e.fn.countAll<number | string>().as('total')).executeTakeFirstOrThrow();
    const direction = soonestFirst(view) ? 'asc' : 'desc';
    const rows = await found
      .selectAll()
      // Those without a time come last, on both engines.
      .orderBy((e) => e.case().when('starts_at', 'is', null).then(1).else(0).end())
      .orderBy('starts_at', direction)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .offset(offset)
      .execute();
    const articles = await articlesOf(
      db,
      rows.map(({ id }) => id),
    );
    const workshops = rows.map((row) => ({
      ...toSummary(row),
      organization: (row.organization ?? '') as OwningOrganizationId,
      article: articles.get(row.id) ?? ('none' as const),
    }));
    return { workshops, total: Number(total) };
  },

  async counts(organizations) {
    const counted: Record<WorkshopView, number> = {
      upcoming: 0,
      live: 0,
      toPublish: 0,
      drafts: 0,
      archived: 0,
      all: 0,
    };
    if (organizations.length === 0) return counted;
    for (const view of WORKSHOP_VIEWS) {
      const { total } = await db
        .selectFrom('workshops')
        .select((e) => e.fn.countAll<number | string>().as('total'))
        .where('organization', 'in', [...organizations])
        .where((e) => inView(e, view))
        .executeTakeFirstOrThrow();
      counted[view] = Number(total);
    }
    return counted;
  },

  async templates(organizations) {
    if (organizations.length === 0) return [];
    const rows = await db
      .selectFrom('agenda_templates')
      .selectAll()
      .where('organization', 'in', [...organizations])
      .orderBy('created_at', 'desc')
      .execute();
    return rows.map(({ id, organization, name, items }) => ({
      id,
      organization: organization as OwningOrganizationId,
      name: JSON.parse(name) as LocalText,
      items: JSON.parse(items) as readonly TemplateItem[],
    }));
  },

  saveTemplate: ({ id, organization, name, items }, by, at: Instant) =>
    commits.write(async (trx) => {
      const row = { id, organization, created_by: by, created_at: at };
      await trx
        .insertInto('agenda_templates')
        .values({ ...row, name: JSON.stringify(name), items: JSON.stringify(items) })
        .execute();
    }),

  removeTemplate: (id) =>
    commits.write(async (trx) => {
      await trx.deleteFrom('agenda_templates').where('id', '=', id).execute();
    }),

  losses: (workshop) => countLosses(db, workshop),
  remove: (workshop) => commits.write((trx) => removeWorkshop(trx, workshop)),
});
