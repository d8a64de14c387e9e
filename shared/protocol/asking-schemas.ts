/** Schemas of the commands about questions and polls. Shape and bounds only. */
import * as z from 'zod/mini';
import { OPTIONS_LIMIT, POLL_KINDS, SCALE_LIMIT } from '../workshop/polls/types.ts';
import { ROLES } from '../workshop/roles.ts';
import { optional } from './command-shapes.ts';
import { agendaItemId, commandId, line, paragraph, personId } from './text-schemas.ts';

const ofQuestion = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), question: commandId });
const ofPoll = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), poll: commandId });
const several = z.array(commandId).check(z.minLength(1), z.maxLength(50));

const question = line(500);
/** A random text of at least 128 bits that its holder shows to no one but the server, and only to withdraw. */
const token = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,64}$/));
const seal = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const questionsCommands = [
  z.strictObject({
    type: z.literal('questions/ask'),
    item: z.nullable(agendaItemId),
    text: question,
    seal: z.exactOptional(seal),
  }),
  z.strictObject({ type: z.literal('questions/withdraw'), question: commandId, token: z.exactOptional(token) }),
  ofQuestion('questions/vote'),
  ofQuestion('questions/takeBackVote'),
  z.strictObject({
    type: z.literal('questions/merge'),
    into: commandId,
    from: several,
    text: z.exactOptional(question),
  }),
  z.strictObject({ type: z.literal('questions/unmerge'), questions: several }),
  z.strictObject({
    type: z.literal('questions/answer'),
    question: commandId,
    answer: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('live'), person: z.nullable(personId) }),
      z.strictObject({ kind: z.literal('written'), text: paragraph(2000) }),
    ]),
  }),
  z.strictObject({ type: z.literal('questions/dismiss'), question: commandId, reason: line(200) }),
  ofQuestion('questions/reopen'),
  z.strictObject({ type: z.literal('questions/highlight'), question: commandId, on: z.boolean() }),
  z.strictObject({
    type: z.literal('questions/promote'),
    question: commandId,
    as: z.enum(['asker', 'moderator']),
  }),
  ofQuestion('questions/unpromote'),
  z.strictObject({
    type: z.literal('questions/setRules'),
    rules: z.strictObject(optional({ open: z.boolean(), anonymous: z.boolean() })),
  }),
] as const;

const places = z.int().check(z.gte(1), z.lte(OPTIONS_LIMIT));
const plan = z.strictObject({
  kind: z.enum(POLL_KINDS),
  question: line(300),
  item: z.nullable(agendaItemId),
  options: z.array(line(200)).check(z.maxLength(OPTIONS_LIMIT)),
  min: z.exactOptional(places),
  max: z.exactOptional(places),
  steps: z.exactOptional(z.int().check(z.gte(2), z.lte(SCALE_LIMIT))),
  anonymous: z.boolean(),
  hidden: z.boolean(),
  weighted: z.boolean(),
  roles: z.array(z.enum(ROLES)).check(z.maxLength(ROLES.length)),
  /** From ten seconds to a day. */
  seconds: z.nullable(z.int().check(z.gte(10), z.lte(86_400))),
});

export const pollsCommands = [
  z.strictObject({ type: z.literal('polls/prepare'), plan, open: z.exactOptional(z.literal(true)) }),
  z.strictObject({ type: z.literal('polls/edit'), poll: commandId, plan }),
  ofPoll('polls/discard'),
  ofPoll('polls/open'),
  z.strictObject({
    type: z.literal('polls/vote'),
    poll: commandId,
    choice: z.array(z.int().check(z.gte(0), z.lte(OPTIONS_LIMIT - 1))).check(z.maxLength(OPTIONS_LIMIT)),
  }),
  ofPoll('polls/close'),
  ofPoll('polls/closeDue'),
  ofPoll('polls/undoClosing'),
] as const;
