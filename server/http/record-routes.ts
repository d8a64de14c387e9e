/** The tables a workshop leaves, as CSV downloads for whoever may export it. Owns the routes; what stands in them is shared/records. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { LANGUAGES } from '../../shared/kernel/language.ts';
import { workshopId } from '../../shared/protocol/text-schemas.ts';
import { ballotRows, pollRows, questionRows } from '../../shared/records/asking-tables.ts';
import { toCsv } from '../../shared/records/csv.ts';
import { agendaRows, attendanceRows, talkTimeRows } from '../../shared/records/tables.ts';
import type { ChatKeeper } from '../chat/keeper.ts';
import type { Clock } from '../ports.ts';
import type { BoardHistory } from '../ports/board-history.ts';
import type { Authorize } from './authorize.ts';
import { boardHistoryRoutes } from './board-history-routes.ts';
import { chatRoutes } from './chat-routes.ts';
import { errorReply } from './errors.ts';

const TABLES = {
  'talk-times': talkTimeRows,
  attendance: attendanceRows,
  agenda: agendaRows,
  questions: questionRows,
  polls: pollRows,
  ballots: ballotRows,
} as const;
const NAMES = [
  'talk-times',
  'attendance',
  'agenda',
  'questions',
  'polls',
  'ballots',
] as const satisfies readonly (keyof typeof TABLES)[];

export const recordRoutes = async (
  instance: FastifyInstance,
  {
    authorize,
    clock,
    chat,
    history,
  }: {
    readonly authorize: Authorize;
    readonly clock: Clock;
    readonly chat: ChatKeeper;
    readonly history: BoardHistory;
  },
): Promise<void> => {
  await instance.register(chatRoutes, { authorize, chat });
  await instance.register(boardHistoryRoutes, { authorize, history });
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/api/workshops/:id/records/:table',
    {
      schema: {
        params: z.object({ id: workshopId, table: z.enum(NAMES) }),
        querystring: z.object({ language: z.enum(LANGUAGES).optional() }),
        response: { 200: z.string(), '4xx': errorReply, '5xx': errorReply },
      },
    },
    async (request, reply) => {
      const { id, table } = request.params;
      const { room } = await authorize.seat(request, id, 'workshop.export');
      const { state } = room;
      const now = state.session.phase === 'ended' ? state.session.endedAt : clock.now();
      const rows = TABLES[table](state, now, request.query.language ?? state.brief.language);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${table}.csv"`)
        .header('cache-control', 'no-store')
        .send(toCsv(rows));
    },
  );
};
