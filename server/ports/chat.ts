/** Port of the chat's words: kept apart from the facts so that they can be erased. Owns the shape only. */
import type { CommandId, Instant, WorkshopId } from '../../shared/kernel/ids.ts';

export interface ChatStore {
  /** False when that line has words already, or had them before they were erased; nothing is changed then. */
  keep(workshop: WorkshopId, line: CommandId, text: string, at: Instant): Promise<boolean>;
  /** The words are gone for good; the line stays known, so that a command sent again does not bring them back. */
  erase(workshop: WorkshopId, lines: readonly CommandId[]): Promise<void>;
  /** Of a line that was never said: nothing stays. */
  forget(workshop: WorkshopId, line: CommandId): Promise<void>;
  /** The words of workshops that ended before this instant are gone, as if erased. Answers how many lines. */
  purge(before: Instant): Promise<number>;
  /** The words of a workshop that were kept at this time or later, by line. */
  read(workshop: WorkshopId, since: Instant): Promise<ReadonlyMap<CommandId, string>>;
}
