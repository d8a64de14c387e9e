/**
 * One editor's line to the working copy: reads it, folds what comes, sends commands, comes back after a cut. Owns being in step; must not know
 * the screen. Fires `change`.
 */
import type { DraftCommand } from '../../../shared/drafting/commands.ts';
import { evolveDraft } from '../../../shared/drafting/evolve.ts';
import type { Present, PresentReply, WorkingCopyReply } from '../../../shared/drafting/replies.ts';
import type { WorkingCopy } from '../../../shared/drafting/working-copy.ts';
import { readChanges, readCopy, sendDraft } from '../../connection/drafting-api.ts';
import type { Answer, ApiFault } from '../../connection/http.ts';
import { mintId } from '../../store/mint.ts';

/** What stands beside the text is asked for again when nothing has come for a while. */
const QUIET_MS = 1500;
const AGAIN_MS = 3000;

export type SessionStanding = 'loading' | 'inStep' | 'offline' | 'denied' | 'failed';

export class DraftSession extends EventTarget {
  readonly workshop: string;
  readonly #authorization: () => string | null;
  readonly #ending = new AbortController();
  #reply: WorkingCopyReply | null = null;
  #state: WorkingCopy | null = null;
  #standing: SessionStanding = 'loading';
  readonly #page = mintId();
  #present: PresentReply | null = null;
  #typing: Present['at'] = null;
  #waiting: AbortController | null = null;
  #quiet = 0;
  #arrivals: (() => void)[] = [];

  constructor(workshop: string, authorization: () => string | null) {
    super();
    this.workshop = workshop;
    this.#authorization = authorization;
  }

  get reply(): WorkingCopyReply | null {
    return this.#reply;
  }
  get state(): WorkingCopy | null {
    return this.#state;
  }
  get standing(): SessionStanding {
    return this.#standing;
  }
  /** The others who have the copy open; nobody is known to be there without a connection. */
  get present(): readonly Present[] {
    return this.#standing === 'inStep' ? (this.#present?.others ?? []) : [];
  }
  get authorization(): string | null {
    return this.#authorization();
  }

  async run(): Promise<void> {
    const { signal } = this.#ending;
    await this.read();
    while (!signal.aborted && this.#standing !== 'denied') {
      if (this.#state === null) {
        await this.#pause();
        await this.read();
        continue;
      }
      const waiting = new AbortController();
      this.#waiting = waiting;
      const known = this.#present?.version ?? null;
      const wait = { since: this.#state.seq, page: this.#page, known, typing: this.#typing };
      const either = AbortSignal.any([signal, waiting.signal]);
      const answer = await readChanges(this.workshop, this.authorization, wait, either);
      if (signal.aborted) return;
      // Broken off by this page, to say where it is typing now.
      if (waiting.signal.aborted) continue;
      if (answer.ok) this.#present = answer.value.present;
      const isOfOthers = answer.ok && answer.value.present?.version !== known;
      if (!answer.ok) {
        this.#fail(answer.fault);
        await this.#pause();
      } else if (answer.value.entries === null) await this.read();
      else if (answer.value.entries.length === 0 && isOfOthers) this.#tell();
      else if (answer.value.entries.length === 0) this.#reread(0);
      else {
        this.#learn(answer.value.entries.reduce(evolveDraft, this.#state));
        this.#reread(QUIET_MS);
      }
    }
  }

  /** Where this person is typing, for the others; null: nowhere. */
  typesAt(place: Present['at']): void {
    if (place?.piece === this.#typing?.piece && place?.language === this.#typing?.language) return;
    this.#typing = place;
    this.#waiting?.abort();
  }

  end(): void {
    this.#ending.abort();
    clearTimeout(this.#quiet);
  }

  async read(): Promise<void> {
    const answer = await readCopy(this.workshop, this.authorization);
    if (this.#ending.signal.aborted) return;
    if (!answer.ok) return this.#fail(answer.fault);
    this.#reply = answer.value;
    // What was learnt meanwhile is newer than what was read.
    this.#learn(this.#state !== null && this.#state.seq > answer.value.state.seq ? this.#state : answer.value.state);
  }

  /** Resolves when what was sent stands in this copy. */
  async send(command: DraftCommand): Promise<Answer<{ readonly seq: number }>> {
    const answer = await sendDraft(this.workshop, this.authorization, command);
    if (!answer.ok) {
      if (answer.fault.status === 0) this.#fail(answer.fault);
      return answer;
    }
    const { seq } = answer.value;
    while (!this.#ending.signal.aborted && (this.#state?.seq ?? 0) < seq)
      await new Promise<void>((resolve) => this.#arrivals.push(resolve));
    return answer;
  }

  #learn(state: WorkingCopy): void {
    this.#state = state;
    this.#standing = 'inStep';
    const arrived = this.#arrivals;
    this.#arrivals = [];
    for (const arrive of arrived) arrive();
    this.dispatchEvent(new Event('change'));
  }

  #fail({ status }: ApiFault): void {
    this.#standing = status === 401 || status === 403 ? 'denied' : status === 0 ? 'offline' : 'failed';
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }

  #reread(after: number): void {
    clearTimeout(this.#quiet);
    this.#quiet = window.setTimeout(() => void this.read(), after);
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, AGAIN_MS);
      window.addEventListener(
        'online',
        () => {
          clearTimeout(timer);
          resolve();
        },
        { once: true, signal: this.#ending.signal },
      );
    });
  }
}
