/** The atoms of publications on the wire. */
import * as z from 'zod/mini';
import { ID_PATTERN, isId, type PublicationId } from '../kernel/ids.ts';

export const publicationId = z.string().check(z.regex(ID_PATTERN), z.refine(isId)) as unknown as z.ZodMiniType<
  PublicationId,
  PublicationId
>;
