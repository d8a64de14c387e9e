/** Joins the door of workshops with its routes: entering, tickets, links. Owns the order; answers how others make links. */
import type { FastifyInstance } from 'fastify';
import type { Door } from '../accounts/door.ts';
import { createLinks } from '../accounts/links.ts';
import type { Tickets } from '../accounts/tickets.ts';
import type { Clock, Mint } from '../ports.ts';
import type { AccessStore } from '../ports/access.ts';
import type { Rehearsals } from '../ports/rehearsals.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';
import type { Authorize } from './authorize.ts';
import { createBrowserCookie, type BrowserCookie } from './browser-cookie.ts';
import { doorRoutes, type AccountOf } from './door-routes.ts';
import type { HttpLimits } from './limits.ts';
import { linkRoutes } from './link-routes.ts';
import { baseOf, createLinkIssuer, type IssueLink } from './links.ts';
import { rehearsalRoutes } from './rehearsal-routes.ts';

export interface DoorsOptions {
  readonly fastify: FastifyInstance;
  readonly access: AccessStore;
  readonly registry: WorkshopRegistry;
  readonly door: Door;
  readonly tickets: Tickets;
  readonly authorize: Authorize;
  readonly accountOf: AccountOf;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly publicUrl: string | null;
  readonly rehearsals: Rehearsals;
  readonly limits: HttpLimits;
}

export interface Doors {
  readonly browserCookie: BrowserCookie;
  readonly linkAt: ReturnType<typeof createLinkIssuer>;
  readonly issueLink: IssueLink;
}

export const wireDoors = async ({ fastify, access, mint, publicUrl, ...rest }: DoorsOptions): Promise<Doors> => {
  const links = createLinks(access, rest.clock, mint);
  const linkAt = createLinkIssuer(links);
  const issueLink: IssueLink = (request, workshop, wish) => linkAt(baseOf(request, publicUrl), workshop, wish);
  const browserCookie = createBrowserCookie(publicUrl, mint);
  await fastify.register(doorRoutes, { ...rest, links, browserCookie });
  await fastify.register(linkRoutes, { links, issueLink, publicUrl, authorize: rest.authorize, limits: rest.limits });
  await fastify.register(rehearsalRoutes, {
    links,
    authorize: rest.authorize,
    rehearsals: rest.rehearsals,
    limits: rest.limits,
  });
  return { browserCookie, linkAt, issueLink };
};
