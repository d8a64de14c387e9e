/** Pictures of people who no longer agree to them. Owns which go: every one that shows them, whoever else is in it. */
import type { Block } from '../document/document.ts';
import type { FileId, PersonId } from '../kernel/ids.ts';
import { LANGUAGES } from '../kernel/language.ts';
import { photosOf } from '../document/text.ts';
import type { Publication } from './publication.ts';

const shows = (block: Block, people: ReadonlySet<PersonId>): boolean =>
  block.kind === 'photo' && (block.shows ?? []).some((one) => people.has(one));

/** Null where none of them is to be seen. `gone`: the files that nothing in it shows any more. */
export const withoutPicturesOf = (
  publication: Publication,
  people: ReadonlySet<PersonId>,
): { readonly editions: Publication['editions']; readonly gone: readonly FileId[] } | null => {
  const all = LANGUAGES.flatMap((language) => photosOf(publication.editions[language]?.blocks ?? []));
  const taken = all.filter((photo) => shows(photo, people));
  if (taken.length === 0) return null;
  const editions: Publication['editions'] = Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const edition = publication.editions[language];
      if (!edition) return [];
      return [[language, { ...edition, blocks: edition.blocks.filter((block) => !shows(block, people)) }]];
    }),
  );
  return { editions, gone: [...new Set(taken.flatMap(({ file }) => file ?? []))] };
};
