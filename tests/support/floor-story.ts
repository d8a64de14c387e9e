// Random stories on the floor of a workshop that is going on, with senders who may send what they send: queues fill, speeches end, clocks ring.
import fc from 'fast-check';
import { ENTRY_KINDS, POLICIES } from '../../shared/workshop/floor/types.ts';
import type { WorkshopCommand } from '../../shared/workshop/workshop.ts';
import { CAST, opening, type RandomStep } from './random-workshop.ts';
import { by, clock, door, host, organization, person, seat } from './workshop-spec.ts';

const aName = fc.constantFrom(...CAST);
const atLast = fc.constantFrom(0, 1, 500, 4_000, 12_000, 70_000);

const own = (command: WorkshopCommand): fc.Arbitrary<RandomStep> =>
  fc.record({ command: fc.constant(command), by: aName.map(by), after: atLast });
const desk = (command: fc.Arbitrary<WorkshopCommand>): fc.Arbitrary<RandomStep> =>
  fc.record({ command, by: fc.constant(by('chair')), after: atLast });
const rung = (type: 'floor/callNext' | 'floor/giveCalled' | 'floor/endSpeech'): fc.Arbitrary<RandomStep> =>
  fc.record({ command: fc.constant({ type }), by: fc.constant(clock), after: fc.constantFrom(0, 5_000, 70_000) });

const aRule = fc.oneof(
  fc.constantFrom(...POLICIES).map((policy) => ({ policy })),
  fc.constantFrom(true, true, true, false).map((callsNext) => ({ callsNext })),
  fc.constantFrom('soft' as const, 'hard' as const).map((ending) => ({ ending })),
  fc.boolean().map((coupled) => ({ coupled })),
);

const aStep: fc.Arbitrary<RandomStep> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.oneof(
      ...[undefined, undefined, undefined, ...ENTRY_KINDS].map((kind) =>
        own({ type: 'floor/raiseHand', ...(kind !== undefined && { kind }) }),
      ),
    ),
  },
  { weight: 2, arbitrary: own({ type: 'floor/lowerHand' }) },
  { weight: 3, arbitrary: own({ type: 'floor/yield' }) },
  { weight: 4, arbitrary: desk(fc.constant({ type: 'floor/giveNext' })) },
  { weight: 3, arbitrary: desk(fc.constant({ type: 'floor/takeBack' })) },
  { weight: 3, arbitrary: desk(aRule.map((rules) => ({ type: 'floor/setRules', rules }))) },
  {
    weight: 2,
    arbitrary: desk(
      fc.record({ seat: aName.map(seat), index: fc.nat({ max: 5 }) }).map((rest) => ({ type: 'floor/move', ...rest })),
    ),
  },
  { weight: 1, arbitrary: desk(aName.map((name) => ({ type: 'floor/lowerOther', seat: seat(name) }))) },
  { weight: 1, arbitrary: desk(aName.map((name) => ({ type: 'floor/putBack', seats: [seat(name)] }))) },
  { weight: 1, arbitrary: desk(aName.map((name) => ({ type: 'floor/unplace', seat: seat(name) }))) },
  { weight: 1, arbitrary: desk(fc.constant({ type: 'floor/undoGiving' })) },
  { weight: 1, arbitrary: desk(fc.constant({ type: 'agenda/pauseClock' })) },
  { weight: 2, arbitrary: desk(fc.constant({ type: 'agenda/resumeClock' })) },
  { weight: 7, arbitrary: fc.oneof(rung('floor/callNext'), rung('floor/giveCalled'), rung('floor/endSpeech')) },
  {
    weight: 2,
    arbitrary: fc.record({
      command: fc.record({
        type: fc.constantFrom('participants/loseConnection' as const, 'participants/arrive' as const),
        seat: aName.map(seat),
      }),
      by: fc.constant(door),
      after: atLast,
    }),
  },
);

/** Two organizations of two people each, the rest of none; speeches limited, so that clocks have something to ring for. */
const furnished: readonly RandomStep[] = [
  ...opening,
  ...(['acme', 'umbrella'] as const).map((name): RandomStep => ({
    command: { type: 'roster/putOrganization', organization: { id: organization(name), name: { en: name } } },
    by: host,
    after: 1,
  })),
  ...CAST.slice(0, 4).map((name, index): RandomStep => ({
    command: {
      type: 'roster/putPerson',
      person: {
        id: person(`p-${name}`),
        name: { asWritten: name },
        positions: [{ title: { en: 'Member' }, organization: organization(index % 2 === 0 ? 'acme' : 'umbrella') }],
      },
    },
    by: host,
    after: 1,
  })),
  { command: { type: 'floor/setLimit', limitMs: 60_000 }, by: host, after: 1 },
];

export const aFloorStory: fc.Arbitrary<readonly RandomStep[]> = fc
  .array(aStep, { minLength: 10, maxLength: 80, size: 'max' })
  .map((steps) => [...furnished, ...steps]);
