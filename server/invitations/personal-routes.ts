/** What somebody invited sees and says, by the secret of the personal link. Owns paths and schemas; a wrong link and a withdrawn one are answered alike. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import { occasionOf } from '../../shared/invitation/occasion.ts';
import { agendaLines, hostWords, partWords, whenWords } from '../../shared/invitation/words.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';
import { errorReply, HttpRefusal } from '../http/errors.ts';
import { atMost, type HttpLimits } from '../http/limits.ts';
import type { Clock } from '../ports.ts';
import type { Invitation, InvitationStore, ToldCalendar } from '../ports/invitations.ts';
import type { Invitations } from './invitations.ts';
import type { Letters } from './letters.ts';
import { answer, personal, personalPage } from './schemas.ts';

export interface PersonalRoutesOptions {
  readonly invitations: Invitations;
  readonly store: InvitationStore;
  readonly letters: Letters;
  readonly stateOf: (workshop: WorkshopId) => Promise<WorkshopState | null>;
  readonly clock: Clock;
  readonly limits: Pick<HttpLimits, 'entering'>;
}

type Ask = z.infer<typeof personal>;

interface Opened {
  readonly invitation: Invitation;
  readonly state: WorkshopState;
  readonly calendar: ToldCalendar | null;
}

const failures = { '4xx': errorReply, '5xx': errorReply };
const response = { 200: personalPage, ...failures };

export const personalRoutes = async (instance: FastifyInstance, options: PersonalRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { invitations, store, letters, clock } = options;
  const config = atMost(options.limits.entering);

  const opened = async ({ workshop, secret }: Pick<Ask, 'workshop' | 'secret'>): Promise<Opened> => {
    const invitation = await invitations.open(workshop, secret);
    const state = invitation && (await options.stateOf(workshop));
    if (!invitation || !state) throw new HttpRefusal(403, 'invitation/badLink');
    return { invitation, state, calendar: await store.calendar(workshop) };
  };

  /** The hours of an open page are those of the reader's own clock, whatever the desk thought. */
  const pageOf = ({ invitation, state, calendar }: Opened, ask: Ask): z.infer<typeof personalPage> => {
    const reader = { language: ask.language, timeZone: ask.timeZone };
    const occasion = occasionOf(state, ask.language, invitation.person);
    if (!occasion) throw new HttpRefusal(409, 'invitation/nothingToTell');
    const { phase } = state.session;
    const isCancelled = calendar !== null && calendar.cancelledAt !== null;
    return {
      title: occasion.title,
      name: letters.nameOf(invitation, state, ask.language),
      role: invitation.role,
      timeZone: ask.timeZone,
      when: [...whenWords(occasion, reader)],
      hosts: hostWords(occasion, ask.language),
      parts: [...partWords(occasion, reader)],
      agenda: [...agendaLines(occasion, reader)],
      answer: invitation.answer,
      testedAt: invitation.testedAt,
      standing: phase === 'scheduled' ? (isCancelled ? 'cancelled' : 'open') : phase,
    };
  };

  app.post('/api/invitations/open', { config, schema: { body: personal, response } }, async ({ body }) => {
    const open = await opened(body);
    const { invitation } = open;
    // The first visit tells where the reader is; later letters print that hour.
    if (invitation.timeZone === null) await store.place(invitation.id, body.timeZone, invitation.language);
    return pageOf(open, body);
  });

  app.post(
    '/api/invitations/answer',
    { config, schema: { body: personal.extend({ answer }), response } },
    async ({ body }) => {
      await store.answer((await opened(body)).invitation.id, body.answer, clock.now());
      return pageOf(await opened(body), body);
    },
  );

  /** In which zone and language further letters come. */
  app.post('/api/invitations/place', { config, schema: { body: personal, response } }, async ({ body }) => {
    await store.place((await opened(body)).invitation.id, body.timeZone, body.language);
    return pageOf(await opened(body), body);
  });

  app.post('/api/invitations/tested', { config, schema: { body: personal, response } }, async ({ body }) => {
    await store.tested((await opened(body)).invitation.id, clock.now());
    return pageOf(await opened(body), body);
  });

  app.post(
    '/api/invitations/calendar',
    { config, schema: { body: personal, response: { 200: z.object({ ics: z.string() }), ...failures } } },
    async ({ body }) => {
      const { invitation, state, calendar } = await opened(body);
      if (!calendar || !occasionOf(state, body.language, null)) throw new HttpRefusal(409, 'invitation/nothingToTell');
      const reader = { ...invitation, language: body.language, timeZone: body.timeZone };
      return { ics: letters.entry(reader, state, calendar, calendar.cancelledAt === null ? 'REQUEST' : 'CANCEL') };
    },
  );
};
