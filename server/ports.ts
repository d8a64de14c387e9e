/**
 * The ports: what the product asks of the world, as interfaces. Owns no behaviour. Adapters (storage, media, files) implement them,
 * workshops and gateways use them, app.ts joins the two. Every method may reject with a Fault (faults.ts) and with nothing else.
 */
import type {
  AccountId,
  AgendaItemId,
  CommandId,
  FileId,
  Instant,
  OwningOrganizationId,
  SeatId,
  WorkshopId,
} from '../shared/kernel/ids.ts';
import type { Language, LocalText } from '../shared/kernel/language.ts';
import type { Glance } from '../shared/planning/glance.ts';
import type { MediaErrorCode, MediaMethod, MediaNotice, MediaRequests } from '../shared/protocol/media-messages.ts';
import type { BoxChange } from '../shared/workshop/concealed.ts';
import type { Stage } from '../shared/workshop/planning/types.ts';
import type { MediaOrder } from '../shared/workshop/media-orders.ts';
import type { Source } from '../shared/workshop/stage/types.ts';
import type { Entry } from '../shared/workshop/workshop.ts';

/** The server's clock. The only source of Instants; manual in tests. */
export interface Clock {
  now(): Instant;
  /** Calls once when `at` has come (at once when it is past); the answer cancels. */
  alarm(at: Instant, ring: () => void): () => void;
}

/** Randomness, apart so that tests can count. */
export interface Mint {
  /** A fresh id of 22 URL-safe characters (128 bits). */
  id(): string;
  /** A secret of 43 URL-safe characters (256 bits). */
  secret(): string;
}

/** A line of the list of workshops; derived from entries and rewritten with them, so that lists need no replay. */
export interface WorkshopSummary {
  readonly id: WorkshopId;
  readonly title: LocalText;
  readonly language: Language;
  readonly phase: 'scheduled' | 'live' | 'ended';
  readonly startsAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly createdAt: Instant;
  /** How it came to be: 'started', 'imported', 'demo'. */
  readonly origin: 'started' | 'imported' | 'demo';
  readonly endsAt: Instant | null;
  readonly stage: Stage;
  readonly archived: boolean;
  /** Null: nothing was written since lists know of it. */
  readonly glance: Glance | null;
}

/** Whose a workshop is: no fact of the workshop, so it stands beside the log. */
export interface WorkshopOwner {
  readonly organization: OwningOrganizationId | null;
  /** Who founded it. */
  readonly account: AccountId | null;
}

/** Facts: the log of each workshop. */
export interface FactStore {
  /** Writes the summary and the first entries in one transaction. Without an owner it belongs to who holds its links. */
  create(summary: WorkshopSummary, entries: readonly Entry[], owner?: WorkshopOwner): Promise<void>;
  /**
   * Appends in one transaction; resolves only when it is durable (fsync). Entries of several workshops of one tick may be committed together.
   * A `seq` already there is a Fault ('store/conflict'): somebody else writes this workshop. `box`: what becomes of a ballot box with them.
   * `rewritten`: earlier entries out of which the new ones take something (shared/workshop/erasing.ts), replaced in the same transaction.
   */
  append(
    workshop: WorkshopId,
    entries: readonly Entry[],
    summary: WorkshopSummary,
    box?: BoxChange,
    rewritten?: readonly Entry[],
  ): Promise<void>;
  /** The counts in a poll's ballot box; empty when nothing lies in it. */
  box(workshop: WorkshopId, poll: CommandId): Promise<readonly number[]>;
  /** All entries by seq, as stored (not upcast); null when the workshop is unknown. */
  load(workshop: WorkshopId): Promise<{ readonly summary: WorkshopSummary; readonly entries: readonly Entry[] } | null>;
  list(): Promise<readonly WorkshopSummary[]>;
}

/** Prose: Yjs documents as an append-only log of updates and a snapshot that stands for the first of them. */
export interface StoredProse {
  readonly snapshot: Uint8Array | null;
  readonly updates: readonly Uint8Array[];
  /** The number of the last update, 0 when there is none. */
  readonly last: number;
}

