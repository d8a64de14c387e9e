/** The two languages side by side: which pieces say the same, and which of them lags behind. Owns the pairing by key. */
import type { Language } from '../kernel/language.ts';
import type { Piece, WorkingCopy } from './working-copy.ts';

export interface Pair {
  readonly key: string;
  readonly en: Piece | null;
  readonly 'zh-Hans': Piece | null;
  /** The side that has not been looked at since the other one changed. */
  readonly stale: Language | null;
}

const standing = (state: WorkingCopy, language: Language): readonly Piece[] =>
  (state.copies[language]?.pieces ?? []).filter((piece) => piece.state !== 'deleted' && piece.role !== 'picture');

const staleOf = (en: Piece | null, zh: Piece | null): Language | null => {
  if (en === null || zh === null || en.changed === zh.changed) return null;
  const [older, newer, language] = en.changed < zh.changed ? [en, zh, 'en' as const] : [zh, en, 'zh-Hans' as const];
  return older.checked < newer.changed ? language : null;
};

/** In the order of the leading language; what only the other one has stands after the neighbour it has there. */
export const pairsOf = (state: WorkingCopy, leading: Language): readonly Pair[] => {
  const byKey = (language: Language): ReadonlyMap<string, Piece> => {
    const found = new Map<string, Piece>();
    for (const piece of standing(state, language)) if (!found.has(piece.key)) found.set(piece.key, piece);
    return found;
  };
  const sides = { en: byKey('en'), 'zh-Hans': byKey('zh-Hans') };
  const keys = [...sides[leading].keys()];
  let before: string | null = null;
  for (const key of sides[leading === 'en' ? 'zh-Hans' : 'en'].keys()) {
    if (!sides[leading].has(key)) keys.splice(before === null ? 0 : keys.indexOf(before) + 1, 0, key);
    before = key;
  }
  return keys.map((key) => {
    const [en, zh] = [sides.en.get(key) ?? null, sides['zh-Hans'].get(key) ?? null];
    return { key, en, 'zh-Hans': zh, stale: staleOf(en, zh) };
  });
};

/** Ids of this language's pieces that lag behind. */
export const stalePieces = (state: WorkingCopy, language: Language): ReadonlySet<string> =>
  new Set(pairsOf(state, language).flatMap((pair) => (pair.stale === language ? (pair[language]?.id ?? []) : [])));
