/**
 * The running workshops: each loaded once, kept while anybody listens, let go when it has been idle. Owns loading and letting go.
 * On loading, seats that the log believes to be here are told lost: their connections ended with the process that held them.
 */
import { id, instant, type CommandId, type WorkshopId } from '../../shared/kernel/ids.ts';
import type { Seat } from '../../shared/workshop/participants/types.ts';
import type { Clock, FactStore, MediaPlane, Mint } from '../ports.ts';
import { windAlarm } from './alarm.ts';
import { createConductor, type Conductor } from './conductor.ts';
import { WorkshopRoom } from './workshop-room.ts';

export interface RunningWorkshop {
  readonly room: WorkshopRoom;
  readonly conductor: Conductor;
}

export interface WorkshopRegistry {
  /** Null: no such workshop. Rejects with a Fault when its log cannot be read. */
  find(workshop: WorkshopId): Promise<RunningWorkshop | null>;
  /** Loads whatever waits for a deadline (somebody lost when the process ended), so that clocks go on after a restart. */
  resume(): Promise<void>;
  running(): readonly WorkshopRoom[];
  /** Lets go of a workshop that is being deleted. */
  drop(workshop: WorkshopId): void;
  close(): void;
}

export interface RegistryOptions {
  readonly facts: FactStore;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly media: MediaPlane;
  readonly onFault: (fault: unknown) => void;
  /** Who listens to every room as long as it is open; each answers how it stops. */
  readonly attendants?: readonly ((room: WorkshopRoom) => () => void)[];
}

/** The room's own listeners beside the attendants: alarm and conductor. More than these means that somebody outside listens. */
const OWN_LISTENERS = 2;
const IDLE_MS = 10 * 60_000;

export const createRegistry = (options: RegistryOptions): WorkshopRegistry => {
  const { clock, mint, attendants = [] } = options;
  const rooms = new Map<WorkshopId, Promise<RunningWorkshop | null>>();
  const open = new Map<WorkshopId, { readonly running: RunningWorkshop; readonly close: () => void }>();

  const load = async (workshop: WorkshopId): Promise<RunningWorkshop | null> => {
    const room = await WorkshopRoom.open(workshop, options);
    if (!room) return null;
    // At once: a full hall that comes back after a restart waits for its room, and one by one would be a write to the disk for each of them.
    await room.dispatchTogether(
      { kind: 'door' },
      Object.values<Seat>(room.state.participants.seats)
        .filter(({ presence }) => presence.kind === 'here')
        .map(({ id: seat }) => ({
          id: id<CommandId>(mint.id()),
          command: { type: 'participants/loseConnection', seat },
        })),
    );
    const conductor = createConductor(room, options.media);
    const stopAlarm = windAlarm(room, clock, mint);
    const attending = attendants.map((attend) => attend(room));
    let cancelIdle = (): void => undefined;
    const close = (): void => {
      cancelIdle();
      stopAlarm();
      for (const stop of attending) stop();
      conductor.close();
      rooms.delete(workshop);
      open.delete(workshop);
    };
    const watchIdle = (): void => {
      cancelIdle = clock.alarm(instant(clock.now() + IDLE_MS), () => {
        const anybodyLost = Object.values<Seat>(room.state.participants.seats).some(
          (seat) => seat.presence.kind === 'lost',
        );
        if (room.listeners > OWN_LISTENERS + attendants.length || anybodyLost) watchIdle();
        else close();
      });
    };
    watchIdle();
    const running = { room, conductor };
    open.set(workshop, { running, close });
    return running;
  };

  const find = (workshop: WorkshopId): Promise<RunningWorkshop | null> => {
    const known = rooms.get(workshop);
    if (known) return known;
    const loading = load(workshop);
    rooms.set(workshop, loading);
    // An unknown or unreadable workshop is not remembered, or guessed addresses would fill the memory.
    void loading.then(
      (running) => running ?? rooms.delete(workshop),
      () => rooms.delete(workshop),
    );
    return loading;
  };

  return {
    find,
    async resume() {
      for (const summary of await options.facts.list()) {
        if (summary.phase === 'live') await find(summary.id);
      }
    },
    running: () => [...open.values()].map(({ running }) => running.room),
    drop: (workshop) => open.get(workshop)?.close(),
    close() {
      for (const { close } of [...open.values()]) close();
    },
  };
};
