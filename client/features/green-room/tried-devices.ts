/**
 * The camera and the microphone that are being tried: those the room has open already, or ones opened for the trial and closed after it.
 * Owns opening and closing; must not know the screen. A second opening of a device that is in use would silence it on some phones.
 */
import type { MediaFault, MediaSession } from '../../media/media-session.ts';
import { deviceFault, hasSecureContext } from '../../media/device-faults.ts';
import { listDevices, openDevice, rememberDevice, type DeviceKind, type FoundDevice } from '../../media/devices.ts';

export type Tried = 'camera' | 'microphone';

export interface Trial {
  readonly stream: MediaStream | null;
  readonly fault: MediaFault | null;
}

const NOTHING: Trial = { stream: null, fault: null };

const stop = (stream: MediaStream | null): void => stream?.getTracks().forEach((track) => track.stop());

export class TriedDevices {
  readonly #changed: () => void;
  readonly #media: () => MediaSession | null;
  readonly #opened: Record<Tried, Trial> = { camera: NOTHING, microphone: NOTHING };
  #lists: Readonly<Record<DeviceKind, readonly FoundDevice[]>> = { camera: [], microphone: [], speaker: [] };
  #closed = true;

  constructor(media: () => MediaSession | null, changed: () => void) {
    this.#media = media;
    this.#changed = changed;
  }

  readonly #plugged = (): void => void this.#relist();

  async #relist(): Promise<void> {
    const [camera, microphone, speaker] = await Promise.all([
      listDevices('camera'),
      listDevices('microphone'),
      listDevices('speaker'),
    ]);
    if (this.#closed) return;
    this.#lists = { camera, microphone, speaker };
    this.#changed();
  }

  listed(kind: DeviceKind): readonly FoundDevice[] {
    return this.#lists[kind];
  }

  trial(kind: Tried): Trial {
    const own = this.#media()?.own$.get()[kind];
    return own?.kind === 'on' ? { stream: own.stream, fault: null } : this.#opened[kind];
  }

  /** The device in use now. */
  used(kind: Tried): string {
    return this.trial(kind).stream?.getTracks()[0]?.getSettings().deviceId ?? '';
  }

  /** Camera first and microphone after it: some browsers lose a question that is asked beside another. */
  async open(): Promise<void> {
    this.#closed = false;
    if (!hasSecureContext()) {
      this.#opened.camera = this.#opened.microphone = { stream: null, fault: 'media/insecureContext' };
      return this.#changed();
    }
    navigator.mediaDevices.addEventListener('devicechange', this.#plugged);
    for (const kind of ['camera', 'microphone'] as const) if (this.trial(kind).stream === null) await this.#open(kind);
    await this.#relist();
  }

  /** In the room a running source changes over; otherwise the choice is tried here and kept. */
  async choose(kind: Tried, id: string): Promise<void> {
    const media = this.#media();
    if (media?.own$.get()[kind].kind === 'on') await media.turnOn(kind, id);
    else await this.#open(kind, id);
    rememberDevice(kind, id);
    this.#changed();
  }

  close(): void {
    this.#closed = true;
    navigator.mediaDevices?.removeEventListener('devicechange', this.#plugged);
    for (const kind of ['camera', 'microphone'] as const) {
      stop(this.#opened[kind].stream);
      this.#opened[kind] = NOTHING;
    }
  }

  async #open(kind: Tried, id?: string): Promise<void> {
    const before = this.#opened[kind].stream;
    try {
      const stream = await openDevice(kind, id);
      stop(before);
      if (this.#closed) return stop(stream);
      this.#opened[kind] = { stream, fault: null };
      stream.getTracks()[0]?.addEventListener('ended', () => this.#lost(kind, stream));
    } catch (cause) {
      stop(before);
      this.#opened[kind] = { stream: null, fault: deviceFault(cause) };
    }
    this.#changed();
  }

  /** Unplugged while it is tried: another one, if there is any. */
  #lost(kind: Tried, stream: MediaStream): void {
    if (!this.#closed && this.#opened[kind].stream === stream) void this.#open(kind).then(() => this.#relist());
  }
}
