/**
 * Schemas of every command, strict: unknown keys are refused. Owns shape and bounds only; whether a command is allowed is decide's affair.
 * A seat may send any of them by shape; command-access.ts then refuses what only the door, the clock or the host may do.
 */
import * as z from 'zod/mini';
import { LANGUAGES } from '../kernel/language.ts';
import { CLEARABLE } from '../workshop/brief/types.ts';
import { CHAT_TEXT } from '../workshop/chat/types.ts';
import { CONSENT_POLICIES, PURPOSES } from '../workshop/consents/types.ts';
import { BAN_SCOPES } from '../workshop/lobby/types.ts';
import { ROLES } from '../workshop/roles.ts';
import { SLIDES_PAGES } from '../workshop/slides/types.ts';
import { STAGES } from '../workshop/planning/types.ts';
import { SHARINGS, SOURCES } from '../workshop/stage/types.ts';
import { agendaCommands } from './agenda-schemas.ts';
import { pollsCommands, questionsCommands } from './asking-schemas.ts';
import { bare, ofItem, ofSeat, optional } from './command-shapes.ts';
import { group, organization, person } from './directory-schemas.ts';
import { floorCommands } from './floor-schemas.ts';
import {
  agendaItemId,
  commandId,
  fileId,
  groupId,
  instantSchema,
  line,
  localText,
  organizationId,
  paragraph,
  personId,
  seatId,
  timeZone,
} from './text-schemas.ts';

const policy = z.enum(CONSENT_POLICIES);
const policies = { recording: policy, name: policy, portrait: policy, quote: policy, transfer: policy, chat: policy };

const organizations = z.array(organizationId).check(z.maxLength(50));

const doorMinutes = z.int().check(z.gte(0), z.lte(1440));

const briefShape = {
  title: localText(300),
  series: z.strictObject({ name: localText(300), ordinal: z.int().check(z.gte(1), z.lte(9999)) }),
  mode: z.enum(['online', 'hybrid']),
  language: z.enum(LANGUAGES),
  timeZone,
  startsAt: instantSchema,
  endsAt: instantSchema,
  hosts: organizations,
  coHosts: organizations,
  convener: organizationId,
  supporters: organizations,
  purpose: localText(1000),
  background: z
    .array(z.strictObject({ text: localText(1000), source: z.exactOptional(localText(300)) }))
    .check(z.maxLength(50)),
  about: localText(2000),
  programme: localText(300),
  themes: z.array(localText(100)).check(z.maxLength(12)),
  capacity: z.int().check(z.gte(1), z.lte(10_000)),
  doors: z.strictObject({ guests: doorMinutes, speakers: doorMinutes, closing: z.exactOptional(doorMinutes) }),
  consentPolicy: z.strictObject(optional(policies)),
};

const door = z.enum(['knock', 'open']);

