/** Joins drafting and approvals: desk, doors, and what stands in the way of publishing. Owns the order; what they need is given. */
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OwningOrganizationId, WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Authorize } from '../../http/authorize.ts';
import type { HttpLimits } from '../../http/limits.ts';
import type { Visitors } from '../../http/visitors.ts';
import type { Clock, FileCabinet, Mint } from '../../ports.ts';
import type { DirectoryStore, Portraits } from '../../ports/directory.ts';
import type { ApprovalStore, DraftStore } from '../../ports/drafts.ts';
import type { MinutesVersionStore } from '../../ports/minutes.ts';
import type { Outbox } from '../../ports/mail.ts';
import type { Rewriter } from '../../ports/rewriter.ts';
import { approvalRoutes } from '../approvals/approval-routes.ts';
import { createApprovals, type Approvals } from '../approvals/approvals.ts';
import type { WorkshopMaterial } from '../publishing/from-workshop.ts';
import { createDraftDesk, type DraftDesk } from './desk.ts';
import { createDraftDoor, type DraftDoor } from './door.ts';
import { draftRoutes } from './draft-routes.ts';
import { portraitRoutes } from './portrait-routes.ts';
import { createDraftPortraits } from './portraits.ts';
import { createPresence } from './presence.ts';
import { rewriteRoutes } from './rewrite-routes.ts';
import { loadStyles } from './styles.ts';

export interface DraftingOptions {
  readonly stores: {
    readonly drafts: DraftStore;
    readonly approvals: ApprovalStore;
    readonly directory: DirectoryStore;
    readonly minutesVersions: MinutesVersionStore;
  };
  readonly outbox: Pick<Outbox, 'post'>;
  readonly authorize: Authorize;
  readonly files: Pick<FileCabinet, 'open' | 'keep'>;
  readonly portraits: Portraits;
  readonly limits: Pick<HttpLimits, 'entering'>;
  /** The data folder; this installation's own house styles lie in its folder `styles`. */
  readonly folder: string;
  /** Null: nothing is configured to suggest other wordings. */
  readonly rewriter: Rewriter | null;
  readonly log: { error(fields: object, message: string): void };
}

export const wireDrafting = async (
  options: DraftingOptions & {
    readonly fastify: FastifyInstance;
    readonly visitors: Pick<Visitors, 'caller'>;
    readonly ownerOf: (workshop: WorkshopId) => Promise<OwningOrganizationId | null>;
    readonly baseOf: (request: FastifyRequest) => string;
    readonly loadMaterial: (workshop: WorkshopId) => Promise<WorkshopMaterial | null>;
    readonly clock: Clock;
    readonly mint: Mint;
  },
): Promise<{ readonly desk: DraftDesk; readonly approvals: Approvals; readonly door: DraftDoor }> => {
  const {
    fastify,
    stores,
    outbox,
    visitors,
    authorize,
    ownerOf,
    loadMaterial,
    clock,
    mint,
    baseOf,
    files,
    limits,
    rewriter,
  } = options;
  const { drafts } = stores;
  const styles = await loadStyles(join(options.folder, 'styles'), (file, problems) =>
    options.log.error({ file, problems }, 'a house style cannot be read'),
  );
  const styleOfOwner = async (workshop: WorkshopId): Promise<string | null> => {
    const owner = await ownerOf(workshop);
    return owner && drafts.styleOf(owner);
  };
  const stateOf = async (workshop: WorkshopId) => (await loadMaterial(workshop))?.state ?? null;
  const desk = createDraftDesk({ store: drafts, clock, styles, styleOfOwner });
  const approvals = createApprovals({ store: stores.approvals, desk, stateOf, outbox, clock, mint });
  const door = createDraftDoor({ authorize, visitors, ownerOf });
  const portraits = createDraftPortraits({ directory: stores.directory, portraits: options.portraits, files });
  const { isApproved } = approvals;
  await fastify.register(draftRoutes, {
    presence: createPresence(clock, desk.wake),
    files,
    desk,
    door,
    styles,
    store: drafts,
    loadMaterial,
    isApproved,
    portraits,
    rewrites: rewriter !== null,
  });
  await fastify.register(portraitRoutes, { desk, door, portraits, loadMaterial });
  await fastify.register(rewriteRoutes, { desk, door, rewriter, loadMaterial });
  await fastify.register(approvalRoutes, { approvals, door, stateOf, files, baseOf, limits });
  return { desk, approvals, door };
};
