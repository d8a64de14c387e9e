/** Chinese headlines that say what came of a workshop or what it was about. Owns their words; the first that fits in the custom's length. */
import type { Phrases } from '../phrases.ts';
import { body, bringsVerb, isWeavable } from './clauses.ts';

const MOST_CHARACTERS = 20;

const fitting = (candidates: readonly string[]): string | null =>
  candidates.find((text) => [...text].length <= MOST_CHARACTERS) ?? null;

/** Always with whose word it is: a consensus printed bare would read as a fact. */
export const CHINESE_HEADLINES: Pick<Phrases, 'outcomeHeadline' | 'themeHeadline'> = {
  outcomeHeadline: (kind, given) => {
    const text = body(given);
    if (!isWeavable(text) || /[。；;]/.test(text)) return null;
    return kind === 'consensus'
      ? fitting([`与会代表一致${bringsVerb(text) ? '' : '认为'}${text}`, `与会代表：${text}`])
      : fitting([`研讨会决定${text}`, `会议决定：${text}`]);
  },
  themeHeadline: (given, begun) => {
    const text = body(given);
    if (!isWeavable(text) || /[。；;，,]/.test(text)) return null;
    return fitting([`研讨会${begun ? '' : '将'}聚焦${text}`]);
  },
};
