/** A workshop's minutes over HTTP. Owns the path and the outcomes; must not know the screen. */
import * as z from 'zod/mini';
import type { Document } from '../../shared/document/document.ts';
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';
import type { Gap } from '../../shared/minutes/minutes.ts';
import { ask, read, type Answer } from './http.ts';

export interface MinutesReply {
  readonly document: Document;
  readonly gaps: readonly Gap[];
}

/** The outline is checked here; the blocks are made by the same shared/document on the server. */
const outline = z.looseObject({
  document: z.looseObject({ title: z.string(), blocks: z.array(z.looseObject({ kind: z.string() })) }),
  gaps: z.array(z.looseObject({ code: z.string() })),
});
const minutesReply = z.custom<MinutesReply>((reply) => outline.safeParse(reply).success);

export interface MinutesVersionReply {
  readonly seq: number;
  readonly at: number;
  readonly phase: 'review' | 'approved';
  readonly document: Document;
}

const versionsReply = z.custom<{ readonly versions: readonly MinutesVersionReply[] }>(
  (reply) =>
    z
      .looseObject({
        versions: z.array(
          z.looseObject({
            seq: z.number(),
            at: z.number(),
            phase: z.enum(['review', 'approved']),
            document: z.looseObject({}),
          }),
        ),
      })
      .safeParse(reply).success,
);

export const readMinutesVersions = async (
  workshop: WorkshopId,
  authorization: string,
  language: Language,
): Promise<Answer<{ readonly versions: readonly MinutesVersionReply[] }>> =>
  read(
    versionsReply,
    await ask(`/api/workshops/${encodeURIComponent(workshop)}/minutes/versions?language=${language}`, {
      headers: { authorization },
    }),
  );

export const readMinutes = async (
  workshop: WorkshopId,
  authorization: string,
  language: Language,
): Promise<Answer<MinutesReply>> =>
  read(
    minutesReply,
    await ask(`/api/workshops/${encodeURIComponent(workshop)}/minutes?language=${language}`, {
      headers: { authorization },
    }),
  );
