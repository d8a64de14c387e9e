/** A poll's values and results in words, for screens, tables, boards and minutes alike. */
import type { Language } from '../kernel/language.ts';
import { say } from '../languages/area.ts';
import { pollsArea, type PollsPhrase } from '../languages/areas/polls.ts';
import { meanOf, valueCount } from '../workshop/polls/selectors.ts';
import type { Choice, Poll, PollPlan, PollResult } from '../workshop/polls/types.ts';

export const valueWords = (plan: PollPlan, place: number, language: Language): string => {
  switch (plan.kind) {
    case 'single':
    case 'multiple':
      return plan.options[place] ?? '';
    case 'scale':
      return String(place + 1);
    case 'consensus':
      return say(pollsArea, language, `fingers.${place}` as PollsPhrase);
  }
};

export const choiceWords = (plan: PollPlan, choice: Choice, language: Language): string =>
  choice.map((place) => valueWords(plan, place, language)).join(language === 'en' ? ', ' : '、');

export interface ResultLine {
  readonly value: string;
  readonly count: number;
  /** Organizations' votes, where they are weighed. */
  readonly weight: number | null;
  /** Of all who voted, or of all organizations' votes; 0 to 100. */
  readonly percent: number;
}

/** One line a value, in the poll's order; none where nothing may be told. */
export const resultLines = (
  plan: PollPlan,
  { counts, weights, turnout }: PollResult,
  language: Language,
): readonly ResultLine[] => {
  if (counts === null) return [];
  const all = weights === undefined || plan.kind === 'multiple' ? turnout : weights.reduce((sum, one) => sum + one, 0);
  return Array.from({ length: valueCount(plan) }, (_, place) => {
    const count = counts[place] ?? 0;
    const weight = weights === undefined ? null : (weights[place] ?? 0);
    const share = weight === null || plan.kind === 'multiple' ? count : weight;
    return {
      value: valueWords(plan, place, language),
      count,
      weight,
      percent: all === 0 ? 0 : Math.round((share / all) * 100),
    };
  });
};

export const meanWords = (plan: PollPlan, result: PollResult, language: Language): string | null => {
  const mean = meanOf(plan, result);
  return mean === null ? null : say(pollsArea, language, 'mean', { mean: mean.toFixed(1) });
};

/** The result in one line, without question and turnout: values that somebody chose, the most chosen first. */
const resultWords = (plan: PollPlan, result: PollResult, language: Language): string => {
  if (result.turnout === 0) return say(pollsArea, language, 'noVotes');
  if (result.counts === null) return say(pollsArea, language, 'tooFew');
  const parts = resultLines(plan, result, language)
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => (b.weight ?? b.count) - (a.weight ?? a.count))
    .map(({ value, count, weight }) =>
      weight === null
        ? say(pollsArea, language, 'boardPart', { value, count })
        : say(pollsArea, language, 'weighedResult', { value, weight, count }),
    );
  const mean = meanWords(plan, result, language);
  return [...parts, ...(mean === null ? [] : [mean])].join(language === 'en' ? '; ' : '；');
};

/** Question, result and turnout: what stands on the board and in the minutes. */
export const pollSentence = ({ plan }: Pick<Poll, 'plan'>, result: PollResult, language: Language): string =>
  say(pollsArea, language, 'boardText', {
    question: plan.question,
    result: resultWords(plan, result, language).replace(/[.。]$/, ''),
    turnout: result.turnout,
    eligible: result.eligible,
  });
