/**
 * This person's media in one workshop, as the screen sees it. Owns the interface; mediasoup/ implements it (the only importer of
 * mediasoup-client). Must not know the screen nor sockets: it speaks through a Connection.
 */
import type { SeatId } from '../../shared/kernel/ids.ts';
import type { LineQuality } from '../../shared/protocol/workshop-messages.ts';
import type { Source } from '../../shared/workshop/stage/types.ts';
import type { Readable } from '../connection/signals.ts';
import type { Mode } from './mode.ts';

/** Why there is no picture or sound, as a stable word; the screen says it in the user's language. */
export type MediaFault =
  | 'media/insecureContext'
  | 'media/noDevice'
  | 'media/deviceRefused'
  | 'media/deviceBusy'
  | 'media/notAllowed'
  | 'media/unavailable'
  | 'media/networkBlocked';

export type MediaState =
  | { readonly kind: 'off' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'up' }
  | { readonly kind: 'recovering' }
  | { readonly kind: 'failed'; readonly fault: MediaFault };

/** A device that is open for a source. */
export interface OpenSource {
  readonly stream: MediaStream;
  /** The name of the device that took the place of one that was unplugged; '' where the browser tells no names. */
  readonly instead?: string;
  /** The system has taken the device away for a while, for a phone call perhaps: nothing comes out of it now. */
  readonly held?: boolean;
}

/** One of this person's own sources. `silenced` by the chair comes from the facts (stage slice), not from here. */
export type OwnSource =
  | { readonly kind: 'off' }
  | { readonly kind: 'starting' }
  | ({ readonly kind: 'on' | 'muted' } & OpenSource)
  | { readonly kind: 'failed'; readonly fault: MediaFault };

/** Something another seat publishes. `stream` is null until it is watched (or, for sound, until it arrives). */
export interface RemoteSource {
  readonly seat: SeatId;
  readonly source: Source;
  /** The sound of a shared screen. */
  readonly sound?: true;
  readonly paused: boolean;
  readonly stream: MediaStream | null;
}

/** How large a watched picture is drawn: picks the simulcast layer. */
export type PictureSize = 'small' | 'medium' | 'large';

export interface MediaSession {
  readonly state$: Readable<MediaState>;
  readonly own$: Readable<Readonly<Record<Source, OwnSource>>>;
  readonly remote$: Readable<readonly RemoteSource[]>;
  /** Who is heard now, loudest first. */
  readonly speaking$: Readable<readonly SeatId[]>;
  /** How the line carried over the last seconds; null while there is none. */
  readonly quality$: Readable<LineQuality | null>;
  /** Begins; from then on follows the connection: enters again after each reconnect, restart or lost worker, with the same tracks. */
  start(): void;
  /** Switches a source on (asks for the device when needed), or resumes it when muted. */
  turnOn(source: Source, deviceId?: string): Promise<void>;
  /** Mutes: the producer is paused and the device's light goes out for the camera. */
  turnOff(source: Source): Promise<void>;
  /** Pictures are fetched only while watched; null stops. Sound is always fetched. */
  watch(seat: SeatId, source: Source, size: PictureSize | null): void;
  /** What is fetched and how large an own camera is, from now on. */
  setMode(mode: Mode): void;
  close(): void;
}
