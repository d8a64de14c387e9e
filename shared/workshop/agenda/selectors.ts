/** Readings of the agenda: what comes next, and clocks. What time it will become is projection.ts. */
import type { Instant } from '../../kernel/ids.ts';
import type { AgendaItem, AgendaState } from './types.ts';

/** The items in their order. */
export const itemsInOrder = (agenda: AgendaState): readonly AgendaItem[] =>
  agenda.order.flatMap((id) => agenda.items[id] ?? []);

export const currentItem = ({ current, items }: AgendaState): AgendaItem | null =>
  current === null ? null : (items[current] ?? null);

/** The planned items in the order in which `agenda/next` would begin them: those after the current one, then those passed by. */
export const itemsToCome = (agenda: AgendaState): readonly AgendaItem[] => {
  const items = itemsInOrder(agenda);
  const from = agenda.current === null ? -1 : agenda.order.indexOf(agenda.current);
  return [...items.slice(from + 1), ...items.slice(0, from + 1)].filter((item) => item.status === 'planned');
};

/** What `agenda/next` would begin. */
export const nextItem = (agenda: AgendaState): AgendaItem | null => itemsToCome(agenda)[0] ?? null;

/** How long an item's clock has run, in ms, over all its stretches; pauses are not charged. */
export const elapsedMs = (item: AgendaItem, now: Instant): number =>
  item.stretches.reduce((sum, stretch) => sum + Math.max(0, (stretch.until ?? now) - stretch.from), 0);

/** How long an item's clock stood while the item was current, in ms. */
const pausedMs = (item: AgendaItem, now: Instant): number =>
  item.stretches.reduce(
    (sum, { until, paused }, index) =>
      paused && until !== undefined ? sum + Math.max(0, (item.stretches[index + 1]?.from ?? now) - until) : sum,
    0,
  );

export const isPaused = (agenda: AgendaState): boolean => currentItem(agenda)?.stretches.at(-1)?.paused === true;

/** The minutes an item has: as planned, or as the chair settled. */
export const minutesOf = ({ allotted, minutes }: AgendaItem): number => allotted ?? minutes;

export const bufferOf = ({ bufferLeft, buffer }: AgendaItem): number => bufferLeft ?? buffer ?? 0;

export interface PlanAndActual {
  readonly item: AgendaItem;
  readonly plannedMs: number;
  readonly actualMs: number;
  readonly pausedMs: number;
}

/** Planned against actual, one line an item, in ms. */
export const plannedAndActual = (agenda: AgendaState, now: Instant): readonly PlanAndActual[] =>
  itemsInOrder(agenda).map((item) => ({
    item,
    plannedMs: item.minutes * 60_000,
    actualMs: elapsedMs(item, now),
    pausedMs: pausedMs(item, now),
  }));

export interface ItemClock {
  readonly elapsedMs: number;
  /** Below zero: over time. */
  readonly remainingMs: number;
}

export const itemClock = (item: AgendaItem, now: Instant): ItemClock => {
  const elapsed = elapsedMs(item, now);
  return { elapsedMs: elapsed, remainingMs: minutesOf(item) * 60_000 - elapsed };
};
