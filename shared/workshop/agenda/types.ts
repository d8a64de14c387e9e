/** The agenda: its items in order, which one is current, and what was planned against what happened. */
import type { AgendaItemId, Instant, OrganizationId, PersonId } from '../../kernel/ids.ts';
import type { LocalText } from '../../kernel/language.ts';

export const ITEM_KINDS = ['opening', 'presentation', 'opinions', 'discussion', 'vote', 'break', 'closing'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Who presents or gives an opinion: a person, or an organization whose representative is not named. */
export type Presenter =
  | { readonly kind: 'person'; readonly person: PersonId }
  | { readonly kind: 'organization'; readonly organization: OrganizationId };

/** What the organizers set. */
export interface ItemPlan {
  readonly kind: ItemKind;
  readonly title: LocalText;
  /** What it is about, as a noun phrase that fits after "on" or "about"; used by the draft. */
  readonly topic?: LocalText;
  /** Planned length in whole minutes, 1–600. */
  readonly minutes: number;
  readonly presenters: readonly Presenter[];
  /** Said here stays here: nothing of this item enters the draft. */
  readonly offTheRecord: boolean;
}

/** One stretch in which an item was current; an item taken up again has several. */
export interface Stretch {
  readonly from: Instant;
  readonly until?: Instant;
}

export interface AgendaItem extends ItemPlan {
  readonly id: AgendaItemId;
  readonly status: 'planned' | 'current' | 'done' | 'dropped';
  readonly stretches: readonly Stretch[];
}

export interface AgendaState {
  readonly order: readonly AgendaItemId[];
  readonly items: Readonly<Record<AgendaItemId, AgendaItem>>;
  readonly current: AgendaItemId | null;
}

export type AgendaCommand =
  | { readonly type: 'agenda/add'; readonly item: AgendaItemId; readonly plan: ItemPlan; readonly index?: number }
  | { readonly type: 'agenda/edit'; readonly item: AgendaItemId; readonly plan: Partial<ItemPlan> }
  | { readonly type: 'agenda/move'; readonly item: AgendaItemId; readonly index: number }
  | { readonly type: 'agenda/drop'; readonly item: AgendaItemId }
  | { readonly type: 'agenda/restore'; readonly item: AgendaItemId }
  /** Makes the item current; an item that is current ends first. */
  | { readonly type: 'agenda/begin'; readonly item: AgendaItemId }
  /** Ends the current item and begins the next planned one when there is one. */
  | { readonly type: 'agenda/next' }
  | { readonly type: 'agenda/endItem' };

export type AgendaEvent =
  | { readonly type: 'agenda/added'; readonly item: AgendaItemId; readonly plan: ItemPlan; readonly index: number }
  | { readonly type: 'agenda/edited'; readonly item: AgendaItemId; readonly plan: Partial<ItemPlan> }
  | { readonly type: 'agenda/moved'; readonly item: AgendaItemId; readonly index: number }
  | { readonly type: 'agenda/dropped'; readonly item: AgendaItemId }
  | { readonly type: 'agenda/restored'; readonly item: AgendaItemId }
  | { readonly type: 'agenda/itemBegun'; readonly item: AgendaItemId }
  | { readonly type: 'agenda/itemEnded'; readonly item: AgendaItemId };

export type AgendaRefusal =
  | 'agenda/unknownItem'
  | 'agenda/duplicateItem'
  | 'agenda/itemIsCurrent'
  | 'agenda/itemNotPlanned'
  | 'agenda/notDropped'
  | 'agenda/noCurrentItem'
  | 'agenda/full'
  | 'agenda/unknownPresenter'
  | 'agenda/badIndex';
