/** Headers that keep pages to themselves, compression, and the general limit of requests. */
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';

export interface SecurityOptions {
  readonly https: boolean;
  readonly publicUrl: string | null;
  /** Requests a minute from one address. */
  readonly requests: number;
}

/** Live connections by name, since not every browser takes them for 'self'. A host that is no host is not repeated. */
const socketsOf = (publicUrl: string | null, https: boolean, host: string | undefined): string => {
  const own = publicUrl === null ? host : new URL(publicUrl).host;
  return own !== undefined && /^[\w.-]+(?::\d+)?$|^\[[0-9a-f:]+\](?::\d+)?$/i.test(own)
    ? `${https ? 'wss' : 'ws'}://${own}`
    : "'self'";
};

export const secure = async (app: FastifyInstance, { https, publicUrl, requests }: SecurityOptions): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", (request) => socketsOf(publicUrl, https, request.headers.host)],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    frameguard: { action: 'deny' },
    hsts: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(self), microphone=(self), display-capture=(self), geolocation=()');
  });
  await app.register(compress, { threshold: 1024 });
  await app.register(rateLimit, { max: requests, timeWindow: 60_000 });
};
