/** The own entry as the correction's form holds it, and what is said with it. Organizations are words here; a name left as it was stays whole. */
import type { LocalText, Language } from '../../../shared/kernel/language.ts';
import { textIn } from '../../../shared/kernel/language.ts';
import type { OwnEntryWish } from '../../../shared/protocol/own-entry-schemas.ts';
import type { OwnEntry } from '../../connection/own-entry-api.ts';
import { localOf } from '../directory/draft.ts';
import { personDraft, personOf, type PersonDraft } from '../directory/person-draft.ts';

const nameAt = ({ person, organizations }: OwnEntry, at: number): LocalText | undefined =>
  organizations.find(({ id }) => id === person.positions[at]?.organization)?.name;

export const withPlaces = (
  own: OwnEntry,
  language: Language,
): { readonly draft: PersonDraft; readonly places: readonly string[] } => {
  const { name, honorific, chineseHonorific, positions } = own.person;
  const entry = {
    kind: 'person' as const,
    name,
    ...(honorific && { honorific }),
    ...(chineseHonorific && { chineseHonorific }),
    positions: positions.map(({ title }) => ({ title })),
    externalIds: [],
  };
  const places = positions.map((_, at) => textIn(nameAt(own, at) ?? {}, language));
  return { draft: personDraft(entry), places };
};

/** In both languages where it was left alone, in the one it was typed in otherwise. */
const placeOf = (own: OwnEntry, at: number, text: string, language: Language): LocalText | null => {
  const before = nameAt(own, at);
  if (text.trim() === '') return null;
  if (before !== undefined && textIn(before, language) === text) return before;
  return /\p{Script=Han}/u.test(text) ? { 'zh-Hans': text.trim() } : { en: text.trim() };
};

export const wishOf = (
  own: OwnEntry,
  draft: PersonDraft,
  places: readonly string[],
  language: Language,
): OwnEntryWish => {
  const { name, honorific, chineseHonorific } = personOf(draft).wish;
  return {
    name,
    ...(honorific && { honorific }),
    ...(chineseHonorific && { chineseHonorific }),
    positions: draft.positions
      .map((one, at) => ({ title: localOf(one), place: placeOf(own, at, places[at] ?? '', language) }))
      .filter(({ title, place }) => place !== null || Object.keys(title).length > 0)
      .map(({ title, place }) => ({ title, ...(place && { organization: place }) })),
  };
};
