/**
 * Readable addresses: English words as they are, Chinese by its sounds, and beside that the characters themselves. Owns how a slug is made
 * and that no two publications share one. Must not know pages.
 */
import slugify from '@sindresorhus/slugify';
import { pinyin } from 'pinyin-pro';
import type { Language } from '../../../shared/kernel/language.ts';
import { languagesOf, type Publication } from '../../../shared/publication/publication.ts';
import { slugKey } from '../../../shared/publication/slugs.ts';

const LONGEST_LATIN = 72;
const LONGEST_HAN = 40;
const HAN = /\p{Script=Han}/u;

const cutAtWord = (slug: string, most: number): string =>
  slug.length <= most
    ? slug
    : slug
        .slice(0, most + 1)
        .replace(/-[^-]*$/, '')
        .slice(0, most);

/** 重庆 becomes chong-qing: read as words, not sign by sign. */
export const latinSlug = (text: string): string => {
  const spoken = HAN.test(text)
    ? pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' ')
    : text;
  return cutAtWord(slugify(spoken, { preserveCharacters: [] }), LONGEST_LATIN);
};

/** Characters, letters and digits of a Chinese headline; null where there are no characters. */
const hanSlug = (text: string): string | null => {
  const slug = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return HAN.test(slug) ? [...slug].slice(0, LONGEST_HAN).join('').replace(/-$/, '') : null;
};

/** The first of name, name-2, name-3 … that nobody else has. */
const firstFree = async (name: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> => {
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? name : `${name}-${n}`;
    if (!(await isTaken(slug))) return slug;
  }
};

/** Slugs for the editions that have none yet, and aliases in characters. Those that are there stay. */
export const withSlugs = async (
  publication: Publication,
  isOthers: (slug: string) => Promise<boolean>,
): Promise<Pick<Publication, 'slugs' | 'aliases'>> => {
  const slugs: { [L in Language]?: string } = { ...publication.slugs };
  const aliases: { [L in Language]?: readonly string[] } = { ...publication.aliases };
  for (const language of languagesOf(publication)) {
    const headline = publication.editions[language]?.headline ?? '';
    const isTaken = async (slug: string): Promise<boolean> =>
      Object.entries(slugs).some(([of, other]) => of !== language && slugKey(other) === slugKey(slug)) ||
      (await isOthers(slug));
    slugs[language] ??= await firstFree(latinSlug(headline) || `update-${publication.id.toLowerCase()}`, isTaken);
    const inCharacters = hanSlug(headline);
    // Paths are where an imported one stood before.
    const known = aliases[language] ?? [];
    if (inCharacters !== null && known.every((alias) => alias.startsWith('/')))
      aliases[language] = [...known, await firstFree(inCharacters, isTaken)];
  }
  return { slugs, aliases };
};
