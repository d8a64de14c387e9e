import { compileMinutes } from '../../../shared/minutes/compile.ts';
import { minutesDocument } from '../../../shared/minutes/to-document.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { id, instant, type CommandId } from '../../../shared/kernel/ids.ts';
import { sha256 } from '../../../shared/kernel/sha256.ts';
import {
  family,
  listedQuestions,
  questionOf,
  votersOf,
  wordingOf,
} from '../../../shared/workshop/questions/selectors.ts';
import { QUESTIONS_LIMIT, type QuestionsCommand } from '../../../shared/workshop/questions/types.ts';
import { compose } from '../../../shared/update/compose.ts';
import { originsOf } from '../../../shared/update/origins.ts';
import { undoOf } from '../../../shared/workshop/undo.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { aQuestionsCommand, TOKEN } from '../../support/random-asking.ts';
import { CAST, opening, tell, type RandomStep } from '../../support/random-workshop.ts';
import {
  by,
  door,
  given,
  host,
  item,
  liveWorkshop,
  person,
  play,
  present,
  seat,
  step,
} from '../../support/workshop-spec.ts';

/** The workshop that is given has as many entries; what is asked next is named after its place. */
const START = play(liveWorkshop).entries.length;
const q = (nth: number): CommandId => id(`c-${START + nth}`);

const ask = (who: string, text = 'Why?', at = 0) => step({ type: 'questions/ask', item: null, text }, by(who), at);
const vote = (who: string, question: CommandId) => step({ type: 'questions/vote', question }, by(who));
const merge = (into: CommandId, from: readonly CommandId[], text?: string) =>
  step({ type: 'questions/merge', into, from, ...(text !== undefined && { text }) }, by('chair'));
const allow = step({ type: 'questions/setRules', rules: { anonymous: true } }, by('chair'));
const unnamed = (who: string) =>
  step({ type: 'questions/ask', item: null, text: 'Dare I?', seal: sha256(TOKEN) }, by(who));
const votes = (state: WorkshopState, question: CommandId): number => {
  const found = questionOf(state.questions, question);
  return found === null ? -1 : votersOf(state.questions, found).length;
};

test('[Q1] who may speak asks, before the session and in it, while questions are taken', () => {
  given(liveWorkshop)
    .when({ type: 'questions/ask', item: item('one'), text: 'Why?' }, by('ann'))
    .brings({
      type: 'questions/asked',
      question: {
        id: id('this'),
        item: item('one'),
        text: 'Why?',
        asker: { seat: seat('ann'), person: person('p-ann') },
      },
    });
  given(present('chair', 'chair'), ask('chair'));
  const one = { type: 'questions/ask', item: null, text: 'Why?' } as const;
  given(liveWorkshop).when(one, by('eye')).refused('permission/denied');
  given(liveWorkshop)
    .when({ ...one, item: item('none') }, by('ann'))
    .refused('agenda/unknownItem');
  given(liveWorkshop, step({ type: 'questions/setRules', rules: { open: false } }, by('chair')))
    .when(one, by('ann'))
    .refused('questions/closed');
  given(
    liveWorkshop,
    Array.from({ length: QUESTIONS_LIMIT }, () => ask('ann')),
  )
    .when(one, by('bob'))
    .refused('questions/full');
});

test('[Q2] asked without a name the log is the same whoever asked', () => {
  given(liveWorkshop)
    .when({ type: 'questions/ask', item: null, text: 'Why?', seal: sha256(TOKEN) }, by('ann'))
    .refused('questions/notAnonymous');
  const logOf = (who: string) => {
    const asked = given(liveWorkshop, allow, unnamed(who), vote('bob', q(2)));
    const gone = step({ type: 'questions/withdraw', question: q(2), token: TOKEN }, by(who));
    return JSON.stringify([asked.entries, given(liveWorkshop, allow, unnamed(who), gone).entries]);
  };
  expect(logOf('ann')).toBe(logOf('co'));
  expect(given(liveWorkshop, allow, unnamed('ann')).entries.at(-1)?.by).toEqual({ kind: 'unnamed' });
});

