/**
 * What a seat says of its own entry, from the table or while it waits: what the workshop has, a correction for the directory's keepers, and
 * "this is not me". Owns paths and schemas. A correction changes nothing by itself; members take it over field by field.
 */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import type { ZodMiniType } from 'zod/mini';
import type { Organization, Person } from '../../shared/directory/person.ts';
import { id, type CommandId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { lookUp } from '../../shared/kernel/records.ts';
import { organization, person } from '../../shared/protocol/directory-schemas.ts';
import { workshopId } from '../../shared/protocol/text-schemas.ts';
import type { Asker, Authorize } from '../http/authorize.ts';
import { errorReply, HttpRefusal } from '../http/errors.ts';
import { atMost, type HttpLimits } from '../http/limits.ts';
import type { Clock, Mint } from '../ports.ts';
import type { AccessStore } from '../ports/access.ts';
import type { DirectoryStore } from '../ports/directory.ts';
import { ownEntryWish } from '../../shared/protocol/own-entry-schemas.ts';

const params = z.object({ id: workshopId });
const shownPerson: ZodMiniType<Person, Person> = person;
const refused = { '4xx': errorReply, '5xx': errorReply };

export interface OwnEntryRoutesOptions {
  readonly store: DirectoryStore;
  readonly access: AccessStore;
  readonly authorize: Authorize;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly limits: HttpLimits;
}

/** The person of this seat, in the roster or still at the door. */
const personOf = ({ room, seat }: Asker): Person => {
  const { participants, lobby, roster } = room.state;
  const seated = lookUp(participants.seats, seat)?.person;
  const found = seated === undefined ? lookUp(lobby.knocks, seat)?.person : lookUp(roster.people, seated);
  if (found === undefined) throw new HttpRefusal(401, 'access/noSeat');
  return found;
};

export const ownEntryRoutes = async (instance: FastifyInstance, options: OwnEntryRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { store, access, authorize, clock, mint } = options;
  const config = atMost(options.limits.entering);

  /** The personal link by which this seat came; null for a link that is nobody's own. */
  const ownLink = async (workshop: WorkshopId, { seat }: Asker): Promise<string | null> => {
    const [traits] = await access.traits(workshop, [seat]);
    const links = await access.links(workshop);
    return links.find((one) => one.id === traits?.link && one.person !== null)?.id ?? null;
  };

  app.get(
    '/api/workshops/:id/own-entry',
    {
      schema: {
        params,
        response: {
          200: z.object({
            person: shownPerson,
            /** Those the positions name. */
            organizations: z.array(organization),
            /** Came by a personal link: then it may be somebody else's. */
            personal: z.boolean(),
            confirmed: z.boolean(),
          }),
          ...refused,
        },
      },
    },
    async (request) => {
      const asker = await authorize.holder(request, request.params.id);
      const own = personOf(asker);
      const { roster } = asker.room.state;
      const named = own.positions.flatMap((one): readonly Organization[] => {
        const found = one.organization && lookUp(roster.organizations, one.organization);
        return found ? [found] : [];
      });
      return {
        person: own,
        organizations: [...new Set(named)],
        personal: (await ownLink(request.params.id, asker)) !== null,
        confirmed: Object.hasOwn(roster.confirmed, own.id),
      };
    },
  );

  app.post(
    '/api/workshops/:id/own-entry',
    { config, schema: { params, body: ownEntryWish, response: { 201: z.object({}), ...refused } } },
    async (request, reply) => {
      const asker = await authorize.holder(request, request.params.id);
      const own = personOf(asker);
      await store.suggest({
        id: mint.id(),
        workshop: request.params.id,
        person: own.id,
        at: clock.now(),
        about: own.directory ?? null,
        body: JSON.stringify(request.body),
      });
      return reply.code(201).send({});
    },
  );

  app.post(
    '/api/workshops/:id/own-entry/not-me',
    { config, schema: { params, response: { 200: z.object({}), ...refused } } },
    async (request) => {
      const asker = await authorize.holder(request, request.params.id);
      const link = await ownLink(request.params.id, asker);
      if (link === null) throw new HttpRefusal(409, 'access/noOwnLink');
      const left = await asker.room.dispatch({ kind: 'door' }, id<CommandId>(mint.id()), {
        type: 'participants/expel',
        seat: asker.seat,
      });
      if (!left.ok) throw new HttpRefusal(409, 'refusal' in left ? left.refusal.code : 'http/unavailable');
      // Neither the one who went nor the one the link is for is to be taken for somebody who was removed.
      await access.forgetWay(asker.seat);
      await access.unuseLink(link);
      return {};
    },
  );
};
