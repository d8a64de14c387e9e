/**
 * Keeps how each section of a board stood while people wrote: at most once a minute, and only sections that were written in. Owns when, what and
 * by whom; must not know sockets, SQL or who may look. What is off the record has no history.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as Y from 'yjs';
import { instant, isId, type Instant, type SeatId } from '../../shared/kernel/ids.ts';
import type { ProseNode } from '../../shared/notes/blocks.ts';
import type { Clock, NotesRules } from '../ports.ts';
import type { BoardHistoryStore } from '../ports/board-history.ts';
import type { BoardDocument } from './board-document.ts';
import { fragmentJsonOf } from './fragment-json.ts';
import type { NotesLog } from './notes-options.ts';

const BETWEEN_MS = 60_000;

export interface HistoryPorts {
  readonly history: BoardHistoryStore;
  readonly clock: Clock;
  readonly log: NotesLog;
}

const packed = (section: ProseNode): Uint8Array => deflateRawSync(JSON.stringify(section));
export const unpacked = (body: Uint8Array): unknown => JSON.parse(inflateRawSync(body).toString('utf8'));

const filesIn = ({ attrs, content = [] }: ProseNode): readonly string[] => {
  const file = attrs?.['file'];
  return [...(typeof file === 'string' && file !== '' ? [file] : []), ...content.flatMap(filesIn)];
};

const seatOf = (origin: unknown): SeatId | null =>
  typeof origin === 'object' && origin !== null && 'seat' in origin && typeof origin.seat === 'string'
    ? (origin.seat as SeatId)
    : null;

/** The shared types in which something changed; null where a hostile client made something that stands nowhere. */
const sectionsOf = ({ changed }: Y.Transaction): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const type of changed.keys()) {
    let root: Y.AbstractType<unknown> = type as Y.AbstractType<unknown>;
    while (root.parent !== null) root = root.parent as Y.AbstractType<unknown>;
    const name = Y.findRootTypeKey(root);
    if (isId(name)) names.add(name);
  }
  return names;
};

export class HistoryKeeper {
  readonly #board: BoardDocument;
  readonly #rules: NotesRules;
  readonly #ports: HistoryPorts;
  /** Sections written in since their last version, and by whom. */
  #touched = new Map<string, Set<SeatId>>();
  #cancel: (() => void) | null = null;
  #keeping: Promise<void>;
  readonly #changed = (change: Y.Transaction): void => this.#touch(change);

  constructor(board: BoardDocument, rules: NotesRules, ports: HistoryPorts) {
    this.#board = board;
    this.#rules = rules;
    this.#ports = ports;
    board.document.on('afterTransaction', this.#changed);
    this.#keeping = this.#keepBeginning();
  }

  /** Nobody is left: what was written since the last version is kept too. */
  stop(): Promise<void> {
    this.#board.document.off('afterTransaction', this.#changed);
    this.#cancel?.();
    this.#cancel = null;
    this.#keep();
    return this.#keeping;
  }

  #touch(change: Y.Transaction): void {
    const seat = seatOf(change.origin);
    for (const name of sectionsOf(change)) {
      const seats = this.#touched.get(name) ?? new Set();
      if (seat !== null) seats.add(seat);
      this.#touched.set(name, seats);
    }
    if (this.#touched.size > 0) this.#keepSoon();
  }

  #keepSoon(): void {
    const { clock } = this.#ports;
    this.#cancel ??= clock.alarm(instant(clock.now() + BETWEEN_MS), () => {
      this.#cancel = null;
      this.#keep();
    });
  }

  /** A board that was written before it had a history, or came from a file: it begins with what stands there. */
  async #keepBeginning(): Promise<void> {
    const { document } = this.#board;
    const sections = [...document.share.keys()].filter(isId).flatMap((name) => this.#versionOf(name, new Set()));
    if (sections.length === 0) return;
    try {
      const known = new Set((await this.#ports.history.list(this.#board.name)).map(({ fragment }) => fragment));
      const unknown = sections.filter(({ fragment }) => !known.has(fragment));
      if (unknown.length > 0) await this.#ports.history.keep(this.#board.name, unknown);
    } catch (cause) {
      this.#ports.log.warn({ document: this.#board.name, cause }, 'the beginning of a board’s history was not kept');
    }
  }

  #versionOf(fragment: string, seats: ReadonlySet<SeatId>) {
    const section = this.#rules.isOffTheRecord(fragment) ? null : fragmentJsonOf(this.#board.document, fragment);
    if (section === null) return [];
    const at: Instant = this.#ports.clock.now();
    return [{ fragment, at, seats: [...seats], files: filesIn(section), body: packed(section) }];
  }

  #keep(): void {
    const touched = this.#touched;
    if (touched.size === 0) return;
    this.#touched = new Map();
    // Read at once; written after what came before, so that versions come in their order.
    const versions = [...touched].flatMap(([name, seats]) => this.#versionOf(name, seats));
    this.#keeping = this.#keeping.then(async () => {
      try {
        await this.#ports.history.keep(this.#board.name, versions);
      } catch (cause) {
        this.#ports.log.warn({ document: this.#board.name, cause }, 'a board’s history was not kept');
        for (const [name, seats] of touched)
          this.#touched.set(name, new Set([...seats, ...(this.#touched.get(name) ?? [])]));
      }
    });
  }
}
