// Random commands from random actors over a small cast, so that runs meet often: for property tests and for fuzzing the server.
import fc from 'fast-check';
import { id, instant, type CommandId } from '../../shared/kernel/ids.ts';
import type { Actor } from '../../shared/workshop/actor.ts';
import { loggedAs } from '../../shared/workshop/concealed.ts';
import { decide, evolveEntry, initialState } from '../../shared/workshop/decider.ts';
import { CLEARABLE } from '../../shared/workshop/brief/types.ts';
import { PURPOSES } from '../../shared/workshop/consents/types.ts';
import { BAN_SCOPES } from '../../shared/workshop/lobby/types.ts';
import { SETTLEMENTS } from '../../shared/workshop/agenda/types.ts';
import { ENTRY_KINDS, POLICIES } from '../../shared/workshop/floor/types.ts';
import { STAGES } from '../../shared/workshop/planning/types.ts';
import { ROLES } from '../../shared/workshop/roles.ts';
import { SHARINGS, SOURCES } from '../../shared/workshop/stage/types.ts';
import { LOG_VERSION, type Entry, type WorkshopCommand, type WorkshopState } from '../../shared/workshop/workshop.ts';
import { aPollsCommand, aQuestionsCommand } from './random-asking.ts';
import { createBoxes } from './boxes.ts';
import { by, clock, door, host, item, organization, person, plan, seat } from './workshop-spec.ts';

export const CAST = ['chair', 'co', 'ann', 'bob', 'cho', 'dee'] as const;
const ITEMS = ['one', 'two', 'three'] as const;

const aSeat = fc.constantFrom(...CAST).map(seat);
const anItem = fc.constantFrom(...ITEMS).map(item);
const anIndex = fc.integer({ min: 0, max: 4 });
const someHands = fc.constantFrom('keep' as const, 'clear' as const, undefined);
const aRole = fc.constantFrom(...ROLES);
const aSource = fc.constantFrom(...SOURCES);
const anOrganization = fc.constantFrom('acme', 'umbrella').map(organization);
const aPerson = fc
  .record({ who: fc.constantFrom(...CAST), of: fc.option(anOrganization, { nil: undefined }) })
  .map(({ who, of }) => ({
    id: person(`p-${who}`),
    name: { asWritten: who },
    positions: of === undefined ? [] : [{ title: { en: 'Member' }, organization: of }],
  }));

type Of<Type extends WorkshopCommand['type']> = Extract<WorkshopCommand, { readonly type: Type }>;
const bare = <Type extends WorkshopCommand['type']>(type: Type) => fc.constant({ type } as Of<Type>);

