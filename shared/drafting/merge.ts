/**
 * Brings what the facts give now into a copy that people have worked on. Owns the promises: edited words stay and are marked, what was
 * deleted stays deleted, what was written stays where it stood, everything else follows its facts. Pure and deterministic.
 */
import type { Fresh, Piece } from './working-copy.ts';

const follow = (piece: Piece, fresh: Fresh, seq: number, keepsPlace: boolean): Piece => {
  const { key, role, section, sources, voice, file } = fresh;
  const facts = {
    ...piece,
    key,
    role,
    section: keepsPlace ? piece.section : section,
    opens: keepsPlace ? piece.opens : fresh.opens,
    given: fresh.text,
    sources,
    voice,
    file,
  };
  // A deleted piece keeps what somebody had made of it, for whoever brings it back.
  if (piece.state === 'edited' || (piece.state === 'deleted' && piece.text !== piece.given)) return facts;
  const isNew = piece.text !== fresh.text || piece.file !== file;
  return {
    ...facts,
    text: fresh.text,
    seen: fresh.text,
    changed: isNew && piece.state === 'follows' ? seq : piece.changed,
  };
};

const begin = (fresh: Fresh, id: string, seq: number): Piece => ({
  ...fresh,
  id,
  origin: 'facts',
  state: 'follows',
  given: fresh.text,
  seen: fresh.text,
  changed: seq,
  checked: 0,
});

/** A new piece's id is its key, or the key with a number where an earlier piece had it. */
const freeId = (key: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(key)) return key;
  for (let n = 2; ; n += 1) if (!taken.has(`${key} #${n}`)) return `${key} #${n}`;
};

/**
 * Which old piece each new one goes on. Same words come before the same key, because a fact told by its number in a list has another number
 * when one is put before it: an edit stays with what it is about.
 */
const matched = (old: readonly Piece[], fresh: readonly Fresh[]): ReadonlyMap<Fresh, Piece> => {
  const free = new Set(old.filter((piece) => piece.origin === 'facts'));
  const pairs = new Map<Fresh, Piece>();
  const pair = (isSame: (piece: Piece, one: Fresh) => boolean): void => {
    for (const one of fresh) {
      if (pairs.has(one)) continue;
      const piece = [...free].find((candidate) => candidate.role === one.role && isSame(candidate, one));
      if (piece === undefined) continue;
      pairs.set(one, piece);
      free.delete(piece);
    }
  };
  pair((piece, one) => piece.key === one.key && piece.given === one.text);
  pair((piece, one) => one.text !== '' && piece.section === one.section && piece.given === one.text);
  pair((piece, one) => piece.key === one.key);
  return pairs;
};

/** What stays although the facts no longer give it; what merely followed them goes. */
const remains = (piece: Piece): boolean => piece.origin === 'written' || piece.state !== 'follows';

export const merge = (
  old: readonly Piece[],
  fresh: readonly Fresh[],
  seq: number,
  ordered: 'byFacts' | 'byEditor',
): readonly Piece[] => {
  const pairs = matched(old, fresh);
  const taken = new Set(old.map((piece) => piece.id));
  const next = fresh.map((one) => {
    const piece = pairs.get(one);
    if (piece !== undefined) return follow(piece, one, seq, ordered === 'byEditor');
    const id = freeId(one.key, taken);
    taken.add(id);
    return begin(one, id, seq);
  });
  const orphaned = (piece: Piece): Piece => (piece.origin === 'facts' ? { ...piece, given: null } : piece);
  const nextById = new Map(next.map((piece) => [piece.id, piece]));

  // One order leads, the pieces only the other one has are put after the neighbour they had there.
  const [leading, other] =
    ordered === 'byFacts'
      ? [next, old.filter((piece) => nextById.has(piece.id) || remains(piece))]
      : [old.filter((piece) => nextById.has(piece.id) || remains(piece)), next];
  const order = leading.map((piece) => piece.id);
  let before: string | null = null;
  for (const { id } of other) {
    if (!order.includes(id)) order.splice(before === null ? 0 : order.indexOf(before) + 1, 0, id);
    before = id;
  }
  const oldById = new Map(old.map((piece) => [piece.id, piece]));
  const merged = order.flatMap((id): readonly Piece[] => {
    const piece = nextById.get(id);
    if (piece !== undefined) return [piece];
    const kept = oldById.get(id);
    return kept === undefined ? [] : [orphaned(kept)];
  });
  // Whatever was put around it, the headline stands first.
  return [
    ...merged.filter((piece) => piece.role === 'headline'),
    ...merged.filter((piece) => piece.role !== 'headline'),
  ];
};
