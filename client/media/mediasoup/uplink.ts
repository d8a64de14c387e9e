/**
 * What this person sends: a track per source, kept over reconnects, and its producer while there is a line. One queue per source, so that
 * quick clicks and a recovery never overlap. Must not know what others send.
 */
import { signal } from '@lit-labs/signals';
import type { types } from 'mediasoup-client';
import { SOURCES } from '../../../shared/workshop/stage/types.ts';
import type { Source } from '../../../shared/workshop/stage/types.ts';
import type { Readable } from '../../connection/signals.ts';
import { deviceFault, hasSecureContext } from '../device-faults.ts';
import { openDevice, tuneCamera } from '../devices.ts';
import type { MediaFault, OpenSource, OwnSource } from '../media-session.ts';
import { keepsCamera, type Mode } from '../mode.ts';
import { encodingOf, SCREEN_SOUND } from './encodings.ts';
import type { Line } from './line.ts';
import { MediaRefused } from './signalling.ts';

type Own = Readonly<Record<Source, OwnSource>>;

/** A source that is meant to be sent. */
interface Kept extends OpenSource {
  readonly track: MediaStreamTrack;
  readonly muted: boolean;
}

const OFF: OwnSource = { kind: 'off' };

export class Uplink {
  readonly #own$ = signal<Own>({ microphone: OFF, camera: OFF, screen: OFF });
  readonly #kept = new Map<Source, Kept>();
  readonly #producers = new Map<Source, types.Producer>();
  readonly #queues = new Map<Source, Promise<void>>();
  readonly #onTrouble: (cause: unknown) => void;
  #screenSound: types.Producer | null = null;
  #line: Line | null = null;
  #closed = false;

  /** `onTrouble` hears of failed requests that concern the whole session. */
  constructor(onTrouble: (cause: unknown) => void) {
    this.#onTrouble = onTrouble;
  }

  get own$(): Readable<Own> {
    return this.#own$;
  }

