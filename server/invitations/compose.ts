/** Joins invitations, their letters and reminders with their routes. Owns the order; decides nothing. */
import type { FastifyInstance } from 'fastify';
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import type { Board } from '../../shared/notes/blocks.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';
import { createLinks } from '../accounts/links.ts';
import type { Authorize } from '../http/authorize.ts';
import type { HttpLimits } from '../http/limits.ts';
import type { Clock, FactStore, Mint } from '../ports.ts';
import type { AccessStore } from '../ports/access.ts';
import type { InvitationStore } from '../ports/invitations.ts';
import type { Outbox } from '../ports/mail.ts';
import type { PublicationStore } from '../ports/updates.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';
import { WorkshopRoom } from '../workshops/workshop-room.ts';
import { actionsOn, publishedOf } from './after-the-end.ts';
import type { Bell } from './bell.ts';
import { deskRoutes } from './desk-routes.ts';
import { createInvitations } from './invitations.ts';
import { createLetters } from './letters.ts';
import { personalRoutes } from './personal-routes.ts';
import { createReminding } from './reminding.ts';
import { createSecretOf } from './secrets.ts';

export interface InvitationsOptions {
  readonly fastify: FastifyInstance;
  readonly stores: {
    readonly access: AccessStore;
    readonly facts: FactStore;
    readonly invitations: InvitationStore;
    readonly publications: Pick<PublicationStore, 'ofWorkshop'>;
  };
  readonly outbox: Outbox;
  readonly registry: WorkshopRegistry;
  readonly bell: Bell;
  readonly authorize: Authorize;
  readonly readBoard: (workshop: WorkshopId) => Promise<Board>;
  /** The origin of our pages. */
  readonly base: () => string;
  /** The address letters come from; null: none go out. */
  readonly from: string | null;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly limits: HttpLimits;
  readonly onFault: (fault: unknown) => void;
}

export interface WiredInvitations {
  /** From now on what is due is sent. */
  start(): void;
  /** Resolves when no reminder is being written. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export const wireInvitations = async (options: InvitationsOptions): Promise<WiredInvitations> => {
  const { fastify, stores, outbox, registry, authorize, base, clock, mint, limits, onFault } = options;
  const { facts, access, invitations: store, publications } = stores;
  const secretOf = createSecretOf(await access.installationSecret('invitations', mint.secret));
  const letters = createLetters({ outbox, secretOf, base, from: options.from, clock });
  const links = createLinks(access, clock, mint);
  const running = async (workshop: WorkshopId): Promise<WorkshopState | null> =>
    (await registry.find(workshop))?.room.state ?? null;

  const reminding = createReminding({
    store,
    letters,
    outbox,
    // From the store: another server of the same database may have written last.
    stateOf: async (workshop) => (await WorkshopRoom.open(workshop, { facts, clock, onFault }))?.state ?? null,
    publishedOf: async (workshop) =>
      publishedOf(await publications.ofWorkshop(workshop), (slug) => `${base()}/updates/${encodeURIComponent(slug)}`),
    actionsOf: async (workshop, state) => actionsOn(await options.readBoard(workshop), state),
    clock,
    onFault,
  });
  const invitations = createInvitations({
    store,
    access,
    links,
    letters,
    outbox,
    secretOf,
    clock,
    mint,
    changed: reminding.nudge,
  });

  await fastify.register(deskRoutes, {
    invitations,
    reminding,
    letters,
    access,
    authorize,
    sends: outbox.sends,
    limits,
  });
  await fastify.register(personalRoutes, { invitations, store, letters, stateOf: running, clock, limits });
  return {
    start() {
      options.bell.answer(reminding.nudge);
      reminding.nudge();
    },
    idle: reminding.idle,
    close: reminding.close,
  };
};
