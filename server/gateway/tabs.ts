/**
 * One seat, one tab: which tab of a seat holds it. The one that a person opened last does; an older one that only comes back by itself
 * (a network that returned, a laptop that woke) does not take it away again. Owns that memory while the hall is open; must not know sockets.
 */
import type { SeatId } from '../../shared/kernel/ids.ts';

interface Claim {
  readonly holder: string;
  /** Tabs that were superseded, latest last. */
  readonly past: readonly string[];
}

/** Of a person who opens ever new tabs, so many old ones are remembered. */
const REMEMBERED = 20;

export class Tabs {
  readonly #claims = new Map<SeatId, Claim>();

  /** True when this tab holds the seat from now on; false when another, opened later, has taken it over. */
  claim(seat: SeatId, tab: string): boolean {
    const known = this.#claims.get(seat);
    if (known?.past.includes(tab)) return false;
    if (known?.holder === tab) return true;
    const past = known ? [...known.past, known.holder].slice(-REMEMBERED) : [];
    this.#claims.set(seat, { holder: tab, past });
    return true;
  }
}
