/** Approvals over HTTP: editors ask, those who are asked read and answer by their personal link. Owns paths, schemas and limits. */
import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { fullName } from '../../../shared/directory/names.ts';
import { SUBJECT_KINDS } from '../../../shared/drafting/voices.ts';
import { id, type FileId, type WorkshopId } from '../../../shared/kernel/ids.ts';
import { LANGUAGES, textIn } from '../../../shared/kernel/language.ts';
import { fileId, paragraph, personId, workshopId } from '../../../shared/protocol/text-schemas.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { findOut } from '../../http/asked.ts';
import { errorReply, HttpRefusal } from '../../http/errors.ts';
import { atMost, type HttpLimits } from '../../http/limits.ts';
import type { FileCabinet } from '../../ports.ts';
import { APPROVAL_ANSWERS } from '../../ports/drafts.ts';
import type { DraftDoor } from '../drafting/door.ts';
import type { Approvals, AskedSubject, Opened } from './approvals.ts';

export interface ApprovalRoutesOptions {
  readonly approvals: Approvals;
  readonly door: DraftDoor;
  readonly stateOf: (workshop: WorkshopId) => Promise<WorkshopState | null>;
  readonly files: Pick<FileCabinet, 'open'>;
  readonly baseOf: (request: FastifyRequest) => string;
  readonly limits: Pick<HttpLimits, 'entering'>;
}

const language = z.enum(LANGUAGES);
const subject = z.object({
  kind: z.enum(SUBJECT_KINDS),
  text: z.string(),
  hash: z.string(),
  language: z.nullable(language),
  caption: z.nullable(z.string()),
  answer: z.nullable(z.enum(APPROVAL_ANSWERS)),
  suggestion: z.nullable(z.string()),
});
const person = z.object({
  person: z.string(),
  name: z.string(),
  subjects: z.array(subject),
  /** The link that is out; null: none. */
  link: z.nullable(
    z.object({ expiresAt: z.number(), askedAt: z.number(), opened: z.boolean(), mailed: z.boolean(), language }),
  ),
});
const overview = z.object({ asks: z.boolean(), people: z.array(person) });
const opened = z.object({
  title: z.string(),
  name: z.string(),
  language,
  expiresAt: z.number(),
  subjects: z.array(subject),
});
const failures = { '4xx': errorReply, '5xx': errorReply };
const secret = z.string().min(20).max(100);
const params = z.object({ id: workshopId });
const MAIL = /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,190}$/;

const shown = ({ kind, text, hash, language: of, caption, standing }: AskedSubject): z.infer<typeof subject> => ({
  kind,
  text,
  hash,
  language: of,
  caption,
  answer: standing?.answer ?? null,
  suggestion: standing?.suggestion ?? null,
});

