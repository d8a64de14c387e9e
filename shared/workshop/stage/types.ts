/** The stage: what may be heard and seen. Who publishes is media and ephemeral; what the chair has silenced is fact. */
import type { SeatId } from '../../kernel/ids.ts';

export const SOURCES = ['microphone', 'camera', 'screen'] as const;
export type Source = (typeof SOURCES)[number];

export interface StageState {
  /** Silenced by the chair: paused on the server until the person un-mutes. */
  readonly silenced: Readonly<Record<SeatId, readonly Source[]>>;
  /** Shown large for everyone instead of the holder of the floor. */
  readonly spotlight: SeatId | null;
}

export type StageCommand =
  | { readonly type: 'stage/silence'; readonly seat: SeatId; readonly source: Source }
  | { readonly type: 'stage/silenceAll' }
  /** The person takes the own microphone or camera back. */
  | { readonly type: 'stage/resume'; readonly source: Source }
  | { readonly type: 'stage/spotlight'; readonly seat: SeatId | null };

export type StageEvent =
  | { readonly type: 'stage/silenced'; readonly seat: SeatId; readonly source: Source }
  | { readonly type: 'stage/resumed'; readonly seat: SeatId; readonly source: Source }
  | { readonly type: 'stage/spotlit'; readonly seat: SeatId | null };

export type StageRefusal =
  'stage/alreadySilenced' | 'stage/notSilenced' | 'stage/waitsForFloor' | 'stage/alreadySpotlit';
