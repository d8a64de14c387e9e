/**
 * Short-lived names and passwords for a TURN server (coturn's `use-auth-secret`), so that the shared secret never reaches a browser.
 * Owns the reckoning only; must not know who asks.
 */
import { createHmac } from 'node:crypto';
import type { IceServer } from '../../shared/protocol/media-messages.ts';
import type { Clock } from '../ports.ts';

const LIFETIME_SECONDS = 12 * 60 * 60;

/** The ICE servers for one seat, good for twelve hours; none when no TURN server is configured. */
export const turnServers =
  (turn: { readonly urls: readonly string[]; readonly secret: string } | null, clock: Pick<Clock, 'now'>) =>
  (seat: string): readonly IceServer[] => {
    if (turn === null) return [];
    const username = `${Math.floor(clock.now() / 1000) + LIFETIME_SECONDS}:${seat}`;
    const credential = createHmac('sha1', turn.secret).update(username).digest('base64');
    return [{ urls: [...turn.urls], username, credential }];
  };
