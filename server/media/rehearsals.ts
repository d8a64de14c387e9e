/**
 * Rehearsals: a room of the media plane for one person alone, in which a browser sends to itself before the workshop. Owns how many there may be
 * and how long each lasts; must not know HTTP nor who asks. Nothing of it is kept.
 */
import { id, instant, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';
import type { RehearsalEnd } from '../../shared/protocol/rehearsal-messages.ts';
import type { Clock, MediaPlane, MediaRoom, MediaRules, MediaSeat, Mint } from '../ports.ts';
import type { Rehearsals } from '../ports/rehearsals.ts';

interface Rehearsal {
  readonly room: MediaRoom;
  readonly ends: Map<RehearsalEnd, MediaSeat>;
  readonly stopAlarm: () => void;
  asked: number;
}

const AT_ONCE = 24;
const LASTS_MS = 40_000;
const REQUESTS = 80;

/** Alone in the room: everybody may send, and nobody is there who could silence. */
const ALONE: MediaRules = { mayPublish: () => true, isSilenced: () => false };

export const createRehearsals = (plane: MediaPlane, clock: Clock, mint: Mint): Rehearsals => {
  const running = new Map<string, Rehearsal>();
  let opening = 0;

  const end = (name: string): void => {
    const over = running.get(name);
    running.delete(name);
    over?.stopAlarm();
    over?.room.close();
  };

  return {
    async open() {
      if (running.size + opening >= AT_ONCE) return null;
      opening += 1;
      try {
        const name = mint.secret();
        const room = await plane.open(id<WorkshopId>(`rehearsal:${name}`), ALONE);
        const stopAlarm = clock.alarm(instant(clock.now() + LASTS_MS), () => end(name));
        running.set(name, { room, ends: new Map(), stopAlarm, asked: 0 });
        return name;
      } finally {
        opening -= 1;
      }
    },
    async request(name, from, method, ask) {
      const rehearsal = running.get(name);
      if (rehearsal === undefined) return null;
      rehearsal.asked += 1;
      if (rehearsal.asked > REQUESTS) return { ok: false, error: { code: 'protocol/tooFast' } };
      const seat = rehearsal.ends.get(from) ?? rehearsal.room.seat(id<SeatId>(from), () => undefined);
      rehearsal.ends.set(from, seat);
      return seat.request(method, ask);
    },
    close() {
      for (const name of [...running.keys()]) end(name);
    },
  };
};
