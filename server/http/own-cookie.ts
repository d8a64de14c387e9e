/**
 * A cookie with one secret of ours: HttpOnly, SameSite=Lax, and over https Secure and bound to this host by its name. Owns its form; what
 * the secret opens is its reader's affair.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';

const SECRET = /^[A-Za-z0-9_-]{43}$/;

export interface OwnCookie {
  /** The secret a request carries, whatever it is worth. */
  read(request: FastifyRequest): string | null;
  set(request: FastifyRequest, reply: FastifyReply, secret: string, lifeMs: number): void;
  clear(request: FastifyRequest, reply: FastifyReply): void;
}

/** `publicUrl`: the origin people use; null: as the request came. */
export const createOwnCookie = (name: string, publicUrl: string | null): OwnCookie => {
  const isSecure = (request: FastifyRequest): boolean =>
    publicUrl === null ? request.protocol === 'https' : publicUrl.startsWith('https:');
  const nameFor = (request: FastifyRequest): string => (isSecure(request) ? `__Host-${name}` : name);
  const write = (request: FastifyRequest, reply: FastifyReply, value: string, seconds: number): void => {
    const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure(request) ? '; Secure' : ''}`;
    // Beside cookies that a route has set already: fastify keeps them all.
    reply.header('set-cookie', `${nameFor(request)}=${value}; ${flags}`);
    // What is answered to one person is nobody else's, in no cache.
    reply.header('cache-control', 'no-store');
  };
  return {
    read(request) {
      const wanted = `${nameFor(request)}=`;
      const pair = (request.headers.cookie ?? '').split(';').find((part) => part.trim().startsWith(wanted));
      const value = pair?.trim().slice(wanted.length) ?? '';
      return SECRET.test(value) ? value : null;
    },
    set: (request, reply, secret, lifeMs) => write(request, reply, secret, Math.floor(lifeMs / 1000)),
    clear: (request, reply) => write(request, reply, '', 0),
  };
};
