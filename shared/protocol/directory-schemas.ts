/** Schemas of people, organizations and groups. Types are the contract's; the compiler checks that they agree (see schemas.ts). */
import * as z from 'zod/mini';
import { HONORIFICS } from '../directory/person.ts';
import type { LocalText } from '../kernel/language.ts';
import { directoryId, groupId, line, localText, organizationId, paragraph, personId } from './text-schemas.ts';

const NAME = 200;

export const personName = z
  .strictObject({
    latin: z.exactOptional(
      z.strictObject({
        family: z.exactOptional(line(NAME)),
        given: line(NAME),
        order: z.enum(['family-first', 'given-first']),
      }),
    ),
    han: z.exactOptional(z.strictObject({ family: line(20), given: line(40) })),
    asWritten: z.exactOptional(line(NAME)),
  })
  .check(z.refine((name) => name.latin !== undefined || name.han !== undefined || name.asWritten !== undefined));

/** A guest may have said an organization and no title: then the title is empty in both languages. */
const title = z.strictObject({
  en: z.exactOptional(paragraph(NAME)),
  'zh-Hans': z.exactOptional(paragraph(NAME)),
});
interface Held {
  readonly title: LocalText;
  readonly organization?: unknown;
}
const saysSomething = (held: Held): boolean =>
  held.organization !== undefined || held.title.en !== undefined || held.title['zh-Hans'] !== undefined;

/** Positions, in the order in which they are printed; what names the organization differs between a roster and the directory. */
export const positionsIn = <Reference extends z.ZodMiniType, More extends Readonly<Record<string, z.ZodMiniType>>>(
  organization: Reference,
  more: More,
) =>
  z
    .array(
      z
        .strictObject({ title, organization: z.exactOptional(organization), ...more })
        .check(z.refine((held) => saysSomething(held as Held))),
    )
    .check(z.maxLength(8));

export const honorific = z.enum(HONORIFICS);

export const person = z.strictObject({
  id: personId,
  name: personName,
  honorific: z.exactOptional(honorific),
  chineseHonorific: z.exactOptional(honorific),
  positions: positionsIn(organizationId, {}),
  directory: z.exactOptional(directoryId),
});

export const organizationName = localText(300);
export const abbreviation = localText(60);
export const country = z.string().check(z.regex(/^[A-Z]{2}$/));
export const organization = z.strictObject({
  id: organizationId,
  name: organizationName,
  abbreviation: z.exactOptional(abbreviation),
  country: z.exactOptional(country),
  directory: z.exactOptional(directoryId),
});

export const membersText = localText(NAME);
export const memberCount = z.int().check(z.gte(1), z.lte(10_000));

export const group = z.strictObject({
  id: groupId,
  of: organizationId,
  members: membersText,
  count: memberCount,
  named: z.array(organizationId).check(z.maxLength(200)),
  directory: z.exactOptional(directoryId),
});
