/** Addresses of links: the secret stands in the fragment, which browsers never send. */
import type { FastifyRequest } from 'fastify';
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import type { Role } from '../../shared/workshop/roles.ts';
import type { Door } from '../accounts/door.ts';

export interface IssuedLink {
  readonly role: Role;
  readonly url: string;
}

/** The roles that a new workshop's first links are for. */
export const FIRST_LINKS: readonly Role[] = ['chair', 'speaker', 'participant'];

export const createLinkIssuer =
  (door: Door, publicUrl: string | null) =>
  async (request: FastifyRequest, workshop: WorkshopId, role: Role): Promise<IssuedLink> => {
    const { secret } = await door.issueLink(workshop, role);
    const base = publicUrl ?? `${request.protocol}://${request.host}`;
    return { role, url: `${base}/w/${workshop}#k=${secret}` };
  };
