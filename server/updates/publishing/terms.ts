/** Programmes and themes as editors name them. Owns how a name becomes the key that stands in addresses. */
import type { LocalText } from '../../../shared/kernel/language.ts';
import type { Term } from '../../../shared/publication/publication.ts';
import { latinSlug } from './slugs.ts';

export const termOf = (name: LocalText): Term => ({
  key: latinSlug(name.en ?? name['zh-Hans'] ?? '') || 'other',
  name,
});

/** Two names with one key are one term. */
export const termsOf = (names: readonly LocalText[]): readonly Term[] => [
  ...new Map(names.map(termOf).map((term) => [term.key, term])).values(),
];
