/**
 * The board's blocks as plain node specs and as facts read out of it. Owns names, attributes and the reading's result; must not know Yjs,
 * ProseMirror's classes or the editor. The board has one fragment per agenda item, named by the item's id, and `FRAGMENT_GENERAL` beside them.
 * Every block node has the attribute `blockId`; typed blocks hold one line of inline text, so a reading is never ambiguous.
 */
import type { AgendaItemId, BlockId, FileId, Instant, PersonId } from '../kernel/ids.ts';

/** The fragment for notes that belong to no agenda item. */
export const FRAGMENT_GENERAL = 'general';

export const BLOCK_KINDS = [
  'keyPoint',
  'statement',
  'quote',
  'decision',
  'consensus',
  'suggestion',
  'action',
  'nextStep',
  'figure',
  'photo',
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** Attributes of each typed block beside `blockId`; all are strings in the document and '' means not given. */
export const BLOCK_ATTRIBUTES = {
  keyPoint: ['person'],
  statement: ['person'],
  quote: ['person'],
  decision: [],
  consensus: [],
  suggestion: ['person'],
  /** `done` is 'yes' or ''; `carried` names the action of an earlier workshop that this one goes on with. */
  action: ['owner', 'due', 'done', 'carried'],
  nextStep: [],
  figure: ['source'],
  photo: ['file', 'credit', 'place', 'alt'],
} as const satisfies Record<BlockKind, readonly string[]>;

/**
 * When a block was made: `at` by the server's clock, `offset` in the recording of that moment, both in ms. '' when unknown or when nothing
 * was being recorded. Set by the client that made the block; who wrote it is the server's own record and never an attribute.
 */
export const MOMENT_ATTRIBUTES = ['at', 'offset'] as const;

export type PhotoPlace = 'after-lead' | 'before-statements' | '';

interface BlockBase {
  readonly id: BlockId;
  /** The agenda item under which it was written; null in the general fragment. */
  readonly item: AgendaItemId | null;
  /** The line's text without marks, trimmed; for a photo its caption. */
  readonly text: string;
  /** When it was made, by the server's clock as the author's page knew it; not given for blocks that came from a file. */
  readonly at?: Instant;
  /** Where in the recording that was, ms; not given when nothing was being recorded. */
  readonly offset?: number;
}

export type Block =
  | (BlockBase & { readonly kind: 'keyPoint' | 'statement' | 'quote' | 'suggestion'; readonly person: PersonId | null })
  | (BlockBase & { readonly kind: 'decision' | 'consensus' | 'nextStep' })
  /** `due` is an ISO date (2026-03-26) or null; `owner` a person of the roster or null. */
  | (BlockBase & {
      readonly kind: 'action';
      readonly owner: PersonId | null;
      readonly due: string | null;
      readonly done: boolean;
      /** `<workshop>.<block>` of the action that it goes on with. */
      readonly carried: string | null;
    })
  | (BlockBase & { readonly kind: 'figure'; readonly source: string | null })
  | (BlockBase & {
      readonly kind: 'photo';
      readonly file: FileId | null;
      readonly credit: string | null;
      readonly place: PhotoPlace;
      /** What is to be seen, for those who do not see it; the caption says what it is about. */
      readonly alt: string | null;
    })
  /** Ordinary prose: paragraphs, headings and list items, each its own block. */
  | (BlockBase & { readonly kind: 'prose' });

/** The whole board as read: blocks in agenda order, each item's in document order. */
export interface Board {
  readonly blocks: readonly Block[];
}

/** ProseMirror's JSON as the server makes it from a Yjs fragment. */
export interface ProseMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

export interface ProseNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  /** Of text: bold, italic, link … A link that the server hands over leads where links may lead. */
  readonly marks?: readonly ProseMark[];
  readonly content?: readonly ProseNode[];
  readonly text?: string;
}

/** Fragment name → its document (type 'doc'). */
export type BoardJson = Readonly<Record<string, ProseNode>>;
