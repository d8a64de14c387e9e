/**
 * Tickets: short-lived, single-use passes from HTTP to a socket. Owns their making and redeeming. The algorithm is pinned, the audience is
 * checked, a ticket that was redeemed is remembered until it has expired.
 */
import { createSecretKey } from 'node:crypto';
import { SignJWT, jwtVerify } from 'jose';
import * as z from 'zod';
import { instant, isId, type Instant, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { seatId, workshopId } from '../../shared/protocol/text-schemas.ts';
import type { Clock, Mint } from '../ports.ts';

export type Audience = 'socket' | 'notes';
const LIFE_MS = 60_000;
const ISSUER = 'plenary';

const claims = z.object({ jti: z.string().refine(isId), sub: seatId, workshop: workshopId, exp: z.number() });

export interface Tickets {
  issue(
    audience: Audience,
    holder: { readonly workshop: WorkshopId; readonly seat: SeatId },
  ): Promise<{ readonly ticket: string; readonly expiresAt: Instant }>;
  /** Null when forged, expired, for another audience, or redeemed before. */
  redeem(audience: Audience, ticket: string): Promise<{ readonly workshop: WorkshopId; readonly seat: SeatId } | null>;
}

export const createTickets = (secret: string, clock: Clock, mint: Mint): Tickets => {
  // Not as bytes: jose would make a key of them anew for each ticket.
  const key = createSecretKey(secret, 'base64url');
  const redeemed = new Map<string, number>();

  const forgetExpired = (now: number): void => {
    for (const [ticket, expires] of redeemed) {
      if (expires > now) break;
      redeemed.delete(ticket);
    }
  };

  return {
    async issue(audience, { workshop, seat }) {
      const expires = Math.floor((clock.now() + LIFE_MS) / 1000);
      const ticket = await new SignJWT({ workshop })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setAudience(audience)
        .setSubject(seat)
        .setJti(mint.id())
        .setExpirationTime(expires)
        .sign(key);
      return { ticket, expiresAt: instant(expires * 1000) };
    },
    async redeem(audience, ticket) {
      const now = clock.now();
      forgetExpired(now);
      try {
        const { payload } = await jwtVerify(ticket, key, {
          algorithms: ['HS256'],
          issuer: ISSUER,
          audience,
          currentDate: new Date(now),
          requiredClaims: ['exp', 'jti', 'sub'],
        });
        const { jti, sub, workshop, exp } = claims.parse(payload);
        if (redeemed.has(jti)) return null;
        redeemed.set(jti, exp * 1000);
        return { workshop, seat: sub };
      } catch {
        // Whatever is wrong with a ticket, its bearer learns only that it does not open.
        return null;
      }
    },
  };
};
