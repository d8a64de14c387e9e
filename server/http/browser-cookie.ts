/**
 * The browser's own secret: by it the door knows a browser again that was barred, or that has lost its seat's key. Owns its name and life. It
 * says nothing about a person, and is set only when a seat is taken.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Mint } from '../ports.ts';
import { createOwnCookie } from './own-cookie.ts';

/** Browsers keep a cookie for 400 days at most. */
const LIFE_MS = 400 * 24 * 3_600_000;

export interface BrowserCookie {
  read(request: FastifyRequest): string | null;
  /** The browser's secret, a new one where it has none; renewed either way. */
  ensure(request: FastifyRequest, reply: FastifyReply): string;
}

export const createBrowserCookie = (publicUrl: string | null, mint: Mint): BrowserCookie => {
  const cookie = createOwnCookie('plenary_browser', publicUrl);
  return {
    read: cookie.read,
    ensure(request, reply) {
      const secret = cookie.read(request) ?? mint.secret();
      cookie.set(request, reply, secret, LIFE_MS);
      return secret;
    },
  };
};
