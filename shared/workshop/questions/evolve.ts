/** How the questions follow from events. A hand that goes by itself leaves the question as it was promoted: what was asked stays asked. */
import type { CommandId } from '../../kernel/ids.ts';
import { lookUp, valuesOf, without } from '../../kernel/records.ts';
import type { Circumstance } from '../actor.ts';
import type { WorkshopEvent } from '../workshop.ts';
import { family } from './selectors.ts';
import type { Question, QuestionsState } from './types.ts';

export const initialQuestions: QuestionsState = {
  rules: { open: true, anonymous: false },
  questions: {},
  merges: 0,
};

const OPEN = { kind: 'open' } as const;

const change = (
  state: QuestionsState,
  ids: readonly CommandId[],
  to: (question: Question) => Question,
): QuestionsState => {
  const changed = ids.flatMap((id) => lookUp(state.questions, id) ?? []).map((one) => [one.id, to(one)] as const);
  return { ...state, questions: { ...state.questions, ...Object.fromEntries(changed) } };
};

const unhighlighted = (question: Question): Question => {
  const { highlighted: _, ...rest } = question;
  return rest;
};

const unpromoted = (question: Question): Question => {
  const { promoted: _, ...rest } = question;
  return rest;
};

/** What was merged into it stands by itself again. */
const withdraw = (state: QuestionsState, id: CommandId): QuestionsState => {
  const orphans = valuesOf(state.questions).filter(
    ({ standing }) => standing.kind === 'merged' && standing.into === id,
  );
  const freed = change(
    state,
    orphans.map((one) => one.id),
    (one) => ({ ...one, standing: OPEN }),
  );
  return { ...freed, questions: without(freed.questions, id) };
};

export const evolveQuestions = (
  state: QuestionsState,
  event: WorkshopEvent,
  { at, by }: Circumstance,
): QuestionsState => {
  switch (event.type) {
    case 'questions/asked':
      return {
        ...state,
        questions: { ...state.questions, [event.question.id]: { ...event.question, at, votes: [], standing: OPEN } },
      };
    case 'questions/withdrawn':
      return withdraw(state, event.question);
    case 'questions/voted':
      return change(state, [event.question], (one) => ({ ...one, votes: [...one.votes, event.seat] }));
    case 'questions/voteTakenBack': {
      const question = lookUp(state.questions, event.question);
      const ids = question === undefined ? [] : family(state, question).map(({ id }) => id);
      return change(state, ids, (one) => ({ ...one, votes: one.votes.filter((seat) => seat !== event.seat) }));
    }
    case 'questions/merged': {
      const { into, from, text } = event;
      const order = state.merges + 1;
      const merged = change(state, from, (one) => ({
        ...one,
        standing: { kind: 'merged', into, order, ...(text !== undefined && { text }) },
      }));
      return { ...merged, merges: order };
    }
    case 'questions/unmerged':
      return change(state, event.questions, (one) => ({ ...one, standing: OPEN }));
    case 'questions/answered': {
      const seat = by.kind === 'seat' ? by.seat : null;
      return change(state, [event.question], (one) => ({
        ...one,
        standing: { kind: 'answered', answer: event.answer, by: seat, at },
      }));
    }
    case 'questions/dismissed':
      return change(state, [event.question], (one) => ({
        ...one,
        standing: { kind: 'dismissed', reason: event.reason },
      }));
    case 'questions/reopened':
      return change(state, [event.question], (one) => ({ ...one, standing: OPEN }));
    case 'questions/highlightSet':
      return change(state, [event.question], (one) => (event.on ? { ...one, highlighted: true } : unhighlighted(one)));
    case 'questions/promoted': {
      const { seat, hand } = event;
      return change(state, [event.question], (one) => ({ ...one, promoted: { seat, hand } }));
    }
    case 'questions/unpromoted':
      return change(state, [event.question], unpromoted);
    case 'questions/rulesSet':
      return { ...state, rules: { ...state.rules, ...event.rules } };
    default:
      return state;
  }
};
