/** The port to a language model that words a sentence anew. Owns the shapes; what may be sent and what is taken of the answer is shared/drafting. */
import type { Language } from '../../shared/kernel/language.ts';

export type Reworded =
  | { readonly ok: true; readonly text: string }
  /** `denied`: the endpoint refused, by its own rules or for want of a key or of money. */
  | { readonly ok: false; readonly why: 'timeout' | 'unreachable' | 'garbage' | 'denied' };

export interface Rewriter {
  reword(text: string, language: Language): Promise<Reworded>;
}
