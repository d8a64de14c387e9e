/** The working copy over HTTP, for its editors. Owns paths and what a reply carries; the desk does what is asked. */
import { createReadStream } from 'node:fs';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { fullName } from '../../../shared/directory/names.ts';
import type { Subject } from '../../../shared/drafting/voices.ts';
import { warningsOf } from '../../../shared/drafting/warnings.ts';
import type { Beside, ChangesReply, WorkingCopyReply } from '../../../shared/drafting/replies.ts';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import { fileId, workshopId } from '../../../shared/protocol/text-schemas.ts';
import { originsOf } from '../../../shared/update/origins.ts';
import { errorReply, HttpRefusal } from '../../http/errors.ts';
import { atMost } from '../../http/limits.ts';
import type { FileCabinet } from '../../ports.ts';
import type { DraftStore } from '../../ports/drafts.ts';
import type { WorkshopMaterial } from '../publishing/from-workshop.ts';
import type { DraftDesk } from './desk.ts';
import type { DraftDoor } from './door.ts';
import type { DraftPortraits } from './portraits.ts';
import type { Presence } from './presence.ts';
import { draftCommand, minted } from './schemas.ts';
import type { Styles } from './styles.ts';

export interface DraftRoutesOptions {
  readonly desk: DraftDesk;
  readonly presence: Presence;
  readonly door: DraftDoor;
  readonly styles: Styles;
  readonly store: Pick<DraftStore, 'chooseStyle'>;
  readonly loadMaterial: (workshop: WorkshopId) => Promise<WorkshopMaterial | null>;
  readonly isApproved: (workshop: WorkshopId) => Promise<(subject: Subject) => boolean>;
  readonly portraits: Pick<DraftPortraits, 'usable'>;
  readonly rewrites: boolean;
  readonly files: Pick<FileCabinet, 'open'>;
}

/** Typing is saved every moment or so, and a poll follows each change. */
const EDITING = 900;

const number = (digits: number) =>
  z
    .string()
    .regex(new RegExp(`^\\d{1,${digits}}$`))
    .transform(Number);
const params = z.object({ id: workshopId });
const failures = { '4xx': errorReply, '5xx': errorReply };
const NOT_FOUND = new Set(['draft/unknownPiece', 'draft/unknownComment']);

export const draftRoutes = async (instance: FastifyInstance, options: DraftRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { desk, door, presence, styles, store, files } = options;
  const materialOf = async (workshop: WorkshopId): Promise<WorkshopMaterial> => {
    const material = await options.loadMaterial(workshop);
    if (!material) throw new HttpRefusal(404, 'workshop/unknown');
    return material;
  };

  // The replies are shared types that the page folds again; a schema would only say them twice.
  app.get('/api/workshops/:id/copy', { schema: { params } }, async (request, reply) => {
    const { id: workshop } = request.params;
    const editor = await door(request, workshop);
    const material = await materialOf(workshop);
    const { state, style, articles } = await desk.told(workshop, material, true);
    const isApproved = await options.isApproved(workshop);
    const { roster, brief } = material.state;
    const portraits = await options.portraits.usable(material.state);
    const beside = (language: Language): Beside => {
      const { missing, leftOut } = articles[language];
      const pieces = state.copies[language]?.pieces ?? [];
      const sources = pieces.map(({ text, sources: from }) => ({ text, sources: from }));
      const whole = {
        ...articles[language],
        parts: [{ kind: 'paragraph', section: 'lead', sentences: sources }],
      } as const;
      return {
        missing,
        leftOut,
        origins: originsOf(whole, { ...material, language }),
        warnings: warningsOf(state, language, { roster, board: material.board, isApproved }),
      };
    };
    const answer: WorkingCopyReply = {
      state,
      beside: { en: beside('en'), 'zh-Hans': beside('zh-Hans') },
      title: brief.title,
      styles: styles.all.map(({ key, name }) => ({ key, name })),
      style: style.key,
      people: Object.values(roster.people).map(({ id, name }) => ({
        id,
        name: fullName(name, brief.language),
        portrait: portraits.has(id),
      })),
      me: { name: editor.author.name, rules: editor.rules, choosesForAll: editor.organization !== null },
      rewrites: options.rewrites,
    };
    return reply.header('cache-control', 'no-store').send(answer);
  });

  app.get(
    '/api/workshops/:id/copy/changes',
    {
      config: atMost(EDITING),
      schema: {
        params,
        querystring: z.object({
          since: number(9),
          // Which page waits, what it was told of others last, and where its person is typing.
          page: minted.optional(),
          known: number(15).optional(),
          language: z.enum(LANGUAGES).optional(),
          piece: z.string().min(1).max(300).optional(),
        }),
      },
    },
    async (request, reply) => {
      const { id: workshop } = request.params;
      const quiet = (answer: ChangesReply): FastifyReply => reply.header('cache-control', 'no-store').send(answer);
      const { author } = await door(request, workshop);
      const { since, page, known, language, piece } = request.query;
      if (page === undefined) return quiet({ entries: await desk.changes(workshop, since), present: null });
      const at = language !== undefined && piece !== undefined ? { language, piece } : null;
      const leave = presence.wait(workshop, page, author, at);
      reply.raw.once('close', leave);
      const isNews = (): boolean => presence.seenBy(workshop, page).version !== known;
      const entries = await desk.changes(workshop, since, isNews);
      return quiet({ entries, present: presence.seenBy(workshop, page) });
    },
  );

  // Editors need no seat in the workshop: to them its pictures are those of the copy, and no others.
  app.get(
    '/api/workshops/:id/copy/pictures/:file',
    { schema: { params: params.extend({ file: fileId }) } },
    async (request, reply) => {
      const { id: workshop, file } = request.params;
      await door(request, workshop);
      const { copies } = await desk.read(workshop);
      const isThere = Object.values(copies).some((copy) => copy.pieces.some((piece) => piece.file === file));
      const found = isThere ? await files.open(workshop, file) : null;
      if (!found) throw new HttpRefusal(404, 'file/unknown');
      return reply
        .type(found.file.mediaType)
        .header('cache-control', 'private, max-age=86400, immutable')
        .header('content-disposition', 'inline')
        .send(createReadStream(found.path));
    },
  );

  app.post(
    '/api/workshops/:id/copy',
    {
      config: atMost(EDITING),
      schema: { params, body: draftCommand, response: { 200: z.object({ seq: z.number() }), ...failures } },
    },
    async (request) => {
      const { id: workshop } = request.params;
      const editor = await door(request, workshop);
      if (request.body.type === 'askApproval' && !editor.rules) throw new HttpRefusal(403, 'access/denied');
      const done = await desk.command(workshop, await materialOf(workshop), editor.author, request.body);
      if (!done.ok) throw new HttpRefusal(NOT_FOUND.has(done.code) ? 404 : 409, done.code);
      return { seq: done.seq };
    },
  );

  app.put(
    '/api/workshops/:id/copy/style-of-all',
    {
      schema: {
        params,
        body: z.strictObject({ style: z.string().max(40) }),
        response: { 200: z.object({ style: z.string() }), ...failures },
      },
    },
    async (request) => {
      const { organization } = await door(request, request.params.id);
      if (organization === null) throw new HttpRefusal(403, 'access/denied');
      const { style } = request.body;
      if (!styles.all.some(({ key }) => key === style)) throw new HttpRefusal(409, 'draft/unknownStyle');
      await store.chooseStyle(organization, style);
      return { style };
    },
  );
};
