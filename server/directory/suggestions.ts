/** What was said of one's own entry, as it was kept. Read by its schema again: it was written by whoever held a link. */
import { ownEntryWish, type OwnEntryWish } from '../../shared/protocol/own-entry-schemas.ts';
import type { Suggestion } from '../ports/directory.ts';

export const wishOf = ({ body }: Suggestion): OwnEntryWish | null => {
  const read = ownEntryWish.safeParse(JSON.parse(body));
  return read.success ? read.data : null;
};
