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

export type IssueLink = (request: FastifyRequest, workshop: WorkshopId, role: Role) => Promise<IssuedLink>;

/** The origin people use: as configured, else as this request named it. */
export const baseOf = (request: FastifyRequest, publicUrl: string | null): string =>
  publicUrl ?? `${request.protocol}://${request.host}`;

export const createLinkIssuer =
  (door: Door) =>
  async (base: string, workshop: WorkshopId, role: Role): Promise<IssuedLink> => {
    const { secret } = await door.issueLink(workshop, role);
    return { role, url: `${base}/w/${workshop}#k=${secret}` };
  };
