/** Ports of organizing: lists of an organization's workshops, agendas it has saved, and what goes when a workshop is deleted. */
import type { AccountId, Instant, OwningOrganizationId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { Template } from '../../shared/planning/templates.ts';
import type { WorkshopSummary } from '../ports.ts';

export const WORKSHOP_VIEWS = ['upcoming', 'live', 'toPublish', 'drafts', 'archived', 'all'] as const;
export type WorkshopView = (typeof WORKSHOP_VIEWS)[number];

/** How far the article of a workshop has come. */
export type ArticleStanding = 'none' | 'written' | 'waiting' | 'published';

export interface ListedWorkshop extends WorkshopSummary {
  readonly organization: OwningOrganizationId;
  readonly article: ArticleStanding;
}

export interface WorkshopSearch {
  readonly organizations: readonly OwningOrganizationId[];
  readonly view: WorkshopView;
  /** In the title, the series and the hosts. */
  readonly q: string;
  /** Beginning from then on, and before then. */
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly offset: number;
  readonly limit: number;
}

export interface PlanningStore {
  page(search: WorkshopSearch): Promise<{ readonly workshops: readonly ListedWorkshop[]; readonly total: number }>;
  counts(organizations: readonly OwningOrganizationId[]): Promise<Readonly<Record<WorkshopView, number>>>;
  templates(organizations: readonly OwningOrganizationId[]): Promise<readonly SavedTemplate[]>;
  saveTemplate(template: SavedTemplate, by: AccountId, at: Instant): Promise<void>;
  removeTemplate(id: string): Promise<void>;
  /** How much of each kind there is. */
  losses(workshop: WorkshopId): Promise<Losses>;
  /** Everything that is kept of it, in one transaction; the audit log and what was published stay. */
  remove(workshop: WorkshopId): Promise<void>;
}

export interface SavedTemplate extends Template {
  readonly organization: OwningOrganizationId;
}

export interface Losses {
  readonly entries: number;
  readonly files: number;
  readonly lines: number;
  readonly links: number;
  /** Of people who came in. */
  readonly seats: number;
  readonly drafts: number;
  /** Stays on the public pages. */
  readonly published: number;
}
