/**
 * What time each item begins and ends: as planned, and as it will be if things go on as they do now. Pure in state and time, so that every
 * viewer writes the same instants in the own zone. Rules A15–A18 of SPEC.md.
 */
import type { AgendaItemId, Instant } from '../../kernel/ids.ts';
import { instant } from '../../kernel/ids.ts';
import type { WorkshopState } from '../workshop.ts';
import { bufferOf, currentItem, itemClock, itemsInOrder, itemsToCome, minutesOf } from './selectors.ts';
import type { AgendaItem } from './types.ts';

type Timed = Pick<WorkshopState, 'agenda' | 'brief' | 'session'>;

export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

export interface ProjectedItem {
  readonly item: AgendaItem;
  /** Null: no beginning is known, or the item was dropped. */
  readonly planned: Span | null;
  /** As it was or as it will be. Null too where it was never taken up and never will be. */
  readonly expected: Span | null;
}

export interface Projection {
  /** In the agenda's order. */
  readonly items: readonly ProjectedItem[];
  /** When the last item will be over; null when no beginning is known. */
  readonly end: Instant | null;
  /** When the workshop is to end. */
  readonly limit: Instant | null;
  /** How far the projected end lies beyond the limit, in ms; below zero: to spare. */
  readonly overMs: number;
}

const MINUTE_MS = 60_000;
const later = (at: Instant, ms: number): Instant => instant(at + ms);

/** A plan whose whole time was over when the workshop began tells nothing of today: the beginning counts instead. */
const planIsPast = ({ brief, session }: Timed): boolean =>
  session.phase !== 'scheduled' && brief.endsAt !== undefined && brief.endsAt <= session.begunAt;

const plannedBeginning = (state: Timed): Instant | null => {
  const { brief, session } = state;
  if (brief.startsAt !== undefined && !planIsPast(state)) return brief.startsAt;
  return session.phase === 'scheduled' ? null : session.begunAt;
};

const plannedMs = ({ agenda }: Timed): number =>
  itemsInOrder(agenda).reduce((sum, item) => (item.status === 'dropped' ? sum : sum + item.minutes * MINUTE_MS), 0);

/** When the workshop is to end: as the chair moved it, else as in the brief, else when the planned minutes are over. */
export const workshopEnd = (state: Timed): Instant | null => {
  const { agenda, brief } = state;
  if (agenda.end !== null && agenda.end.insteadOf === (brief.endsAt ?? null)) return agenda.end.at;
  if (brief.endsAt !== undefined && !planIsPast(state)) return brief.endsAt;
  const beginning = plannedBeginning(state);
  return beginning === null || agenda.order.length === 0 ? null : later(beginning, plannedMs(state));
};

const plannedSpans = (state: Timed): ReadonlyMap<AgendaItemId, Span> => {
  const spans = new Map<AgendaItemId, Span>();
  let at = plannedBeginning(state);
  if (at === null) return spans;
  for (const item of itemsInOrder(state.agenda)) {
    if (item.status === 'dropped') continue;
    const until = later(at, item.minutes * MINUTE_MS);
    spans.set(item.id, { from: at, until });
    at = later(until, (item.buffer ?? 0) * MINUTE_MS);
  }
  return spans;
};

const spanSoFar = (item: AgendaItem, now: Instant): Span | null => {
  const [first] = item.stretches;
  return first === undefined ? null : { from: first.from, until: item.stretches.at(-1)?.until ?? now };
};

/** From when on what is still planned can follow. */
const resumption = (state: Timed, now: Instant): Instant | null => {
  const { agenda, session } = state;
  if (session.phase === 'scheduled') {
    const beginning = plannedBeginning(state);
    return beginning === null ? null : instant(Math.max(beginning, now));
  }
  const current = currentItem(agenda);
  if (current === null) return now;
  return later(now, Math.max(0, itemClock(current, now).remainingMs));
};

export const projection = (state: Timed, now: Instant): Projection => {
  const { agenda, session } = state;
  const planned = plannedSpans(state);
  const expected = new Map<AgendaItemId, Span>();
  for (const item of itemsInOrder(agenda)) {
    const span = spanSoFar(item, now);
    if (span !== null) expected.set(item.id, span);
  }
  let end = session.phase === 'ended' ? session.endedAt : resumption(state, now);
  if (end !== null && session.phase !== 'ended') {
    const current = currentItem(agenda);
    const begun = current === null ? undefined : expected.get(current.id);
    if (current !== null && begun !== undefined) expected.set(current.id, { from: begun.from, until: end });
    let from = current === null ? end : later(end, bufferOf(current) * MINUTE_MS);
    for (const item of itemsToCome(agenda)) {
      const until = later(from, minutesOf(item) * MINUTE_MS);
      expected.set(item.id, { from, until });
      from = later(until, bufferOf(item) * MINUTE_MS);
      end = until;
    }
  }
  const limit = workshopEnd(state);
  return {
    items: itemsInOrder(agenda).map((item) => ({
      item,
      planned: planned.get(item.id) ?? null,
      expected: expected.get(item.id) ?? null,
    })),
    end,
    limit,
    overMs: end === null || limit === null ? 0 : end - limit,
  };
};
