/** Up to which line this person has read a workshop's chat, kept in this browser. Owns the count of what is new. */
import { signal } from '@lit-labs/signals';
import type { CommandId, SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { ChatLine } from '../../shared/workshop/chat/types.ts';
import { recall, remember } from './memory.ts';

const seen$ = signal<ReadonlyMap<WorkshopId, string>>(new Map());
const key = (workshop: WorkshopId): string => `plenary.chat.${workshop}`;

export const chatSeen = (workshop: WorkshopId): string | null => seen$.get().get(workshop) ?? recall(key(workshop));

export const seeChat = (workshop: WorkshopId, line: CommandId): void => {
  if (chatSeen(workshop) === line) return;
  remember(key(workshop), line);
  seen$.set(new Map(seen$.get()).set(workshop, line));
};

/** Lines by others after the last one read; all of them when none was. */
export const unreadLines = (lines: readonly ChatLine[], self: SeatId, seen: string | null): readonly ChatLine[] =>
  lines
    .slice(lines.findIndex(({ id }) => id === seen) + 1)
    .filter(({ seat, deleted }) => seat !== self && deleted === undefined);
