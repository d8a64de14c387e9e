/**
 * Keeps what minutes were built on at each step of their review. Owns when: with the fact itself, and once more when a workshop is opened, for a
 * process that died in between.
 */
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Board } from '../../../shared/notes/blocks.ts';
import type { Entry } from '../../../shared/workshop/workshop.ts';
import type { MinutesVersion, MinutesVersionStore } from '../../ports/minutes.ts';
import type { WorkshopRoom } from '../../workshops/workshop-room.ts';

const phaseOf = ({ events }: Entry): MinutesVersion['phase'] | null => {
  if (events.some(({ type }) => type === 'minutes/approved')) return 'approved';
  return events.some(({ type }) => type === 'minutes/reviewOpened') ? 'review' : null;
};

export const createMinutesKeeper = (
  store: MinutesVersionStore,
  readBoard: (workshop: WorkshopId) => Promise<Board>,
  onFault: (fault: unknown) => void,
): ((room: WorkshopRoom) => () => void) => {
  const keep = (room: WorkshopRoom, entry: Entry): void => {
    const phase = phaseOf(entry);
    if (phase === null) return;
    readBoard(room.id)
      .then((board) => store.keep({ workshop: room.id, seq: entry.seq, at: entry.at, phase, board }))
      .catch(onFault);
  };
  return (room) => {
    const last = room.entries.findLast((entry) => phaseOf(entry) !== null);
    const { phase } = room.state.minutes.standing;
    // Of an older step the board is no longer what it was.
    if (last && phase === phaseOf(last)) keep(room, last);
    return room.listen((entry) => keep(room, entry));
  };
};
