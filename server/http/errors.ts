/**
 * What goes wrong over HTTP, in one shape: {error: {code, detail?, fields?}}. Owns the shape and the one handler.
 * From 500 on nothing of the cause is told outside; it is logged with the request's id.
 */
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { Fault } from '../faults.ts';
import { findOut } from './asked.ts';

export const errorReply = z.object({
  error: z.object({
    code: z.string(),
    detail: z.string().optional(),
    fields: z.array(z.object({ path: z.string(), code: z.string() })).optional(),
  }),
});

/** An expected No of a route: thrown by hooks and routes, answered with its status and code. */
export class HttpRefusal extends Error {
  readonly statusCode: number;
  readonly code: string;
  readonly detail: string | undefined;
  constructor(statusCode: number, code: string, detail?: string) {
    super(code);
    this.statusCode = statusCode;
    this.code = code;
    this.detail = detail;
  }
}

/** Fastify's own refusals, by their stable codes, in our words. */
const FASTIFY_CODES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'http/unsupportedType',
  FST_ERR_CTP_BODY_TOO_LARGE: 'http/tooLarge',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'http/malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'http/malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'http/malformed',
  FST_ERR_BAD_URL: 'http/malformed',
  FST_REQ_FILE_TOO_LARGE: 'file/tooLarge',
  FST_FILES_LIMIT: 'file/tooMany',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'http/unsupportedType',
};

export const answerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof HttpRefusal) {
      const { code, detail } = error;
      findOut(request, { code });
      return reply.code(error.statusCode).send({ error: { code, ...(detail !== undefined && { detail }) } });
    }
    if (hasZodFastifySchemaValidationErrors(error)) {
      const fields = error.validation.map(({ instancePath, keyword }) => ({
        path: instancePath.slice(1).replaceAll('/', '.'),
        code: `field/${keyword}`,
      }));
      return reply.code(400).send({ error: { code: 'http/invalid', fields } });
    }
    if (error instanceof Fault) {
      request.log.error({ err: error }, 'a fault');
      return reply.code(503).send({ error: { code: 'http/unavailable' } });
    }
    const status = error.statusCode ?? 500;
    if (status === 429) return reply.code(429).send({ error: { code: 'http/tooFast' } });
    if (status < 500)
      return reply.code(status).send({ error: { code: FASTIFY_CODES[error.code] ?? 'http/malformed' } });
    request.log.error({ err: error }, 'a fault');
    return reply.code(500).send({ error: { code: 'http/fault' } });
  });
};

const STATUS: Readonly<Record<string, readonly [string, string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'http/tooLarge'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'http/malformed'],
};

/** What is no HTTP never becomes a request: it is answered on the bare socket, in the same shape. */
export const answerBrokenRequest = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, code] = STATUS[error.code ?? ''] ?? ['400 Bad Request', 'http/malformed'];
  const body = JSON.stringify({ error: { code } });
  const head = `HTTP/1.1 ${status}\r\nContent-Length: ${body.length}\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n`;
  if (socket.writable) socket.write(head + body);
  socket.destroy(error);
};
