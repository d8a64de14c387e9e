/** The stage: what may be heard and seen. Who publishes is media and ephemeral; what the chair has silenced is fact. */
import type { SeatId } from '../../kernel/ids.ts';

export const SOURCES = ['microphone', 'camera', 'screen'] as const;
export type Source = (typeof SOURCES)[number];

/** Who may share a screen: whose role may, or of those the desk and who presents the current item. */
export const SHARINGS = ['all', 'presenters'] as const;
export type Sharing = (typeof SHARINGS)[number];

export interface StageState {
  /** Silenced by the chair: paused on the server until the person un-mutes. */
  readonly silenced: Readonly<Record<SeatId, readonly Source[]>>;
  /** Shown large for everyone instead of the holder of the floor. */
  readonly spotlight: SeatId | null;
  readonly sharing: Sharing;
  /** Asked by the desk to switch the microphone on, and not answered yet. */
  readonly asked: readonly SeatId[];
}

export type StageCommand =
  | { readonly type: 'stage/silence'; readonly seat: SeatId; readonly source: Source }
  /** `spare`: the speakers too, and who presents the current item. */
  | { readonly type: 'stage/silenceAll'; readonly spare?: 'speakers' }
  | { readonly type: 'stage/askToUnmute'; readonly seat: SeatId }
  /** The one who was asked has answered, by deed or by leaving it. */
  | { readonly type: 'stage/answerAsk' }
  | { readonly type: 'stage/limitSharing'; readonly sharing: Sharing }
  /** The person takes the own microphone or camera back. */
  | { readonly type: 'stage/resume'; readonly source: Source }
  | { readonly type: 'stage/spotlight'; readonly seat: SeatId | null };

export type StageEvent =
  | { readonly type: 'stage/silenced'; readonly seat: SeatId; readonly source: Source }
  | { readonly type: 'stage/resumed'; readonly seat: SeatId; readonly source: Source }
  | { readonly type: 'stage/spotlit'; readonly seat: SeatId | null }
  | { readonly type: 'stage/askedToUnmute'; readonly seat: SeatId }
  | { readonly type: 'stage/askAnswered'; readonly seat: SeatId }
  | { readonly type: 'stage/sharingLimited'; readonly sharing: Sharing };

export type StageRefusal =
  | 'stage/alreadySilenced'
  | 'stage/notSilenced'
  | 'stage/waitsForFloor'
  | 'stage/alreadySpotlit'
  | 'stage/alreadyAsked'
  | 'stage/notAsked';
