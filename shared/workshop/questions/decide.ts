/** Who may ask, vote and moderate, and what merging means. Rules Q1–Q14 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { CommandId } from '../../kernel/ids.ts';
import { lookUp } from '../../kernel/records.ts';
import { sha256 } from '../../kernel/sha256.ts';
import type { Context } from '../actor.ts';
import { raising } from '../floor/hands.ts';
import type { Seat } from '../participants/types.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { questionOf, votersOf, wordingOf } from './selectors.ts';
import type { FloorCommand } from '../floor/types.ts';
import { QUESTIONS_LIMIT, type Question, type QuestionsCommand } from './types.ts';

type Decided = Decision<WorkshopEvent, WorkshopRefusalCode>;
type Of<Type extends QuestionsCommand['type']> = Extract<QuestionsCommand, { readonly type: Type }>;

const asking = (
  state: WorkshopState,
  { item, text, seal }: Of<'questions/ask'>,
  seat: Seat,
  cause: CommandId,
): Decided => {
  const { rules, questions } = state.questions;
  if (!rules.open) return refuse('questions/closed');
  if (seal !== undefined && !rules.anonymous) return refuse('questions/notAnonymous');
  if (item !== null && lookUp(state.agenda.items, item) === undefined) return refuse('agenda/unknownItem');
  if (Object.keys(questions).length >= QUESTIONS_LIMIT) return refuse('questions/full', { limit: QUESTIONS_LIMIT });
  const asker = seal === undefined ? { seat: seat.id, person: seat.person } : null;
  return accept({
    type: 'questions/asked',
    question: { id: cause, item, text, asker, ...(seal !== undefined && { seal }) },
  });
};

const withdrawing = (question: Question, { token }: Of<'questions/withdraw'>, seat: Seat): Decided => {
  const { kind } = question.standing;
  if (kind !== 'open' && kind !== 'merged') return refuse('questions/notOpen');
  const isOwn =
    question.asker === null
      ? token !== undefined && sha256(token) === question.seal
      : token === undefined && question.asker.seat === seat.id;
  return isOwn ? accept({ type: 'questions/withdrawn', question: question.id }) : refuse('questions/notYours');
};

const merging = (state: WorkshopState, { into, from, text }: Of<'questions/merge'>): Decided => {
  const ids = [...new Set(from)];
  if (ids.length === 0 || ids.includes(into)) return refuse('questions/sameQuestion');
  for (const id of [into, ...ids]) {
    const question = questionOf(state.questions, id);
    if (question === null) return refuse('questions/unknown');
    if (question.standing.kind !== 'open') return refuse('questions/notOpen');
  }
  return accept({ type: 'questions/merged', into, from: ids, ...(text !== undefined && { text }) });
};

const unmerging = (state: WorkshopState, { questions }: Of<'questions/unmerge'>): Decided => {
  const merged = [...new Set(questions)].filter((id) => questionOf(state.questions, id)?.standing.kind === 'merged');
  return merged.length === 0
    ? refuse('questions/notMerged')
    : accept({ type: 'questions/unmerged', questions: merged });
};

/** The queue's topic is a line of 120 characters. */
const topicOf = (wording: string): string => {
  const line = wording.replaceAll(/\s+/g, ' ');
  // A character of two halves is not cut in two.
  return line.length <= 120 ? line : `${line.slice(0, 119).replace(/[\ud800-\udbff]$/, '')}…`;
};

const promoting = (state: WorkshopState, question: Question, as: 'asker' | 'moderator', context: Context): Decided => {
  const own = context.by.kind === 'seat' ? context.by.seat : null;
  const seat = as === 'moderator' ? own : (question.asker?.seat ?? null);
  if (seat === null) return refuse('questions/noAsker');
  const { kinds } = state.floor.rules;
  const topic = topicOf(wordingOf(state.questions, question));
  const hand: Extract<FloorCommand, { readonly type: 'floor/raiseHand' }> = {
    type: 'floor/raiseHand',
    topic,
    ...(kinds.includes('question') && { kind: 'question' as const }),
  };
  const raised = raising(state, seat, hand, context);
  if (!raised.ok) return raised;
  return accept(...raised.events, {
    type: 'questions/promoted',
    question: question.id,
    seat,
    hand: context.cause,
  });
};