test('[Q3] the asker withdraws: by the seat, or without a name by the token', () => {
  const named = given(liveWorkshop, ask('ann'));
  expect(
    named
      .when({ type: 'questions/withdraw', question: q(1) }, by('ann'))
      .brings({ type: 'questions/withdrawn', question: q(1) }).questions.questions,
  ).toEqual({});
  named.when({ type: 'questions/withdraw', question: q(1) }, by('bob')).refused('questions/notYours');
  named.when({ type: 'questions/withdraw', question: q(1), token: TOKEN }, by('ann')).refused('questions/notYours');
  const hidden = given(liveWorkshop, allow, unnamed('ann'));
  hidden.when({ type: 'questions/withdraw', question: q(2) }, by('ann')).refused('questions/notYours');
  hidden
    .when({ type: 'questions/withdraw', question: q(2), token: `${TOKEN}x` }, by('ann'))
    .refused('questions/notYours');
  hidden
    .when({ type: 'questions/withdraw', question: q(2), token: TOKEN }, by('ann'))
    .brings({ type: 'questions/withdrawn', question: q(2) });
  const answered = step(
    { type: 'questions/answer', question: q(1), answer: { kind: 'written', text: 'So.' } },
    by('chair'),
  );
  given(liveWorkshop, ask('ann'), answered)
    .when({ type: 'questions/withdraw', question: q(1) }, by('ann'))
    .refused('questions/notOpen');
});

test('[Q4] a seat votes once for a question and all that was merged into it', () => {
  const two = [...liveWorkshop, ask('ann'), ask('bob'), vote('co', q(2))];
  given(two)
    .when({ type: 'questions/vote', question: q(2) }, by('co'))
    .refused('questions/alreadyVoted');
  const one = given(two, merge(q(1), [q(2)]));
  one.when({ type: 'questions/vote', question: q(1) }, by('co')).refused('questions/alreadyVoted');
  one.when({ type: 'questions/takeBackVote', question: q(1) }, by('ann')).refused('questions/notVoted');
  const without = one
    .when({ type: 'questions/takeBackVote', question: q(1) }, by('co'))
    .brings({ type: 'questions/voteTakenBack', question: q(1), seat: seat('co') });
  expect(votes(without, q(1))).toBe(0);
  given(two)
    .when({ type: 'questions/vote', question: q(1) }, by('eye'))
    .refused('permission/denied');
});

test('[Q5] merging takes open questions alone and unites their votes', () => {
  const two = [...liveWorkshop, ask('ann'), ask('bob', 'How?'), vote('co', q(1)), vote('co', q(2)), vote('ann', q(2))];
  given(two)
    .when({ type: 'questions/merge', into: q(1), from: [q(1)] }, by('chair'))
    .refused('questions/sameQuestion');
  given(two)
    .when({ type: 'questions/merge', into: q(1), from: [id('none')] }, by('chair'))
    .refused('questions/unknown');
  given(two)
    .when({ type: 'questions/merge', into: q(1), from: [q(2)] }, by('ann'))
    .refused('permission/denied');
  const { state } = given(two, merge(q(1), [q(2)], 'Why and how?'));
  expect([votes(state, q(1)), listedQuestions(state.questions).map(({ wording }) => wording)]).toEqual([
    2,
    ['Why and how?'],
  ]);
  given(two, merge(q(1), [q(2)]))
    .when({ type: 'questions/merge', into: q(2), from: [q(1)] }, by('chair'))
    .refused('questions/notOpen');
});

const aQuestionsStep: fc.Arbitrary<RandomStep> = fc.record({
  command: fc.oneof(...Object.values<fc.Arbitrary<QuestionsCommand>>(aQuestionsCommand)),
  by: fc.constantFrom(...CAST, 'chair', 'chair').map(by),
  after: fc.constantFrom(0, 1000),
});

test('[Q5] whatever is merged, no vote counts twice and every question stands once', () => {
  let merged = 0;
  fc.assert(
    fc.property(fc.array(aQuestionsStep, { minLength: 20, maxLength: 40 }), (story) => {
      const asked = ['ann', 'bob', 'cho', 'dee', 'ann'].map((who) => ({ ...ask(who), after: 1 }));
      for (const { questions } of tell([...opening, ...asked, ...story]).states) {
        const listed = listedQuestions(questions);
        const shown = listed.flatMap((one) => family(questions, one).map(({ id: each }) => each));
        expect([...shown].sort()).toEqual(Object.keys(questions.questions).sort());
        for (const { voters, others } of listed) {
          expect(new Set(voters).size).toBe(voters.length);
          merged += others.length;
        }
      }
    }),
    { numRuns: 200, seed: 7 },
  );
  expect(merged).toBeGreaterThan(20);
});

test('[Q6] unmerging brings both back, with the wording as it was', () => {
  const two = [...liveWorkshop, ask('ann'), ask('bob', 'How?'), vote('co', q(1)), vote('co', q(2))];
  const merging: QuestionsCommand = { type: 'questions/merge', into: q(1), from: [q(2)], text: 'Why and how?' };
  const undo = undoOf(given(two).state, merging);
  const { state } = given(two, step(merging, by('chair')), step(undo ?? merging, by('chair')));
  expect([votes(state, q(1)), votes(state, q(2))]).toEqual([1, 1]);
  expect(listedQuestions(state.questions).map(({ wording }) => wording)).toEqual(['Why?', 'How?']);
  given(two)
    .when({ type: 'questions/unmerge', questions: [q(2)] }, by('chair'))
    .refused('questions/notMerged');
});

