/** Schemas of the floor's commands. Shape and bounds only. */
import * as z from 'zod/mini';
import { ENTRY_KINDS, POLICIES } from '../workshop/floor/types.ts';
import { bare, index, ofSeat, optional } from './command-shapes.ts';
import { line, organizationId, personId, seatId } from './text-schemas.ts';

/** From ten seconds to two hours. */
const lasting = z.int().check(z.gte(10_000), z.lte(7_200_000));
const kind = z.enum(ENTRY_KINDS);

const rules = {
  policy: z.enum(POLICIES),
  kinds: z.array(kind).check(z.maxLength(ENTRY_KINDS.length)),
  ending: z.enum(['soft', 'hard']),
  callsNext: z.boolean(),
  coupled: z.boolean(),
  carriesOver: z.boolean(),
  showsTalkTimes: z.boolean(),
};

export const floorCommands = [
  z.strictObject({
    type: z.literal('floor/raiseHand'),
    topic: z.exactOptional(line(120)),
    kind: z.exactOptional(kind),
  }),
  bare('floor/lowerHand'),
  ofSeat('floor/lowerOther'),
  bare('floor/lowerAll'),
  z.strictObject({ type: z.literal('floor/putBack'), seats: z.array(seatId).check(z.maxLength(5000)) }),
  z.strictObject({ type: z.literal('floor/move'), seat: seatId, index }),
  ofSeat('floor/unplace'),
  ofSeat('floor/give'),
  bare('floor/giveNext'),
  bare('floor/undoGiving'),
  bare('floor/answerCall'),
  bare('floor/yield'),
  bare('floor/takeBack'),
  bare('floor/pauseSpeech'),
  bare('floor/resumeSpeech'),
  z.strictObject({ type: z.literal('floor/addTime'), ms: lasting }),
  ofSeat('floor/giveUpWaiting'),
  bare('floor/callNext'),
  bare('floor/giveCalled'),
  bare('floor/endSpeech'),
  z.strictObject({ type: z.literal('floor/setOpen'), open: z.boolean() }),
  z.strictObject({ type: z.literal('floor/setLimit'), limitMs: z.nullable(lasting) }),
  z.strictObject({
    type: z.literal('floor/setPersonLimit'),
    person: personId,
    limitMs: z.union([z.nullable(lasting), z.literal('default')]),
  }),
  z.strictObject({
    type: z.literal('floor/setBudget'),
    organization: organizationId,
    ms: z.nullable(z.int().check(z.gte(0), z.lte(86_400_000))),
  }),
  z.strictObject({ type: z.literal('floor/setRules'), rules: z.strictObject(optional(rules)) }),
] as const;
