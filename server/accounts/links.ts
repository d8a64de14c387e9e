/**
 * Links into a workshop: made, listed, replaced, withdrawn. Owns their secrets and what a withdrawn one brings about: whoever came by it is
 * sent out, at once and everywhere. Must not know HTTP.
 */
import {
  id,
  type CommandId,
  type Instant,
  type PersonId,
  type SeatId,
  type WorkshopId,
} from '../../shared/kernel/ids.ts';
import { valuesOf } from '../../shared/kernel/records.ts';
import type { Role } from '../../shared/workshop/roles.ts';
import type { Clock, Mint } from '../ports.ts';
import type { AccessStore, LinkRecord } from '../ports/access.ts';
import type { WorkshopRoom } from '../workshops/workshop-room.ts';
import { hashSecret } from './secrets.ts';

export interface LinkWish {
  readonly role: Role;
  readonly label?: string | undefined;
  readonly person?: PersonId | undefined;
  readonly expiresAt?: Instant | undefined;
  readonly once?: boolean | undefined;
}

export interface MadeLink {
  readonly link: string;
  readonly secret: string;
}

/** Why a link that was good once opens nothing now. */
export type LinkRefusal = 'access/badLink' | 'access/linkExpired' | 'access/linkUsed';

export interface Links {
  issue(workshop: WorkshopId, wish: LinkWish): Promise<MadeLink>;
  list(workshop: WorkshopId): Promise<readonly LinkRecord[]>;
  /** By its secret. A used one is still found, since it leads its own browser back. */
  find(
    workshop: WorkshopId,
    secret: string,
  ): Promise<{ readonly ok: true; readonly link: LinkRecord } | { readonly ok: false; readonly code: LinkRefusal }>;
  /** The link goes on with a new secret; who came by the old one stays. Null: no such link. */
  replace(workshop: WorkshopId, link: string): Promise<MadeLink | null>;
  /** Sends out whoever came by it, but for the last chair. Null: no such link. */
  revoke(room: WorkshopRoom, link: string): Promise<{ readonly ended: number; readonly spared: number } | null>;
}

export const createLinks = (access: AccessStore, clock: Clock, mint: Mint): Links => ({
  async issue(workshop, { role, label = '', person = null, expiresAt = null, once = false }) {
    const secret = mint.secret();
    const link = mint.id();
    await access.addLink({
      id: link,
      workshop,
      role,
      secretHash: hashSecret(secret),
      createdAt: clock.now(),
      revokedAt: null,
      label,
      person,
      expiresAt,
      once,
      uses: 0,
      usedAt: null,
    });
    return { link, secret };
  },

  list: (workshop) => access.links(workshop),

  async find(workshop, secret) {
    const link = await access.findLink(workshop, hashSecret(secret));
    if (!link || link.revokedAt !== null) return { ok: false, code: 'access/badLink' };
    if (link.expiresAt !== null && clock.now() >= link.expiresAt) return { ok: false, code: 'access/linkExpired' };
    return { ok: true, link };
  },

  async replace(workshop, link) {
    const secret = mint.secret();
    return (await access.replaceSecret(workshop, link, hashSecret(secret))) ? { link, secret } : null;
  },

  async revoke(room, link) {
    if (!(await access.revokeLink(room.id, link, clock.now()))) return null;
    const came = new Set<SeatId>(
      (await access.sharing(room.id, { browsers: [], account: null, link })).map(({ seat }) => seat),
    );
    const { participants, lobby } = room.state;
    const there = [
      ...valuesOf(participants.seats).map((seat) => seat.id),
      ...valuesOf(lobby.knocks).map((k) => k.seat),
    ];
    const replies = await Promise.all(
      there
        .filter((seat) => came.has(seat))
        .map((seat) => room.dispatch({ kind: 'door' }, id<CommandId>(mint.id()), { type: 'participants/expel', seat })),
    );
    const ended = replies.filter(({ ok }) => ok).length;
    return { ended, spared: replies.length - ended };
  },
});
