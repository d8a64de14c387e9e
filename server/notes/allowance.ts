/** A token bucket: so many at once, so many a second in the long run. Owns the arithmetic; the clock's reading is given. */
export class Allowance {
  readonly #perMs: number;
  readonly #most: number;
  #left: number;
  #at: number;

  constructor(perSecond: number, burst: number, now: number) {
    this.#perMs = perSecond / 1_000;
    this.#most = burst;
    this.#left = burst;
    this.#at = now;
  }

  /** Takes `amount`; false when there is not that much left. */
  spend(amount: number, now: number): boolean {
    // A clock that steps back gives nothing and takes nothing.
    this.#left = Math.min(this.#most, this.#left + Math.max(0, now - this.#at) * this.#perMs);
    this.#at = now;
    if (amount > this.#left) return false;
    this.#left -= amount;
    return true;
  }
}
