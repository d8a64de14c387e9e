/**
 * The hall of one running workshop: everybody connected to it. Owns what each viewer is sent and when a seat counts as here.
 * Entries are encoded once for each class of viewers; whoever's class changes gets a snapshot instead. Must not know rules.
 */
import { id, type CommandId, type SeatId } from '../../shared/kernel/ids.ts';
import {
  PROTOCOL_VERSION,
  type CatchUpReply,
  type LineQuality,
  type ProtocolErrorCode,
  type Reaction,
  type Snapshot,
} from '../../shared/protocol/workshop-messages.ts';
import { seesLine } from '../../shared/workshop/chat/selectors.ts';
import {
  entryFor,
  needsSnapshot,
  readersApart,
  viewClass,
  viewFor,
  type ViewClass,
} from '../../shared/workshop/view-for.ts';
import type { Entry, WorkshopEvent, WorkshopState } from '../../shared/workshop/workshop.ts';
import type { Clock, Mint } from '../ports.ts';
import type { WorkshopRoom } from '../workshops/workshop-room.ts';
import { seatMay } from '../workshops/rights.ts';
import { createAllowance } from './allowance.ts';
import { farewell } from './farewell.ts';
import type { Holder, PlenaryIo, PlenarySocket } from './socket-types.ts';
import { Tabs } from './tabs.ts';

export interface HallPorts {
  readonly io: PlenaryIo;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly epoch: string;
  /** Nobody is left. */
  readonly onEmpty: () => void;
}

/** A gap longer than this is answered by a snapshot. */
const LONGEST_GAP = 500;
/** Of all together: a hall of hundreds must not clap every line down. */
const REACTIONS_PER_SECOND = 25;
const SHARED_CLASSES: readonly ViewClass[] = ['room', 'scribe', 'desk'];

const seatOf = (event: WorkshopEvent): SeatId | null => {
  if (event.type === 'participants/seated') return event.seat.id;
  if (event.type === 'lobby/knocked') return event.knock.seat;
  return 'seat' in event ? event.seat : null;
};

