/** The client's files and the page for every address that is not a file or an API. Must not know what the pages show. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** `movedTo`: where the page has gone that stood at this path and question on an older site; null: nothing of that name is known. */
export const servePages = async (
  app: FastifyInstance,
  folder: string,
  movedTo: (path: string) => Promise<string | null>,
): Promise<void> => {
  if (existsSync(join(folder, 'index.html'))) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: true,
      cacheControl: false,
      setHeaders: (response, path) => {
        // Names of built assets carry a hash of their content; the page itself must always be asked for.
        const isHashed = path.includes('/assets/');
        response.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, async (request, reply) => {
    const moved = request.method === 'GET' && !request.url.startsWith('/api/') ? await movedTo(request.url) : null;
    if (moved !== null) return reply.redirect(moved, 301);
    const wantsPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w+$/.test(request.url.split('?')[0] ?? '');
    if (wantsPage && existsSync(join(folder, 'index.html'))) {
      return reply.header('cache-control', 'no-cache').sendFile('index.html');
    }
    return reply.code(404).send({ error: { code: 'http/notFound' } });
  });
};
