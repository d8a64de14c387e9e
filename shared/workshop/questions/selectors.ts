/** Readings of questions: votes after merging, wording, order, and which hand speaks for one. Rules Q4, Q6, Q7 of SPEC.md. */
import type { AgendaItemId, CommandId, SeatId } from '../../kernel/ids.ts';
import { lookUp, valuesOf } from '../../kernel/records.ts';
import type { Question, QuestionsState } from './types.ts';

const mergedInto = ({ questions }: QuestionsState, into: CommandId): readonly Question[] =>
  valuesOf(questions).filter(({ standing }) => standing.kind === 'merged' && standing.into === into);

/** The question and everything merged into it, also by way of another. Only open ones are merged, so there are no circles. */
export const family = (state: QuestionsState, question: Question): readonly Question[] => [
  question,
  ...mergedInto(state, question.id).flatMap((one) => family(state, one)),
];

/** Whoever voted for any of them, once. */
export const votersOf = (state: QuestionsState, question: Question): readonly SeatId[] => [
  ...new Set(family(state, question).flatMap(({ votes }) => votes)),
];

/** The wording chosen in the last merge that still stands, else its own. */
export const wordingOf = (state: QuestionsState, question: Question): string =>
  mergedInto(state, question.id)
    .flatMap(({ standing }) =>
      standing.kind === 'merged' && standing.text !== undefined ? [{ order: standing.order, text: standing.text }] : [],
    )
    .toSorted((a, b) => b.order - a.order)[0]?.text ?? question.text;

export interface ListedQuestion extends Question {
  readonly wording: string;
  readonly voters: readonly SeatId[];
  /** The wordings merged into it. */
  readonly others: readonly Question[];
}

const RANK = { open: 0, answered: 1, dismissed: 2, merged: 3 } as const;

/** Those that stand for themselves: open ones first, then by votes, then by time, then by id. The same for everyone. */
export const listedQuestions = (state: QuestionsState): readonly ListedQuestion[] =>
  valuesOf(state.questions)
    .filter(({ standing }) => standing.kind !== 'merged')
    .map((question) => ({
      ...question,
      wording: wordingOf(state, question),
      voters: votersOf(state, question),
      others: family(state, question).slice(1),
    }))
    .toSorted(
      (a, b) =>
        RANK[a.standing.kind] - RANK[b.standing.kind] ||
        b.voters.length - a.voters.length ||
        a.at - b.at ||
        (a.id < b.id ? -1 : 1),
    );

/** What the minutes and the draft tell of an item (null: of none). */
export const highlightedQuestions = (state: QuestionsState, item: AgendaItemId | null): readonly ListedQuestion[] =>
  listedQuestions(state).filter((question) => question.highlighted === true && question.item === item);

export const openQuestions = (state: QuestionsState): number =>
  valuesOf(state.questions).filter(({ standing }) => standing.kind === 'open').length;

export const questionOf = ({ questions }: QuestionsState, id: CommandId): Question | null =>
  lookUp(questions, id) ?? null;