/** Whether an entry may have changed what this seat sees at all; errs towards yes. */
const mayHaveMoved = (entry: Entry, seat: SeatId): boolean =>
  entry.events.some(
    (event) =>
      (/^(?:participants|lobby)\//.test(event.type) && seatOf(event) === seat) || event.type === 'consents/answered',
  );

export class Hall {
  readonly #room: WorkshopRoom;
  readonly #ports: HallPorts;
  /** Everybody from their first moment, also while they wait for their turn to enter. */
  readonly #attached = new Set<PlenarySocket>();
  /** More than one of a seat only for the moment in which a newer connection takes over from an older. */
  readonly #sockets = new Map<SeatId, Set<PlenarySocket>>();
  readonly #tabs = new Tabs();
  readonly #unlisten: () => void;
  readonly #reactions;

  constructor(room: WorkshopRoom, ports: HallPorts) {
    this.#room = room;
    this.#ports = ports;
    this.#reactions = createAllowance(REACTIONS_PER_SECOND, 2 * REACTIONS_PER_SECOND, () => ports.clock.now());
    this.#unlisten = room.listen((entry, before, after) => this.#publish(entry, before, after));
  }

  get sockets(): readonly PlenarySocket[] {
    return [...this.#attached];
  }

  /** Taken inside the room's queue, so that nothing falls between the snapshot and the entries after it. */
  enter(socket: PlenarySocket, { seat, tab }: Holder): Promise<void> {
    this.#attached.add(socket);
    return this.#room.inTurn(() => {
      const { state } = this.#room;
      if (!socket.connected) return;
      if (viewClass(state, seat) === 'stranger') return farewell(socket, { code: this.#whyGone(seat) });
      if (!this.#tabs.claim(seat, tab)) return farewell(socket, { code: 'protocol/elsewhere' });
      const others = this.#sockets.get(seat);
      if (others) others.add(socket);
      else this.#sockets.set(seat, new Set([socket]));
      void socket.join(this.#channel(viewClass(state, seat)));
      socket.emit('workshop:welcome', {
        protocol: PROTOCOL_VERSION,
        epoch: this.#ports.epoch,
        serverTime: this.#ports.clock.now(),
        workshop: this.#room.id,
        seat,
        ...this.#snapshot(seat),
      });
      if (!others) void this.#tell('participants/arrive', seat);
      // Only now: the seat is never without a connection in between, and its media goes over to the newcomer.
      for (const older of [...(others ?? [])].filter((one) => one !== socket))
        farewell(older, { code: 'protocol/elsewhere' });
    });
  }

  exit(socket: PlenarySocket, seat: SeatId): void {
    const sockets = this.#sockets.get(seat);
    if (sockets?.delete(socket) && sockets.size === 0) {
      this.#sockets.delete(seat);
      void this.#tell('participants/loseConnection', seat);
    }
    this.#attached.delete(socket);
    if (this.#attached.size > 0) return;
    this.#unlisten();
    this.#ports.onEmpty();
  }

  catchUp(seat: SeatId, since: number): Promise<CatchUpReply> {
    return this.#room.inTurn((): CatchUpReply => {
      const serverTime = this.#ports.clock.now();
      const { seq, state } = this.#room;
      const gap = since <= seq && seq - since <= LONGEST_GAP ? this.#room.entries.slice(since) : null;
      if (gap === null || gap.some((entry) => mayHaveMoved(entry, seat))) {
        return { ok: true, snapshot: this.#snapshot(seat), serverTime };
      }
      return { ok: true, entries: gap.map((entry) => entryFor(entry, state, seat)), serverTime };
    });
  }

  /** Hands the words of a line to those who see the line. */
  words(line: CommandId, text: string): void {
    const { state } = this.#room;
    const said = state.chat.lines.find(({ id: one }) => one === line);
    if (said === undefined || said.deleted !== undefined) return;
    if (said.to.kind === 'all') return void this.#ports.io.to(this.#shared()).emit('workshop:words', { line, text });
    for (const [seat, sockets] of this.#sockets) {
      const viewer = viewClass(state, seat);
      if (!SHARED_CLASSES.includes(viewer) || !seesLine(said, seat, viewer === 'desk')) continue;
      for (const socket of sockets) socket.emit('workshop:words', { line, text });
    }
  }

  react(seat: SeatId, reaction: Reaction): boolean {
    if (!seatMay(this.#room.state, seat, 'reactions.send') || !this.#reactions.take()) return false;
    return this.#ports.io.to(this.#shared()).emit('workshop:reacted', { seat, reaction });
  }

  /** Those who wait have no line worth telling. */
  line(seat: SeatId, quality: LineQuality): boolean {
    if (!SHARED_CLASSES.includes(viewClass(this.#room.state, seat))) return false;
    return this.#ports.io.to(this.#channel('desk')).emit('workshop:lineOf', { seat, quality });
  }

  leave(seat: SeatId): Promise<boolean> {
    return this.#tell('participants/leave', seat);
  }

  #channel(viewer: ViewClass): string {
    return `${this.#room.id}/${viewer}`;
  }

  #shared(): string[] {
    return SHARED_CLASSES.map((viewer) => this.#channel(viewer));
  }

  #snapshot(seat: SeatId): Snapshot {
    return { seq: this.#room.seq, view: viewFor(this.#room.state, seat) };
  }

  async #tell(
    type: 'participants/arrive' | 'participants/loseConnection' | 'participants/leave',
    seat: SeatId,
  ): Promise<boolean> {
    // Whoever waits in the lobby has no seat yet that could come or go; only the wait itself can be given up.
    if (type !== 'participants/leave' && !Object.hasOwn(this.#room.state.participants.seats, seat)) return false;
    const reply = await this.#room.dispatch({ kind: 'door' }, id<CommandId>(this.#ports.mint.id()), { type, seat });
    return reply.ok;
  }

  #publish(entry: Entry, before: WorkshopState, after: WorkshopState): void {
    const serverTime = this.#ports.clock.now();
    const moved = [...this.#sockets].filter(([seat]) => needsSnapshot(before, after, seat));
    for (const [seat, sockets] of moved) {
      for (const socket of sockets) void socket.leave(this.#channel(viewClass(before, seat)));
    }
    const apart = readersApart(entry).filter((seat) => this.#sockets.has(seat));
    const theirs = apart.flatMap((seat) => [...(this.#sockets.get(seat) ?? [])].map((socket) => socket.id));
    for (const viewer of SHARED_CLASSES) {
      const one = [...this.#sockets.keys()].find((seat) => viewClass(after, seat) === viewer && !apart.includes(seat));
      if (one === undefined) continue;
      this.#ports.io
        .to(this.#channel(viewer))
        .except(theirs)
        .emit('workshop:entry', { entry: entryFor(entry, after, one), serverTime });
    }
    for (const [seat, sockets] of this.#sockets) {
      const viewer = viewClass(after, seat);
      if (viewer !== viewClass(before, seat) || (viewer !== 'waiting' && !apart.includes(seat))) continue;
      for (const socket of sockets) {
        socket.emit('workshop:entry', { entry: entryFor(entry, after, seat), serverTime });
      }
    }
    for (const [seat, sockets] of moved) this.#move(seat, sockets, before, after);
    this.#sendAwayNameless(entry, after);
  }

  /** The last chair's seat stays when its name goes; who sat in it does not. */
  #sendAwayNameless(entry: Entry, after: WorkshopState): void {
    for (const event of entry.events) {
      if (event.type !== 'participants/anonymized') continue;
      for (const [seat, sockets] of this.#sockets) {
        if (after.participants.seats[seat]?.person !== event.person) continue;
        for (const socket of [...sockets]) farewell(socket, { code: 'protocol/removed' });
      }
    }
  }

  /** Why somebody is no longer to be served. */
  #whyGone(seat: SeatId): ProtocolErrorCode {
    const isRemoved = Object.hasOwn(this.#room.state.participants.removed, seat);
    return isRemoved ? 'protocol/removed' : 'protocol/notSeated';
  }

  #move(seat: SeatId, sockets: ReadonlySet<PlenarySocket>, before: WorkshopState, after: WorkshopState): void {
    const viewer = viewClass(after, seat);
    for (const socket of [...sockets]) {
      if (viewer === 'stranger') {
        farewell(socket, { code: this.#whyGone(seat) });
        continue;
      }
      void socket.join(this.#channel(viewer));
      socket.emit('workshop:snapshot', { ...this.#snapshot(seat), serverTime: this.#ports.clock.now() });
    }
    if (viewClass(before, seat) === 'waiting' && viewer !== 'waiting' && viewer !== 'stranger') {
      void this.#tell('participants/arrive', seat);
    }
  }
}
