import fc from 'fast-check';
import { expect, test } from 'vitest';
import { id, type CommandId } from '../../../shared/kernel/ids.ts';
import { UNDO_MS } from '../../../shared/workshop/agenda/types.ts';
import { boxChange } from '../../../shared/workshop/concealed.ts';
import { deadlines } from '../../../shared/workshop/deadlines.ts';
import { closedPolls, meanOf, pollsToVoteIn, resultOf } from '../../../shared/workshop/polls/selectors.ts';
import type { PollPlan } from '../../../shared/workshop/polls/types.ts';
import { ROLES } from '../../../shared/workshop/roles.ts';
import { undoOf } from '../../../shared/workshop/undo.ts';
import { entryFor, viewFor } from '../../../shared/workshop/view-for.ts';
import type { WorkshopRefusalCode } from '../../../shared/workshop/workshop.ts';
import {
  by,
  clock,
  given,
  item,
  liveWorkshop,
  organization,
  person,
  play,
  present,
  seat,
  step,
  type Step,
} from '../../support/workshop-spec.ts';

const plan = (over: Partial<PollPlan> = {}): PollPlan => ({
  kind: 'single',
  question: 'Which?',
  item: null,
  options: ['A', 'B', 'C'],
  anonymous: false,
  hidden: false,
  weighted: false,
  roles: ['chair', 'co-chair', 'participant'],
  seconds: null,
  ...over,
});

const START = play(liveWorkshop).entries.length;
const p = id<CommandId>(`c-${START + 1}`);
const now = (over: Partial<PollPlan> = {}): Step =>
  step({ type: 'polls/prepare', plan: plan(over), open: true }, by('chair'), 0);
const vote = (who: string, ...choice: readonly number[]): Step =>
  step({ type: 'polls/vote', poll: p, choice }, by(who));
const close = step({ type: 'polls/close', poll: p }, by('chair'), 0);
const last = <T>(list: readonly T[]): T => {
  const one = list.at(-1);
  if (one === undefined) throw new Error('one was expected');
  return one;
};
const result = (...steps: readonly (Step | readonly Step[])[]) =>
  closedPolls(given(liveWorkshop, ...steps).state.polls)[0]?.standing.result;

test('[R1] what makes no sense is refused', () => {
  const refusals: readonly (readonly [Partial<PollPlan>, WorkshopRefusalCode])[] = [
    [{ options: ['A'] }, 'polls/badOptions'],
    [{ options: ['A', 'A'] }, 'polls/badOptions'],
    [{ kind: 'consensus' }, 'polls/badOptions'],
    [{ kind: 'multiple', min: 2, max: 1 }, 'polls/badNumbers'],
    [{ kind: 'multiple', max: 4 }, 'polls/badNumbers'],
    [{ kind: 'scale', options: [] }, 'polls/badNumbers'],
    [{ weighted: true, anonymous: true }, 'polls/weightedAnonymous'],
    [{ roles: [] }, 'polls/nobodyMayVote'],
    [{ item: item('none') }, 'agenda/unknownItem'],
  ];
  for (const [over, code] of refusals)
    given(liveWorkshop)
      .when({ type: 'polls/prepare', plan: plan(over) }, by('chair'))
      .refused(code);
});

test('[R2] prepared, edited, discarded, opened once in a live session; on the spot both at once', () => {
  const before = given(present('chair', 'chair'));
  before
    .when({ type: 'polls/prepare', plan: plan() }, by('chair'))
    .brings({ type: 'polls/prepared', poll: id('this'), plan: plan() });
  before.when({ type: 'polls/prepare', plan: plan(), open: true }, by('chair')).refused('session/notLive');
  const prepared = [...liveWorkshop, step({ type: 'polls/prepare', plan: plan() }, by('chair'))];
  const edited = { ...plan(), question: 'Which one?' };
  given(prepared)
    .when({ type: 'polls/edit', poll: p, plan: edited }, by('co'))
    .brings({ type: 'polls/edited', poll: p, plan: edited });
  given(prepared)
    .when({ type: 'polls/edit', poll: p, plan: plan({ roles: [] }) }, by('co'))
    .refused('polls/nobodyMayVote');
  given(prepared).when({ type: 'polls/discard', poll: p }, by('chair')).brings({ type: 'polls/discarded', poll: p });
  given(prepared).when({ type: 'polls/open', poll: p }, by('ann')).refused('permission/denied');
  given(prepared)
    .when({ type: 'polls/open', poll: p }, by('chair'))
    .brings({ type: 'polls/opened', poll: p, plan: plan(), until: null });
  const open = given(liveWorkshop, now());
  open.when({ type: 'polls/open', poll: p }, by('chair')).refused('polls/notPrepared');
  open.when({ type: 'polls/edit', poll: p, plan: edited }, by('chair')).refused('polls/notPrepared');
  open.when({ type: 'polls/discard', poll: p }, by('chair')).refused('polls/notPrepared');
});

