/** What an editor may ask of the working copy, and what then stands in its log. Owns the shapes; decide.ts judges, evolve.ts folds. */
import type { FileId, Instant, PersonId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import type { LeadVariant } from '../update/article.ts';
import type { HeadlineChoice } from '../update/article.ts';
import type { Author, Fresh } from './working-copy.ts';

interface OfPiece {
  readonly language: Language;
  readonly piece: string;
}

export type DraftCommand =
  /** `base`: the text it was before the person began to type; another's change meanwhile is merged or refused, never overwritten. */
  | (OfPiece & { readonly type: 'edit'; readonly base: string; readonly text: string })
  | (OfPiece & { readonly type: 'delete' | 'restore' | 'takeSuggestion' | 'keepOwn' | 'check' })
  | (OfPiece & { readonly type: 'move'; readonly way: 'up' | 'down' })
  /** After this piece; `counterpart`: the piece of the other language that it says in this one, whose facts it then has. */
  | {
      readonly type: 'insert';
      readonly language: Language;
      readonly id: string;
      readonly after: string;
      readonly opens: boolean;
      readonly text: string;
      readonly counterpart?: string | undefined;
    }
  | { readonly type: 'headline'; readonly language: Language; readonly choice: string }
  | { readonly type: 'lead'; readonly language: Language; readonly variant: LeadVariant }
  | { readonly type: 'authors'; readonly language: Language; readonly authors: string | null }
  | (OfPiece & {
      readonly type: 'comment';
      readonly id: string;
      readonly text: string;
      readonly under?: string | undefined;
    })
  | { readonly type: 'resolve' | 'reopen'; readonly comment: string }
  | { readonly type: 'style'; readonly style: string | null }
  | { readonly type: 'askApproval'; readonly asks: boolean }
  /** A person's portrait below the paragraph of a piece, with caption and credit; which file it is the server says, having asked for consent. */
  | {
      readonly type: 'portrait';
      readonly language: Language;
      readonly id: string;
      readonly after: string;
      readonly person: PersonId;
      readonly file: FileId;
      readonly caption: string;
      readonly credit: string;
    }
  | { readonly type: 'shows'; readonly picture: string; readonly people: readonly PersonId[] };

/** The facts told anew; only the server says so. */
export interface Retold {
  readonly type: 'retold';
  readonly tellings: {
    readonly [L in Language]?: { readonly pieces: readonly Fresh[]; readonly headlines: readonly HeadlineChoice[] };
  };
}

export type DraftEvent = DraftCommand | Retold;

export interface DraftEntry {
  readonly seq: number;
  readonly at: Instant;
  /** Null: the server, for the facts. */
  readonly by: Author | null;
  readonly event: DraftEvent;
}

export type DraftRefusal =
  | 'draft/unknownPiece'
  | 'draft/unknownComment'
  | 'draft/changedMeanwhile'
  | 'draft/notDeleted'
  | 'draft/deleted'
  | 'draft/nothingToTake'
  | 'draft/cannotMove'
  | 'draft/unknownHeadline'
  | 'draft/unknownStyle'
  | 'draft/idTaken'
  | 'draft/tooMany'
  | 'draft/noText'
  | 'draft/unknownPerson'
  | 'draft/portraitThere'
  | 'draft/noPortrait';
