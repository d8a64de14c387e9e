/** A person's wish to have one tile large, or no longer. */
export class Pinned extends Event {
  static readonly type = 'plenary-pinned';
  /** The tile's key; null: none. */
  readonly tile: string | null;

  constructor(tile: string | null) {
    super(Pinned.type, { bubbles: true, composed: true });
    this.tile = tile;
  }
}
