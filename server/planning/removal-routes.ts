/** Routes that put a workshop away or delete it. Owns that deleting asks for the title, and the order in which everybody and everything leaves. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { id, type CommandId, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { LANGUAGES } from '../../shared/kernel/language.ts';
import { workshopId } from '../../shared/protocol/text-schemas.ts';
import { HttpRefusal } from '../http/errors.ts';
import type { FileCabinet, Mint } from '../ports.ts';
import type { PlanningStore } from '../ports/planning.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';
import type { WorkshopRoom } from '../workshops/workshop-room.ts';
import type { OwnedWorkshop } from './owned.ts';
import { refused } from './schemas.ts';

export interface RemovalRoutesOptions {
  readonly owned: OwnedWorkshop;
  readonly store: PlanningStore;
  readonly registry: WorkshopRegistry;
  readonly files: Pick<FileCabinet, 'forget'>;
  /** Nothing of it is left in the files of the database either. */
  readonly wipe: () => Promise<void>;
  readonly mint: Mint;
}

const params = z.object({ id: workshopId });

export const removalRoutes = async (instance: FastifyInstance, options: RemovalRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { owned, store, registry, files, wipe, mint } = options;
  const commandId = (): CommandId => id<CommandId>(mint.id());

  app.post(
    '/api/planning/workshops/:id/archive',
    { schema: { params, body: z.strictObject({ archived: z.boolean() }), response: { 204: z.null(), ...refused } } },
    async (request, reply) => {
      const { room } = await owned.asked(request, request.params.id, 'workshops.manage');
      const command = { type: 'planning/setArchived', archived: request.body.archived } as const;
      const answer = await room.dispatch({ kind: 'host' }, commandId(), command);
      if (!answer.ok) throw new HttpRefusal(409, 'refusal' in answer ? answer.refusal.code : answer.error.code);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/planning/workshops/:id/losses',
    {
      schema: {
        params,
        response: {
          200: z.object({
            entries: z.number(),
            files: z.number(),
            lines: z.number(),
            links: z.number(),
            seats: z.number(),
            drafts: z.number(),
            published: z.number(),
          }),
          ...refused,
        },
      },
    },
    async (request) => {
      await owned.asked(request, request.params.id, 'workshops.manage');
      return store.losses(request.params.id);
    },
  );

  /** Whoever is in it, also on a page of organizing, is told that the seat is over; nobody writes after that. */
  const empty = async (room: WorkshopRoom): Promise<void> => {
    const seats = Object.keys({ ...room.state.participants.seats, ...room.state.lobby.knocks });
    await room.dispatchTogether(
      { kind: 'door' },
      seats.map((seat) => ({
        id: commandId(),
        command: { type: 'participants/expel', seat: id<SeatId>(seat) },
      })),
    );
  };

  const remove = async (workshop: WorkshopId, room: WorkshopRoom): Promise<void> => {
    await empty(room);
    await room.inTurn(async () => {
      registry.drop(workshop);
      await store.remove(workshop);
      await files.forget(workshop);
      await wipe();
    });
  };

  app.delete(
    '/api/planning/workshops/:id',
    {
      schema: {
        params,
        /** The title, as it stands: nobody deletes by a slip of the hand. */
        body: z.strictObject({ title: z.string().max(400) }),
        response: { 204: z.null(), ...refused },
      },
    },
    async (request, reply) => {
      const { room, state } = await owned.asked(request, request.params.id, 'workshops.manage');
      if (state.session.phase === 'live') throw new HttpRefusal(409, 'planning/live');
      const typed = request.body.title.normalize('NFC').trim();
      const isTitle = LANGUAGES.some((language) => state.brief.title[language] === typed && typed !== '');
      if (!isTitle) throw new HttpRefusal(422, 'planning/otherTitle');
      await remove(request.params.id, room);
      return reply.code(204).send(null);
    },
  );
};
