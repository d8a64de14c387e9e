/**
 * The shape of a workshop file, version 1. Strict: unknown keys are faults, and text is as at every other door (composed, without control
 * characters). References and times are checked in references.ts.
 */
import * as z from 'zod/mini';
import { HONORIFICS } from '../directory/person.ts';
import { isId } from '../kernel/ids.ts';
import { LANGUAGES } from '../kernel/language.ts';
import { DECK_ADDRESS, ITEM_KINDS } from '../workshop/agenda/types.ts';
import { paragraph } from '../protocol/text-schemas.ts';
import { CONSENT_POLICIES, PURPOSES } from '../workshop/consents/types.ts';
import { ROLES } from '../workshop/roles.ts';

const ref = z.string().check(z.refine((text) => isId(text)));
/** No shorter than what a command or a board may hold, or what was written could not be read back. */
const short = paragraph(500);
const long = paragraph(4000);
const note = paragraph(20_000);
const local = <T extends typeof short>(text: T) =>
  z
    .strictObject({ en: z.optional(text), 'zh-Hans': z.optional(text) })
    .check(z.refine((value) => value.en !== undefined || value['zh-Hans'] !== undefined));
const time = z.string().check(z.maxLength(40));
const list = <T extends z.ZodMiniType>(of: T, most: number) => z.array(of).check(z.maxLength(most));

const doorMinutes = z.int().check(z.minimum(0), z.maximum(1440));

const brief = z.strictObject({
  title: local(short),
  series: z.optional(z.strictObject({ name: local(short), ordinal: z.int().check(z.minimum(1), z.maximum(9999)) })),
  mode: z.enum(['online', 'hybrid']),
  language: z.enum(LANGUAGES),
  timeZone: z.string().check(z.minLength(1), z.maxLength(64)),
  startsAt: z.optional(time),
  endsAt: z.optional(time),
  hosts: z.optional(list(ref, 50)),
  coHosts: z.optional(list(ref, 50)),
  convener: z.optional(ref),
  supporters: z.optional(list(ref, 50)),
  purpose: z.optional(local(long)),
  background: z.optional(list(z.strictObject({ text: local(long), source: z.optional(local(short)) }), 50)),
  about: z.optional(local(long)),
  programme: z.optional(local(short)),
  themes: z.optional(list(local(short), 12)),
  capacity: z.optional(z.int().check(z.minimum(1), z.maximum(10_000))),
  doors: z.optional(z.strictObject({ guests: doorMinutes, speakers: doorMinutes, closing: z.optional(doorMinutes) })),
  consentPolicy: z.optional(z.partialRecord(z.enum(PURPOSES), z.enum(CONSENT_POLICIES))),
});

const name = z
  .strictObject({
    latin: z.optional(
      z.strictObject({ family: z.optional(short), given: short, order: z.enum(['family-first', 'given-first']) }),
    ),
    han: z.optional(z.strictObject({ family: short, given: short })),
    asWritten: z.optional(short),
    neutral: z.optional(z.int().check(z.gte(1), z.lte(100_000))),
  })
  .check(
    z.refine(
      ({ latin, han, asWritten, neutral }) =>
        latin !== undefined || han !== undefined || asWritten !== undefined || neutral !== undefined,
    ),
  );

const person = z.strictObject({
  id: ref,
  name,
  honorific: z.optional(z.enum(HONORIFICS)),
  chineseHonorific: z.optional(z.enum(HONORIFICS)),
  positions: z.optional(list(z.strictObject({ title: z.optional(local(short)), organization: z.optional(ref) }), 10)),
  directory: z.optional(ref),
});
const organization = z.strictObject({
  id: ref,
  name: local(short),
  abbreviation: z.optional(local(short)),
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  directory: z.optional(ref),
});
const group = z.strictObject({
  id: ref,
  of: ref,
  members: local(short),
  count: z.int().check(z.minimum(1), z.maximum(100_000)),
  named: z.optional(list(ref, 200)),
  directory: z.optional(ref),
});

const roster = z.strictObject({
  organizations: z.optional(list(organization, 1000)),
  people: z.optional(list(person, 2000)),
  groups: z.optional(list(group, 200)),
  attending: z.optional(list(z.union([z.strictObject({ organization: ref }), z.strictObject({ group: ref })]), 1000)),
});

const item = z.strictObject({
  id: ref,
  kind: z.enum(ITEM_KINDS),
  title: local(short),
  topic: z.optional(local(short)),
  minutes: z.int().check(z.minimum(1), z.maximum(600)),
  presenters: z.optional(list(z.union([z.strictObject({ person: ref }), z.strictObject({ organization: ref })]), 100)),
  offTheRecord: z.optional(z.boolean()),
  buffer: z.optional(z.int().check(z.minimum(0), z.maximum(120))),
  speechMinutes: z.optional(z.int().check(z.minimum(1), z.maximum(120))),
  deck: z.optional(z.string().check(z.regex(DECK_ADDRESS))),
});

// A block may be empty: it was begun and left.
const base = { id: ref, text: z.union([z.literal(''), note]) };
const spoken = <K extends string>(kind: K) =>
  z.strictObject({ ...base, kind: z.literal(kind), person: z.optional(ref) });
const plain = <K extends string>(kind: K) => z.strictObject({ ...base, kind: z.literal(kind) });
const block = z.discriminatedUnion('kind', [
  spoken('keyPoint'),
  spoken('statement'),
  spoken('quote'),
  spoken('suggestion'),
  plain('decision'),
  plain('consensus'),
  plain('nextStep'),
  plain('prose'),
  z.strictObject({
    ...base,
    kind: z.literal('action'),
    owner: z.optional(ref),
    due: z.optional(z.iso.date()),
    done: z.optional(z.boolean()),
  }),
  z.strictObject({ ...base, kind: z.literal('figure'), source: z.optional(short) }),
  z.strictObject({
    ...base,
    kind: z.literal('photo'),
    credit: z.optional(short),
    place: z.optional(z.enum(['after-lead', 'before-statements'])),
    alt: z.optional(short),
  }),
]);

const held = z.strictObject({
  begunAt: time,
  endedAt: time,
  items: z.optional(list(z.strictObject({ item: ref, from: time, until: time }), 1000)),
  visits: z.optional(
    list(z.strictObject({ person: ref, role: z.enum(ROLES), from: time, until: z.optional(time) }), 20_000),
  ),
  speeches: z.optional(list(z.strictObject({ person: ref, from: time, until: time }), 5000)),
  board: z.optional(list(z.strictObject({ item: z.nullable(ref), blocks: list(block, 20_000) }), 1000)),
});

export const workshopFileSchema = z.strictObject({
  format: z.literal('plenary-workshop'),
  version: z.literal(1),
  note: z.optional(long),
  brief,
  roster: z.optional(roster),
  agenda: z.optional(list(item, 100)),
  held: z.optional(held),
});

export type WorkshopFile = z.infer<typeof workshopFileSchema>;
export type FileBlock = z.infer<typeof block>;
export type FileItem = z.infer<typeof item>;
