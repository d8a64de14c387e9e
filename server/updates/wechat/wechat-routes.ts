/** A page's signature over HTTP. Owns that only articles of this very site are signed. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { errorReply, HttpRefusal } from '../../http/errors.ts';
import { LIST, type Site } from '../pages/addresses.ts';
import type { WechatSigner } from './signer.ts';

export const wechatRoutes = async (
  instance: FastifyInstance,
  { signer, siteOf }: { readonly signer: WechatSigner | null; readonly siteOf: (request: FastifyRequest) => Site },
): Promise<void> => {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/updates/wechat-signature',
    {
      schema: {
        querystring: z.strictObject({ url: z.url().max(2000) }),
        response: {
          200: z.object({ appId: z.string(), timestamp: z.number(), nonceStr: z.string(), signature: z.string() }),
          '4xx': errorReply,
          '5xx': errorReply,
        },
      },
    },
    async (request, reply) => {
      if (!signer) throw new HttpRefusal(404, 'http/notFound');
      const { url } = request.query;
      const ours = new URL(siteOf(request).base);
      const { origin, pathname, hash } = new URL(url);
      if (origin !== ours.origin || !pathname.startsWith(`${LIST}/`) || hash !== '' || url.includes('#'))
        throw new HttpRefusal(400, 'http/malformed');
      const signature = await signer.sign(url);
      if (!signature) throw new HttpRefusal(404, 'http/notFound');
      reply.header('cache-control', 'no-store');
      return signature;
    },
  );
};
