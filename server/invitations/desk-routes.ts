/** Invitations over HTTP, for a workshop's desk. Owns paths, schemas and who may invite whom. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { fullName } from '../../shared/directory/names.ts';
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import { valuesOf } from '../../shared/kernel/records.ts';
import { workshopId } from '../../shared/protocol/text-schemas.ts';
import { roleMay } from '../../shared/workshop/permissions.ts';
import type { Role } from '../../shared/workshop/roles.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';
import type { Asker, Authorize } from '../http/authorize.ts';
import { errorReply, HttpRefusal } from '../http/errors.ts';
import { atMost, type HttpLimits } from '../http/limits.ts';
import type { AccessStore } from '../ports/access.ts';
import { seatMay } from '../workshops/rights.ts';
import type { Invitations } from './invitations.ts';
import type { Letters } from './letters.ts';
import type { Reminding } from './reminding.ts';
import { AT_ONCE, overview, wish } from './schemas.ts';

export interface DeskRoutesOptions {
  readonly invitations: Invitations;
  readonly reminding: Reminding;
  readonly letters: Letters;
  readonly access: Pick<AccessStore, 'links'>;
  readonly authorize: Authorize;
  readonly sends: boolean;
  readonly limits: Pick<HttpLimits, 'entering'>;
}

const params = z.object({ id: workshopId });
const ofOne = params.extend({ invitation: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) });
const failures = { '4xx': errorReply, '5xx': errorReply };

/** Who presents something comes as a speaker, unless the desk says otherwise. */
const rosterOf = ({ roster, agenda, brief }: WorkshopState): z.infer<typeof overview>['people'] => {
  const presents = new Set(
    valuesOf(agenda.items).flatMap(({ presenters }) =>
      presenters.flatMap((one) => (one.kind === 'person' ? [one.person] : [])),
    ),
  );
  return valuesOf(roster.people).map(({ id, name }) => ({
    id,
    name: fullName(name, brief.language),
    role: presents.has(id) ? 'speaker' : 'participant',
  }));
};

export const deskRoutes = async (instance: FastifyInstance, options: DeskRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { invitations, reminding, letters, access, authorize } = options;
  const config = atMost(options.limits.entering);

  /** An invitation for the desk is a promotion of whoever gets it. */
  const mayGive = ({ room, seat }: Asker, wanted: Role): void => {
    if (roleMay(wanted, 'links.issue') && !seatMay(room.state, seat, 'participants.assignRole'))
      throw new HttpRefusal(403, 'access/denied');
  };

  const overviewOf = async ({ room }: Asker): Promise<z.infer<typeof overview>> => {
    const { calendar, invitations: all } = await invitations.overview(room.id);
    const links = new Map((await access.links(room.id)).map((link) => [link.id, link]));
    return {
      sends: options.sends,
      told: calendar && {
        startsAt: calendar.startsAt,
        endsAt: calendar.endsAt,
        timeZone: calendar.timeZone,
        cancelled: calendar.cancelledAt !== null,
        changeAt: reminding.willTell(room.id),
      },
      invitations: all
        .filter(({ revokedAt }) => revokedAt === null)
        .map((one) => ({
          id: one.id,
          person: one.person,
          name: letters.nameOf(one, room.state, room.state.brief.language),
          mail: one.mail,
          role: one.role,
          language: one.language,
          timeZone: one.timeZone,
          invitedAt: one.createdAt,
          letter: one.state ?? 'unknown',
          answer: one.answer,
          testedAt: one.testedAt,
          enteredAt: links.get(one.link)?.usedAt ?? null,
        })),
      startsAt: room.state.brief.startsAt ?? null,
      language: room.state.brief.language,
      people: rosterOf(room.state),
    };
  };

  const asked = (request: Parameters<Authorize['seat']>[0], workshop: WorkshopId): Promise<Asker> =>
    authorize.seat(request, workshop, 'links.issue');

  const found = async (asker: Asker, invitation: string): Promise<string> => {
    const { invitations: all } = await invitations.overview(asker.room.id);
    const one = all.find(({ id, revokedAt }) => id === invitation && revokedAt === null);
    if (!one) throw new HttpRefusal(404, 'invitation/unknown');
    mayGive(asker, one.role);
    return one.id;
  };

  app.get(
    '/api/workshops/:id/invitations',
    { schema: { params, response: { 200: overview, ...failures } } },
    async (request) => overviewOf(await asked(request, request.params.id)),
  );

  app.post(
    '/api/workshops/:id/invitations',
    {
      config,
      schema: {
        params,
        body: z.strictObject({ people: z.array(wish).min(1).max(AT_ONCE) }),
        response: { 201: overview.extend({ invited: z.number() }), ...failures },
      },
    },
    async (request, reply) => {
      const asker = await asked(request, request.params.id);
      for (const { role, person } of request.body.people) {
        mayGive(asker, role);
        if (person !== null && !Object.hasOwn(asker.room.state.roster.people, person))
          throw new HttpRefusal(422, 'link/unknownPerson');
      }
      const wishes = request.body.people.map((one) => ({ ...one, name: one.name ?? '' }));
      const invited = await invitations.invite(asker.room, wishes);
      if (invited === null) throw new HttpRefusal(409, 'invitation/nothingToTell');
      return reply.code(201).send({ ...(await overviewOf(asker)), invited });
    },
  );

  app.post(
    '/api/workshops/:id/invitations/:invitation/send',
    { config, schema: { params: ofOne, response: { 200: overview, ...failures } } },
    async (request) => {
      const asker = await asked(request, request.params.id);
      const one = await found(asker, request.params.invitation);
      if (!(await invitations.sendAgain(asker.room, one))) throw new HttpRefusal(409, 'invitation/nothingToTell');
      return overviewOf(asker);
    },
  );

  app.delete(
    '/api/workshops/:id/invitations/:invitation',
    { config, schema: { params: ofOne, response: { 200: overview, ...failures } } },
    async (request) => {
      const asker = await asked(request, request.params.id);
      await invitations.revoke(asker.room, await found(asker, request.params.invitation));
      return overviewOf(asker);
    },
  );

  const told = z.object({ told: z.number() });

  app.post(
    '/api/workshops/:id/invitations/tell-change',
    { config, schema: { params, response: { 200: told, ...failures } } },
    async (request) => ({ told: await reminding.tellChange((await asked(request, request.params.id)).room.id) }),
  );

  app.post(
    '/api/workshops/:id/invitations/cancel',
    { config, schema: { params, response: { 200: told, ...failures } } },
    async (request) => ({ told: await invitations.cancel((await asked(request, request.params.id)).room) }),
  );
};