/** Every kind of command; a missing one is a compile error. */
export const COMMANDS: { readonly [Type in WorkshopCommand['type']]: fc.Arbitrary<Of<Type>> } = {
  'brief/revise': fc
    .record({
      brief: fc.record({
        title: fc.constantFrom({ en: 'A' }, { en: 'B' }),
        hosts: fc.array(anOrganization, { maxLength: 1 }),
      }),
      cleared: fc.subarray([...CLEARABLE]),
    })
    .map((revision) => ({ type: 'brief/revise', ...revision })),
  'planning/setStage': fc.constantFrom(...STAGES).map((stage) => ({ type: 'planning/setStage', stage })),
  'planning/setArchived': fc.boolean().map((archived) => ({ type: 'planning/setArchived', archived })),
  'session/begin': bare('session/begin'),
  'session/end': bare('session/end'),
  'session/reopen': bare('session/reopen'),
  'roster/putPerson': aPerson.map((one) => ({ type: 'roster/putPerson', person: one })),
  'roster/confirmOwn': bare('roster/confirmOwn'),
  'roster/putOrganization': anOrganization.map((one) => ({
    type: 'roster/putOrganization',
    organization: { id: one, name: { en: one } },
  })),
  'roster/putGroup': anOrganization.map((of) => ({
    type: 'roster/putGroup',
    group: { id: id('group'), of, members: { en: 'members' }, count: 3, named: [] },
  })),
  'roster/setAttending': fc
    .array(
      anOrganization.map((one) => ({ kind: 'organization' as const, organization: one })),
      { maxLength: 2 },
    )
    .map((attending) => ({ type: 'roster/setAttending', attending })),
  'lobby/knock': fc.record({ who: aSeat, guest: aPerson, role: aRole }).map(({ who, guest, role }) => ({
    type: 'lobby/knock',
    seat: who,
    person: guest,
    role,
    language: 'en',
  })),
  'lobby/admit': aSeat.map((who) => ({ type: 'lobby/admit', seat: who })),
  'lobby/admitAll': bare('lobby/admitAll'),
  'lobby/admitRoster': bare('lobby/admitRoster'),
  'lobby/sendBack': aSeat.map((who) => ({ type: 'lobby/sendBack', seat: who })),
  'lobby/tellWaiting': fc.constantFrom(null, 'Soon.').map((text) => ({ type: 'lobby/tellWaiting', text })),
  'lobby/setClosing': fc.constantFrom(null, instant(1_100_000)).map((at) => ({ type: 'lobby/setClosing', at })),
  'lobby/ban': fc
    .record({ seat: aSeat, scope: fc.subarray([...BAN_SCOPES]) })
    .map((rest) => ({ type: 'lobby/ban', ...rest })),
  'lobby/unban': aSeat.map((who) => ({ type: 'lobby/unban', seat: who })),
  'lobby/turnAway': aSeat.map((who) => ({ type: 'lobby/turnAway', seat: who })),
  'lobby/setDoor': fc
    .constantFrom('knock' as const, 'open' as const)
    .map((to) => ({ type: 'lobby/setDoor', door: to })),
  'participants/arrive': aSeat.map((who) => ({ type: 'participants/arrive', seat: who })),
  'participants/loseConnection': aSeat.map((who) => ({ type: 'participants/loseConnection', seat: who })),
  'participants/leave': aSeat.map((who) => ({ type: 'participants/leave', seat: who })),
  'participants/giveUpWaiting': aSeat.map((who) => ({ type: 'participants/giveUpWaiting', seat: who })),
  'participants/assignRole': fc
    .record({ seat: aSeat, role: aRole })
    .map((rest) => ({ type: 'participants/assignRole', ...rest })),
  'participants/remove': aSeat.map((who) => ({ type: 'participants/remove', seat: who })),
  'participants/expel': aSeat.map((who) => ({ type: 'participants/expel', seat: who })),
  'participants/anonymize': aPerson.map((one) => ({ type: 'participants/anonymize', person: one.id })),
  'agenda/add': anItem.map((one) => ({ type: 'agenda/add', item: one, plan: plan() })),
  'agenda/edit': fc
    .record({ item: anItem, minutes: fc.integer({ min: 1, max: 60 }) })
    .map(({ item: one, minutes }) => ({ type: 'agenda/edit', item: one, plan: { minutes } })),
  'agenda/move': fc.record({ item: anItem, index: anIndex }).map((rest) => ({ type: 'agenda/move', ...rest })),
  'agenda/drop': anItem.map((one) => ({ type: 'agenda/drop', item: one })),
  'agenda/restore': anItem.map((one) => ({ type: 'agenda/restore', item: one })),
  'agenda/begin': fc.record({ item: anItem, hands: someHands }).map(({ item: one, hands }) => ({
    type: 'agenda/begin',
    item: one,
    ...(hands !== undefined && { hands }),
  })),
  'agenda/next': someHands.map((hands) => ({ type: 'agenda/next', ...(hands !== undefined && { hands }) })),
  'agenda/endItem': bare('agenda/endItem'),
  'agenda/pauseClock': bare('agenda/pauseClock'),
  'agenda/resumeClock': bare('agenda/resumeClock'),
  'agenda/settle': fc
    .record({ choice: fc.constantFrom(...SETTLEMENTS), minutes: fc.integer({ min: 1, max: 20 }) })
    .map((rest) => ({ type: 'agenda/settle', ...rest })),
  'agenda/undoSettling': bare('agenda/undoSettling'),
  'agenda/tellEnd': bare('agenda/tellEnd'),
  'floor/raiseHand': fc.constantFrom<Of<'floor/raiseHand'>>(
    { type: 'floor/raiseHand' },
    { type: 'floor/raiseHand', topic: 'prices' },
    { type: 'floor/raiseHand', kind: 'pointOfOrder' },
    { type: 'floor/raiseHand', kind: 'question', topic: 'why' },
  ),
  'floor/lowerHand': bare('floor/lowerHand'),
  'floor/lowerOther': aSeat.map((who) => ({ type: 'floor/lowerOther', seat: who })),
  'floor/lowerAll': bare('floor/lowerAll'),
  'floor/move': fc.record({ seat: aSeat, index: anIndex }).map((rest) => ({ type: 'floor/move', ...rest })),
  'floor/give': aSeat.map((who) => ({ type: 'floor/give', seat: who })),
  'floor/giveNext': bare('floor/giveNext'),
  'floor/putBack': fc.array(aSeat, { maxLength: 3 }).map((seats) => ({ type: 'floor/putBack', seats })),
  'floor/unplace': aSeat.map((who) => ({ type: 'floor/unplace', seat: who })),
  'floor/undoGiving': bare('floor/undoGiving'),
  'floor/answerCall': bare('floor/answerCall'),
  'floor/yield': bare('floor/yield'),
  'floor/takeBack': bare('floor/takeBack'),
  'floor/pauseSpeech': bare('floor/pauseSpeech'),
  'floor/resumeSpeech': bare('floor/resumeSpeech'),
  'floor/addTime': fc.constant({ type: 'floor/addTime', ms: 60_000 }),
  'floor/callNext': bare('floor/callNext'),
  'floor/giveCalled': bare('floor/giveCalled'),
  'floor/endSpeech': bare('floor/endSpeech'),
  'floor/giveUpWaiting': aSeat.map((who) => ({ type: 'floor/giveUpWaiting', seat: who })),
  'floor/setOpen': fc.boolean().map((open) => ({ type: 'floor/setOpen', open })),
  'floor/setLimit': fc.constantFrom(null, 60_000).map((limitMs) => ({ type: 'floor/setLimit', limitMs })),
  'floor/setPersonLimit': fc
    .record({ who: fc.constantFrom(...CAST), limitMs: fc.constantFrom(null, 30_000, 'default' as const) })
    .map(({ who, limitMs }) => ({ type: 'floor/setPersonLimit', person: person(`p-${who}`), limitMs })),
  'floor/setBudget': fc
    .record({ organization: anOrganization, ms: fc.constantFrom(null, 0, 60_000) })
    .map((rest) => ({ type: 'floor/setBudget', ...rest })),
  'floor/setRules': fc
    .record(
      {
        policy: fc.constantFrom(...POLICIES),
        kinds: fc.subarray([...ENTRY_KINDS]),
        ending: fc.constantFrom('soft' as const, 'hard' as const),
        callsNext: fc.boolean(),
        coupled: fc.boolean(),
        carriesOver: fc.boolean(),
        showsTalkTimes: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    .map((rules) => ({ type: 'floor/setRules', rules })),
  'stage/silence': fc.record({ seat: aSeat, source: aSource }).map((rest) => ({ type: 'stage/silence', ...rest })),
  'stage/silenceAll': fc
    .constantFrom({}, { spare: 'speakers' as const })
    .map((rest) => ({ type: 'stage/silenceAll', ...rest })),
  'stage/askToUnmute': aSeat.map((who) => ({ type: 'stage/askToUnmute', seat: who })),
  'stage/answerAsk': bare('stage/answerAsk'),
  'stage/limitSharing': fc.constantFrom(...SHARINGS).map((sharing) => ({ type: 'stage/limitSharing', sharing })),
  'stage/resume': aSource.map((source) => ({ type: 'stage/resume', source })),
  'attendance/ask': bare('attendance/ask'),
  'attendance/answer': bare('attendance/answer'),
  'attendance/optOut': fc.boolean().map((out) => ({ type: 'attendance/optOut', out })),
  'attendance/setMinimum': fc.nat({ max: 9 }).map((minutes) => ({ type: 'attendance/setMinimum', minutes })),
  'chat/say': fc
    .constantFrom<Of<'chat/say'>['to']>({ kind: 'all' }, { kind: 'desk' }, { kind: 'seat', seat: seat('bob') })
    .map((to) => ({ type: 'chat/say', to, text: 'words' })),
  'chat/delete': fc.nat({ max: 60 }).map((n) => ({ type: 'chat/delete', line: id<CommandId>(`c-${n}`) })),
  'chat/setRules': fc
    .record({ open: fc.boolean(), between: fc.boolean() }, { requiredKeys: [] })
    .map((rules) => ({ type: 'chat/setRules', rules })),
  'attendance/condense': bare('attendance/condense'),
  'desk/forget': bare('desk/forget'),
  'desk/say': fc.constantFrom('now', 'later').map((text) => ({ type: 'desk/say', text })),
  'slides/put': fc
    .record({ seat: aSeat, item: anItem, pages: fc.integer({ min: 1, max: 4 }) })
    .map(({ pages, ...rest }) => ({
      type: 'slides/put',
      ...rest,
      deck: { id: id('deck'), name: 'Slides.pdf', pages },
    })),
  'slides/take': anItem.map((one) => ({ type: 'slides/take', item: one })),
  'slides/show': anItem.map((one) => ({ type: 'slides/show', item: one })),
  'slides/hide': bare('slides/hide'),
  'slides/turn': fc
    .record({ item: anItem, page: anIndex.map((index) => index + 1) })
    .map((rest) => ({ type: 'slides/turn', ...rest })),
  'stage/spotlight': fc.option(aSeat).map((who) => ({ type: 'stage/spotlight', seat: who })),
  'minutes/openReview': bare('minutes/openReview'),
  'minutes/propose': fc
    .record({ item: fc.option(anItem), text: fc.constantFrom('It was Tuesday', '应为三月') })
    .map((one) => ({ type: 'minutes/propose', ...one })),
  'minutes/answer': fc
    .record({
      correction: fc.constantFrom('c1', 'c2').map((text) => id<CommandId>(text)),
      answer: fc.constantFrom('accepted', 'declined'),
    })
    .map((one) => ({ type: 'minutes/answer', ...one })),
  'minutes/approve': bare('minutes/approve'),
  'minutes/takeUpAgain': bare('minutes/takeUpAgain'),
  ...aQuestionsCommand,
  ...aPollsCommand,
  'consents/answer': fc
    .record({ purpose: fc.constantFrom(...PURPOSES), given: fc.boolean() })
    .map((rest) => ({ type: 'consents/answer', version: 1, ...rest })),
};

/** Any command that its schema admits, over the cast. */
export const aCommand: fc.Arbitrary<WorkshopCommand> = fc.oneof(...Object.values(COMMANDS));

const LIVELY = [
  'floor/raiseHand',
  'floor/lowerHand',
  'floor/giveNext',
  'floor/give',
  'floor/move',
  'floor/setRules',
  'floor/yield',
  'participants/loseConnection',
  'participants/arrive',
  'participants/assignRole',
  'lobby/knock',
  'lobby/admit',
  'questions/ask',
  'questions/vote',
  'questions/merge',
  'polls/prepare',
  'polls/vote',
] as const;

const anActor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...CAST).map(by) },
  { weight: 1, arbitrary: fc.constant(host) },
  { weight: 2, arbitrary: fc.constant(door) },
  { weight: 1, arbitrary: fc.constant(clock) },
);

