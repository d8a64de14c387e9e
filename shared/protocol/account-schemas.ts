/** The atoms of accounts on the wire: ids, mail addresses, secrets of links. Owns their limits; must not know routes. */
import * as z from 'zod/mini';
import { ID_PATTERN, isId, type AccountId, type OwningOrganizationId } from '../kernel/ids.ts';

const idSchema = z.string().check(z.regex(ID_PATTERN), z.refine(isId));
export const accountId = idSchema as unknown as z.ZodMiniType<AccountId, AccountId>;
export const owningOrganizationId = idSchema as unknown as z.ZodMiniType<OwningOrganizationId, OwningOrganizationId>;

// Narrower than the standard on purpose: no quotes, comments, lists or white space, so that an address is one recipient and one line.
const ADDRESS =
  /^[^\s@<>()[\]\\,;:"'`|]{1,64}@(?=.{4,190}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/** One mail address, as written. */
export const emailAddress = z.string().check(
  z.maxLength(254),
  z.overwrite<string>((text) => text.normalize('NFC').trim()),
  z.regex(ADDRESS),
);

/** How addresses are compared: nobody has two accounts by writing in capitals. */
export const sameAddress = (email: string): string => email.normalize('NFC').toLowerCase();

/** The secret of a link, as it stands in the fragment. */
export const linkSecret = z.string().check(z.regex(/^[A-Za-z0-9_-]{20,100}$/));
