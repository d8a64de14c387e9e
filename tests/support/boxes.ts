// The ballot boxes of one workshop in memory, as the store keeps them: read before a command that opens one, changed after what was accepted.
import type { CommandId } from '../../shared/kernel/ids.ts';
import type { Context } from '../../shared/workshop/actor.ts';
import { boxChange, boxFor } from '../../shared/workshop/concealed.ts';
import type { WorkshopCommand, WorkshopState } from '../../shared/workshop/workshop.ts';

export interface Boxes {
  /** The context in which the server would decide. */
  open(state: WorkshopState, command: WorkshopCommand, context: Context): Context;
  accepted(state: WorkshopState, command: WorkshopCommand): void;
}

export const createBoxes = (): Boxes => {
  const boxes = new Map<CommandId, readonly number[]>();
  return {
    open(state, command, context) {
      const poll = boxFor(state, command);
      return poll === null ? context : { ...context, box: boxes.get(poll) ?? [] };
    },
    accepted(state, command) {
      const change = boxChange(state, command);
      if (change?.kind === 'empty') boxes.delete(change.poll);
      if (change?.kind !== 'add') return;
      const before = boxes.get(change.poll) ?? [];
      boxes.set(
        change.poll,
        change.counts.map((count, place) => count + (before[place] ?? 0)),
      );
    },
  };
};
