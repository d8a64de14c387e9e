/** Schemas of the directory's entries, as they come over HTTP and from tables. Owns shape and bounds; who may write is the routes' affair. */
import * as z from 'zod/mini';
import {
  readExternalId,
  SCHEMES_OF_ORGANIZATIONS,
  SCHEMES_OF_PEOPLE,
  type ExternalId,
} from '../directory/external-ids.ts';
import type { DirectoryEntry, DirectoryGroup, DirectoryOrganization, DirectoryPerson } from '../directory/entries.ts';
import { isDate } from '../directory/period.ts';
import { emailAddress } from './account-schemas.ts';
import {
  abbreviation,
  country,
  honorific,
  memberCount,
  membersText,
  organizationName,
  personName,
  positionsIn,
} from './directory-schemas.ts';
import { directoryId, fileId, line } from './text-schemas.ts';

const externalIds = <const Scheme extends ExternalId['scheme']>(schemes: readonly Scheme[]) =>
  z
    .array(
      z
        .strictObject({ scheme: z.enum(schemes), value: z.string().check(z.maxLength(120)) })
        .check(z.refine(({ scheme, value }) => readExternalId(scheme, value) === value)),
    )
    .check(z.maxLength(8));

const date = z.string().check(z.refine(isDate));
const periodFields = { from: z.exactOptional(date), until: z.exactOptional(date) };
const aliases = z.exactOptional(z.array(line(200)).check(z.maxLength(20)));

const personFields = {
  name: personName,
  aliases,
  honorific: z.exactOptional(honorific),
  chineseHonorific: z.exactOptional(honorific),
  positions: positionsIn(directoryId, periodFields),
  email: z.exactOptional(emailAddress),
  externalIds: externalIds(SCHEMES_OF_PEOPLE),
  portrait: z.exactOptional(fileId),
};
const organizationFields = {
  name: organizationName,
  abbreviation: z.exactOptional(abbreviation),
  aliases,
  country: z.exactOptional(country),
  externalIds: externalIds(SCHEMES_OF_ORGANIZATIONS),
};
const groupFields = {
  of: directoryId,
  members: membersText,
  count: memberCount,
  named: z.array(directoryId).check(z.maxLength(200)),
  periods: z.exactOptional(z.record(directoryId, z.strictObject(periodFields))),
};

/** An entry as it is written: the id is the server's. */
export type DirectoryWish =
  Omit<DirectoryPerson, 'id'> | Omit<DirectoryOrganization, 'id'> | Omit<DirectoryGroup, 'id'>;
export const directoryWish: z.ZodMiniType<DirectoryWish, DirectoryWish> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), ...personFields }),
  z.strictObject({ kind: z.literal('organization'), ...organizationFields }),
  z.strictObject({ kind: z.literal('group'), ...groupFields }),
]);

export const directoryEntry: z.ZodMiniType<DirectoryEntry, DirectoryEntry> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: directoryId, ...personFields }),
  z.strictObject({ kind: z.literal('organization'), id: directoryId, ...organizationFields }),
  z.strictObject({ kind: z.literal('group'), id: directoryId, ...groupFields }),
]);

export const keptEntry = z.object({ entry: directoryEntry, version: z.int(), changedAt: z.number() });