export interface ProseStore {
  load(document: string): Promise<StoredProse>;
  /** Durable on resolve. Answers the number of the last update. */
  append(
    document: string,
    updates: readonly { readonly body: Uint8Array; readonly seat: SeatId | null; readonly at: Instant }[],
  ): Promise<number>;
  /** Replaces snapshot and all updates up to and including `upTo`, keeping the previous snapshot as the last good one. */
  compact(document: string, upTo: number, snapshot: Uint8Array): Promise<void>;
  /** Puts a damaged document aside under a new name and answers the last good snapshot, if any. */
  quarantine(document: string, reason: string, at: Instant): Promise<StoredProse>;
}

/** Photos: re-encoded on arrival, named at random, found by workshop and id only. */
export interface StoredFile {
  readonly id: FileId;
  readonly workshop: WorkshopId;
  readonly mediaType: 'image/webp' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly uploadedBy: SeatId | null;
  readonly at: Instant;
}

export type FileRefusal = 'file/tooLarge' | 'file/notAPicture' | 'file/tooManyPixels' | 'file/tooMany';

export interface FileRecords {
  add(file: StoredFile): Promise<void>;
  find(workshop: WorkshopId, id: FileId): Promise<StoredFile | null>;
  count(workshop: WorkshopId): Promise<number>;
  /** Kept before this instant, and named by nothing else that is stored: no fact, no board, no draft, no entry of the directory. */
  unmentioned(before: Instant): Promise<readonly StoredFile[]>;
  of(workshop: WorkshopId, by: SeatId): Promise<readonly StoredFile[]>;
  remove(file: FileId): Promise<void>;
}

export interface FileCabinet {
  /** Checks, turns upright, strips metadata, re-encodes and keeps. */
  keep(
    workshop: WorkshopId,
    by: SeatId | null,
    body: Uint8Array,
  ): Promise<{ readonly ok: true; readonly file: StoredFile } | { readonly ok: false; readonly code: FileRefusal }>;
  open(workshop: WorkshopId, id: FileId): Promise<{ readonly file: StoredFile; readonly path: string } | null>;
  /** Whose pictures these are: what this seat has uploaded. */
  uploadsOf(workshop: WorkshopId, by: SeatId): Promise<readonly { readonly file: StoredFile; readonly path: string }[]>;
  /** Removes what was kept before this instant and is mentioned nowhere, and files that nobody knows of. Answers how many. */
  purge(before: Instant): Promise<number>;
  /** Every picture of a workshop that is deleted; its records go with its rows. */
  forget(workshop: WorkshopId): Promise<void>;
}

/** What the media plane asks of the facts before it lets anybody be heard or seen. */
export interface MediaRules {
  mayPublish(seat: SeatId, source: Source): boolean;
  /** True while the chair has silenced this source: the producer starts paused and cannot be resumed by media means. */
  isSilenced(seat: SeatId, source: Source): boolean;
}

export type MediaAnswer<M extends MediaMethod> =
  | { readonly ok: true; readonly answer: MediaRequests[M]['answer'] }
  | { readonly ok: false; readonly error: { readonly code: MediaErrorCode; readonly detail?: string } };

/** One person's place on the media plane; closed with the connection, opened anew by the next `enter`. */
export interface MediaSeat {
  request<M extends MediaMethod>(method: M, ask: MediaRequests[M]['ask']): Promise<MediaAnswer<M>>;
  leave(): void;
}

export interface MediaRoom {
  /** A second call for the same seat closes the first one's transports: same person twice is one tile. */
  seat(seat: SeatId, notify: (notice: MediaNotice) => void): MediaSeat;
  obey(orders: readonly MediaOrder[]): void;
  close(): void;
}

export interface MediaPlane {
  open(workshop: WorkshopId, rules: MediaRules): Promise<MediaRoom>;
  /** 'up', or why media is not to be had just now. */
  health(): { readonly workers: number; readonly rooms: number; readonly up: boolean };
  close(): Promise<void>;
}

/** What the notes gateway asks of a running workshop. */
export interface NotesRules {
  /** 'write', 'read', or null: not at this table. */
  standing(seat: SeatId): 'write' | 'read' | null;
  /** Calls after each entry; the answer stops it. */
  onChange(heard: () => void): () => void;
  readonly items: () => readonly AgendaItemId[];
  /** Whether what is written in that section is kept nowhere but on the board itself. */
  isOffTheRecord(section: string): boolean;
}
