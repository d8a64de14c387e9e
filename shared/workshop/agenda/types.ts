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
  /** Minutes kept free after it, 0–120; absent: none. An overrun may be taken from them. */
  readonly buffer?: number;
  /** Limit of a speech while this item is current, whole minutes 1–120; absent: the workshop's. */
  readonly speechMinutes?: number;
  /** Where the slides stand: an http or https address; empty once taken away. */
  readonly deck?: string;
}

/** What a deck's address looks like; everybody is offered it as a link. */
export const DECK_ADDRESS = /^https?:\/\/[^\s"<>]{3,490}$/i;

/** One stretch in which an item's clock ran. An item taken up again has several, and so has one whose clock was paused. */
export interface Stretch {
  readonly from: Instant;
  readonly until?: Instant;
  /** It ended because the clock was paused; the pause lasts until the next stretch begins. */
  readonly paused?: true;
}

export interface AgendaItem extends ItemPlan {
  readonly id: AgendaItemId;
  readonly status: 'planned' | 'current' | 'done' | 'dropped';
  readonly stretches: readonly Stretch[];
  /** Minutes it has now, where the chair left it fewer than planned; the plan stays as it was. */
  readonly allotted?: number;
  /** Minutes left of its buffer, where some were taken. */
  readonly bufferLeft?: number;
}

export const SETTLEMENTS = ['absorb', 'shorten', 'extend'] as const;
/** How the chair settles lost time: from the buffers, from later items, or by a later end. Dropping an item is the fourth way. */
export type SettlementChoice = (typeof SETTLEMENTS)[number];

/** What an item has of its time, as settled; null: as planned. */
export interface Allotment {
  readonly item: AgendaItemId;
  readonly allotted: number | null;
  readonly bufferLeft: number | null;
}

export interface Settlement {
  readonly at: Instant;
  /** The item that was current. */
  readonly item: AgendaItemId | null;
  readonly choice: SettlementChoice;
  /** What it brought. */
  readonly minutes: number;
  /** What it replaced, so that it can be undone. */
  readonly before: readonly Allotment[];
  readonly endBefore: MovedEnd | null;
}

/** The workshop's end as the chair has moved it. */
export interface MovedEnd {
  readonly at: Instant;
  /** The brief's end at that time: once the organizers change that, theirs stands. */
  readonly insteadOf: Instant | null;
}

export interface AgendaState {
  readonly order: readonly AgendaItemId[];
  readonly items: Readonly<Record<AgendaItemId, AgendaItem>>;
  readonly current: AgendaItemId | null;
  readonly end: MovedEnd | null;
  /** When the chair last moved the end; notices are given only of what comes after. */
  readonly endMovedAt: Instant | null;
  /** The last notice given of the end coming near. */
  readonly notice: EndNotice | null;
  readonly settlements: readonly Settlement[];
}

export interface EndNotice {
  readonly end: Instant;
  readonly minutes: number;
}

/** Minutes before the end at which everyone is told, once. */
export const END_NOTICES = [10, 5] as const;
/** How long something may be taken back as if it had not happened, in ms. */
export const UNDO_MS = 60_000;

export type AgendaCommand =
  | { readonly type: 'agenda/add'; readonly item: AgendaItemId; readonly plan: ItemPlan; readonly index?: number }
  | { readonly type: 'agenda/edit'; readonly item: AgendaItemId; readonly plan: Partial<ItemPlan> }
  | { readonly type: 'agenda/move'; readonly item: AgendaItemId; readonly index: number }
  | { readonly type: 'agenda/drop'; readonly item: AgendaItemId }
  | { readonly type: 'agenda/restore'; readonly item: AgendaItemId }
  /** Makes the item current; an item that is current ends first. `hands`: what becomes of those waiting to speak, else as the rules say. */
  | { readonly type: 'agenda/begin'; readonly item: AgendaItemId; readonly hands?: 'keep' | 'clear' }
  /** Ends the current item and begins the next planned one when there is one. */
  | { readonly type: 'agenda/next'; readonly hands?: 'keep' | 'clear' }
  | { readonly type: 'agenda/endItem' }
  | { readonly type: 'agenda/pauseClock' }
  | { readonly type: 'agenda/resumeClock' }
  /** `items`: which later items to shorten; absent: all of them. */
  | {
      readonly type: 'agenda/settle';
      readonly choice: SettlementChoice;
      readonly minutes: number;
      readonly items?: readonly AgendaItemId[];
    }
  /** Takes the last settlement back. */
  | { readonly type: 'agenda/undoSettling' }
  /** By the clock: the end is near. */
  | { readonly type: 'agenda/tellEnd' };

export type AgendaEvent =
  | { readonly type: 'agenda/added'; readonly item: AgendaItemId; readonly plan: ItemPlan; readonly index: number }
  | { readonly type: 'agenda/edited'; readonly item: AgendaItemId; readonly plan: Partial<ItemPlan> }
  | { readonly type: 'agenda/moved'; readonly item: AgendaItemId; readonly index: number }
  | { readonly type: 'agenda/dropped'; readonly item: AgendaItemId }
  | { readonly type: 'agenda/restored'; readonly item: AgendaItemId }
  | { readonly type: 'agenda/itemBegun'; readonly item: AgendaItemId }
  | { readonly type: 'agenda/itemEnded'; readonly item: AgendaItemId }
  | { readonly type: 'agenda/clockPaused'; readonly item: AgendaItemId }
  | { readonly type: 'agenda/clockResumed'; readonly item: AgendaItemId }
  | {
      readonly type: 'agenda/settled';
      readonly choice: SettlementChoice;
      readonly minutes: number;
      readonly allotments: readonly Allotment[];
      readonly end?: MovedEnd;
    }
  | { readonly type: 'agenda/settlingUndone' }
  | { readonly type: 'agenda/endTold'; readonly notice: EndNotice };

export type AgendaRefusal =
  | 'agenda/unknownItem'
  | 'agenda/duplicateItem'
  | 'agenda/itemIsCurrent'
  | 'agenda/itemNotPlanned'
  | 'agenda/notDropped'
  | 'agenda/noCurrentItem'
  | 'agenda/full'
  | 'agenda/unknownPresenter'
  | 'agenda/badIndex'
  | 'agenda/alreadyPaused'
  | 'agenda/notPaused'
  | 'agenda/noBuffer'
  | 'agenda/nothingToShorten'
  | 'agenda/noEnd'
  | 'agenda/nothingToUndo'
  | 'agenda/notYet';
