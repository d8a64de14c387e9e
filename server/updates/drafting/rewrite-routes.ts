/**
 * Another wording of one sentence, over HTTP, for the draft's editors: asked of the configured model, looked through for anything added, answered as
 * a suggestion or as the reasons why there is none. Owns the door; nothing is changed here: taking a suggestion is an ordinary edit.
 */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { addedFacts } from '../../../shared/drafting/added-facts.ts';
import { evidenceOf } from '../../../shared/drafting/evidence.ts';
import { organizationsSpelt, peopleSpelt } from '../../../shared/drafting/known-names.ts';
import type { RewriteReply } from '../../../shared/drafting/replies.ts';
import { masked, mayBeRewritten, unmasked } from '../../../shared/drafting/rewriting.ts';
import { pieceOf } from '../../../shared/drafting/working-copy.ts';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import { workshopId } from '../../../shared/protocol/text-schemas.ts';
import { HttpRefusal } from '../../http/errors.ts';
import { atMost } from '../../http/limits.ts';
import type { Rewriter } from '../../ports/rewriter.ts';
import type { WorkshopMaterial } from '../publishing/from-workshop.ts';
import type { DraftDesk } from './desk.ts';
import type { DraftDoor } from './door.ts';

export interface RewriteRoutesOptions {
  readonly desk: Pick<DraftDesk, 'read'>;
  readonly door: DraftDoor;
  /** Null: none is configured. */
  readonly rewriter: Rewriter | null;
  readonly loadMaterial: (workshop: WorkshopId) => Promise<WorkshopMaterial | null>;
}

/** Each costs whoever pays for the model. */
const ASKED = 40;

const FAILED = {
  timeout: [504, 'draft/rewriteTimeout'],
  unreachable: [502, 'draft/rewriteUnreachable'],
  garbage: [502, 'draft/rewriteGarbage'],
  denied: [502, 'draft/rewriteDenied'],
} as const;
const refusal = (why: keyof typeof FAILED): HttpRefusal => new HttpRefusal(FAILED[why][0], FAILED[why][1]);

export const rewriteRoutes = async (instance: FastifyInstance, options: RewriteRoutesOptions): Promise<void> => {
  const { desk, door, rewriter, loadMaterial } = options;
  instance.withTypeProvider<ZodTypeProvider>().post(
    '/api/workshops/:id/copy/rewrite',
    {
      config: atMost(ASKED),
      schema: {
        params: z.object({ id: workshopId }),
        body: z.strictObject({ language: z.enum(LANGUAGES), piece: z.string().min(1).max(300) }),
      },
    },
    async (request, reply): Promise<RewriteReply> => {
      const { id: workshop } = request.params;
      const { language, piece: wanted } = request.body;
      await door(request, workshop);
      if (rewriter === null) throw new HttpRefusal(409, 'draft/rewriteOff');
      const [state, material] = [await desk.read(workshop), await loadMaterial(workshop)];
      const piece = pieceOf(state, language, wanted);
      if (!piece || !material) throw new HttpRefusal(404, 'draft/unknownPiece');
      if (!mayBeRewritten(piece)) throw new HttpRefusal(409, 'draft/rewriteQuote');

      const { text, kept } = masked(piece.text);
      const answer = await rewriter.reword(text, language);
      if (!answer.ok) throw refusal(answer.why);
      const suggestion = unmasked(answer.text, kept);
      if (suggestion === null) throw refusal('garbage');
      const { roster } = material.state;
      const others = state.copies[language === 'en' ? 'zh-Hans' : 'en']?.pieces ?? [];
      const added = addedFacts(suggestion, {
        text: piece.text,
        evidence: evidenceOf(piece, others, material.board),
        language,
        names: [...peopleSpelt(roster), ...organizationsSpelt(roster)],
      });
      reply.header('cache-control', 'no-store');
      return { base: piece.text, suggestion: added.length === 0 ? suggestion : null, added };
    },
  );
};
