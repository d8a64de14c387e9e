/** Readings of the agenda: what comes next, and clocks. */
import type { Instant } from '../../kernel/ids.ts';
import type { AgendaItem, AgendaState } from './types.ts';

/** The items in their order. */
export const itemsInOrder = (agenda: AgendaState): readonly AgendaItem[] =>
  agenda.order.flatMap((id) => agenda.items[id] ?? []);

export const currentItem = ({ current, items }: AgendaState): AgendaItem | null =>
  current === null ? null : (items[current] ?? null);

/** What `agenda/next` would begin: the first planned item after the current one, else the first planned item at all. */
export const nextItem = (agenda: AgendaState): AgendaItem | null => {
  const items = itemsInOrder(agenda);
  const from = agenda.current === null ? -1 : agenda.order.indexOf(agenda.current);
  return (
    items.slice(from + 1).find((item) => item.status === 'planned') ??
    items.find((item) => item.status === 'planned') ??
    null
  );
};

/** How long an item has been current, in ms, over all its stretches. */
export const elapsedMs = (item: AgendaItem, now: Instant): number =>
  item.stretches.reduce((sum, stretch) => sum + Math.max(0, (stretch.until ?? now) - stretch.from), 0);

/** Planned against actual, one line an item, in ms. */
export const plannedAndActual = (
  agenda: AgendaState,
  now: Instant,
): readonly { readonly item: AgendaItem; readonly plannedMs: number; readonly actualMs: number }[] =>
  itemsInOrder(agenda).map((item) => ({ item, plannedMs: item.minutes * 60_000, actualMs: elapsedMs(item, now) }));

export interface ItemClock {
  readonly elapsedMs: number;
  /** Below zero: over time. */
  readonly remainingMs: number;
}

export const itemClock = (item: AgendaItem, now: Instant): ItemClock => {
  const elapsed = elapsedMs(item, now);
  return { elapsedMs: elapsed, remainingMs: item.minutes * 60_000 - elapsed };
};
