/**
 * Revisions that have not been acknowledged, kept in the browser until they are: nothing typed is lost to a reload or a broken line. Owns keeping
 * them and sending them again; only revisions of the brief, which may be sent twice without harm.
 */
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import { commandSchema } from '../../../shared/protocol/command-schemas.ts';
import type { BriefCommand } from '../../../shared/workshop/brief/types.ts';
import { recall, remember } from '../../store/memory.ts';

const keyOf = (workshop: WorkshopId): string => `plenary.unsent.${workshop}`;

const readKept = (workshop: WorkshopId): readonly BriefCommand[] => {
  try {
    const kept: unknown = JSON.parse(recall(keyOf(workshop)) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((one: unknown) => {
      const command = commandSchema.safeParse(one);
      return command.success && command.data.type === 'brief/revise' ? [command.data as BriefCommand] : [];
    });
  } catch {
    return [];
  }
};

export interface Unsent {
  /** Calls `send` and keeps the revision until it is answered, whatever the answer. */
  through(revision: BriefCommand, send: (revision: BriefCommand) => Promise<unknown>): Promise<void>;
  /** What an earlier page left. */
  readonly left: readonly BriefCommand[];
}

export const unsentOf = (workshop: WorkshopId): Unsent => {
  const left = readKept(workshop);
  const waiting: BriefCommand[] = [];
  const keep = (): void => remember(keyOf(workshop), waiting.length === 0 ? null : JSON.stringify(waiting));
  return {
    left,
    async through(revision, send) {
      waiting.push(revision);
      keep();
      await send(revision);
      waiting.splice(waiting.indexOf(revision), 1);
      keep();
    },
  };
};
