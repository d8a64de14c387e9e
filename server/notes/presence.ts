/**
 * Who has a cursor where. Owns the awareness states of one document, bound to the connection that first spoke for each Yjs client, and the check
 * that nobody speaks in another's name. Must not know documents' content. Changes are handed out once a tick by the caller.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { SeatId } from '../../shared/kernel/ids.ts';

interface State {
  readonly clock: number;
  /** JSON; 'null' when the client has gone. */
  readonly json: string;
  readonly holder: object;
}

export type PresenceVerdict = 'accepted' | 'spoofed' | 'malformed';

const seatNamedIn = (state: unknown): unknown => {
  if (typeof state !== 'object' || state === null || !Object.hasOwn(state, 'user')) return undefined;
  const { user } = state as { readonly user: unknown };
  return typeof user === 'object' && user !== null && Object.hasOwn(user, 'seat')
    ? (user as { readonly seat: unknown }).seat
    : null;
};

export class Presence {
  readonly #states = new Map<number, State>();
  #changed = new Set<number>();

  /**
   * Takes one awareness update. Entries of clients that `mine` denies are dropped; y-websocket's client echoes what it hears, so an entry
   * that says nothing new is no claim. `user.seat` must be the connection's own seat.
   */
  take(update: Uint8Array, holder: object, seat: SeatId, mine: (client: number) => boolean): PresenceVerdict {
    let spoofed = false;
    try {
      const decoder = decoding.createDecoder(update);
      const length = decoding.readVarUint(decoder);
      for (let at = 0; at < length; at += 1) {
        const client = decoding.readVarUint(decoder);
        const clock = decoding.readVarUint(decoder);
        const json = decoding.readVarString(decoder);
        const state: unknown = JSON.parse(json);
        const known = this.#states.get(client);
        if (known !== undefined && clock <= known.clock && (known.holder !== holder || json !== 'null')) continue;
        if (known === undefined && json === 'null') continue;
        const named = seatNamedIn(state);
        if (typeof state !== 'object' || (named !== undefined && named !== seat) || !mine(client)) {
          spoofed = true;
          continue;
        }
        this.#states.set(client, { clock, json: JSON.stringify(state), holder });
        this.#changed.add(client);
      }
    } catch {
      return 'malformed';
    }
    return spoofed ? 'spoofed' : 'accepted';
  }

  /** A connection has gone: its cursors go with it. */
  leave(holder: object): void {
    for (const [client, state] of this.#states) {
      if (state.holder !== holder || state.json === 'null') continue;
      this.#states.set(client, { ...state, clock: state.clock + 1, json: 'null' });
      this.#changed.add(client);
    }
  }

  /** What changed since the last call, as an awareness update; null when nothing did. */
  changes(): Uint8Array | null {
    const changed = this.#changed;
    if (changed.size === 0) return null;
    this.#changed = new Set();
    const update = this.#encode([...changed]);
    for (const client of changed) if (this.#states.get(client)?.json === 'null') this.#states.delete(client);
    return update;
  }

  /** Everyone present, for a connection that has just come; null when nobody is. */
  all(): Uint8Array | null {
    const present = [...this.#states].filter(([, { json }]) => json !== 'null').map(([client]) => client);
    return present.length === 0 ? null : this.#encode(present);
  }

  #encode(clients: readonly number[]): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clients.length);
      for (const client of clients) {
        const state = this.#states.get(client);
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, state?.clock ?? 0);
        encoding.writeVarString(encoder, state?.json ?? 'null');
      }
    });
  }
}
