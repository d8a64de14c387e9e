/** Questions that the desk highlighted, with their answers, for the paragraph of the discussion. Who asked is not told: a question stands for the room. */
import { itemsInOrder } from '../workshop/agenda/selectors.ts';
import { highlightedQuestions, type ListedQuestion } from '../workshop/questions/selectors.ts';
import type { Sentence } from './article.ts';
import { fact, person } from './sources.ts';
import { isInLanguage } from './text-language.ts';
import { speakerOf, type Writing } from './writing.ts';

/** Of items that were on the record, in the agenda's order, then of the workshop as a whole. */
const onRecord = ({ state }: Writing): readonly ListedQuestion[] => [
  ...itemsInOrder(state.agenda)
    .filter(({ offTheRecord }) => !offTheRecord)
    .flatMap(({ id }) => highlightedQuestions(state.questions, id)),
  ...highlightedQuestions(state.questions, null),
];

export const askedSentences = (writing: Writing): readonly Sentence[] =>
  onRecord(writing)
    .filter(({ wording }) => isInLanguage(wording, writing.language))
    .map(({ id, wording, standing }, nth): Sentence => {
      const answer = standing.kind === 'answered' ? standing.answer : null;
      const answered = answer?.kind === 'live' ? answer.person : null;
      const written =
        answer?.kind === 'written' && isInLanguage(answer.text, writing.language)
          ? answer.text.replaceAll('\n', ' ')
          : null;
      const by = speakerOf(writing, answered);
      return {
        text: writing.phrases.asked(wording, { by, written }, nth),
        sources: [fact('questions', id), ...(answered === null || by === null ? [] : [person(answered)])],
      };
    });
