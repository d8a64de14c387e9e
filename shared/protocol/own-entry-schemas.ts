/**
 * What somebody says of their own entry, as it comes over HTTP and is kept. Organizations are named in words: who speaks at a workshop does
 * not see the directory's list of them.
 */
import * as z from 'zod/mini';
import { honorific, personName } from './directory-schemas.ts';
import { line, localText } from './text-schemas.ts';

const text = z.exactOptional(line(200));

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
