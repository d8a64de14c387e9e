/**
 * Cameras and microphones of this browser: opening them, and remembering the person's choice. Must not know who is sent what.
 */
import type { Source } from '../../shared/workshop/stage/types.ts';

type DeviceKind = 'camera' | 'microphone';

const keyOf = (kind: DeviceKind): string => `plenary.device.${kind}`;

const rememberDevice = (kind: DeviceKind, id: string): void => localStorage.setItem(keyOf(kind), id);

const rememberedDevice = (kind: DeviceKind): string | null => localStorage.getItem(keyOf(kind));

/** A 720p picture, so that three simulcast layers have something to divide. */
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

const chosen = (id: string | null, exact: boolean): { deviceId?: ConstrainDOMString } =>
  id === null ? {} : { deviceId: exact ? { exact: id } : { ideal: id } };

/**
 * Opens the device of a source; asks the person where the browser wants that. A device named here must be that one and is remembered; a
 * remembered one may have been unplugged, and then another will do. Rejects with the browser's DOMException.
 */
export const openDevice = async (source: Source, deviceId?: string): Promise<MediaStream> => {
  if (source === 'screen') return navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 15 } } });
  const choice = chosen(deviceId ?? rememberedDevice(source), deviceId !== undefined);
  const stream = await navigator.mediaDevices.getUserMedia(
    source === 'camera' ? { video: { ...PICTURE, ...choice } } : { audio: { ...SOUND, ...choice } },
  );
  if (deviceId !== undefined) rememberDevice(source, deviceId);
  return stream;
};
