/** Photos at their places, with caption and credit. A picture that is not there is listed as missing, never made up. */
import type { Block } from '../notes/blocks.ts';
import type { ArticlePart, MissingFact } from './article.ts';
import { block } from './sources.ts';
import { isInLanguage } from './text-language.ts';
import { blocksOf, type Writing } from './writing.ts';

const photo = (writing: Writing, one: Extract<Block, { kind: 'photo' }>): ArticlePart => {
  const sources = [block(one)];
  const about = one.text === '' ? (one.credit ?? '') : one.text;
  const miss = (code: MissingFact['code']): void => {
    writing.missing.push({ code, where: { place: 'board', source: block(one) }, about });
  };
  if (one.file === null) miss('photoWithoutFile');
  if (one.credit === null) miss('photoWithoutCredit');
  const readable = isInLanguage(one.text, writing.language);
  if (!readable) miss('textInOtherLanguage');
  return {
    kind: 'photo',
    section: 'photo',
    file: one.file,
    caption: one.text === '' || !readable ? null : { text: one.text, sources },
    credit: one.credit === null ? null : { text: writing.phrases.credit(one.credit), sources },
  };
};

/** Photos without a place stand late, as the body's picture. */
export const photos = (writing: Writing, when: 'early' | 'late'): ArticlePart[] => {
  const all = blocksOf(writing, 'photo');
  if (all.length === 0 && when === 'late') writing.missing.push({ code: 'noPhoto', where: { place: 'board' } });
  return all.filter((one) => (one.place === 'after-lead') === (when === 'early')).map((one) => photo(writing, one));
};
