/** A portrait put into the working copy over HTTP. Owns the path and what may be sent; whether it may be used is portraits.ts. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { introduction } from '../../../shared/directory/introduction.ts';
import type { OrganizationId, WorkshopId } from '../../../shared/kernel/ids.ts';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import { lookUp } from '../../../shared/kernel/records.ts';
import { line, personId, workshopId } from '../../../shared/protocol/text-schemas.ts';
import { errorReply, HttpRefusal } from '../../http/errors.ts';
import type { WorkshopMaterial } from '../publishing/from-workshop.ts';
import type { DraftDesk } from './desk.ts';
import type { DraftDoor } from './door.ts';
import type { DraftPortraits } from './portraits.ts';
import { minted, piece } from './schemas.ts';

export const portraitRoutes = async (
  instance: FastifyInstance,
  options: {
    readonly desk: DraftDesk;
    readonly door: DraftDoor;
    readonly portraits: DraftPortraits;
    readonly loadMaterial: (workshop: WorkshopId) => Promise<WorkshopMaterial | null>;
  },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { desk, door, portraits, loadMaterial } = options;

  app.post(
    '/api/workshops/:id/copy/portraits',
    {
      schema: {
        params: z.object({ id: workshopId }),
        body: z.strictObject({
          language: z.enum(LANGUAGES),
          id: minted,
          after: piece,
          person: personId,
          credit: line(200),
        }),
        response: { 200: z.object({ seq: z.number() }), '4xx': errorReply, '5xx': errorReply },
      },
    },
    async (request) => {
      const { id: workshop } = request.params;
      const { author } = await door(request, workshop);
      const material = await loadMaterial(workshop);
      if (!material) throw new HttpRefusal(404, 'workshop/unknown');
      const { body } = request;
      const { people, organizations } = material.state.roster;
      const person = lookUp(people, body.person);
      const { state: copy } = await desk.told(workshop, material);
      const file = person && (await portraits.bring(workshop, material.state, copy, body.person));
      // Somebody who is not there, has no portrait or does not agree: who asks is told one and the same.
      if (!person || !file) throw new HttpRefusal(409, 'draft/noPortrait');
      const caption = introduction(person, (one) => lookUp(organizations, one as OrganizationId), body.language);
      const done = await desk.command(workshop, material, author, { type: 'portrait', ...body, file, caption });
      if (!done.ok) throw new HttpRefusal(done.code === 'draft/unknownPiece' ? 404 : 409, done.code);
      return { seq: done.seq };
    },
  );
};
