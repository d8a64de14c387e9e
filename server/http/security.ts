/** Headers that keep pages to themselves, compression, and the general limit of requests. */
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';

export interface SecurityOptions {
  readonly https: boolean;
  /** Requests a minute from one address. */
  readonly requests?: number | undefined;
}

/** Requests a minute from one address; routes that create or guess are tighter. */
const REQUESTS_A_MINUTE = 600;

export const secure = async (
  app: FastifyInstance,
  { https, requests = REQUESTS_A_MINUTE }: SecurityOptions,
): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    hsts: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(self), microphone=(self), display-capture=(self), geolocation=()');
  });
  await app.register(compress, { threshold: 1024 });
  await app.register(rateLimit, { max: requests, timeWindow: 60_000 });
};
