/**
 * Whether a browser's request comes from a page of ours. Owns this one question, asked alike for Socket.IO and the notes.
 * A request without Origin comes from no browser page and needs a ticket anyway.
 */
import type { IncomingMessage } from 'node:http';

/** `publicUrl`: the origin people use; null: whatever host the request itself names. */
export const isOwnOrigin = (request: IncomingMessage, publicUrl: string | null): boolean => {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const asked = new URL(origin);
  return publicUrl === null ? asked.host === host : asked.origin === publicUrl;
};
