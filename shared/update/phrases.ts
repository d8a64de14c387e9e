/** What a language must be able to say for an article. Owns the interface; english/ and chinese/ implement it, each by its own conventions. */
import type { LocalText } from '../kernel/language.ts';

/** A name ready for a sentence; `titled`: positions follow or precede it, which English closes with a comma. */
export interface Named {
  readonly text: string;
  readonly titled: boolean;
}

export interface EventFacts {
  readonly title: string;
  readonly series: string | null;
  readonly ordinal: number;
  readonly mode: 'online' | 'hybrid';
}

/** Who takes part in a sentence: people by name, organizations through representatives who are not named. */
export interface Cast {
  readonly people: readonly Named[];
  readonly organizations: readonly string[];
}

export interface LeadFacts {
  readonly day: string | null;
  readonly hosts: readonly string[];
  readonly coHosts: readonly string[];
  readonly convener: string | null;
  readonly event: EventFacts;
  /** False while the workshop is still ahead. */
  readonly begun: boolean;
}

/** `nth` counts from 0 within its kind, so that verbs vary without chance. All answers are whole sentences. */
export interface Phrases {
  /** Best first; the first that fits is taken. */
  headlines(event: EventFacts, begun: boolean): readonly string[];
  readonly headlineLimit: number | null;
  /** A headline that leads with what was agreed or decided; null when the note cannot be woven or is too long for one. */
  outcomeHeadline(kind: 'consensus' | 'decision', text: string, names: readonly string[]): string | null;
  /** A headline that leads with what it was about; null as above. */
  themeHeadline(text: string, begun: boolean): string | null;
  lead(facts: LeadFacts): string;
  /** The same facts with the event as the subject. */
  leadWithEvent(facts: LeadFacts): string;
  attended(organizations: readonly string[], begun: boolean): string;
  /** `organizations` and `countries` 0 where the roster does not know them all. */
  counted(people: number, organizations: number, countries: number): string;
  supported(by: readonly string[]): string;
  chaired(by: readonly Named[]): string;
  /** Of who was there for the opening only. */
  chairedOpening(by: readonly Named[]): string;
  group(count: number, members: string, of: string, named: readonly string[]): string;
  /** What the workshop is for: a sentence is kept, a question or an aim in half a sentence is completed. */
  purpose(text: string, begun: boolean): string;
  /** A fact as given, made a sentence. */
  plain(text: string): string;
  figure(text: string, source: string | null): string;
  opened(cast: Cast): string;
  closed(cast: Cast): string;
  presented(cast: Cast, topic: string | null, title: string): string;
  gaveOpinions(cast: Cast, topic: string | null): string;
  /** `nth` counts discussions told without anybody's name. */
  discussed(cast: Cast, topic: string | null, title: string, nth: number): string;
  /** Puts the days of a longer workshop, counted from 1, before a sentence of these phrases; `length` is how many days it took. */
  onDays(days: readonly number[], length: number, sentence: string): string;
  noted(who: Named | null, text: string, nth: number, names: readonly string[]): string;
  said(who: Named, text: string, nth: number, names: readonly string[]): string;
  quoted(who: Named, text: string, nth: number): string;
  /** A question that was asked, and who answered it or what was answered in writing. */
  asked(text: string, answer: { readonly by: Named | null; readonly written: string | null }, nth: number): string;
  agreed(text: string, nth: number): string;
  suggested(who: Named | null, text: string, nth: number, names: readonly string[]): string;
  decided(text: string, nth: number): string;
  acted(text: string, owner: Named | null, due: string | null): string;
  nextStep(text: string, nth: number, names: readonly string[]): string;
  credit(text: string): string;
  /** Joins titles and name at a person's first mention. */
  person(name: string, positions: readonly string[]): Named;
}

/** A text of the file as given in exactly this language; null when it stands in the other one only. */
export const givenIn = (text: LocalText | undefined, language: 'en' | 'zh-Hans'): string | null => {
  const given = text?.[language]?.trim();
  return given === undefined || given === '' ? null : given;
};
