/**
 * Keeps the words of the chat beside the log. Owns the order of the two writes: words first, then the fact, so that no line is announced whose
 * words may be lost; whatever is not said, or is deleted, has none. Must not know rules, sockets or SQL.
 */
import { instant, type CommandId, type Instant, type SeatId } from '../../shared/kernel/ids.ts';
import type { CommandReply } from '../../shared/protocol/workshop-messages.ts';
import type { ChatCommand } from '../../shared/workshop/chat/types.ts';
import { viewFor } from '../../shared/workshop/view-for.ts';
import type { Clock } from '../ports.ts';
import type { ChatStore } from '../ports/chat.ts';
import type { WorkshopRoom } from '../workshops/workshop-room.ts';

export type Say = Extract<ChatCommand, { readonly type: 'chat/say' }>;

export interface Said {
  readonly reply: CommandReply;
  /** True when this call said it: a repetition is answered again, and its words, which may be others, are not. */
  readonly isNew: boolean;
}

export interface ChatKeeper {
  say(room: WorkshopRoom, seat: SeatId, id: CommandId, command: Say): Promise<Said>;
  /** The words of every line that this seat sees, from that time on. */
  wordsFor(room: WorkshopRoom, seat: SeatId, since: Instant): Promise<Readonly<Record<CommandId, string>>>;
  /** The words of all that was said to all. */
  wordsToAll(room: WorkshopRoom): Promise<ReadonlyMap<CommandId, string>>;
  /** Listens to a running workshop as long as it is open; answers how it stops. */
  attend(room: WorkshopRoom): () => void;
}

export const createChatKeeper = (store: ChatStore, clock: Clock, onFault: (fault: unknown) => void): ChatKeeper => ({
  async say(room, seat, id, command) {
    let isNew = false;
    try {
      isNew = await store.keep(room.id, id, command.text, clock.now());
    } catch (fault) {
      onFault(fault);
      return { reply: { ok: false, error: { code: 'protocol/unavailable' } }, isNew };
    }
    const reply = await room.dispatch({ kind: 'seat', seat }, id, command);
    const stands = room.state.chat.lines.some((line) => line.id === id);
    if (isNew && !stands) await store.forget(room.id, id).catch(onFault);
    return { reply, isNew: isNew && stands && reply.ok };
  },

  async wordsFor(room, seat, since) {
    const kept = await store.read(room.id, since);
    // Read after the words: whoever lost the sight of a line meanwhile does not get it.
    const { lines } = viewFor(room.state, seat).chat;
    return Object.fromEntries(
      lines.flatMap(({ id, deleted }) => {
        const text = deleted === undefined ? kept.get(id) : undefined;
        return text === undefined ? [] : [[id, text]];
      }),
    );
  },

  async wordsToAll(room) {
    const kept = await store.read(room.id, instant(0));
    return new Map(
      room.state.chat.lines.flatMap(({ id, to, deleted }) => {
        const text = to.kind === 'all' && deleted === undefined ? kept.get(id) : undefined;
        return text === undefined ? [] : [[id, text] as const];
      }),
    );
  },

  attend(room) {
    const erase = (lines: readonly CommandId[]): void => {
      if (lines.length > 0) store.erase(room.id, lines).catch(onFault);
    };
    // Once at the beginning, for a process that died between the fact and the erasing.
    erase(room.state.chat.lines.filter(({ deleted }) => deleted !== undefined).map(({ id }) => id));
    return room.listen(({ events }) =>
      erase(events.flatMap((event) => (event.type === 'chat/deleted' ? [event.line] : []))),
    );
  },
});
