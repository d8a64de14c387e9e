/**
 * What the others send: which producers there are, and a consumer for each sound and for each picture that is watched. Brings every one to what is
 * wanted, one after another for the same producer. Must not know what this person sends.
 */
import { signal } from '@lit-labs/signals';
import type { types } from 'mediasoup-client';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import type { MediaNotice, ProducerNotice } from '../../../shared/protocol/media-messages.ts';
import type { Source } from '../../../shared/workshop/stage/types.ts';
import type { Readable } from '../../connection/signals.ts';
import type { PictureSize, RemoteSource } from '../media-session.ts';
import { pictureIn, rememberedMode, type Mode } from '../mode.ts';
import { LAYER } from './encodings.ts';
import type { Line } from './line.ts';
import { fromWire, MediaRefused } from './signalling.ts';

interface Remote {
  notice: ProducerNotice;
  consumer: types.Consumer | null;
  stream: MediaStream | null;
  /** What the server was last told. */
  flowing: boolean;
  layer: 0 | 1 | 2 | null;
  queue: Promise<void>;
}

const LEFT_OUT: readonly string[] = ['media/unknownId', 'media/badParameters'];

const tile = (seat: SeatId, source: Source): string => `${seat}/${source}`;

export class Downlink {
  readonly #remote$ = signal<readonly RemoteSource[]>([]);
  readonly #speaking$ = signal<readonly SeatId[]>([]);
  readonly #remotes = new Map<string, Remote>();
  readonly #watched = new Map<string, PictureSize>();
  readonly #onTrouble: (cause: unknown) => void;
  #line: Line | null = null;
  #mode: Mode = rememberedMode();

  constructor(onTrouble: (cause: unknown) => void) {
    this.#onTrouble = onTrouble;
  }

  get remote$(): Readable<readonly RemoteSource[]> {
    return this.#remote$;
  }

  get speaking$(): Readable<readonly SeatId[]> {
    return this.#speaking$;
  }

  watch(seat: SeatId, source: Source, size: PictureSize | null): void {
    if (size === null) this.#watched.delete(tile(seat, source));
    else this.#watched.set(tile(seat, source), size);
    for (const remote of this.#remotes.values()) {
      if (remote.notice.seat === seat && remote.notice.source === source) this.#settle(remote);
    }
  }

  setMode(mode: Mode): void {
    this.#mode = mode;
    for (const remote of this.#remotes.values()) this.#settle(remote);
  }

  /** From here on notices are heard; those that overtook the answer of `attend` are kept. */
  attend(line: Line): void {
    this.#line = line;
  }

  add(producers: readonly ProducerNotice[]): void {
    for (const notice of producers) {
      if (this.#remotes.has(notice.producerId)) continue;
      const remote: Remote = {
        notice,
        consumer: null,
        stream: null,
        flowing: false,
        layer: null,
        queue: Promise.resolve(),
      };
      this.#remotes.set(notice.producerId, remote);
      this.#settle(remote);
    }
    this.#show();
  }

  hear(notice: MediaNotice): void {
    if (!this.#line) return;
    switch (notice.type) {
      case 'producerAdded':
        return this.add([notice.producer]);
      case 'producerPaused':
        return this.#markPaused(notice.producerId, true);
      case 'producerResumed':
        return this.#markPaused(notice.producerId, false);
      case 'producerClosed':
        return this.#remove(notice.producerId);
      case 'consumerClosed': {
        const gone = [...this.#remotes.values()].find(({ consumer }) => consumer?.id === notice.consumerId);
        return gone && this.#remove(gone.notice.producerId);
      }
      case 'speaking':
        return this.#speaking$.set(notice.levels.map(({ seat }) => seat));
      case 'lost':
        return;
    }
  }

  drop(): void {
    this.#line = null;
    for (const { consumer } of this.#remotes.values()) consumer?.close();
    this.#remotes.clear();
    this.#speaking$.set([]);
    this.#show();
  }

  close(): void {
    this.#watched.clear();
    this.drop();
  }

  /** How large a picture is to come: as it is drawn, or less in a mode that saves. */
  #size({ notice: { seat, source } }: Remote): PictureSize | null {
    const drawn = this.#watched.get(tile(seat, source));
    return drawn === undefined ? null : pictureIn(this.#mode, source, drawn);
  }

  #settle(remote: Remote): void {
    const line = this.#line;
    if (!line) return;
    remote.queue = remote.queue
      .then(() => this.#bring(line, remote))
      .catch((cause: unknown) => {
        // A producer that closed while it was asked for is no trouble: its notice is on the way. One that this browser cannot decode
        // is left out; all others go on.
        if (cause instanceof MediaRefused && LEFT_OUT.includes(cause.code)) return;
        if (this.#isCurrent(line, remote)) this.#onTrouble(cause);
      });
  }

  #isCurrent(line: Line, remote: Remote): boolean {
    return !line.closed && this.#remotes.get(remote.notice.producerId) === remote;
  }

  async #bring(line: Line, remote: Remote): Promise<void> {
    if (!this.#isCurrent(line, remote)) return;
    const heard = remote.notice.source === 'microphone' || remote.notice.sound === true;
    const size = heard ? null : this.#size(remote);
    const wanted = heard || size !== null;
    if (wanted && !remote.consumer) await this.#consume(line, remote);
    const { consumer } = remote;
    if (!consumer || !this.#isCurrent(line, remote)) return;
    const { id: consumerId } = consumer;
    const layer = size === null ? null : LAYER[size];
    const asks: Promise<unknown>[] = [];
    // The layer first, so that the first picture is of the right one already; the answers need not be waited for one by one.
    if (layer !== null && layer !== remote.layer) asks.push(line.ask('preferLayers', { consumerId, spatial: layer }));
    if (wanted !== remote.flowing) {
      if (wanted) consumer.resume();
      else consumer.pause();
      asks.push(line.ask(wanted ? 'resumeConsumer' : 'pauseConsumer', { consumerId }));
    }
    await Promise.all(asks);
    remote.layer = layer ?? remote.layer;
    if (wanted === remote.flowing) return;
    remote.flowing = wanted;
    remote.stream = wanted ? (remote.stream ?? new MediaStream([consumer.track])) : null;
    this.#show();
  }

  async #consume(line: Line, remote: Remote): Promise<void> {
    const { producerId, seat } = remote.notice;
    const transport = await line.receive();
    const offer = await line.ask('consume', { producerId });
    if (!this.#isCurrent(line, remote)) return;
    const consumer = await transport.consume({
      id: offer.consumerId,
      producerId,
      kind: offer.kind,
      rtpParameters: fromWire(offer.rtpParameters),
      // Sound and picture of one person in one stream id are kept in step by the browser; a screen goes its own way.
      streamId: remote.notice.source === 'screen' ? `${seat}-screen` : seat,
    });
    if (!this.#isCurrent(line, remote)) return consumer.close();
    remote.consumer = consumer;
  }

  #markPaused(producerId: string, paused: boolean): void {
    const remote = this.#remotes.get(producerId);
    if (!remote) return;
    remote.notice = { ...remote.notice, paused };
    this.#show();
  }

  #remove(producerId: string): void {
    const remote = this.#remotes.get(producerId);
    if (!remote) return;
    this.#remotes.delete(producerId);
    remote.consumer?.close();
    this.#show();
  }

  #show(): void {
    const list = [...this.#remotes.values()].map(({ notice: { seat, source, sound, paused }, stream }) => ({
      seat,
      source,
      ...(sound && { sound }),
      paused,
      stream,
    }));
    this.#remote$.set(list);
  }
}
