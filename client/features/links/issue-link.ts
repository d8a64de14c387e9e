/** Asks the server for a link in a role. Owns the request; must not know where the link is shown. */
import * as z from 'zod/mini';
import { ROLES, type Role } from '../../../shared/workshop/roles.ts';
import type { Connection } from '../../connection/connection.ts';

const issued = z.object({ role: z.enum(ROLES), url: z.string() });

export interface IssuedLink {
  readonly role: Role;
  readonly url: string;
}

/** Null when the server said No or could not be reached. */
export const issueLink = async (
  connection: Pick<Connection, 'workshop' | 'authorization'>,
  role: Role,
): Promise<IssuedLink | null> => {
  try {
    const response = await fetch(`/api/workshops/${connection.workshop}/links`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: connection.authorization() },
      body: JSON.stringify({ role }),
    });
    return response.ok ? issued.parse(await response.json()) : null;
  } catch {
    return null;
  }
};
