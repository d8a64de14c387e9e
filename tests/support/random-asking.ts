// Random commands about questions and polls. Their ids are the commands that made them: those that follow the opening of a story are met.
import fc from 'fast-check';
import { id, type CommandId } from '../../shared/kernel/ids.ts';
import { sha256 } from '../../shared/kernel/sha256.ts';
import type { PollPlan, PollsCommand } from '../../shared/workshop/polls/types.ts';
import type { QuestionsCommand } from '../../shared/workshop/questions/types.ts';
import { ROLES } from '../../shared/workshop/roles.ts';
import type { WorkshopCommand } from '../../shared/workshop/workshop.ts';
import { item, person } from './workshop-spec.ts';

type Of<Type extends WorkshopCommand['type']> = Extract<WorkshopCommand, { readonly type: Type }>;
type All<Command extends WorkshopCommand> = {
  readonly [Type in Command['type']]: fc.Arbitrary<Extract<WorkshopCommand, { readonly type: Type }>>;
};

export const TOKEN = 'a-token-that-only-the-asker-has';

/** A story's commands are called c-0, c-1, …; its opening has fourteen. */
const aCause = fc.integer({ min: 14, max: 19 }).map((n) => id<CommandId>(`c-${n}`));
const anItem = fc.constantFrom(null, item('one'), item('two'));

const about = <Type extends QuestionsCommand['type']>(type: Type) =>
  aCause.map((question) => ({ type, question }) as Of<Type>);
const ofPoll = <Type extends PollsCommand['type']>(type: Type) => aCause.map((poll) => ({ type, poll }) as Of<Type>);

export const aQuestionsCommand: All<QuestionsCommand> = {
  'questions/ask': fc
    .record({ item: anItem, text: fc.constantFrom('Why?', '为什么？'), named: fc.boolean() })
    .map(({ named, ...rest }) => ({ type: 'questions/ask', ...rest, ...(!named && { seal: sha256(TOKEN) }) })),
  'questions/withdraw': fc
    .record({ question: aCause, token: fc.constantFrom(undefined, TOKEN) })
    .map(({ question, token }) => ({ type: 'questions/withdraw', question, ...(token !== undefined && { token }) })),
  'questions/vote': about('questions/vote'),
  'questions/takeBackVote': about('questions/takeBackVote'),
  'questions/merge': fc
    .record({ into: aCause, from: fc.array(aCause, { minLength: 1, maxLength: 3 }), chosen: fc.boolean() })
    .map(({ into, from, chosen }) => ({ type: 'questions/merge', into, from, ...(chosen && { text: 'Both?' }) })),
  'questions/unmerge': fc
    .array(aCause, { minLength: 1, maxLength: 3 })
    .map((questions) => ({ type: 'questions/unmerge', questions })),
  'questions/answer': fc
    .record({
      question: aCause,
      answer: fc.constantFrom(
        { kind: 'live', person: person('p-ann') } as const,
        { kind: 'live', person: null } as const,
        { kind: 'written', text: 'So.' } as const,
      ),
    })
    .map((rest) => ({ type: 'questions/answer', ...rest })),
  'questions/dismiss': aCause.map((question) => ({ type: 'questions/dismiss', question, reason: 'Off topic' })),
  'questions/reopen': about('questions/reopen'),
  'questions/highlight': fc
    .record({ question: aCause, on: fc.boolean() })
    .map((rest) => ({ type: 'questions/highlight', ...rest })),
  'questions/promote': fc
    .record({ question: aCause, as: fc.constantFrom('asker' as const, 'moderator' as const) })
    .map((rest) => ({ type: 'questions/promote', ...rest })),
  'questions/unpromote': about('questions/unpromote'),
  'questions/setRules': fc
    .record({ open: fc.constantFrom(true, true, false), anonymous: fc.constantFrom(true, true, false) })
    .map((rules) => ({ type: 'questions/setRules', rules })),
};

const aPlan: fc.Arbitrary<PollPlan> = fc
  .record({
    kind: fc.constantFrom('single' as const, 'multiple' as const, 'scale' as const, 'consensus' as const),
    item: anItem,
    anonymous: fc.boolean(),
    hidden: fc.boolean(),
    weighted: fc.boolean(),
    roles: fc.constantFrom(ROLES, ROLES, ['speaker'] as const),
    seconds: fc.constantFrom(null, 10, 60),
  })
  .map(({ weighted, ...plan }) => ({
    ...plan,
    question: 'Which?',
    weighted: weighted && !plan.anonymous,
    options: plan.kind === 'single' || plan.kind === 'multiple' ? ['A', 'B', 'C'] : [],
    ...(plan.kind === 'scale' && { steps: 3 }),
  }));

export const aPollsCommand: All<PollsCommand> = {
  'polls/prepare': fc
    .record({ plan: aPlan, now: fc.boolean() })
    .map(({ plan, now }) => ({ type: 'polls/prepare', plan, ...(now && { open: true }) })),
  'polls/edit': fc.record({ poll: aCause, plan: aPlan }).map((rest) => ({ type: 'polls/edit', ...rest })),
  'polls/discard': ofPoll('polls/discard'),
  'polls/open': ofPoll('polls/open'),
  'polls/vote': fc
    .record({ poll: aCause, choice: fc.subarray([0, 1, 2], { minLength: 1, maxLength: 2 }) })
    .map((rest) => ({ type: 'polls/vote', ...rest })),
  'polls/close': ofPoll('polls/close'),
  'polls/closeDue': ofPoll('polls/closeDue'),
  'polls/undoClosing': ofPoll('polls/undoClosing'),
};
