/** How a public page is sent: with a mark of its content, so that who has it already is not sent it again. */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * `seconds`: how long everybody may keep it. Null, for a page: caches between keep it a minute, for what was corrected or withdrawn is to be
 * gone soon; the reader's own browser asks each time, so that whoever publishes finds it in the list at once.
 */
export const answer = (
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  body: string | Uint8Array,
  seconds: number | null = null,
): FastifyReply => {
  const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const keep = seconds === null ? 'max-age=0, s-maxage=60, must-revalidate' : `max-age=${seconds}`;
  reply.header('etag', tag).header('cache-control', `public, ${keep}`);
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim());
  if (known?.includes(tag)) return reply.code(304).send();
  return reply.type(type).send(typeof body === 'string' ? body : Buffer.from(body));
};

export const HTML = 'text/html; charset=utf-8';
