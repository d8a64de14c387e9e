/** What the server answers an editor's page, for both sides. Owns the shapes. */
import type { PersonId } from '../kernel/ids.ts';
import type { Language, LocalText } from '../kernel/language.ts';
import type { LeftOut, MissingFact } from '../update/article.ts';
import type { Origin } from '../update/origins.ts';
import type { AddedFact } from './added-facts.ts';
import type { DraftEntry } from './commands.ts';
import type { Warning } from './warnings.ts';
import type { WorkingCopy } from './working-copy.ts';

/** What stands beside one language's text: what its facts lack, where its sources are, what to look at. */
export interface Beside {
  readonly missing: readonly MissingFact[];
  readonly leftOut: readonly LeftOut[];
  readonly origins: Readonly<Record<string, Origin>>;
  readonly warnings: readonly Warning[];
}

/** What the editors' page reads: the copy, and beside each language what its facts lack and where they stand. */
export interface WorkingCopyReply {
  readonly state: WorkingCopy;
  readonly beside: Readonly<Record<Language, Beside>>;
  readonly title: LocalText;
  readonly styles: readonly { readonly key: string; readonly name: LocalText }[];
  readonly style: string;
  /** `portrait`: the directory has one, and the person agrees to its being published. */
  readonly people: readonly { readonly id: PersonId; readonly name: string; readonly portrait: boolean }[];
  readonly me: { readonly name: string; readonly rules: boolean; readonly choosesForAll: boolean };
  /** Other wordings may be asked of a language model. */
  readonly rewrites: boolean;
}

/** Somebody else who has the copy open, and the sentence being typed in; null: none. */
export interface Present {
  readonly name: string;
  readonly at: { readonly language: Language; readonly piece: string } | null;
}

/** `version`: to be told again only when it is another. */
export interface PresentReply {
  readonly version: number;
  readonly others: readonly Present[];
}

export interface ChangesReply {
  /** Null: too much was missed, read the whole copy. */
  readonly entries: readonly DraftEntry[] | null;
  /** Null: the page did not say which one it is. */
  readonly present: PresentReply | null;
}

/** Another wording, made from exactly `base`; null: what came says more than it may, by these reasons. */
export interface RewriteReply {
  readonly base: string;
  readonly suggestion: string | null;
  readonly added: readonly AddedFact[];
}
