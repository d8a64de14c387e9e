/** How a public page is sent: with a mark of its content, so that who has it already is not sent it again. */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** `seconds`: how long others may keep it; what was corrected or withdrawn is to be gone soon. */
export const answer = (
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  body: string | Uint8Array,
  seconds = 60,
): FastifyReply => {
  const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', tag).header('cache-control', `public, max-age=${seconds}`);
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim());
  if (known?.includes(tag)) return reply.code(304).send();
  return reply.type(type).send(typeof body === 'string' ? body : Buffer.from(body));
};

export const HTML = 'text/html; charset=utf-8';
