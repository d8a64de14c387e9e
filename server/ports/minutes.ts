/** The port of what minutes were built on when they were sent out for corrections and when they were approved. Owns the shapes only. */
import type { Instant, WorkshopId } from '../../shared/kernel/ids.ts';
import type { Board } from '../../shared/notes/blocks.ts';

export interface MinutesVersion {
  readonly workshop: WorkshopId;
  /** The entry of the workshop's log that made it a version; its facts are found again by it. */
  readonly seq: number;
  readonly at: Instant;
  readonly phase: 'review' | 'approved';
  /** As it was then; facts are not kept twice. */
  readonly board: Board;
}

export interface MinutesVersionStore {
  /** What is kept once of an entry stays. */
  keep(version: MinutesVersion): Promise<void>;
  /** In their order. */
  of(workshop: WorkshopId): Promise<readonly MinutesVersion[]>;
}
