/**
 * What a seat does over HTTP instead of a live connection: says a command, and asks for what it may see. Owns paths; the commands, who may say
 * them and the views are those of the live connection. A command sent twice with one id is done once.
 */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { commandMessage } from '../../../shared/protocol/schemas.ts';
import { workshopId } from '../../../shared/protocol/text-schemas.ts';
import { viewFor } from '../../../shared/workshop/view-for.ts';
import { isUnnamed } from '../../../shared/workshop/concealed.ts';
import type { ChatKeeper } from '../../chat/keeper.ts';
import type { Authorize } from '../authorize.ts';
import { findOut, findOutUnnamed } from '../asked.ts';
import { errorReply, HttpRefusal } from '../errors.ts';
import { atMost, type HttpLimits } from '../limits.ts';

const params = z.object({ id: workshopId });
const STATUS = { 'protocol/malformed': 400, 'protocol/tooFast': 429 } as const;

export const commandRoutes = async (
  instance: FastifyInstance,
  {
    authorize,
    chat,
    limits,
  }: { readonly authorize: Authorize; readonly chat: ChatKeeper; readonly limits: HttpLimits },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();

  app.post(
    '/api/workshops/:id/commands',
    {
      config: atMost(limits.commands),
      schema: {
        params,
        body: commandMessage,
        response: { 200: z.object({ seq: z.number(), at: z.number() }), '4xx': errorReply, '5xx': errorReply },
      },
    },
    async (request) => {
      const { room, seat } = await authorize.holder(request, request.params.id);
      const { id, command } = request.body;
      // What the log holds without a name has none in the audit either.
      if (isUnnamed(command)) findOutUnnamed(request, { workshop: room.id, action: command.type });
      else findOut(request, { action: command.type });
      const answer =
        command.type === 'chat/say'
          ? (await chat.say(room, seat, id, command)).reply
          : await room.dispatch({ kind: 'seat', seat }, id, command);
      if (answer.ok) return { seq: answer.seq, at: answer.at };
      if ('refusal' in answer) throw new HttpRefusal(409, answer.refusal.code);
      const { code } = answer.error;
      throw new HttpRefusal(code in STATUS ? STATUS[code as keyof typeof STATUS] : 503, code);
    },
  );

  app.get(
    '/api/workshops/:id/view',
    {
      schema: {
        params,
        response: {
          200: z.object({ seq: z.number(), view: z.record(z.string(), z.unknown()) }),
          '4xx': errorReply,
          '5xx': errorReply,
        },
      },
    },
    async (request, reply) => {
      const { room, seat } = await authorize.holder(request, request.params.id);
      reply.header('cache-control', 'no-store');
      return { seq: room.seq, view: { ...viewFor(room.state, seat) } };
    },
  );
};
