/**
 * Who is shown large and who in the strip. Pure: facts, what is published and who was last heard come in, tiles come out.
 * Must not know sizes, streams or the page.
 */
import type { SeatId } from '../../../shared/kernel/ids.ts';
import { positionOf } from '../../../shared/workshop/floor/selectors.ts';
import { presentSeats } from '../../../shared/workshop/participants/selectors.ts';
import { roleMay } from '../../../shared/workshop/permissions.ts';
import { shownLarge } from '../../../shared/workshop/stage/selectors.ts';
import type { Source } from '../../../shared/workshop/stage/types.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';

/** `slides`: what is shown and who speaks, and nobody else; with nothing shown it is as `speaker`. */
export const LAYOUTS = ['speaker', 'grid', 'slides'] as const;
export type Layout = (typeof LAYOUTS)[number];

export interface Tile {
  readonly seat: SeatId;
  readonly picture: 'camera' | 'screen';
}

export interface Arrangement {
  /** An item's slides stand in the large place, before the tiles. */
  readonly slides: boolean;
  readonly large: readonly Tile[];
  readonly strip: readonly Tile[];
}

export interface Seen {
  readonly self: SeatId;
  /** What others publish. */
  readonly remote: readonly { readonly seat: SeatId; readonly source: Source }[];
  /** Who was heard last, also when all are silent now; null when nobody was. */
  readonly heard: SeatId | null;
  /** The tile that this person wants large, whatever happens. */
  readonly pinned?: string | null;
  /** An item's slides are on the stage. */
  readonly slides?: boolean;
}

export const tileKey = ({ seat, picture }: Tile): string => `${picture}:${seat}`;

/** The holder first, then raised hands in their order, then the order of seating; oneself last of those. */
const rank = (view: WorkshopState, self: SeatId, seat: SeatId): number => {
  if (view.floor.holder?.seat === seat) return -1;
  const position = positionOf(view.floor, seat);
  if (position !== null) return position;
  return seat === self ? 100_001 : 100_000;
};

/** Seats with a place on the stage: present, and allowed to be seen or shown large by rule. */
const seatsOnStage = (view: WorkshopState, self: SeatId, large: SeatId | null): readonly SeatId[] =>
  presentSeats(view.participants)
    .filter(({ id, role }) => roleMay(role, 'stage.publish') || id === large)
    .map(({ id }) => id)
    .toSorted((a, b) => rank(view, self, a) - rank(view, self, b));

const choose = (seats: readonly SeatId[], view: WorkshopState, { self, heard }: Seen): SeatId | null => {
  const others = seats.filter((seat) => seat !== self);
  return (
    [shownLarge(view), heard, others[0], seats[0]].find(
      (seat) => seat !== null && seat !== undefined && seats.includes(seat),
    ) ?? null
  );
};

export const arrange = (view: WorkshopState, seen: Seen, layout: Layout): Arrangement => {
  const { slides = false, pinned = null } = seen;
  const seats = seatsOnStage(view, seen.self, shownLarge(view));
  const screens: readonly Tile[] = seen.remote
    .filter(({ source }) => source === 'screen')
    .map(({ seat }) => ({ seat, picture: 'screen' }));
  const cameras = seats.map((seat): Tile => ({ seat, picture: 'camera' }));
  const isPinned = (tile: Tile): boolean => tileKey(tile) === pinned;
  const all = [...screens, ...cameras].toSorted((a, b) => Number(isPinned(b)) - Number(isPinned(a)));
  if (layout === 'grid') return { slides, large: all, strip: [] };
  const chosen = choose(seats, view, seen);
  const first = cameras.filter(({ seat }) => seat === chosen);
  const others = cameras.filter(({ seat }) => seat !== chosen);
  if (all[0] && isPinned(all[0])) {
    return {
      slides,
      large: all.slice(0, 1),
      strip: [...screens, ...first, ...others].filter((tile) => !isPinned(tile)),
    };
  }
  if (slides || screens.length > 0) {
    return { slides, large: screens, strip: layout === 'slides' ? first : [...first, ...others] };
  }
  return { slides, large: first, strip: others };
};

export interface Field {
  readonly width: number;
  readonly height: number;
}

/** A wide field before it was measured. */
const WIDE: Field = { width: 16, height: 9 };
const SHAPE = 16 / 9;

/** Columns that leave the tiles largest in this field; of two ways that do, the one with more columns. */
export const columnsFor = (tiles: number, { width, height }: Field = WIDE): number => {
  const widthOf = (columns: number): number => Math.min(width / columns, (height / Math.ceil(tiles / columns)) * SHAPE);
  let best = 1;
  for (let columns = 2; columns <= tiles; columns += 1) if (widthOf(columns) >= widthOf(best) - 1e-9) best = columns;
  return best;
};

/** On one page of the grid; more would cost the line more than faces of that size are worth. */
export const MOST_ON_A_PAGE = 20;
/** A tile smaller than this shows nobody. */
const SMALLEST = { width: 140, height: 84 };

/** How many tiles a page of the grid holds in this field, in CSS px. */
export const pageSize = ({ width, height }: Field): number =>
  Math.min(
    MOST_ON_A_PAGE,
    Math.max(2, Math.floor(width / SMALLEST.width) * Math.max(1, Math.floor(height / SMALLEST.height))),
  );
