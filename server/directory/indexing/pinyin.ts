/** How Chinese is read aloud, in plain letters. The only importer of pinyin-pro, which is too heavy for the browser. */
import { pinyin } from 'pinyin-pro';
import { plain } from './letters.ts';

const syllables = (text: string, surname: 'head' | 'off'): readonly string[] =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', surname }).map(plain);

/** The syllables of a name: 单 is Shan and 尉迟 Yuchi where they are family names. */
export const readName = (
  family: string,
  given: string,
): { readonly family: string; readonly given: readonly string[] } => {
  const all = syllables(family + given, 'head');
  const length = [...family].length;
  return { family: all.slice(0, length).join(''), given: all.slice(length) };
};

/** Every way to read a family name of one character: who does not know the bearer types the common one. */
export const readingsOf = (family: string): readonly string[] =>
  [...family].length === 1 ? pinyin(family, { toneType: 'none', type: 'array', multiple: true }).map(plain) : [];

export const readWords = (text: string): readonly string[] => syllables(text, 'off');
