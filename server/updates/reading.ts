/** What drafts, minutes and exports read of a workshop: its facts and its board as they are now. Owns no rule of who may. */
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import { readBoard } from '../../shared/notes/read-board.ts';
import type { Authorize } from '../http/authorize.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';
import type { UpdateRoutesOptions } from './update-routes.ts';

export const createReading = (
  registry: WorkshopRegistry,
  boardOf: (workshop: WorkshopId) => Promise<Parameters<typeof readBoard>[0]>,
  authorize: Authorize,
): UpdateRoutesOptions => ({
  loadWorkshop: async (workshop) => {
    const running = await registry.find(workshop);
    return running && { state: running.room.state, entries: running.room.entries };
  },
  readBoard: async (workshop) => {
    const running = await registry.find(workshop);
    return readBoard(await boardOf(workshop), running?.room.state.agenda.order ?? []);
  },
  authorize: authorize.standing,
});