  turnOn(source: Source, deviceId?: string): Promise<void> {
    return this.#inTurn(source, async () => {
      const kept = this.#kept.get(source);
      // One that the system holds back may never be given back: it is opened anew.
      if (kept && deviceId === undefined && kept.track.readyState === 'live' && kept.held !== true) {
        const { stream, track } = kept;
        await this.#setMuted(source, { stream, track, muted: false });
        return;
      }
      const opened = await this.#open(source, deviceId);
      if (opened) await this.#take(source, opened);
    });
  }

  /** A running camera is brought to what the mode and the choice of blur want; one that the mode has no use for is switched off. */
  async adapt(mode: Mode): Promise<void> {
    const camera = this.#kept.get('camera');
    if (camera === undefined || camera.muted) return;
    if (keepsCamera(mode)) await tuneCamera(camera.track, mode);
    else await this.turnOff('camera');
  }

  turnOff(source: Source): Promise<void> {
    return this.#inTurn(source, async () => {
      const kept = this.#kept.get(source);
      if (!kept) return this.#set(source, OFF);
      if (source === 'screen') return this.#giveUp(source, OFF);
      // A muted microphone stays open, so that speaking again is instant; the camera's light must go out.
      if (source === 'camera') kept.track.stop();
      await this.#setMuted(source, { ...kept, muted: true });
    });
  }

  /** A new line: everything kept is produced on it again. */
  async join(line: Line): Promise<void> {
    this.#line = line;
    await Promise.all(SOURCES.map((source) => this.#inTurn(source, () => this.#produce(source))));
  }

  drop(): void {
    this.#line = null;
    for (const producer of this.#producers.values()) producer.close();
    this.#screenSound?.close();
    this.#screenSound = null;
    this.#producers.clear();
  }

  close(): void {
    this.#closed = true;
    this.drop();
    for (const { track } of this.#kept.values()) track.stop();
    this.#kept.clear();
    this.#own$.set({ microphone: OFF, camera: OFF, screen: OFF });
  }

  async #open(source: Source, deviceId: string | undefined): Promise<Kept | null> {
    if (!hasSecureContext()) {
      this.#fail(source, 'media/insecureContext');
      return null;
    }
    if (!this.#kept.has(source)) this.#set(source, { kind: 'starting' });
    try {
      const stream = await openDevice(source, deviceId);
      const [track] = source === 'microphone' ? stream.getAudioTracks() : stream.getVideoTracks();
      if (!track || this.#closed) {
        for (const one of stream.getTracks()) one.stop();
        return null;
      }
      // Unplugged, or sharing ended by the browser's own button; stop() of ours does not raise it.
      track.addEventListener('ended', () => void this.#inTurn(source, () => this.#onEnded(source, track)));
      for (const word of ['mute', 'unmute']) track.addEventListener(word, () => this.#onHeld(source, track));
      return { stream, track, muted: false };
    } catch (cause) {
      // Whoever closes the browser's window of screens has changed their mind; that is no failure.
      const changedMind = source === 'screen' && cause instanceof Error && cause.name === 'NotAllowedError';
      if (changedMind) this.#set(source, OFF);
      else this.#fail(source, deviceFault(cause));
      return null;
    }
  }

  /** The device in use from now on, in the place of what there was. */
  async #take(source: Source, opened: Kept): Promise<void> {
    this.#kept.get(source)?.track.stop();
    this.#kept.set(source, opened);
    this.#show(source);
    const producer = this.#producers.get(source);
    if (producer) {
      await producer.replaceTrack({ track: opened.track });
      await this.#setMuted(source, opened);
    } else await this.#produce(source);
  }

  /** Unplugged, or taken away by the browser: another device of the kind will do, and the person is told. */
  async #onEnded(source: Source, track: MediaStreamTrack): Promise<void> {
    const kept = this.#kept.get(source);
    if (kept?.track !== track) return;
    if (source === 'screen') return this.#giveUp(source, OFF);
    const opened = await this.#open(source, undefined);
    if (opened) await this.#take(source, { ...opened, muted: kept.muted, instead: opened.track.label });
    else await this.#giveUp(source, this.#own$.get()[source]);
  }

  /** The system takes the device or gives it back. */
  #onHeld(source: Source, track: MediaStreamTrack): void {
    const kept = this.#kept.get(source);
    if (kept?.track !== track) return;
    this.#kept.set(source, { ...kept, held: track.muted });
    this.#show(source);
  }

  async #giveUp(source: Source, then: OwnSource): Promise<void> {
    for (const track of this.#kept.get(source)?.stream.getTracks() ?? []) track.stop();
    this.#kept.delete(source);
    this.#set(source, then);
    const gone = [this.#producers.get(source), source === 'screen' ? this.#screenSound : null];
    this.#producers.delete(source);
    if (source === 'screen') this.#screenSound = null;
    for (const producer of gone) producer?.close();
    for (const producer of gone) if (producer) await this.#closeThere(producer.id);
  }

  /** The server may have withdrawn it already. */
  async #closeThere(producerId: string): Promise<void> {
    await this.#line?.ask('closeProducer', { producerId }).catch((cause: unknown) => {
      if (!(cause instanceof MediaRefused && cause.code === 'media/unknownId')) throw cause;
    });
  }

  async #setMuted(source: Source, kept: Kept): Promise<void> {
    this.#kept.set(source, kept);
    this.#show(source);
    const line = this.#line;
    const producer = this.#producers.get(source);
    if (!producer || !line) return kept.muted ? undefined : this.#produce(source);
    const producerId = producer.id;
    if (kept.muted) {
      producer.pause();
      await line.ask('pauseProducer', { producerId });
    } else {
      producer.resume();
      await line.ask('resumeProducer', { producerId });
    }
  }

  async #produce(source: Source): Promise<void> {
    const line = this.#line;
    const kept = this.#kept.get(source);
    // A camera muted before the line came has no live track; it is produced when it is switched on again.
    if (!line || line.closed || !kept || kept.track.readyState !== 'live' || this.#producers.has(source)) return;
    const transport = await line.send();
    if (line.closed) return;
    const producer = await transport.produce({
      ...encodingOf(source, line.device.sendRtpCapabilities),
      track: kept.track,
      stopTracks: false,
      appData: { source, paused: kept.muted },
    });
    if (line.closed) return producer.close();
    this.#producers.set(source, producer);
    producer.once('transportclose', () => {
      if (this.#producers.get(source) === producer) this.#producers.delete(source);
    });
    if (kept.muted) producer.pause();
    if (source === 'screen') await this.#produceSound(line, transport, kept.stream);
  }

  /** What is heard on the shared screen, where the browser gave it along. */
  async #produceSound(line: Line, transport: types.Transport, stream: MediaStream): Promise<void> {
    const [track] = stream.getAudioTracks();
    if (track?.readyState !== 'live') return;
    const appData = { source: 'screen', paused: false };
    const producer = await transport.produce({ ...SCREEN_SOUND, track, stopTracks: false, appData });
    if (line.closed) return producer.close();
    this.#screenSound = producer;
  }

  #inTurn(source: Source, work: () => Promise<void>): Promise<void> {
    const next = (this.#queues.get(source) ?? Promise.resolve()).then(async () => {
      const line = this.#line;
      try {
        if (!this.#closed) await work();
      } catch (cause) {
        if (cause instanceof MediaRefused && cause.lasting) this.#withdraw(source);
        // What broke with an older line is made good by the next join.
        else if (line === this.#line) this.#onTrouble(cause);
      }
    });
    this.#queues.set(source, next);
    return next;
  }

  #withdraw(source: Source): void {
    this.#kept.get(source)?.track.stop();
    this.#kept.delete(source);
    this.#fail(source, 'media/notAllowed');
  }

  #fail(source: Source, fault: MediaFault): void {
    this.#set(source, { kind: 'failed', fault });
  }

  #show(source: Source): void {
    const kept = this.#kept.get(source);
    if (kept === undefined) return;
    const { stream, muted, instead, held } = kept;
    this.#set(source, {
      kind: muted ? 'muted' : 'on',
      stream,
      ...(instead !== undefined && { instead }),
      ...(held === true && { held }),
    });
  }

  #set(source: Source, own: OwnSource): void {
    this.#own$.set({ ...this.#own$.get(), [source]: own });
  }
}
