/** Whether this person wants to see reactions, remembered in this browser. Must not know who reacted. */
import { signal } from '@lit-labs/signals';
import { recall, remember } from '../../store/memory.ts';

const KEY = 'plenary.reactions';
const shown$ = signal(recall(KEY) !== 'off');

export const showsReactions = (): boolean => shown$.get();

export const showReactions = (shown: boolean): void => {
  shown$.set(shown);
  remember(KEY, shown ? null : 'off');
};
