/** Highlighted questions and the polls of an item in the minutes. Owns their words; what was asked without a name has no name here. */
import type { Block as Piece, ListItem } from '../document/document.ts';
import { fullName } from '../directory/names.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { lookUp } from '../kernel/records.ts';
import { say } from '../languages/area.ts';
import { minutesArea } from '../languages/areas/minutes.ts';
import { pollSentence } from '../records/poll-words.ts';
import type { ListedQuestion } from '../workshop/questions/selectors.ts';
import type { WorkshopState } from '../workshop/workshop.ts';
import type { Asked } from './minutes.ts';

export const askedPieces = (
  state: WorkshopState,
  { questions, polls }: Asked,
  language: Language,
): readonly Piece[] => {
  const name = (id: PersonId): string => {
    const found = lookUp(state.roster.people, id);
    return found === undefined ? '' : fullName(found.name, language);
  };
  const label = (key: 'question' | 'poll'): string =>
    say(minutesArea, language, 'labelled', { label: say(minutesArea, language, key) });
  const answer = ({ standing }: ListedQuestion): string => {
    if (standing.kind !== 'answered') return '';
    if (standing.answer.kind === 'written')
      return say(minutesArea, language, 'answerWritten', { text: standing.answer.text.replaceAll('\n', ' ') });
    const by = standing.answer.person === null ? '' : name(standing.answer.person);
    return by === '' ? '' : say(minutesArea, language, 'answerBy', { name: by });
  };
  const items: readonly ListItem[] = [
    ...questions.map((question) => ({
      spans: [{ text: label('question'), bold: true as const }, { text: `${question.wording}${answer(question)}` }],
    })),
    ...polls.map((poll) => ({
      spans: [
        { text: label('poll'), bold: true as const },
        { text: pollSentence(poll, poll.standing.result, language) },
      ],
    })),
  ];
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }];
};
