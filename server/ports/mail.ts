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
}

export type LetterState = 'waiting' | 'sent' | 'failed';

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
}

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
  /** Not sent before this instant. */
  readonly notBefore?: Instant;
}

export interface Outbox {
  /** Resolves when the letter stands in the outbox, which is a promise to send it. */
  post(wish: LetterWish): Promise<void>;
}
