/**
 * The board's document in this browser and its line to the server. Owns reconnecting with a fresh ticket, and the word whether what was
 * typed is safe. Must not know the editor. Offline edits stay in the document and merge by themselves.
 */
import { signal } from '@lit-labs/signals';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import {
  MESSAGE_AUTHORS,
  MESSAGE_SAVED,
  MESSAGE_STANDING,
  NOTES_CLOSE,
  NOTES_PATH,
  NOTES_SCHEMA,
  NOTES_UPDATE_LIMIT,
  type NotesAuthors,
  type NotesStanding,
} from '../../shared/protocol/notes-messages.ts';
import { waitBefore } from '../connection/reconnect-policy.ts';
import type { Readable } from '../connection/signals.ts';
import { countingSocket, type SocketClass } from './counting-socket.ts';

/** 'reload': others write with a newer build, and this page would throw away what it does not understand. */
export type SavedState = 'saved' | 'saving' | 'notSaved' | 'offline' | 'readOnly' | 'reload';

/** What this browser keeps of the document, for a page that is opened anew without a line. */
export interface DocumentCopy {
  /** Null: nothing can be kept here. */
  changes(): Promise<{ readonly changes: readonly Uint8Array[]; readonly many: boolean } | null>;
  add(change: Uint8Array): void;
  fold(whole: Uint8Array): void;
  recall(word: string): Promise<unknown>;
  remember(word: string, value: unknown): void;
  close(): void;
}

type SyncHandler = WebsocketProvider['messageHandlers'][number];

export interface BoardConnectionOptions {
  /** `wss://host`, without a path. */
  readonly base: string;
  readonly workshop: WorkshopId;
  readonly ticket: () => Promise<string>;
  readonly socket?: SocketClass;
  readonly copy?: DocumentCopy;
  /** The server knows this seat no more. */
  readonly over?: () => void;
  /** 0 ≤ n < 1; full jitter of the waits. */
  readonly random?: () => number;
}

/** y-websocket's message types. */
const SYNC = 0;
/** Of a sync message: an update. */
const UPDATE = 2;

/** How long one try may hang on opening, ms: with the longest wait between tries, a returned server is found within 10 s. */
const TRY_MS = 5_000;

export class BoardConnection {
  readonly document = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly #saved$ = signal<SavedState>('offline');
  readonly #synced$ = signal(false);
  readonly #hasCopy$ = signal(false);
  readonly #isKept$ = signal(false);
  readonly #mayWrite$ = signal(false);
  readonly #authors$ = signal<NotesAuthors>({});
  readonly #options: BoardConnectionOptions;
  #sent = 0;
  #stored = 0;
  #notStored = false;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;
  #held: (() => void)[] | null = null;
  /** What the document held when the composition began: what was typed since has not been sent. */
  #unsentSince: Uint8Array | null = null;

