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

export type Layout = 'speaker' | 'grid';

export interface Tile {
  readonly seat: SeatId;
  readonly picture: 'camera' | 'screen';
}

export interface Arrangement {
  readonly large: readonly Tile[];
  readonly strip: readonly Tile[];
}

export interface Seen {
  readonly self: SeatId;
  /** What others publish. */
  readonly remote: readonly { readonly seat: SeatId; readonly source: Source }[];
  /** Who was heard last, also when all are silent now; null when nobody was. */
  readonly heard: SeatId | null;
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
  const seats = seatsOnStage(view, seen.self, shownLarge(view));
  const screens: readonly Tile[] = seen.remote
    .filter(({ source }) => source === 'screen')
    .map(({ seat }) => ({ seat, picture: 'screen' }));
  const cameras = seats.map((seat): Tile => ({ seat, picture: 'camera' }));
  if (layout === 'grid') return { large: [...screens, ...cameras], strip: [] };
  if (screens.length > 0) return { large: screens, strip: cameras };
  const chosen = choose(seats, view, seen);
  return {
    large: cameras.filter(({ seat }) => seat === chosen),
    strip: cameras.filter(({ seat }) => seat !== chosen),
  };
};

/** Columns that leave the tiles largest in a wide field. */
export const columnsFor = (tiles: number): number => Math.max(1, Math.ceil(Math.sqrt(tiles)));
