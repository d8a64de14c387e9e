/**
 * The words of the chat's lines in this browser: those that were handed over live, and those that were fetched because they came before or
 * were missed. Owns the fetching; which lines there are is the replica's. Must not know the screen.
 */
import { signal } from '@lit-labs/signals';
import type { CommandId } from '../../shared/kernel/ids.ts';
import type { ChatLine } from '../../shared/workshop/chat/types.ts';
import { readWords } from '../connection/chat-api.ts';
import type { Connection } from '../connection/connection.ts';

type Line = Pick<ChatLine, 'id' | 'at' | 'deleted'>;

/** Live words follow their line at once: only what is missing after this is asked for, ms. */
const PATIENCE_MS = 400;
/** The words of a line were kept a little before its fact. */
const EARLIER_MS = 60_000;

export class ChatWords {
  readonly words$ = signal<ReadonlyMap<CommandId, string>>(new Map());
  readonly failed$ = signal(false);
  readonly #connection: Connection;
  readonly #unlisten: () => void;
  /** Asked for and not there: erased meanwhile. */
  readonly #without = new Set<CommandId>();
  #asking = false;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#unlisten = connection.listen({ words: (line, text) => this.#take([[line, text]]) });
  }

  close(): void {
    this.#unlisten();
  }

  /** Sees to it that these lines get their words. */
  async want(lines: readonly Line[]): Promise<void> {
    if (this.#asking || this.failed$.get() || this.#missing(lines).length === 0) return;
    this.#asking = true;
    await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    const missing = this.#missing(lines);
    const oldest = missing[0];
    if (oldest !== undefined) {
      const answer = await readWords(this.#connection, Math.max(0, oldest.at - EARLIER_MS));
      if (answer.ok) {
        for (const { id } of missing) if (answer.value.words[id] === undefined) this.#without.add(id);
        this.#take(Object.entries(answer.value.words) as [CommandId, string][]);
      } else {
        this.failed$.set(true);
      }
    }
    this.#asking = false;
  }

  tryAgain(lines: readonly Line[]): void {
    this.failed$.set(false);
    void this.want(lines);
  }

  isWithout(line: CommandId): boolean {
    return this.#without.has(line);
  }

  #missing(lines: readonly Line[]): readonly Line[] {
    const words = this.words$.get();
    return lines.filter(({ id, deleted }) => deleted === undefined && !words.has(id) && !this.#without.has(id));
  }

  #take(words: Iterable<readonly [CommandId, string]>): void {
    this.words$.set(new Map([...this.words$.get(), ...words]));
  }
}
