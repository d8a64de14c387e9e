/** What an editor may send, as schemas. Owns limits on text; what a command means is shared/drafting. */
import * as z from 'zod';
import type { DraftCommand } from '../../../shared/drafting/commands.ts';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import { line, paragraph, personId } from '../../../shared/protocol/text-schemas.ts';
import { LEAD_VARIANTS } from '../../../shared/update/article.ts';

const TEXT = 4000;

const language = z.enum(LANGUAGES);
/** Pieces of facts are called by their source, so their ids are no plain ids. */
export const piece = z.string().min(1).max(300);
export const minted = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);
const of = { language, piece };

export const draftCommand: z.ZodType<DraftCommand> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('edit'), ...of, base: z.string().max(TEXT), text: paragraph(TEXT) }),
  z.strictObject({ type: z.enum(['delete', 'restore', 'takeSuggestion', 'keepOwn', 'check']), ...of }),
  z.strictObject({ type: z.literal('move'), ...of, way: z.enum(['up', 'down']) }),
  z.strictObject({
    type: z.literal('insert'),
    language,
    id: minted,
    after: piece,
    opens: z.boolean(),
    text: paragraph(TEXT),
    counterpart: piece.optional(),
  }),
  z.strictObject({ type: z.literal('headline'), language, choice: z.string().max(400) }),
  z.strictObject({ type: z.literal('lead'), language, variant: z.enum(LEAD_VARIANTS) }),
  z.strictObject({ type: z.literal('authors'), language, authors: z.nullable(line(200)) }),
  z.strictObject({ type: z.literal('comment'), ...of, id: minted, text: paragraph(2000), under: minted.optional() }),
  z.strictObject({ type: z.enum(['resolve', 'reopen']), comment: minted }),
  z.strictObject({ type: z.literal('style'), style: z.nullable(z.string().max(40)) }),
  z.strictObject({ type: z.literal('askApproval'), asks: z.boolean() }),
  z.strictObject({ type: z.literal('shows'), picture: piece, people: z.array(personId).max(40) }),
]);