export const approvalRoutes = async (instance: FastifyInstance, options: ApprovalRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { approvals, door, stateOf, files, baseOf, limits } = options;
  const found = async (workshop: WorkshopId): Promise<WorkshopState> => {
    const state = await stateOf(workshop);
    if (!state) throw new HttpRefusal(404, 'workshop/unknown');
    return state;
  };

  const overviewOf = async (workshop: WorkshopId): Promise<z.infer<typeof overview>> => {
    const state = await found(workshop);
    const { subjects, links, asks } = await approvals.overview(workshop);
    const people = [...new Set(subjects.map((one) => one.person))];
    return {
      asks,
      people: people.map((of) => {
        const who = state.roster.people[of];
        const link = links.find((one) => one.person === of && approvals.isOut(one));
        return {
          person: of,
          name: who === undefined ? '' : fullName(who.name, state.brief.language),
          subjects: subjects.filter((one) => one.person === of).map(shown),
          link:
            link === undefined
              ? null
              : {
                  expiresAt: link.expiresAt,
                  askedAt: link.createdAt,
                  opened: link.openedAt !== null,
                  mailed: link.mail !== null,
                  language: link.language,
                },
        };
      }),
    };
  };

  app.get(
    '/api/workshops/:id/approvals',
    { schema: { params, response: { 200: overview, ...failures } } },
    async (request) => {
      await door(request, request.params.id);
      return overviewOf(request.params.id);
    },
  );

  app.post(
    '/api/workshops/:id/approvals',
    {
      config: atMost(limits.entering),
      schema: {
        params,
        body: z.strictObject({ person: personId, language, mail: z.nullable(z.string().regex(MAIL)).default(null) }),
        response: { 201: z.object({ url: z.string(), overview }), ...failures },
      },
    },
    async (request, reply) => {
      const { id: workshop } = request.params;
      const editor = await door(request, workshop);
      const state = await found(workshop);
      const { person: of, language: wanted, mail } = request.body;
      const { subjects } = await approvals.overview(workshop);
      if (!subjects.some((one) => one.person === of)) throw new HttpRefusal(404, 'approval/nothingToAsk');
      const url = await approvals.ask({
        workshop,
        state,
        person: of,
        language: wanted,
        mail,
        editor: editor.author.name,
        base: baseOf(request),
      });
      return reply.code(201).send({ url, overview: await overviewOf(workshop) });
    },
  );

  app.delete(
    '/api/workshops/:id/approvals/:person',
    { schema: { params: params.extend({ person: personId }), response: { 200: overview, ...failures } } },
    async (request) => {
      await door(request, request.params.id);
      await approvals.revoke(request.params.id, request.params.person);
      return overviewOf(request.params.id);
    },
  );

  // A wrong, an expired and a withdrawn link are answered alike, so that none can be probed.
  const openBy = async (
    request: FastifyRequest,
    given: string,
  ): Promise<Opened & { readonly state: WorkshopState }> => {
    const open = await approvals.open(given);
    const state = open && (await stateOf(open.link.workshop));
    if (!open || !state) throw new HttpRefusal(403, 'approval/badLink');
    findOut(request, { workshop: open.link.workshop });
    return { ...open, state };
  };
  const pageOf = ({ link, subjects, state }: Awaited<ReturnType<typeof openBy>>): z.infer<typeof opened> => {
    const who = state.roster.people[link.person];
    return {
      title: textIn(state.brief.title, link.language),
      name: who === undefined ? '' : fullName(who.name, link.language),
      language: link.language,
      expiresAt: link.expiresAt,
      subjects: subjects.map(shown),
    };
  };

  app.post(
    '/api/approvals/open',
    {
      config: atMost(limits.entering),
      schema: { body: z.strictObject({ secret }), response: { 200: opened, ...failures } },
    },
    async (request) => pageOf(await openBy(request, request.body.secret)),
  );

  app.post(
    '/api/approvals/answer',
    {
      config: atMost(limits.entering),
      schema: {
        body: z.discriminatedUnion('answer', [
          z.strictObject({ secret, hash: z.string().max(64), answer: z.enum(['approved', 'refused']) }),
          z.strictObject({
            secret,
            hash: z.string().max(64),
            answer: z.literal('changed'),
            suggestion: paragraph(4000),
          }),
        ]),
        response: { 200: opened, ...failures },
      },
    },
    async (request) => {
      const { body } = request;
      const open = await openBy(request, body.secret);
      const suggestion = body.answer === 'changed' ? body.suggestion : null;
      const isTaken = await approvals.answer(open, { hash: body.hash, answer: body.answer, suggestion });
      if (!isTaken) throw new HttpRefusal(409, 'approval/changedMeanwhile');
      return pageOf(await openBy(request, body.secret));
    },
  );

  app.post(
    '/api/approvals/picture',
    { config: atMost(limits.entering), schema: { body: z.strictObject({ secret, file: fileId }) } },
    async (request, reply) => {
      const { link, subjects } = await openBy(request, request.body.secret);
      const { file } = request.body;
      const isTheirs = subjects.some((one) => one.kind === 'portrait' && one.text === file);
      const stored = isTheirs ? await files.open(link.workshop, id<FileId>(file)) : null;
      if (!stored) throw new HttpRefusal(404, 'file/unknown');
      return reply
        .type(stored.file.mediaType)
        .header('cache-control', 'private, no-store')
        .send(await readFile(stored.path));
    },
  );
};
