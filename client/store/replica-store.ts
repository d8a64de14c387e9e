/**
 * The workshop in signals, over the pure replica of shared/sync. Owns sending (each command once, with one id, until it is answered), gaps and
 * the server's clock. Must not know the screen nor sockets: it speaks through a Connection.
 */
import { computed, signal } from '@lit-labs/signals';
import { id, type CommandId } from '../../shared/kernel/ids.ts';
import type { CommandReply, Snapshot } from '../../shared/protocol/workshop-messages.ts';
import { abandon, hope, learn, learnSnapshot, replicaOf, visible, type Replica } from '../../shared/sync/replica.ts';
import { roleMay } from '../../shared/workshop/permissions.ts';
import type { Entry, WorkshopCommand } from '../../shared/workshop/workshop.ts';
import type { Connection } from '../connection/connection.ts';
import { linesOfOthers } from './lines.ts';
import { passingReactions } from './reactions.ts';
import { serverClock } from './server-clock.ts';
import type { WorkshopStore } from './workshop-store.ts';

interface Sending {
  readonly id: CommandId;
  readonly command: WorkshopCommand;
  readonly answer: (reply: CommandReply) => void;
}

export interface ReplicaStoreOptions {
  readonly connection: Connection;
  readonly mint: () => string;
  readonly monotonic: () => number;
  readonly wall: () => number;
}

export const replicaStore = ({ connection, mint, monotonic, wall }: ReplicaStoreOptions): WorkshopStore => {
  const clock = serverClock(monotonic, wall());
  const replica$ = signal<Replica | null>(null);
  const pending$ = signal<ReadonlySet<string>>(new Set());
  const sendings = new Map<CommandId, Sending>();
  /** Answered with yes, but not yet seen as an entry or in a snapshot: at which seq it will be. */
  const awaited = new Map<CommandId, number>();
  let asking = false;

  const change = (next: (replica: Replica) => Replica): void => {
    const replica = replica$.get();
    if (replica) replica$.set(next(replica));
  };

  const settle = (): void => {
    const seq = replica$.get()?.seq ?? 0;
    for (const [command, at] of awaited) {
      if (at > seq) continue;
      awaited.delete(command);
      change((replica) => abandon(replica, command));
    }
  };

  const showPending = (): void => pending$.set(new Set(sendings.keys()));

  const answered = (sending: Sending, reply: CommandReply): void => {
    sendings.delete(sending.id);
    if (reply.ok) awaited.set(sending.id, reply.seq);
    else change((replica) => abandon(replica, sending.id));
    settle();
    showPending();
    sending.answer(reply);
  };

  const transmit = async (sending: Sending): Promise<void> => {
    try {
      const reply = await connection.command(sending.id, sending.command);
      if (sendings.has(sending.id)) answered(sending, reply);
    } catch {
      // The line broke before the answer: the same id goes out again after the next welcome, and the server answers it once.
    }
  };

  const takeSnapshot = ({ seq, view }: Snapshot): void => {
    const replica = replica$.get();
    replica$.set(replica ? learnSnapshot(replica, seq, view) : replicaOf(connection.seat, seq, view));
    settle();
  };

  const takeEntry = (entry: Entry): void => {
    const replica = replica$.get();
    if (!replica) return;
    const learnt = learn(replica, entry);
    replica$.set(learnt.replica);
    if (learnt.gapAfter === null) settle();
    else void catchUp(learnt.gapAfter);
  };

  const catchUp = async (since: number): Promise<void> => {
    if (asking) return;
    asking = true;
    try {
      const reply = await connection.catchUp(since);
      asking = false;
      if (!reply.ok) return;
      clock.hear(reply.serverTime);
      if ('snapshot' in reply) takeSnapshot(reply.snapshot);
      else reply.entries.forEach(takeEntry);
    } catch {
      // The next welcome brings everything.
      asking = false;
    }
  };

  connection.listen({
    welcome(welcome) {
      clock.restart(welcome.serverTime);
      takeSnapshot(welcome);
      for (const sending of sendings.values()) void transmit(sending);
    },
    entry(entry, serverTime) {
      clock.hear(serverTime);
      takeEntry(entry);
    },
    snapshot(snapshot, serverTime) {
      clock.hear(serverTime);
      takeSnapshot(snapshot);
    },
  });

  const confirmed$ = computed(() => replica$.get()?.confirmed ?? null);

  return {
    workshop: connection.workshop,
    seat: connection.seat,
    view$: computed(() => {
      const replica = replica$.get();
      return replica === null ? null : visible(replica);
    }),
    confirmed$,
    pending$,
    connection$: connection.state$,
    reactions$: passingReactions(connection),
    recall(view) {
      // Any welcome is newer.
      if (replica$.get() === null) replica$.set(replicaOf(connection.seat, 0, view));
    },
    lines$: linesOfOthers(connection),
    react: (reaction) => connection.react(reaction),
    send(command) {
      return new Promise<CommandReply>((answer) => {
        const sending: Sending = { id: id<CommandId>(mint()), command, answer };
        sendings.set(sending.id, sending);
        change((replica) => hope(replica, { id: sending.id, command, at: clock.now() }));
        showPending();
        if (connection.state$.get().kind === 'up') void transmit(sending);
      });
    },
    now: () => clock.now(),
    may(permission) {
      const role = confirmed$.get()?.participants.seats[connection.seat]?.role;
      return role !== undefined && roleMay(role, permission);
    },
  };
};
