/** What the person at this browser did last and can take back. Owns the one memory of it; what takes what back is shared/workshop/undo.ts. */
import { signal } from '@lit-labs/signals';
import type { WorkshopCommand } from '../../shared/workshop/workshop.ts';
import type { Readable } from '../connection/signals.ts';

export interface Undoable {
  readonly done: WorkshopCommand['type'];
  readonly undo: WorkshopCommand;
}

/** Long enough to notice a slip, short enough that nothing has been built on it. */
const OFFERED_MS = 10_000;

const undoable$ = signal<Undoable | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

export const lastDone$: Readable<Undoable | null> = undoable$;

export const offerUndo = (undoable: Undoable | null): void => {
  clearTimeout(timer);
  undoable$.set(undoable);
  if (undoable !== null) timer = setTimeout(() => undoable$.set(null), OFFERED_MS);
};
