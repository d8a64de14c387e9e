/** Questions and polls of a workshop as rows with a head. Of an anonymous ballot there is no row, of a question without a name no asker. */
import type { Instant, SeatId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { say } from '../languages/area.ts';
import { pollsArea } from '../languages/areas/polls.ts';
import { recordsArea } from '../languages/areas/records.ts';
import { seatEver } from '../workshop/participants/selectors.ts';
import { closedPolls } from '../workshop/polls/selectors.ts';
import { listedQuestions } from '../workshop/questions/selectors.ts';
import { organizationOf } from '../workshop/roster/selectors.ts';
import type { WorkshopState } from '../workshop/workshop.ts';
import { choiceWords, resultLines } from './poll-words.ts';
import { heads, iso, itemTitle, organizationName, personName, type Rows } from './rows.ts';

export const questionRows = (state: WorkshopState, _now: Instant, language: Language): Rows => {
  const yes = say(recordsArea, language, 'yes');
  return [
    heads(language, 'question', 'item', 'asker', 'asked', 'votes', 'standing', 'answer', 'answeredBy', 'highlighted'),
    ...listedQuestions(state.questions).map(({ wording, item, asker, at, voters, standing, highlighted }) => {
      const answer = standing.kind === 'answered' ? standing.answer : null;
      return [
        wording,
        itemTitle(state, item, language),
        asker === null ? '' : personName(state, asker.person, language),
        iso(at),
        voters.length,
        say(recordsArea, language, `standing.${standing.kind}`),
        answer?.kind === 'written' ? answer.text : standing.kind === 'dismissed' ? standing.reason : '',
        answer?.kind === 'live' && answer.person !== null ? personName(state, answer.person, language) : '',
        highlighted ? yes : '',
      ];
    }),
  ];
};

export const pollRows = (state: WorkshopState, _now: Instant, language: Language): Rows => [
  heads(
    language,
    'number',
    'question',
    'item',
    'kind',
    'anonymous',
    'begun',
    'ended',
    'turnout',
    'eligible',
    'value',
    'votes',
    'weight',
  ),
  ...closedPolls(state.polls).flatMap(({ plan, standing }, index) => {
    const { result, from, at } = standing;
    const lines = resultLines(plan, result, language);
    const told = lines.length > 0 ? lines : [{ value: say(pollsArea, language, 'tooFew'), count: '', weight: null }];
    return told.map(({ value, count, weight }) => [
      index + 1,
      plan.question,
      itemTitle(state, plan.item, language),
      say(pollsArea, language, `kind.${plan.kind}`),
      plan.anonymous ? say(recordsArea, language, 'yes') : '',
      iso(from),
      iso(at),
      result.turnout,
      result.eligible,
      value,
      count,
      weight ?? '',
    ]);
  }),
];

/** Who chose what, of polls in names alone. */
export const ballotRows = (state: WorkshopState, _now: Instant, language: Language): Rows => [
  heads(language, 'number', 'question', 'person', 'organization', 'choice'),
  ...closedPolls(state.polls).flatMap(({ plan, votes }, index) =>
    Object.entries(votes).flatMap(([seat, choice]) => {
      const person = seatEver(state, seat as SeatId)?.person;
      if (choice === null || person === undefined) return [];
      return [
        [
          index + 1,
          plan.question,
          personName(state, person, language),
          organizationName(state, organizationOf(state, person), language),
          choiceWords(plan, choice, language),
        ],
      ];
    }),
  ),
];
