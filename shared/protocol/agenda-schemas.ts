/** Schemas of the agenda's commands. Shape and bounds only. */
import * as z from 'zod/mini';
import { DECK_ADDRESS, ITEM_KINDS, SETTLEMENTS } from '../workshop/agenda/types.ts';
import { bare, index, ofItem, optional } from './command-shapes.ts';
import { agendaItemId, localText, organizationId, personId } from './text-schemas.ts';

const planShape = {
  kind: z.enum(ITEM_KINDS),
  title: localText(300),
  minutes: z.int().check(z.gte(1), z.lte(600)),
  presenters: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('person'), person: personId }),
        z.strictObject({ kind: z.literal('organization'), organization: organizationId }),
      ]),
    )
    .check(z.maxLength(50)),
  offTheRecord: z.boolean(),
};
const sometimes = {
  topic: z.exactOptional(localText(500)),
  buffer: z.exactOptional(z.int().check(z.gte(0), z.lte(120))),
  speechMinutes: z.exactOptional(z.int().check(z.gte(1), z.lte(120))),
  deck: z.exactOptional(z.union([z.literal(''), z.string().check(z.regex(DECK_ADDRESS))])),
};
const hands = z.exactOptional(z.enum(['keep', 'clear']));

export const agendaCommands = [
  z.strictObject({
    type: z.literal('agenda/add'),
    item: agendaItemId,
    plan: z.strictObject({ ...planShape, ...sometimes }),
    index: z.exactOptional(index),
  }),
  z.strictObject({
    type: z.literal('agenda/edit'),
    item: agendaItemId,
    plan: z.strictObject({ ...optional(planShape), ...sometimes }),
  }),
  z.strictObject({ type: z.literal('agenda/move'), item: agendaItemId, index }),
  ofItem('agenda/drop'),
  ofItem('agenda/restore'),
  z.strictObject({ type: z.literal('agenda/begin'), item: agendaItemId, hands }),
  z.strictObject({ type: z.literal('agenda/next'), hands }),
  bare('agenda/endItem'),
  bare('agenda/pauseClock'),
  bare('agenda/resumeClock'),
  z.strictObject({
    type: z.literal('agenda/settle'),
    choice: z.enum(SETTLEMENTS),
    minutes: z.int().check(z.gte(1), z.lte(600)),
    items: z.exactOptional(z.array(agendaItemId).check(z.minLength(1), z.maxLength(100))),
  }),
  bare('agenda/undoSettling'),
  bare('agenda/tellEnd'),
] as const;
