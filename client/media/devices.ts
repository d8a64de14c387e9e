/**
 * Cameras, microphones and speakers of this browser, opening them, and remembering the person's choice. Must not know who is sent what.
 */
import type { Source } from '../../shared/workshop/stage/types.ts';

export type DeviceKind = 'camera' | 'microphone' | 'speaker';

/** `label` is empty until the person has once allowed a device. */
export interface MediaDevice {
  readonly id: string;
  readonly label: string;
}

export type DeviceList = Readonly<Record<DeviceKind, readonly MediaDevice[]>>;

const KIND_OF: Readonly<Record<MediaDeviceKind, DeviceKind>> = {
  videoinput: 'camera',
  audioinput: 'microphone',
  audiooutput: 'speaker',
};

/** Empty lists without a secure context. */
export const listDevices = async (): Promise<DeviceList> => {
  const found = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  const ofKind = (kind: DeviceKind): MediaDevice[] =>
    found.filter((one) => KIND_OF[one.kind] === kind).map(({ deviceId, label }) => ({ id: deviceId, label }));
  return { camera: ofKind('camera'), microphone: ofKind('microphone'), speaker: ofKind('speaker') };
};

/** Calls when a device is plugged in or out; the answer stops it. */
export const onDevicesChanged = (heard: () => void): (() => void) => {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  devices?.addEventListener('devicechange', heard);
  return () => devices?.removeEventListener('devicechange', heard);
};

const keyOf = (kind: DeviceKind): string => `plenary.device.${kind}`;

export const rememberDevice = (kind: DeviceKind, id: string): void => localStorage.setItem(keyOf(kind), id);

export const rememberedDevice = (kind: DeviceKind): string | null => localStorage.getItem(keyOf(kind));

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
