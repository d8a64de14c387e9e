/**
 * The workshop as this browser sees it: the replica in signals. Owns the interface; replica-store.ts implements it over shared/sync.
 * Must not know the screen.
 */
import type { Instant, SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { CommandReply, LineQuality, Reaction } from '../../shared/protocol/workshop-messages.ts';
import type { Permission } from '../../shared/workshop/permissions.ts';
import type { WorkshopCommand, WorkshopState } from '../../shared/workshop/workshop.ts';
import type { ConnectionState } from '../connection/connection.ts';
import type { Readable } from '../connection/signals.ts';

export interface WorkshopStore {
  readonly workshop: WorkshopId;
  readonly seat: SeatId;
  /** The confirmed view with this person's hopes applied; null until the first welcome. */
  readonly view$: Readable<WorkshopState | null>;
  /** The confirmed view alone. */
  readonly confirmed$: Readable<WorkshopState | null>;
  /** Ids of commands that are not yet acknowledged: what they change is drawn as pending. */
  readonly pending$: Readable<ReadonlySet<string>>;
  readonly connection$: Readable<ConnectionState>;
  /** Passing signs that are to be seen just now, by seat. */
  readonly reactions$: Readable<ReadonlyMap<SeatId, Reaction>>;
  /** Shows the workshop as it was last seen, until the first welcome. */
  recall(view: WorkshopState): void;
  react(reaction: Reaction): Promise<boolean>;
  /** At the desk: lines that do not carry well. */
  readonly lines$: Readable<ReadonlyMap<SeatId, LineQuality>>;
  /** Mints the command id, shows the hope at once, resolves with the server's word (also after a reconnect). */
  send(command: WorkshopCommand): Promise<CommandReply>;
  /** The server's time now, by the offset learnt from the welcome and each entry. */
  now(): Instant;
  may(permission: Permission): boolean;
}
