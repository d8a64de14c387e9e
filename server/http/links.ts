/** Addresses of links: the secret stands in the fragment, which browsers never send. */
import type { FastifyRequest } from 'fastify';
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import type { Role } from '../../shared/workshop/roles.ts';
import type { Links, LinkWish, MadeLink } from '../accounts/links.ts';

export interface IssuedLink {
  readonly id: string;
  readonly role: Role;
  readonly url: string;
}

/** The roles that a new workshop's first links are for. */
export const FIRST_LINKS: readonly Role[] = ['chair', 'speaker', 'participant'];

/** The origin people use: as configured, else as this request named it. */
export const baseOf = (request: FastifyRequest, publicUrl: string | null): string =>
  publicUrl ?? `${request.protocol}://${request.host}`;

export const addressOf = (base: string, workshop: WorkshopId, { secret }: MadeLink): string =>
  `${base}/w/${workshop}#k=${secret}`;

export const createLinkIssuer =
  (links: Links) =>
  async (base: string, workshop: WorkshopId, wish: LinkWish): Promise<IssuedLink> => {
    const made = await links.issue(workshop, wish);
    return { id: made.link, role: wish.role, url: addressOf(base, workshop, made) };
  };

export type IssueLink = (request: FastifyRequest, workshop: WorkshopId, wish: LinkWish) => Promise<IssuedLink>;
