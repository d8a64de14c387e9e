/** The HTTP server before any route: logging without secrets, strict JSON, schemas for what comes in and goes out, security, OpenAPI. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import swagger from '@fastify/swagger';
import fastifyFactory, { LogController, type FastifyInstance, type FastifyReply } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import packageJson from '../../package.json' with { type: 'json' };
import type { Config } from '../config.ts';
import type { Counters } from '../counters.ts';
import type { Mint } from '../ports.ts';
import { answerBrokenRequest, answerErrors } from './errors.ts';
import type { HttpLimits } from './limits.ts';
import { secure } from './security.ts';

const BODY_BYTES = 64 * 1024;
const REQUEST_TIMEOUT_MS = 120_000;

/** The address without what may hold a ticket. */
const withoutQuery = (url: string | undefined): string => url?.split('?')[0] ?? '';

const serverFor = ({ tls }: Config['http'], handler: Parameters<typeof createServer>[1]): Server => {
  const server = tls
    ? createTlsServer({ cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) }, handler)
    : createServer(handler);
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  return server;
};

export const createHttp = async (options: {
  readonly config: Config;
  readonly mint: Mint;
  readonly counters: Counters;
  readonly limits: HttpLimits;
  readonly logTo?: { write(line: string): void } | undefined;
}): Promise<FastifyInstance> => {
  const { config, mint, counters, limits } = options;
  const { tls, publicUrl, trustProxy } = config.http;
  const fastify = fastifyFactory({
    serverFactory: (handler) => serverFor(config.http, handler as Parameters<typeof createServer>[1]),
    trustProxy: typeof trustProxy === 'boolean' ? trustProxy : [...trustProxy],
    bodyLimit: BODY_BYTES,
    genReqId: () => mint.id(),
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: config.logLevel,
      ...(options.logTo && { stream: options.logTo }),
      redact: ['req.headers.authorization', 'req.headers.cookie', 'req.headers["x-plenary-link"]'],
      serializers: { req: ({ method, url, id }) => ({ method, url: withoutQuery(url), id }) },
    },
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, _request, reply: FastifyReply) => {
      void reply.code(error.statusCode ?? 400).send({ error: { code: 'http/malformed' } });
    },
  });
  fastify.setValidatorCompiler(validatorCompiler);
  fastify.setSerializerCompiler(serializerCompiler);
  fastify.addHook('onResponse', async (_request, { statusCode }) => {
    if (statusCode >= 500) counters.count('http.faults');
    else if (statusCode >= 400) counters.count('http.refused');
  });
  answerErrors(fastify);
  await secure(fastify, {
    https: tls !== null || (publicUrl?.startsWith('https:') ?? false),
    publicUrl,
    requests: limits.requests,
  });
  await fastify.register(swagger, {
    openapi: { info: { title: 'Plenary', version: packageJson.version } },
    transform: jsonSchemaTransform,
  });
  fastify.get('/api/openapi.json', { schema: { hide: true } }, () => fastify.swagger());
  return fastify;
};