test('[R3] the poll’s roles vote, with as many places as it asks for', () => {
  const single = given(liveWorkshop, now());
  for (const choice of [[], [3], [0, 1]])
    single.when({ type: 'polls/vote', poll: p, choice }, by('ann')).refused('polls/badChoice');
  single.when({ type: 'polls/vote', poll: p, choice: [0] }, by('eye')).refused('polls/mayNotVote');
  single.when({ type: 'polls/vote', poll: id('none'), choice: [0] }, by('ann')).refused('polls/unknown');
  given(liveWorkshop, now({ roles: ROLES }))
    .when({ type: 'polls/vote', poll: p, choice: [0] }, by('eye'))
    .brings({ type: 'polls/voted', poll: p, seat: seat('eye'), choice: [0] });
  const multiple = given(liveWorkshop, now({ kind: 'multiple', min: 2, max: 2 }));
  for (const choice of [[0], [0, 1, 2], [1, 1], [1, 0]])
    multiple.when({ type: 'polls/vote', poll: p, choice }, by('ann')).refused('polls/badChoice');
  expect(
    result(now({ kind: 'multiple', min: 2, max: 2 }), vote('ann', 0, 2), vote('bob', 1, 2), close)?.counts,
  ).toEqual([1, 1, 2]);
  const fingers = now({ kind: 'consensus', options: [] });
  const scale = now({ kind: 'scale', options: [], steps: 5 });
  const mean = (poll: Step, over: Partial<PollPlan>) => {
    const told = result(poll, vote('ann', 4), vote('bob', 1), close);
    return told && meanOf(plan(over), told);
  };
  expect([mean(fingers, { kind: 'consensus' }), mean(scale, { kind: 'scale' })]).toEqual([2.5, 3.5]);
  given(liveWorkshop, now(), close)
    .when({ type: 'polls/vote', poll: p, choice: [0] }, by('ann'))
    .refused('polls/notOpen');
});

test('[R4] a vote in one’s name may be changed and counts once', () => {
  const voted = given(liveWorkshop, now(), vote('ann', 0));
  voted.when({ type: 'polls/vote', poll: p, choice: [0] }, by('ann')).brings();
  voted
    .when({ type: 'polls/vote', poll: p, choice: [1] }, by('ann'))
    .brings({ type: 'polls/voted', poll: p, seat: seat('ann'), choice: [1], again: true });
  expect(result(now(), vote('ann', 0), vote('ann', 1), vote('bob', 1), close)).toEqual({
    counts: [0, 2, 0],
    turnout: 2,
    eligible: 4,
  });
});

const of = (name: string, where: string): Step =>
  step({
    type: 'roster/putPerson',
    person: {
      id: person(`p-${name}`),
      name: { asWritten: name },
      positions: [{ title: { en: 'Member' }, organization: organization(where) }],
    },
  });
const acme = step({ type: 'roster/putOrganization', organization: { id: organization('acme'), name: { en: 'Acme' } } });

test('[R5] one organization, one vote, split among its people', () => {
  const three = [now({ weighted: true }), acme, of('ann', 'acme'), of('bob', 'acme'), of('co', 'acme')];
  const told = result(three, vote('ann', 0), vote('bob', 0), vote('co', 1), vote('chair', 2), close);
  expect(told?.weights).toEqual([0.667, 0.333, 1]);
  expect(told?.counts).toEqual([2, 1, 1]);
});

test('[R6] the log of an anonymous poll is the same however the choices are dealt among the voters', () => {
  given(liveWorkshop, now({ anonymous: true }), vote('ann', 0))
    .when({ type: 'polls/vote', poll: p, choice: [1] }, by('ann'))
    .refused('polls/alreadyVoted');
  const voters = ['chair', 'co', 'ann', 'bob'];
  const logOf = (choices: readonly number[], shut: boolean) =>
    JSON.stringify(
      given(
        liveWorkshop,
        now({ anonymous: true }),
        voters.map((who, at) => vote(who, choices[at] ?? 0)),
        shut ? close : [],
      ).entries,
    );
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 }), { minLength: 4, maxLength: 4 }), fc.func(fc.nat()), (choices, rank) => {
      const dealt = choices
        .map((choice, at) => ({ choice, at: rank(at) }))
        .sort((a, b) => a.at - b.at)
        .map(({ choice }) => choice);
      expect(logOf(dealt, true)).toBe(logOf(choices, true));
      // Until it is closed the log does not even tell what was chosen at all.
      expect(logOf(choices, false)).toBe(logOf([0, 0, 0, 0], false));
    }),
    { numRuns: 50 },
  );
  expect(logOf([0, 0, 1, 1], true)).not.toBe(logOf([0, 0, 0, 1], true));
});

