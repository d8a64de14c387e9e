/** Schemas of people, organizations and groups. Types are the contract's; the compiler checks that they agree (see schemas.ts). */
import * as z from 'zod/mini';
import { HONORIFICS } from '../directory/person.ts';
import { groupId, line, localText, organizationId, personId } from './text-schemas.ts';

const NAME = 200;

const personName = z
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

export const person = z.strictObject({
  id: personId,
  name: personName,
  honorific: z.exactOptional(z.enum(HONORIFICS)),
  positions: z
    .array(z.strictObject({ title: localText(NAME), organization: z.exactOptional(organizationId) }))
    .check(z.maxLength(8)),
});

export const organization = z.strictObject({
  id: organizationId,
  name: localText(300),
  abbreviation: z.exactOptional(localText(60)),
});

export const group = z.strictObject({
  id: groupId,
  of: organizationId,
  members: localText(NAME),
  count: z.int().check(z.gte(1), z.lte(10_000)),
  named: z.array(organizationId).check(z.maxLength(200)),
});