export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('brief/revise'),
    brief: z.strictObject(optional(briefShape)),
    cleared: z.exactOptional(z.array(z.enum(CLEARABLE)).check(z.maxLength(CLEARABLE.length))),
  }),
  z.strictObject({
    type: z.literal('planning/setStage'),
    stage: z.enum(STAGES),
    reason: z.exactOptional(localText(500)),
  }),
  z.strictObject({ type: z.literal('planning/setArchived'), archived: z.boolean() }),
  bare('session/begin'),
  bare('session/end'),
  bare('session/reopen'),
  z.strictObject({ type: z.literal('roster/putPerson'), person }),
  bare('roster/confirmOwn'),
  z.strictObject({ type: z.literal('roster/putOrganization'), organization }),
  z.strictObject({ type: z.literal('roster/putGroup'), group }),
  z.strictObject({
    type: z.literal('roster/setAttending'),
    attending: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('organization'), organization: organizationId }),
          z.strictObject({ kind: z.literal('group'), group: groupId }),
        ]),
      )
      .check(z.maxLength(500)),
  }),
  z.strictObject({
    type: z.literal('lobby/knock'),
    seat: seatId,
    person,
    organization: z.exactOptional(organization),
    role: z.enum(ROLES),
    language: z.enum(LANGUAGES),
    again: z.exactOptional(z.literal(true)),
  }),
  ofSeat('lobby/admit'),
  bare('lobby/admitAll'),
  bare('lobby/admitRoster'),
  ofSeat('lobby/turnAway'),
  ofSeat('lobby/sendBack'),
  z.strictObject({ type: z.literal('lobby/tellWaiting'), text: z.nullable(paragraph(500)) }),
  z.strictObject({ type: z.literal('lobby/setDoor'), door }),
  z.strictObject({ type: z.literal('lobby/setClosing'), at: z.nullable(instantSchema) }),
  z.strictObject({
    type: z.literal('lobby/ban'),
    seat: seatId,
    scope: z.array(z.enum(BAN_SCOPES)).check(z.maxLength(BAN_SCOPES.length)),
  }),
  ofSeat('lobby/unban'),
  ofSeat('participants/arrive'),
  ofSeat('participants/loseConnection'),
  ofSeat('participants/leave'),
  ofSeat('participants/giveUpWaiting'),
  z.strictObject({ type: z.literal('participants/assignRole'), seat: seatId, role: z.enum(ROLES) }),
  ofSeat('participants/remove'),
  ofSeat('participants/expel'),
  z.strictObject({ type: z.literal('participants/anonymize'), person: personId }),
  ...agendaCommands,
  ...floorCommands,
  z.strictObject({ type: z.literal('stage/silence'), seat: seatId, source: z.enum(SOURCES) }),
  z.strictObject({ type: z.literal('stage/silenceAll'), spare: z.exactOptional(z.literal('speakers')) }),
  ofSeat('stage/askToUnmute'),
  bare('stage/answerAsk'),
  z.strictObject({ type: z.literal('stage/limitSharing'), sharing: z.enum(SHARINGS) }),
  z.strictObject({ type: z.literal('stage/resume'), source: z.enum(SOURCES) }),
  z.strictObject({
    type: z.literal('slides/put'),
    seat: seatId,
    item: agendaItemId,
    deck: z.strictObject({ id: fileId, name: line(200), pages: z.int().check(z.gte(1), z.lte(SLIDES_PAGES)) }),
  }),
  ofItem('slides/take'),
  ofItem('slides/show'),
  bare('slides/hide'),
  z.strictObject({
    type: z.literal('slides/turn'),
    item: agendaItemId,
    page: z.int().check(z.gte(1), z.lte(SLIDES_PAGES)),
  }),
  bare('attendance/ask'),
  bare('attendance/answer'),
  z.strictObject({ type: z.literal('attendance/optOut'), out: z.boolean() }),
  z.strictObject({ type: z.literal('attendance/setMinimum'), minutes: z.int().check(z.gte(0), z.lte(600)) }),
  bare('attendance/condense'),
  z.strictObject({ type: z.literal('desk/say'), text: line(500) }),
  bare('desk/forget'),
  z.strictObject({ type: z.literal('stage/spotlight'), seat: z.nullable(seatId) }),
  z.strictObject({
    type: z.literal('consents/answer'),
    purpose: z.enum(PURPOSES),
    given: z.boolean(),
    version: z.int().check(z.gte(1), z.lte(10_000)),
  }),
  z.strictObject({
    type: z.literal('chat/say'),
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('all') }),
      z.strictObject({ kind: z.literal('desk') }),
      z.strictObject({ kind: z.literal('seat'), seat: seatId }),
    ]),
    text: paragraph(CHAT_TEXT),
  }),
  z.strictObject({ type: z.literal('chat/delete'), line: commandId }),
  z.strictObject({
    type: z.literal('chat/setRules'),
    rules: z.strictObject(optional({ open: z.boolean(), between: z.boolean() })),
  }),
  bare('minutes/openReview'),
  z.strictObject({ type: z.literal('minutes/propose'), item: z.nullable(agendaItemId), text: paragraph(1000) }),
  z.strictObject({
    type: z.literal('minutes/answer'),
    correction: commandId,
    answer: z.enum(['accepted', 'declined']),
  }),
  bare('minutes/approve'),
  bare('minutes/takeUpAgain'),
  ...questionsCommands,
  ...pollsCommands,
]);
