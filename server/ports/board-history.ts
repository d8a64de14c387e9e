/** Port of the board's history: how each section stood at some times. Owns the shape only; what a body holds is the notes' own. */
import type { Instant, SeatId, WorkshopId } from '../../shared/kernel/ids.ts';

export interface BoardVersion {
  /** The section: an agenda item's id, or the general one. */
  readonly fragment: string;
  readonly at: Instant;
  /** Who had written in it since the version before. */
  readonly seats: readonly SeatId[];
}

/** The history of a workshop's board, unpacked. */
export interface BoardHistory {
  list(workshop: WorkshopId): Promise<readonly BoardVersion[]>;
  /** Every section as it stood then, by name: an editor's document as plain JSON. */
  asOf(
    workshop: WorkshopId,
    at: Instant,
  ): Promise<Readonly<Record<string, { readonly at: Instant; readonly section: unknown }>>>;
}

export interface BoardHistoryStore {
  /** Keeps versions; of a section that has many, older ones are thinned out. `files`: pictures that the body names, since it is packed. */
  keep(
    document: string,
    versions: readonly (BoardVersion & { readonly body: Uint8Array; readonly files: readonly string[] })[],
  ): Promise<void>;
  /** Every version there is, oldest first. */
  list(document: string): Promise<readonly BoardVersion[]>;
  /** Of each section the last version that is not younger than this. */
  asOf(
    document: string,
    at: Instant,
  ): Promise<readonly { readonly fragment: string; readonly at: Instant; readonly body: Uint8Array }[]>;
}
