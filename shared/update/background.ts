/** Background: purpose, the organizers' facts in their order, and figures that were noted outside any item. */
import type { ArticlePart, Sentence } from './article.ts';
import { textIn } from '../kernel/language.ts';
import { block, fact } from './sources.ts';
import { blocksOf, paragraph, textOf, type Writing } from './writing.ts';

const LOOKS_LIKE_FIGURE = /\d\s?(%|％|percent|per cent|million|billion|万|亿)/;

export const background = (writing: Writing): ArticlePart[] => {
  const { phrases, language, state } = writing;
  const purposeSource = fact('brief', 'purpose');
  const purpose = textOf(writing, state.brief.purpose, purposeSource, 'brief');
  const facts = state.brief.background.flatMap((given, index): Sentence[] => {
    const source = fact('brief', 'background', index);
    const text = textOf(writing, given.text, source, 'brief');
    if (text === null) return [];
    if (given.source === undefined && LOOKS_LIKE_FIGURE.test(text)) {
      writing.missing.push({ code: 'figureWithoutSource', where: { place: 'brief', source }, about: text });
    }
    return [
      {
        text: phrases.figure(text, given.source === undefined ? null : textIn(given.source, language)),
        sources: [source],
      },
    ];
  });
  const figures = blocksOf(writing, 'figure')
    .filter((one) => one.item === null)
    .map((one): Sentence => ({ text: phrases.figure(one.text, one.source), sources: [block(one)] }));
  const purposeSentence =
    purpose === null ? [] : [{ text: phrases.purpose(purpose, writing.begun), sources: [purposeSource] }];
  return paragraph('background', [...purposeSentence, ...facts, ...figures]);
};