test('[Q7] open first, then by votes, then by time', () => {
  const { state } = given(
    liveWorkshop,
    ask('ann', 'late', 9),
    ask('ann', 'early', 3),
    ask('ann', 'loved', 9),
    ask('ann', 'done', 1),
    vote('bob', q(3)),
    vote('bob', q(4)),
    vote('co', q(4)),
    step({ type: 'questions/answer', question: q(4), answer: { kind: 'live', person: null } }, by('chair')),
  );
  expect(listedQuestions(state.questions).map(({ text }) => text)).toEqual(['loved', 'early', 'late', 'done']);
});

test('[Q8] an answer is live or in writing, by who may, and may be changed', () => {
  const asked = given(liveWorkshop, present('exp', 'speaker'), ask('ann'));
  const first = Object.keys(asked.state.questions.questions)[0] as CommandId;
  const live = { kind: 'live', person: person('p-bob') } as const;
  const state = asked
    .when({ type: 'questions/answer', question: first, answer: live }, by('exp'), 5)
    .brings({ type: 'questions/answered', question: first, answer: live });
  expect(state.questions.questions[first]?.standing).toEqual({ kind: 'answered', answer: live, by: 'exp', at: 5 });
  asked.when({ type: 'questions/answer', question: first, answer: live }, by('bob')).refused('permission/denied');
  asked
    .when({ type: 'questions/answer', question: first, answer: { kind: 'live', person: person('none') } }, by('exp'))
    .refused('roster/unknownPerson');
  const written = { kind: 'written', text: 'So.' } as const;
  given(liveWorkshop, ask('ann'), step({ type: 'questions/answer', question: q(1), answer: live }, by('chair')))
    .when({ type: 'questions/answer', question: q(1), answer: written }, by('chair'))
    .brings({ type: 'questions/answered', question: q(1), answer: written });
});

test('[Q9] dismissed with a reason, and opened again', () => {
  const dismissed = given(
    liveWorkshop,
    ask('ann'),
    step({ type: 'questions/dismiss', question: q(1), reason: 'Off topic' }, by('chair')),
  );
  expect(dismissed.state.questions.questions[q(1)]?.standing).toEqual({ kind: 'dismissed', reason: 'Off topic' });
  dismissed.when({ type: 'questions/vote', question: q(1) }, by('bob')).refused('questions/notOpen');
  const again = dismissed
    .when({ type: 'questions/reopen', question: q(1) }, by('chair'))
    .brings({ type: 'questions/reopened', question: q(1) });
  expect(again.questions.questions[q(1)]?.standing).toEqual({ kind: 'open' });
  given(liveWorkshop, ask('ann'))
    .when({ type: 'questions/reopen', question: q(1) }, by('chair'))
    .refused('questions/notOpen');
});

test('[Q10] promoted, the asker’s hand or the moderator’s stands in the queue', () => {
  const asked = given(liveWorkshop, ask('ann'));
  const state = asked.when({ type: 'questions/promote', question: q(1), as: 'asker' }, by('chair'), 5).brings(
    {
      type: 'floor/handRaised',
      hand: { id: id('this'), seat: seat('ann'), since: 5 as never, topic: 'Why?', kind: 'question' },
    },
    { type: 'questions/promoted', question: q(1), seat: seat('ann'), hand: id('this') },
  );
  expect(state.floor.queue.map((hand) => hand.seat)).toEqual(['ann']);
  given(liveWorkshop, ask('ann'), step({ type: 'floor/raiseHand' }, by('ann')))
    .when({ type: 'questions/promote', question: q(1), as: 'asker' }, by('chair'))
    .refused('floor/alreadyQueued');
  const hidden = [...liveWorkshop, allow, unnamed('ann')];
  given(hidden)
    .when({ type: 'questions/promote', question: q(2), as: 'asker' }, by('chair'))
    .refused('questions/noAsker');
  const read = step({ type: 'questions/promote', question: q(2), as: 'moderator' }, by('chair'));
  const promoted = given(hidden, read);
  expect(promoted.state.floor.queue.map((hand) => [hand.seat, hand.kind, hand.topic])).toEqual([
    ['chair', 'question', 'Dare I?'],
  ]);
  expect(
    promoted
      .when({ type: 'questions/unpromote', question: q(2) }, by('chair'))
      .brings({ type: 'floor/handLowered', seat: seat('chair') }, { type: 'questions/unpromoted', question: q(2) })
      .floor.queue,
  ).toEqual([]);
  const off = step({ type: 'floor/setRules', rules: { kinds: ['contribution'] } }, by('chair'));
  const long = given(
    liveWorkshop,
    off,
    ask('ann', '🌏'.repeat(200)),
    step({ type: 'questions/promote', question: q(2), as: 'asker' }, by('chair')),
  );
  const [hand] = long.state.floor.queue;
  expect([hand?.kind, encodeURI(hand?.topic ?? '').length > 0, (hand?.topic?.length ?? 999) <= 120]).toEqual([
    undefined,
    true,
    true,
  ]);
});

