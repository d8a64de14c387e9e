/** The session's cookie. Owns its name; must not know what a token opens. */
import { createOwnCookie, type OwnCookie } from '../own-cookie.ts';

export type SessionCookie = OwnCookie;

export const createSessionCookie = (publicUrl: string | null): SessionCookie =>
  createOwnCookie('plenary_session', publicUrl);
