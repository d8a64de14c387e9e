/** Where sound comes out, in browsers that let a page choose. Owns the choice and its memory; must not know what is played. */
import { signal } from '@lit-labs/signals';
import type { Readable } from '../connection/signals.ts';
import { recall, remember } from './kept.ts';

const KEY = 'device.speaker';

/** '' is the system's own choice. */
const chosen$ = signal(recall(KEY) ?? '');

export const speaker$: Readable<string> = chosen$;

export const mayChooseSpeaker = (): boolean => 'setSinkId' in HTMLMediaElement.prototype;

export const chooseSpeaker = (id: string): void => {
  remember(KEY, id);
  chosen$.set(id);
};

/** A speaker that was unplugged is no reason for silence: the system's own plays instead. */
export const playThroughSpeaker = async (player: HTMLMediaElement): Promise<void> => {
  const id = chosen$.get();
  if (!mayChooseSpeaker() || player.sinkId === id) return;
  await player.setSinkId(id).catch(() => undefined);
};