  constructor(options: BoardConnectionOptions) {
    this.#options = options;
    const socket = countingSocket(options.socket ?? WebSocket, () => {
      this.#sent += 1;
      this.#reckon();
    });
    // Never by BroadcastChannel: two tabs would go round the server's rules.
    this.provider = new WebsocketProvider(`${options.base}${NOTES_PATH}`, `${options.workshop}/board`, this.document, {
      connect: false,
      disableBc: true,
      WebSocketPolyfill: socket,
    });
    this.#keepBackCompositions();
    const sync = this.provider.messageHandlers[SYNC];
    this.provider.messageHandlers[SYNC] = (encoder, decoder, provider, emitSynced, type) => {
      if (this.#held === null) sync?.(encoder, decoder, provider, emitSynced, type);
      else {
        const later = decoding.clone(decoder);
        this.#held.push(() => this.#answer(sync, later, emitSynced, type));
      }
    };
    this.provider.messageHandlers[MESSAGE_SAVED] = (_encoder, decoder) => {
      decoding.readVarUint8Array(decoder);
      this.#stored = decoding.readVarUint(decoder);
      this.#notStored = false;
      this.#reckon();
    };
    this.provider.messageHandlers[MESSAGE_STANDING] = (_encoder, decoder) =>
      this.#stand(JSON.parse(decoding.readVarString(decoder)) as NotesStanding);
    this.provider.messageHandlers[MESSAGE_AUTHORS] = (_encoder, decoder) => {
      const told = JSON.parse(decoding.readVarString(decoder)) as NotesAuthors;
      this.#authors$.set({ ...this.#authors$.get(), ...told });
    };
    this.provider.on('sync', (synced: boolean) => {
      if (synced) this.#attempt = 0;
      this.#synced$.set(synced);
      this.#reckon();
    });
    this.provider.on('status', ({ status }) => {
      if (status === 'connected') clearTimeout(this.#timer);
    });
    this.provider.on('connection-close', (event: CloseEvent | null) => this.#lost(event?.code));
    void this.#begin(options.copy);
  }

  /** What is typed now is there again when the page is opened anew, with or without a line. */
  get hasCopy$(): Readable<boolean> {
    return this.#hasCopy$;
  }
  /** The document stands here as it was last seen. */
  get isKept$(): Readable<boolean> {
    return this.#isKept$;
  }
  get saved$(): Readable<SavedState> {
    return this.#saved$;
  }
  get synced$(): Readable<boolean> {
    return this.#synced$;
  }
  /** Yjs client → seat, by the server's own record. */
  get authors$(): Readable<NotesAuthors> {
    return this.#authors$;
  }
  get mayWrite$(): Readable<boolean> {
    return this.#mayWrite$;
  }

  /** Whether a paste of this many characters can be sent; asked before it enters the document. */
  fits(characters: number): boolean {
    return characters * 3 < NOTES_UPDATE_LIMIT / 2;
  }

  /**
   * While something is being composed (Chinese input), others' words wait outside the document: changed under the composition, the line would
   * be redrawn and half of what was composed would stay. What is composed waits too: others are to see the word, not its pinyin.
   */
  hold(): void {
    if (this.#held !== null) return;
    this.#held = [];
    this.#unsentSince = Y.encodeStateVector(this.document);
  }

  release(): void {
    const [held, since] = [this.#held ?? [], this.#unsentSince];
    this.#held = null;
    this.#unsentSince = null;
    // First what is ours: read from the document rather than kept by letter, it holds nothing of what was composed and taken back.
    if (since !== null && this.#composed) this.#send(Y.encodeStateAsUpdate(this.document, since));
    this.#composed = false;
    for (const arrive of held) arrive();
    this.#reckon();
  }

  close(): void {
    this.#ended = true;
    this.#options.copy?.close();
    clearTimeout(this.#timer);
    this.provider.destroy();
    this.document.destroy();
  }

  #composed = false;

  /** The provider would send each letter at once: it is asked only outside compositions. */
  #keepBackCompositions(): void {
    const { provider, document } = this;
    const sendAtOnce = provider._updateHandler;
    document.off('update', sendAtOnce);
    document.on('update', (update: Uint8Array, origin: unknown) => {
      if (this.#unsentSince === null || origin === provider) return sendAtOnce(update, origin);
      this.#composed = true;
      this.#reckon();
    });
  }

  #send(update: Uint8Array): void {
    if (!this.provider.wsconnected) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, UPDATE);
    encoding.writeVarUint8Array(encoder, update);
    this.provider.ws?.send(encoding.toUint8Array(encoder));
  }

  #answer(sync: SyncHandler | undefined, decoder: decoding.Decoder, emitSynced: boolean, type: number): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, type);
    sync?.(encoder, decoder, this.provider, emitSynced, type);
    // More than its type: the server had asked something.
    if (encoding.length(encoder) > 1 && this.provider.wsconnected)
      this.provider.ws?.send(encoding.toUint8Array(encoder));
  }

  /** First what was kept here, so that the server is asked for the rest alone and hears what it does not have. */
  async #begin(copy: DocumentCopy | undefined): Promise<void> {
    const kept = copy === undefined ? null : await copy.changes();
    const isNewer = Number((await copy?.recall('schema')) ?? 0) > NOTES_SCHEMA;
    if (copy !== undefined && kept !== null && !isNewer && !this.#ended) {
      try {
        for (const change of kept.changes) Y.applyUpdate(this.document, change, copy);
        if (kept.many) copy.fold(Y.encodeStateAsUpdate(this.document));
        if (kept.changes.length > 0) {
          this.#mayWrite$.set((await copy.recall('mayWrite')) === true);
          this.#isKept$.set(true);
        }
        this.document.on('update', (change: Uint8Array) => copy.add(change));
        copy.remember('schema', NOTES_SCHEMA);
        this.#hasCopy$.set(true);
      } catch {
        // Damaged: the server has the whole, and the copy begins anew with it.
        copy.fold(Y.encodeStateAsUpdate(this.document));
      }
    }
    if (!this.#ended) await this.#try();
  }

  async #try(): Promise<void> {
    try {
      const ticket = await this.#options.ticket();
      if (this.#ended) return;
      this.#sent = 0;
      this.#stored = 0;
      this.provider.params = { ticket };
      this.provider.connect();
      // Ends as any lost line does, and is tried again.
      this.#timer = setTimeout(() => this.provider.disconnect(), TRY_MS);
    } catch {
      this.#again();
    }
  }

  /** The provider would try again with the ticket it has, which is used up: every wait and try is ours. */
  #lost(code: number | undefined): void {
    this.provider.shouldConnect = false;
    // What was held belonged to the line that is gone; the next sync brings it again.
    if (this.#held !== null) this.#held = [];
    if (this.#saved$.get() !== 'reload') this.#saved$.set('offline');
    if (code === NOTES_CLOSE.removed || code === NOTES_CLOSE.unknownDocument) {
      this.#ended = true;
      this.#options.over?.();
    }
    this.#again();
  }

  #again(): void {
    if (this.#ended) return;
    clearTimeout(this.#timer);
    this.#attempt += 1;
    const wait = waitBefore(this.#attempt, this.#options.random ?? Math.random);
    this.#timer = setTimeout(() => void this.#try(), wait);
  }

  #stand(standing: NotesStanding): void {
    if ((standing.schema ?? 0) > NOTES_SCHEMA) {
      // It comes before anything of the document.
      this.#ended = true;
      this.#mayWrite$.set(false);
      this.provider.disconnect();
      return this.#saved$.set('reload');
    }
    const promoted = standing.mayWrite && !this.#mayWrite$.get() && this.#sent > 0;
    this.#mayWrite$.set(standing.mayWrite);
    this.#options.copy?.remember('mayWrite', standing.mayWrite);
    // What was refused while reading only is still in the document: a new start offers it again.
    if (promoted && this.provider.synced) this.provider.disconnect();
    if (standing.refused !== undefined) this.#notStored = true;
    this.#reckon();
  }

  #reckon(): void {
    if (!this.provider.wsconnected || !this.provider.synced) this.#saved$.set('offline');
    else if (!this.#mayWrite$.get()) this.#saved$.set('readOnly');
    else if (this.#notStored) this.#saved$.set('notSaved');
    else this.#saved$.set(this.#stored >= this.#sent && this.#sent > 0 && !this.#composed ? 'saved' : 'saving');
  }
}