const unpromoting = (state: WorkshopState, { id, promoted }: Question): Decided => {
  if (promoted === undefined) return refuse('questions/notPromoted');
  const stands = state.floor.queue.find((hand) => hand.id === promoted.hand);
  return accept(...(stands ? [{ type: 'floor/handLowered', seat: stands.seat } as const] : []), {
    type: 'questions/unpromoted',
    question: id,
  });
};

/** What the workshop's end closes; answering, dismissing and highlighting go on. */
const ONLY_BEFORE_THE_END: ReadonlySet<QuestionsCommand['type']> = new Set([
  'questions/ask',
  'questions/vote',
  'questions/takeBackVote',
  'questions/merge',
  'questions/promote',
]);

const OWN = ['questions/withdraw', 'questions/vote', 'questions/takeBackVote'] as const;
type OfNone = Of<'questions/ask' | 'questions/merge' | 'questions/unmerge' | 'questions/setRules'>;
type Own = Of<(typeof OWN)[number]>;

const isOwn = (command: QuestionsCommand): command is Own => (OWN as readonly string[]).includes(command.type);

/** What everybody does for themselves: withdraws what they asked, votes, and takes the vote back. */
const byOneself = (state: WorkshopState, question: Question, command: Own, seat: Seat): Decided => {
  if (command.type === 'questions/withdraw') return withdrawing(question, command, seat);
  if (question.standing.kind !== 'open') return refuse('questions/notOpen');
  const hasVoted = votersOf(state.questions, question).includes(seat.id);
  const vote = { question: question.id, seat: seat.id };
  if (command.type === 'questions/vote')
    return hasVoted ? refuse('questions/alreadyVoted') : accept({ type: 'questions/voted', ...vote });
  return hasVoted ? accept({ type: 'questions/voteTakenBack', ...vote }) : refuse('questions/notVoted');
};

const moderating = (
  state: WorkshopState,
  question: Question,
  command: Exclude<QuestionsCommand, Own | OfNone>,
  context: Context,
): Decided => {
  const { id, standing } = question;
  const isOpen = standing.kind === 'open';
  switch (command.type) {
    case 'questions/answer': {
      const { answer } = command;
      if (standing.kind === 'merged') return refuse('questions/notOpen');
      if (answer.kind === 'live' && answer.person !== null && lookUp(state.roster.people, answer.person) === undefined)
        return refuse('roster/unknownPerson');
      return accept({ type: 'questions/answered', question: id, answer });
    }
    case 'questions/dismiss':
      return isOpen
        ? accept({ type: 'questions/dismissed', question: id, reason: command.reason })
        : refuse('questions/notOpen');
    case 'questions/reopen':
      return standing.kind === 'answered' || standing.kind === 'dismissed'
        ? accept({ type: 'questions/reopened', question: id })
        : refuse('questions/notOpen');
    case 'questions/highlight':
      return (question.highlighted === true) === command.on
        ? accept()
        : accept({ type: 'questions/highlightSet', question: id, on: command.on });
    case 'questions/promote':
      return isOpen ? promoting(state, question, command.as, context) : refuse('questions/notOpen');
    case 'questions/unpromote':
      return unpromoting(state, question);
  }
};

export const decideQuestions = (state: WorkshopState, command: QuestionsCommand, context: Context): Decided => {
  const { by, cause } = context;
  const seat = by.kind === 'seat' ? lookUp(state.participants.seats, by.seat) : undefined;
  if (state.session.phase === 'ended' && ONLY_BEFORE_THE_END.has(command.type)) return refuse('session/over');
  switch (command.type) {
    case 'questions/ask':
      return seat ? asking(state, command, seat, cause) : refuse('permission/notSeated');
    case 'questions/merge':
      return merging(state, command);
    case 'questions/unmerge':
      return unmerging(state, command);
    case 'questions/setRules':
      return accept({ type: 'questions/rulesSet', rules: command.rules });
    default: {
      const question = questionOf(state.questions, command.question);
      if (question === null) return refuse('questions/unknown');
      if (!isOwn(command)) return moderating(state, question, command, context);
      return seat ? byOneself(state, question, command, seat) : refuse('permission/notSeated');
    }
  }
};
