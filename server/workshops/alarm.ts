/** Rings for a room's deadlines: winds itself after each entry for the earliest, and sends the deadline's command as the clock. */
import { deadlines } from '../../shared/workshop/deadlines.ts';
import { id, instant, type CommandId } from '../../shared/kernel/ids.ts';
import type { Clock, Mint } from '../ports.ts';
import type { WorkshopRoom } from './workshop-room.ts';

/** A deadline whose command could not be carried out is overdue at once: trying again waits, or a store that is away would be hammered. */
const AGAIN_MS = 1000;

/** Starts it; the answer stops it. */
export const windAlarm = (room: WorkshopRoom, clock: Clock, mint: Mint): (() => void) => {
  let cancel: (() => void) | null = null;
  let stopped = false;
  const wind = (): void => {
    cancel?.();
    cancel = null;
    const [next] = deadlines(room.state);
    if (!next || stopped) return;
    cancel = clock.alarm(next.at, () => {
      void room.dispatch({ kind: 'clock' }, id<CommandId>(mint.id()), next.command).then((reply) => {
        if (reply.ok || stopped) return wind();
        cancel?.();
        cancel = clock.alarm(instant(clock.now() + AGAIN_MS), wind);
      });
    });
  };
  const unlisten = room.listen(wind);
  wind();
  return () => {
    stopped = true;
    cancel?.();
    unlisten();
  };
};