export interface RandomStep {
  readonly command: WorkshopCommand;
  readonly by: Actor;
  /** Ms since the step before. */
  readonly after: number;
}

const aStep: fc.Arbitrary<RandomStep> = fc.record({
  command: fc.oneof(
    { weight: 1, arbitrary: aCommand },
    { weight: 1, arbitrary: fc.oneof(...LIVELY.map((type): fc.Arbitrary<WorkshopCommand> => COMMANDS[type])) },
  ),
  by: anActor,
  after: fc.constantFrom(0, 1, 5_000, 20_000, 70_000),
});

export const opening: readonly RandomStep[] = [
  ...CAST.flatMap((name, index): RandomStep[] => [
    {
      command: {
        type: 'lobby/knock',
        seat: seat(name),
        person: { id: person(`p-${name}`), name: { asWritten: name }, positions: [] },
        role: index === 0 ? 'chair' : index === 1 ? 'co-chair' : 'speaker',
        language: index % 2 === 0 ? 'en' : 'zh-Hans',
      },
      by: door,
      after: 1,
    },
    { command: { type: 'participants/arrive', seat: seat(name) }, by: door, after: 1 },
  ]),
  { command: { type: 'agenda/add', item: item('one'), plan: plan() }, by: host, after: 1 },
  { command: { type: 'agenda/begin', item: item('one') }, by: host, after: 1 },
];

