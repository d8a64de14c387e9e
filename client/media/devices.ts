/**
 * Cameras, microphones and speakers of this browser: which there are, opening them, and remembering the person's choice.
 * Must not know who is sent what.
 */
import type { Source } from '../../shared/workshop/stage/types.ts';
import { recall, remember } from './kept.ts';
import { rememberedMode, type Mode } from './mode.ts';

export type DeviceKind = 'camera' | 'microphone' | 'speaker';

export interface FoundDevice {
  readonly id: string;
  /** As the system names it; '' while the person has not let this page see names. */
  readonly label: string;
}

const KINDS: Readonly<Record<DeviceKind, MediaDeviceKind>> = {
  camera: 'videoinput',
  microphone: 'audioinput',
  speaker: 'audiooutput',
};

const keyOf = (kind: DeviceKind): string => `device.${kind}`;

export const rememberDevice = (kind: 'camera' | 'microphone', id: string): void => remember(keyOf(kind), id);

/** Without those that the browser lists only to say that there is something. */
export const listDevices = async (kind: DeviceKind): Promise<readonly FoundDevice[]> => {
  const all = await navigator.mediaDevices.enumerateDevices();
  return all
    .filter((one) => one.kind === KINDS[kind] && one.deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
};

/** A 720p picture, so that three simulcast layers have something to divide; a small one for whoever saves. */
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
const SMALL_PICTURE = { width: { ideal: 480 }, height: { ideal: 270 }, frameRate: { ideal: 15 } };
const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

const pictureFor = (mode: Mode): MediaTrackConstraints => (mode === 'full' ? PICTURE : SMALL_PICTURE);

const BLUR = 'camera.blur';

export const wantsBlur = (): boolean => recall(BLUR) === 'yes';

/** Whether the browser itself can blur what is behind the person. */
export const offersBlur = (track: MediaStreamTrack): boolean => {
  const offered = track.getCapabilities?.().backgroundBlur ?? [];
  return offered.includes(true) && offered.includes(false);
};

/** How a camera's picture is to be: as large as the mode wants, blurred as was chosen. */
export const tuneCamera = async (track: MediaStreamTrack, mode: Mode): Promise<void> => {
  const wished: MediaTrackConstraints = {
    ...pictureFor(mode),
    ...(offersBlur(track) && { backgroundBlur: wantsBlur() }),
  };
  // A camera that cannot follow stays as it is.
  await track.applyConstraints(wished).catch(() => undefined);
};

export const chooseBlur = (wanted: boolean): void => remember(BLUR, wanted ? 'yes' : 'no');

const openSource = (source: 'camera' | 'microphone', mode: Mode, deviceId: string | null): Promise<MediaStream> => {
  const which = deviceId === null ? {} : { deviceId: { exact: deviceId } };
  return navigator.mediaDevices.getUserMedia(
    source === 'camera' ? { video: { ...pictureFor(mode), ...which } } : { audio: { ...SOUND, ...which } },
  );
};

/** With sound where the browser has it to give; what the others say is not sent back to them. */
const SHARED: DisplayMediaStreamOptions = {
  video: { frameRate: { ideal: 15 } },
  audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
};

/** The browser's words for a device that is not there. */
const GONE: readonly string[] = ['OverconstrainedError', 'NotFoundError'];

/**
 * Opens the device of a source; asks the person where the browser wants that. A device named here must be that one and is remembered; a
 * remembered one may have been unplugged, and then another will do. Rejects with the browser's DOMException.
 */
export const openDevice = async (source: Source, deviceId?: string): Promise<MediaStream> => {
  if (source === 'screen') return navigator.mediaDevices.getDisplayMedia(SHARED);
  const mode = rememberedMode();
  // Asked for as the only one that will do: a mere preference loses against another camera with a larger picture.
  const stream = await openSource(source, mode, deviceId ?? recall(keyOf(source))).catch((cause: unknown) => {
    if (deviceId !== undefined || !(cause instanceof Error) || !GONE.includes(cause.name)) throw cause;
    return openSource(source, mode, null);
  });
  if (deviceId !== undefined) rememberDevice(source, deviceId);
  const [picture] = stream.getVideoTracks();
  if (picture && wantsBlur() && offersBlur(picture)) await tuneCamera(picture, mode);
  return stream;
};
