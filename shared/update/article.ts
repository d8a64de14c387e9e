/** The article: a program update as data, every sentence with the ids of its sources. Must not know how it is drawn or stored. */
import type { FileId, PersonId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';

/** `fact:` a path in the brief or roster, `log:` a seq, `block:` a block id, `person:` a person id. */
export type SourceId = `fact:${string}` | `log:${number}` | `block:${string}` | `person:${string}`;

export interface Sentence {
  readonly text: string;
  /** Never empty in what compose gives; empty: an editor's own words. */
  readonly sources: readonly SourceId[];
  /** Whose statement or quote it is; set where an article goes on to its editors and to publication. */
  readonly voice?: { readonly person: PersonId; readonly kind: 'statement' | 'quote' };
}

export type SectionKind =
  | 'lead'
  | 'photo'
  | 'background'
  | 'presentations'
  | 'opinions'
  | 'discussion'
  | 'statements'
  | 'consensus'
  | 'outcome'
  | 'outlook'
  | 'about';

export type ArticlePart =
  | {
      readonly kind: 'paragraph';
      readonly section: Exclude<SectionKind, 'photo'>;
      /** Printed above it where the house style has headings. */
      readonly heading?: string;
      readonly sentences: readonly Sentence[];
    }
  /** Without a file only its caption and credit are printed and the picture is listed as missing. */
  | {
      readonly kind: 'photo';
      readonly section: 'photo';
      readonly file: FileId | null;
      readonly caption: Sentence | null;
      readonly credit: Sentence | null;
      /** Who is to be seen, as an editor has said. */
      readonly shows?: readonly PersonId[];
    };

/** A headline to choose from: the event as it is announced, what came of it, or what it was about. */
export interface HeadlineChoice {
  readonly kind: 'event' | 'outcome' | 'theme';
  readonly headline: Sentence;
}

/** What the lead begins with: who held it, the event itself, or what came of it. */
export const LEAD_VARIANTS = ['hosts', 'event', 'outcome'] as const;
export type LeadVariant = (typeof LEAD_VARIANTS)[number];

/** A fact the article would need and does not have, with the one place where it is given. */
export interface MissingFact {
  readonly code:
    | 'noDate'
    | 'noHosts'
    | 'noAttendance'
    | 'noStatement'
    | 'noExternalQuote'
    | 'noConsensus'
    | 'noNextStep'
    | 'noPhoto'
    | 'photoWithoutFile'
    | 'photoWithoutCredit'
    | 'statementWithoutPerson'
    | 'personWithoutPosition'
    | 'figureWithoutSource'
    | 'actionWithoutOwner'
    | 'actionWithoutDue'
    | 'textInOtherLanguage'
    | 'headlineTooLong';
  readonly where: { readonly place: 'brief' | 'roster' | 'agenda' | 'board'; readonly source?: SourceId };
  /** What is meant, in the fact's own words (a name, a caption), when there is one. */
  readonly about?: string;
}

/** A block that did not enter the article, and why. */
export interface LeftOut {
  readonly source: SourceId;
  readonly text: string;
  readonly reason: 'offTheRecord' | 'prose' | 'incomplete' | 'noConsent';
}

export interface Article {
  readonly language: Language;
  readonly headline: Sentence;
  readonly parts: readonly ArticlePart[];
  readonly missing: readonly MissingFact[];
  readonly leftOut: readonly LeftOut[];
}
