/**
 * Revisions that have not been acknowledged, kept in the browser until they are: nothing typed is lost to a reload or a broken line. Owns keeping
 * them and sending them again; only revisions of the brief, which may be sent twice without harm.
 */
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import type { BriefCommand } from '../../../shared/workshop/brief/types.ts';
import { recall, remember } from '../../store/memory.ts';

/** The server reads it by schema; here it is only told from what somebody else has left under the key. */
const isRevision = (kept: unknown): kept is BriefCommand =>
  typeof kept === 'object' && kept !== null && 'type' in kept && kept.type === 'brief/revise' && 'brief' in kept;

const keyOf = (workshop: WorkshopId): string => `plenary.unsent.${workshop}`;

const readKept = (workshop: WorkshopId): readonly BriefCommand[] => {
  try {
    const kept: unknown = JSON.parse(recall(keyOf(workshop)) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter(isRevision);
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