test('[Q11] highlighted by who edits the minutes', () => {
  const asked = given(liveWorkshop, present('rap', 'rapporteur'), ask('ann'));
  const first = Object.keys(asked.state.questions.questions)[0] as CommandId;
  asked
    .when({ type: 'questions/highlight', question: first, on: true }, by('rap'))
    .brings({ type: 'questions/highlightSet', question: first, on: true });
  asked.when({ type: 'questions/highlight', question: first, on: false }, by('rap')).brings();
  asked.when({ type: 'questions/highlight', question: first, on: true }, by('ann')).refused('permission/denied');
});

test('[Q12] after the end answering and highlighting go on, asking does not', () => {
  const over = given(liveWorkshop, ask('ann'), step({ type: 'session/end' }));
  over.when({ type: 'questions/ask', item: null, text: 'Why?' }, by('ann')).refused('session/over');
  over.when({ type: 'questions/vote', question: q(1) }, by('bob')).refused('session/over');
  over
    .when({ type: 'questions/highlight', question: q(1), on: true }, by('chair'))
    .brings({ type: 'questions/highlightSet', question: q(1), on: true });
});

test('[Q13] what was merged into a withdrawn question is open again', () => {
  const { state } = given(
    liveWorkshop,
    ask('ann'),
    ask('bob', 'How?'),
    vote('co', q(2)),
    merge(q(1), [q(2)], 'Both?'),
    step({ type: 'questions/withdraw', question: q(1) }, by('ann')),
  );
  const left = questionOf(state.questions, q(2));
  expect([left?.standing, left && wordingOf(state.questions, left), votes(state, q(2))]).toEqual([
    { kind: 'open' },
    'How?',
    1,
  ]);
  given(liveWorkshop, ask('ann'), step({ type: 'participants/leave', seat: seat('ann') }, door))
    .when({ type: 'questions/dismiss', question: q(1), reason: 'Gone' }, host)
    .brings({ type: 'questions/dismissed', question: q(1), reason: 'Gone' });
});

test('[Q11][R9] highlighted questions and closed polls stand in the minutes, of off-the-record items neither', () => {
  const plan = {
    kind: 'single',
    question: 'Go on?',
    options: ['Yes', 'No'],
    anonymous: false,
    hidden: false,
    weighted: false,
    roles: ['chair'],
    seconds: null,
  } as const;
  const held = (offTheRecord: boolean) => [
    step({ type: 'agenda/edit', item: item('one'), plan: { offTheRecord } }),
    step({ type: 'agenda/begin', item: item('one') }),
    step({ type: 'questions/ask', item: item('one'), text: 'Why?' }, by('ann')),
    step({ type: 'questions/highlight', question: q(3), on: true }, by('chair')),
    step({ type: 'questions/answer', question: q(3), answer: { kind: 'written', text: 'So.' } }, by('chair')),
    step({ type: 'polls/prepare', plan: { ...plan, item: item('one') }, open: true }, by('chair')),
    step({ type: 'polls/vote', poll: q(6), choice: [0] }, by('chair')),
    step({ type: 'polls/close', poll: q(6) }, by('chair')),
  ];
  const words = (offTheRecord: boolean): string => {
    const { state } = given(liveWorkshop, held(offTheRecord));
    return JSON.stringify(minutesDocument(state, compileMinutes(state, { blocks: [] }, instant(1)), 'en'));
  };
  expect(words(false)).toContain('Why? Answer: So.');
  expect(words(false)).toContain('Go on? — Yes: 1; 1 of 1 voted');
  expect(words(true)).not.toMatch(/Why\?|Go on/);
  const draft = (offTheRecord: boolean) => {
    const { state, entries } = given(liveWorkshop, held(offTheRecord));
    const material = { state, entries, board: { blocks: [] }, language: 'en' as const };
    const article = compose(material);
    return JSON.stringify([article.parts, originsOf(article, material)]);
  };
  expect(draft(false)).toContain('Participants asked: “Why?” The answer given in writing: So.');
  expect(draft(false)).toContain('{"place":"question","text":"Why?"}');
  expect(draft(true)).not.toContain('Why?');
});
