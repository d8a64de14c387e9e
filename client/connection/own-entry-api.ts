/** A seat's own entry over HTTP: typed asks and their answers. Owns the paths; must not know the screen. */
import * as z from 'zod/mini';
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import { organization, person } from '../../shared/protocol/directory-schemas.ts';
import type { OwnEntryWish } from '../../shared/protocol/own-entry-schemas.ts';
import { ask, post, read, type Answer } from './http.ts';

const ownEntry = z.object({
  person,
  organizations: z.array(organization),
  personal: z.boolean(),
  confirmed: z.boolean(),
});
export type OwnEntry = z.infer<typeof ownEntry>;

/** Who asks: a connection is one. */
interface Asker {
  readonly workshop: WorkshopId;
  authorization(): string;
}

const at = ({ workshop }: Asker, more = ''): string =>
  `/api/workshops/${encodeURIComponent(workshop)}/own-entry${more}`;
const headers = (asker: Asker) => ({ authorization: asker.authorization() });

export const readOwnEntry = async (asker: Asker): Promise<Answer<OwnEntry>> =>
  read(ownEntry, await ask(at(asker), { headers: headers(asker) }));

export const suggestOwnEntry = async (asker: Asker, wish: OwnEntryWish): Promise<Answer<unknown>> =>
  read(z.unknown(), await ask(at(asker), post(wish, headers(asker))));

export const thisIsNotMe = async (asker: Asker): Promise<Answer<unknown>> =>
  read(z.unknown(), await ask(at(asker, '/not-me'), post({}, headers(asker))));
