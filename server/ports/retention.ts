/** Ports of keeping and forgetting: how long which kind is kept, and that what was removed cannot be read from the disk either. */
import type { KeptFor } from '../../shared/privacy/retention.ts';

export interface RetentionStore {
  /** What administrators have decided; a kind they said nothing of is not in it. */
  read(): Promise<Partial<KeptFor>>;
  write(days: Partial<KeptFor>): Promise<void>;
  /** Gives the room of removed rows back, so that the files of the database hold nothing of them. */
  wipe(): Promise<void>;
}
