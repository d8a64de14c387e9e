/**
 * What of a working copy may be given to a language model for another wording, and in which form: never anybody's words, and nothing between
 * quotation marks. Owns the choice and the marks that stand for what is kept back; whether the answer says more is added-facts.ts.
 */
import type { Piece } from './working-copy.ts';

export type RewriteRefusal =
  | 'draft/rewriteOff'
  | 'draft/rewriteQuote'
  | 'draft/rewriteTimeout'
  | 'draft/rewriteUnreachable'
  | 'draft/rewriteGarbage'
  | 'draft/rewriteDenied';

const QUOTED = /“[^”]*”|"[^"]*"|「[^」]*」|『[^』]*』/gu;

/** A person's words are theirs, and so is what a mark in the text holds open. */
export const mayBeRewritten = (piece: Piece): boolean =>
  piece.voice === null &&
  piece.role === 'sentence' &&
  piece.state !== 'deleted' &&
  piece.text !== '' &&
  !/[⟦⟧]/u.test(piece.text);

export interface Masked {
  readonly text: string;
  readonly kept: readonly string[];
}

export const masked = (text: string): Masked => {
  const kept: string[] = [];
  return {
    text: text.replaceAll(QUOTED, (quote) => {
      kept.push(quote);
      return `⟦${kept.length}⟧`;
    }),
    kept,
  };
};

/** Null: a mark was lost, doubled or made up. */
export const unmasked = (answer: string, kept: readonly string[]): string | null => {
  const marks = [...answer.matchAll(/⟦(\d+)⟧/gu)].map(([, number]) => Number(number));
  const isWhole =
    marks.length === kept.length &&
    new Set(marks).size === marks.length &&
    marks.every((mark) => mark >= 1 && mark <= kept.length);
  if (!isWhole) return null;
  const whole = answer.replaceAll(/⟦(\d+)⟧/gu, (_, number: string) => kept[Number(number) - 1] ?? '');
  return /[⟦⟧]/u.test(whole) ? null : whole;
};
