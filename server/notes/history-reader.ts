/** Reads the board's history for whoever may look. Owns the unpacking; who may look is asked at the door. */
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import type { BoardHistory, BoardHistoryStore } from '../ports/board-history.ts';
import { unpacked } from './history-keeper.ts';

export const createBoardHistory = (
  store: BoardHistoryStore,
  documentOf: (workshop: WorkshopId) => string,
): BoardHistory => ({
  list: (workshop) => store.list(documentOf(workshop)),
  async asOf(workshop, at) {
    const versions = await store.asOf(documentOf(workshop), at);
    return Object.fromEntries(
      versions.map(({ fragment, at: when, body }) => [fragment, { at: when, section: unpacked(body) }] as const),
    );
  },
});
