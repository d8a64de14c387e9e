/**
 * What people said of their own entries, as the directory's keepers read it. Owns the form in which it is kept; must not know HTTP. Kept
 * text is read by its schema again: it was written by whoever held a link.
 */
import * as z from 'zod/mini';
import { honorific, personName } from '../../shared/protocol/directory-schemas.ts';
import { localText, line } from '../../shared/protocol/text-schemas.ts';
import type { Suggestion } from '../ports/directory.ts';

const text = z.exactOptional(line(200));

/** Organizations are named in words here: who speaks at a workshop does not see the directory's list of them. */
export const ownEntryWish = z.strictObject({
  name: personName,
  honorific: z.exactOptional(honorific),
  chineseHonorific: z.exactOptional(honorific),
  positions: z
    .array(
      z.strictObject({
        title: z.strictObject({ en: text, 'zh-Hans': text }),
        organization: z.exactOptional(localText(300)),
      }),
    )
    .check(z.maxLength(8)),
});
export type OwnEntryWish = z.infer<typeof ownEntryWish>;

export const wishOf = ({ body }: Suggestion): OwnEntryWish | null => {
  const read = ownEntryWish.safeParse(JSON.parse(body));
  return read.success ? read.data : null;
};
