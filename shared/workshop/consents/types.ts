/**
 * Consents: each purpose asked for itself, answered yes or no, changed at any time. An answer keeps the version of the text that was read.
 * Owns the shapes; what an answer allows is selectors.ts. Each person sees the own answers, the desk everybody's.
 */
import type { Instant, PersonId } from '../../kernel/ids.ts';

/** `recording`: sound and picture kept. `name`, `portrait`, `quote`: published in the update. `transfer`: handled outside the own country.
 * `chat`: what one wrote to all stands in the organizers' copy of the chat. */
export const PURPOSES = ['recording', 'name', 'portrait', 'quote', 'transfer', 'chat'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The versions of the texts in the catalogue (languages/areas/consents.ts); raised when a text comes to mean something else. */
export const TEXT_VERSIONS: Readonly<Record<Purpose, number>> = {
  recording: 1,
  name: 1,
  portrait: 1,
  quote: 1,
  transfer: 1,
  chat: 1,
};

/**
 * How a workshop treats a purpose. `ask`: only a yes allows. `require`: as `ask`, and who has not said yes may neither speak nor be seen.
 * `obtained`: the organizers have the consent by another way; silence allows, a no still forbids.
 */
export const CONSENT_POLICIES = ['ask', 'require', 'obtained'] as const;
export type ConsentPolicy = (typeof CONSENT_POLICIES)[number];

export interface ConsentAnswer {
  readonly given: boolean;
  readonly version: number;
  readonly at: Instant;
}

export type PersonConsents = Readonly<Partial<Record<Purpose, ConsentAnswer>>>;

export interface ConsentsState {
  readonly answers: Readonly<Record<PersonId, PersonConsents>>;
}

export type ConsentsCommand = {
  readonly type: 'consents/answer';
  readonly purpose: Purpose;
  readonly given: boolean;
  readonly version: number;
};

export type ConsentsEvent = {
  readonly type: 'consents/answered';
  readonly person: PersonId;
  readonly purpose: Purpose;
  readonly given: boolean;
  readonly version: number;
};

export type ConsentsRefusal = 'consents/otherVersion' | 'consents/required';
