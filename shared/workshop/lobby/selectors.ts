/** Readings of the lobby. */
import type { Knock, LobbyState } from './types.ts';

/** Those waiting, who knocked first first; a tie is settled by the seat's id, so that every client shows one order. */
export const waiting = (lobby: LobbyState): readonly Knock[] =>
  Object.values<Knock>(lobby.knocks).sort((a, b) => a.since - b.since || (a.seat < b.seat ? -1 : 1));