/** Random steps from an empty workshop, or from one that is live with the whole cast here: both kinds of story. */
export const aStory: fc.Arbitrary<readonly RandomStep[]> = fc
  .tuple(fc.boolean(), fc.array(aStep, { maxLength: 80, size: 'max' }))
  .map(([live, steps]) => (live ? [...opening, ...steps] : steps));

export interface Told {
  readonly states: readonly WorkshopState[];
  readonly entries: readonly Entry[];
}

/** Runs a story as the server would; `states[n]` is the state after the first n entries. Refusals write nothing. */
export const tell = (story: readonly RandomStep[]): Told => {
  const states: WorkshopState[] = [initialState];
  const entries: Entry[] = [];
  const boxes = createBoxes();
  let state = initialState;
  let now = 1_000_000;
  story.forEach(({ command, by: who, after }, index) => {
    now += after;
    const context = { by: who, at: instant(now), cause: id<CommandId>(`c-${index}`) };
    const decision = decide(state, command, boxes.open(state, command, context));
    if (!decision.ok || decision.events.length === 0) return;
    boxes.accepted(state, command);
    const entry: Entry = {
      seq: entries.length + 1,
      ...context,
      by: loggedAs(command, who),
      v: LOG_VERSION,
      events: decision.events,
    };
    state = evolveEntry(state, entry);
    entries.push(entry);
    states.push(state);
  });
  return { states, entries };
};
