/** Which pieces stand together. Owns where a paragraph begins and ends, and moving one. */
import type { Piece } from './working-copy.ts';

const isPicture = (piece: Piece): boolean => piece.section === 'photo' && piece.origin === 'facts';

/** The headline is none of them. A deleted beginning still begins; a change of section always does. */
export const paragraphsOf = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const paragraphs: Piece[][] = [];
  for (const piece of pieces) {
    if (piece.role === 'headline') continue;
    const open = paragraphs.at(-1);
    const last = open?.at(-1);
    const goesOn =
      open !== undefined &&
      last !== undefined &&
      !piece.opens &&
      piece.section === last.section &&
      isPicture(piece) === isPicture(last);
    if (goesOn) open.push(piece);
    else paragraphs.push([piece]);
  }
  return paragraphs;
};

/** The paragraph of this piece one place up or down; null where there is no such place. */
export const moved = (pieces: readonly Piece[], id: string, way: 'up' | 'down'): readonly Piece[] | null => {
  const paragraphs = paragraphsOf(pieces);
  const at = paragraphs.findIndex((one) => one.some((piece) => piece.id === id));
  const [upper, lower] = way === 'up' ? [at - 1, at] : [at, at + 1];
  const [first, second] = [paragraphs[upper], paragraphs[lower]];
  if (at < 0 || first === undefined || second === undefined) return null;
  const opened = (paragraph: readonly Piece[]): readonly Piece[] =>
    paragraph.map((piece, nth) => (nth === 0 ? { ...piece, opens: true } : piece));
  return [
    ...pieces.filter((piece) => piece.role === 'headline'),
    ...paragraphs.slice(0, upper).flat(),
    ...opened(second),
    ...opened(first),
    ...paragraphs.slice(lower + 1).flatMap((one, nth) => (nth === 0 ? opened(one) : one)),
  ];
};
