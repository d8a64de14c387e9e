/** Ports of mail: what may be sent, and the outbox that every letter stands in before it is. */
import type { Instant } from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';
import type { Values } from '../../shared/languages/area.ts';
import type { MailTemplate } from '../../shared/languages/areas/mail.ts';

/** A letter as it will be sent; text and HTML say the same. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** An invitation for the reader's calendar. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly ics: string };
  /** Not worth sending after this instant: its link has expired. */
  readonly worthlessAfter?: Instant;
  /** Sent again when a crash met it on its way, under the same name, rather than perhaps not at all. */
  readonly mayRepeat?: true;
}

/**
 * 'held': no mail server was configured, an administrator passes it on. 'sending': handed to the mail server, no answer yet; one that stands
 * so at the start may or may not have gone out, and becomes 'failed' rather than go out twice, unless it may be repeated.
 */
export type LetterState = 'held' | 'waiting' | 'sending' | 'sent' | 'failed';

export interface OutboxRecord {
  readonly id: string;
  /** What makes this letter this one: a second with the same key is not stored. */
  readonly key: string;
  readonly to: string;
  readonly language: Language;
  readonly template: string;
  readonly letter: Letter;
  readonly createdAt: Instant;
  readonly nextAt: Instant;
  readonly tried: number;
  readonly state: LetterState;
  readonly fault: string | null;
  readonly sentAt: Instant | null;
}

export interface OutboxStore {
  /** False: a letter with this key is there already. */
  add(letter: OutboxRecord): Promise<boolean>;
  find(id: string): Promise<OutboxRecord | null>;
  /** The newest first. */
  list(page: { readonly limit: number; readonly before?: Instant | undefined }): Promise<readonly OutboxRecord[]>;
  /** Takes the next letter that is due, as 'sending': of two that ask at once, each gets another one. */
  claim(now: Instant): Promise<OutboxRecord | null>;
  /** When the next waiting letter is due. */
  nextDue(): Promise<Instant | null>;
  mark(
    id: string,
    as: {
      readonly state: LetterState;
      readonly tried: number;
      readonly nextAt: Instant;
      readonly fault: string | null;
      readonly sentAt: Instant | null;
      readonly letter?: Letter;
    },
  ): Promise<void>;
  /** What stood as 'sending' when its server died waits again if it may be repeated, else has failed with this fault. Answers how many. */
  failInterrupted(fault: string, now: Instant): Promise<number>;
  /** From 'held' or 'failed' to 'waiting'; false when it was neither. */
  sendAgain(id: string, now: Instant): Promise<boolean>;
  /** Letters made before this instant that wait for nothing. Answers how many. */
  purge(before: Instant): Promise<number>;
}

/** The mail server, as far as letters know it. */
export interface Mail {
  send(letter: { readonly id: string; readonly to: string; readonly letter: Letter }): Promise<Sending>;
  close(): void;
}

export type Sending = { readonly ok: true } | { readonly ok: false; readonly isFinal: boolean; readonly fault: string };

/** What a caller says; the words are the template's, in the reader's language. */
export interface LetterWish {
  /** Makes a repeated wish harmless: the second letter with this key is not stored. */
  readonly key: string;
  readonly to: string;
  readonly template: MailTemplate;
  /** What the template's words leave open; `url` is where its button leads. */
  readonly values: Values & { readonly url: string };
  readonly language: Language;
  readonly calendar?: Letter['calendar'];
  readonly worthlessAfter?: Instant;
  readonly mayRepeat?: true;
  /** Not sent before this instant. */
  readonly notBefore?: Instant;
}

export interface Outbox {
  /** Whether letters go out by themselves; without a mail server administrators pass them on. */
  readonly sends: boolean;
  /** Resolves when the letter stands in the outbox, which is a promise to send it. */
  post(wish: LetterWish): Promise<void>;
  /** The letter as it would be posted, for a store that writes it together with something else; `wake` then sends it. */
  compose(wish: LetterWish): OutboxRecord;
  wake(): void;
  /** For administrators: the newest first. */
  list(before?: Instant): Promise<readonly OutboxRecord[]>;
  /** For administrators: the secrets of its links are shown only while nobody but they can pass the letter on. */
  read(id: string): Promise<OutboxRecord | null>;
  /** Sends a letter that was held or has failed; false: there is no such letter, or nothing to send it by. */
  sendAgain(id: string): Promise<boolean>;
}
