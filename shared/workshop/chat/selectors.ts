/** Readings of the chat: who sees which line, and who says too much at once. */
import type { Instant, SeatId } from '../../kernel/ids.ts';
import { CHAT_BURST, CHAT_WINDOW_MS, type ChatLine, type ChatState } from './types.ts';

/** `moderates`: whether that seat is of the desk. What two write to each other not even the desk sees. */
export const seesLine = ({ seat: author, to }: Pick<ChatLine, 'seat' | 'to'>, seat: SeatId, moderates: boolean) => {
  if (author === seat) return true;
  switch (to.kind) {
    case 'all':
      return true;
    case 'desk':
      return moderates;
    case 'seat':
      return to.seat === seat;
  }
};

/** The chat as this seat sees it; the same object where nothing is hidden. */
export const chatFor = (chat: ChatState, seat: SeatId, moderates: boolean): ChatState => {
  const lines = chat.lines.filter((line) => seesLine(line, seat, moderates));
  return lines.length === chat.lines.length ? chat : { ...chat, lines };
};

export const saysTooFast = ({ lines }: ChatState, seat: SeatId, now: Instant): boolean => {
  let recent = 0;
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const line = lines[i];
    if (line === undefined || line.at <= now - CHAT_WINDOW_MS) break;
    if (line.seat === seat) recent += 1;
  }
  return recent >= CHAT_BURST;
};
