/**
 * What was answered to each command, so that a retry gets its first reply again. Accepted ones are found in the log for ever (by cause);
 * refusals are kept for the last few hundred commands. Must not know the rules.
 */
import type { CommandId } from '../../shared/kernel/ids.ts';
import type { CommandReply } from '../../shared/protocol/workshop-messages.ts';
import type { Actor } from '../../shared/workshop/actor.ts';
import type { Entry } from '../../shared/workshop/workshop.ts';

const REMEMBERED = 2000;

const UNNAMED = '(unnamed)';

const sender = (by: Actor): string => (by.kind === 'seat' ? by.seat : `(${by.kind})`);

export interface Replies {
  /** The first reply; 'foreign' when another sender has used the id. */
  find(id: CommandId, by: Actor): CommandReply | 'foreign' | null;
  remember(id: CommandId, by: Actor, reply: CommandReply): void;
  learn(entry: Entry): void;
}

export const createReplies = (entries: readonly Entry[]): Replies => {
  const accepted = new Map<CommandId, { readonly by: string; readonly reply: CommandReply }>();
  const recent = new Map<CommandId, { readonly by: string; readonly reply: CommandReply }>();
  const learn = (entry: Entry): void =>
    void accepted.set(entry.cause, { by: sender(entry.by), reply: { ok: true, seq: entry.seq, at: entry.at } });
  entries.forEach(learn);
  return {
    find(id, by) {
      const found = accepted.get(id) ?? recent.get(id);
      if (!found) return null;
      // Who sent what the log holds without a name is not known after a restart; the answer tells nothing but that it was done.
      return found.by === sender(by) || found.by === UNNAMED ? found.reply : 'foreign';
    },
    remember(id, by, reply) {
      recent.set(id, { by: sender(by), reply });
      const [oldest] = recent.keys();
      if (recent.size > REMEMBERED && oldest !== undefined) recent.delete(oldest);
    },
    learn,
  };
};
