/**
 * The atoms of every schema: ids, bounded text, instants. Owns limits on text; must not know messages.
 * Text is trimmed and brought to Unicode's composed form (NFC), so that one name is one string; control characters are refused.
 */
import * as z from 'zod/mini';
import { ID_PATTERN, isId } from '../kernel/ids.ts';
import type {
  AgendaItemId,
  CommandId,
  DirectoryId,
  FileId,
  GroupId,
  Instant,
  OrganizationId,
  PersonId,
  SeatId,
  WorkshopId,
} from '../kernel/ids.ts';
import type { LocalText } from '../kernel/language.ts';

const idSchema = z.string().check(z.regex(ID_PATTERN), z.refine(isId));

/** A schema for the plain shape, typed as the branded id it stands for. */
const branded = <Id extends string>() => idSchema as unknown as z.ZodMiniType<Id, Id>;

export const workshopId = branded<WorkshopId>();
export const seatId = branded<SeatId>();
export const commandId = branded<CommandId>();
export const agendaItemId = branded<AgendaItemId>();
export const personId = branded<PersonId>();
export const organizationId = branded<OrganizationId>();
export const groupId = branded<GroupId>();
export const fileId = branded<FileId>();
export const directoryId = branded<DirectoryId>();

/** Between 1970 and 2200, in whole milliseconds. */
export const instantSchema = z.int().check(z.gte(0), z.lte(7_258_118_400_000)) as unknown as z.ZodMiniType<
  Instant,
  Instant
>;

// C0, C1, line and paragraph separators, and the bidirectional controls that can make a name read as another.
// eslint-disable-next-line no-control-regex -- refusing them is the point
const FORBIDDEN_IN_LINE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
// eslint-disable-next-line no-control-regex -- as above, but a paragraph may break its lines
const FORBIDDEN_IN_PROSE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

const composed = z.overwrite<string>((text) => text.normalize('NFC').trim());

/** One line of 1 to `limit` characters. */
export const line = (limit: number) =>
  z.string().check(
    z.maxLength(limit * 4),
    composed,
    z.minLength(1),
    z.maxLength(limit),
    z.refine((text) => !FORBIDDEN_IN_LINE.test(text)),
  );

/** A paragraph of 1 to `limit` characters; line breaks are kept. */
export const paragraph = (limit: number) =>
  z.string().check(
    z.maxLength(limit * 4),
    composed,
    z.minLength(1),
    z.maxLength(limit),
    z.refine((text) => !FORBIDDEN_IN_PROSE.test(text)),
  );

/** A text in English, Chinese or both. */
export const localText = (limit: number) =>
  z
    .strictObject({ en: z.exactOptional(paragraph(limit)), 'zh-Hans': z.exactOptional(paragraph(limit)) })
    .check(z.refine((text: LocalText) => text.en !== undefined || text['zh-Hans'] !== undefined));

/** An IANA zone that this runtime knows. */
export const timeZone = z.string().check(
  z.maxLength(64),
  z.refine((zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
    } catch {
      return false;
    }
  }),
);