test('[R7] anonymous ballots are added to counts outside of the log, which closing empties', () => {
  const { state } = given(liveWorkshop, now({ anonymous: true, kind: 'multiple' }));
  expect(boxChange(state, { type: 'polls/vote', poll: p, choice: [0, 2] })).toEqual({
    kind: 'add',
    poll: p,
    counts: [1, 0, 1],
  });
  expect(boxChange(state, { type: 'polls/close', poll: p })).toEqual({ kind: 'empty', poll: p });
  expect(boxChange(given(liveWorkshop, now()).state, { type: 'polls/vote', poll: p, choice: [0] })).toBeNull();
  expect(result(now({ anonymous: true }), vote('ann', 0), vote('bob', 2), vote('co', 2), close)).toEqual({
    counts: [1, 0, 2],
    turnout: 3,
    eligible: 4,
  });
});

test('[R8] of too few anonymous ballots no counts are told', () => {
  expect(result(now({ anonymous: true }), vote('ann', 0), vote('bob', 2), close)).toEqual({
    counts: null,
    turnout: 2,
    eligible: 4,
  });
});

test('[R9][D5] it closes by the desk, by its time, and with the session', () => {
  const timed = given(liveWorkshop, now({ seconds: 30 }), vote('ann', 1));
  expect(deadlines(timed.state)[0]).toEqual({ at: 30_000, command: { type: 'polls/closeDue', poll: p } });
  timed.when({ type: 'polls/closeDue', poll: p }, clock, 29_999).refused('polls/notYet');
  timed.when({ type: 'polls/closeDue', poll: p }, by('chair'), 30_000).refused('permission/denied');
  timed
    .when({ type: 'polls/closeDue', poll: p }, clock, 30_000)
    .brings({ type: 'polls/closed', poll: p, result: { counts: [0, 1, 0], turnout: 1, eligible: 4 } });
  const over = given(liveWorkshop, now({ anonymous: true }), step({ type: 'session/end' }));
  expect(deadlines(over.state)).toEqual([{ at: 0, command: { type: 'polls/closeDue', poll: p } }]);
  over.when({ type: 'polls/vote', poll: p, choice: [0] }, by('ann')).refused('polls/notOpen');
  over
    .when({ type: 'polls/closeDue', poll: p }, clock)
    .brings({ type: 'polls/closed', poll: p, result: { counts: null, turnout: 0, eligible: 4 } });
  expect(result(now(), close)).toEqual({ counts: [0, 0, 0], turnout: 0, eligible: 4 });
});

test('[R10] a closing is taken back in time, of an anonymous poll never', () => {
  const shut = given(liveWorkshop, now(), vote('ann', 1), close);
  expect(undoOf(given(liveWorkshop, now()).state, { type: 'polls/close', poll: p })).toEqual({
    type: 'polls/undoClosing',
    poll: p,
  });
  const again = shut
    .when({ type: 'polls/undoClosing', poll: p }, by('chair'), UNDO_MS)
    .brings({ type: 'polls/closingUndone', poll: p });
  expect(pollsToVoteIn(again, seat('bob')).map((poll) => poll.id)).toEqual([p]);
  shut.when({ type: 'polls/undoClosing', poll: p }, by('chair'), UNDO_MS + 1).refused('polls/tooLateToUndo');
  expect(undoOf(given(liveWorkshop, now({ anonymous: true })).state, { type: 'polls/close', poll: p })).toBeNull();
  given(liveWorkshop, now({ anonymous: true }), close)
    .when({ type: 'polls/undoClosing', poll: p }, by('chair'))
    .refused('polls/tooLateToUndo');
});

test('[R11] the room sees a poll once open, and of hidden ones the own vote and how many voted', () => {
  const prepared = given(liveWorkshop, step({ type: 'polls/prepare', plan: plan() }, by('chair')));
  expect([
    viewFor(prepared.state, seat('ann')).polls.polls.length,
    viewFor(prepared.state, seat('co')).polls.polls.length,
  ]).toEqual([0, 1]);
  const hidden = given(liveWorkshop, now({ hidden: true }), vote('bob', 2), vote('ann', 1));
  expect(viewFor(hidden.state, seat('ann')).polls.polls[0]).toMatchObject({ votes: { ann: [1] }, turnout: 2 });
  const told = entryFor(last(hidden.entries), hidden.state, seat('bob'));
  expect([told.by, told.events]).toEqual([{ kind: 'door' }, [{ type: 'polls/counted', poll: p }]]);
  const changed = given(liveWorkshop, now({ hidden: true }), vote('ann', 1), vote('ann', 2));
  expect(entryFor(last(changed.entries), changed.state, seat('bob')).events).toEqual([]);
  const open = given(liveWorkshop, now(), vote('ann', 1));
  expect(resultOf(viewFor(open.state, seat('eye')), last(open.state.polls.polls)).counts).toEqual([0, 1, 0]);
  const shut = given(liveWorkshop, now({ hidden: true }), vote('bob', 2), close);
  expect(closedPolls(viewFor(shut.state, seat('ann')).polls)[0]).toMatchObject({
    votes: {},
    standing: { result: { counts: [0, 0, 1] } },
  });
});
