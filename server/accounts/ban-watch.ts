/**
 * Carries a ban out at the door: whoever shares what is barred is expelled too. Owns that consequence alone; it listens to a running workshop,
 * and looks once when it is opened, so that a ban outlives a process that died in between.
 */
import { id, type CommandId } from '../../shared/kernel/ids.ts';
import { valuesOf } from '../../shared/kernel/records.ts';
import type { Ban } from '../../shared/workshop/lobby/types.ts';
import type { Mint } from '../ports.ts';
import type { AccessStore } from '../ports/access.ts';
import type { WorkshopRoom } from '../workshops/workshop-room.ts';
import { createRecognition } from './recognition.ts';

export const createBanWatch = (
  access: AccessStore,
  mint: Mint,
  onFault: (fault: unknown) => void,
): ((room: WorkshopRoom) => () => void) => {
  const recognition = createRecognition(access);

  const carryOut = async (room: WorkshopRoom, ban: Ban): Promise<void> => {
    const links = await access.links(room.id);
    const personal = (link: string): boolean => links.some((one) => one.id === link && one.person !== null);
    for (const seat of await recognition.othersOf(room, ban, personal)) {
      const { seats } = room.state.participants;
      if (!Object.hasOwn(seats, seat) && !Object.hasOwn(room.state.lobby.knocks, seat)) continue;
      await room.dispatch({ kind: 'door' }, id<CommandId>(mint.id()), { type: 'participants/expel', seat });
    }
  };

  return (room) => {
    for (const ban of valuesOf(room.state.lobby.banned)) carryOut(room, ban).catch(onFault);
    return room.listen(({ events }) => {
      for (const event of events) if (event.type === 'lobby/banned') carryOut(room, event.ban).catch(onFault);
    });
  };
};
