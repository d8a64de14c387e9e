/** Organizing over HTTP: typed asks and their answers. Owns the paths and shapes; must not know the screen. Shapes are the server's planning/. */
import * as z from 'zod/mini';
import { id, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';
import type { Language, LocalText } from '../../shared/kernel/language.ts';
import type { Recurrence } from '../../shared/planning/recurrence.ts';
import { STAGES } from '../../shared/workshop/planning/types.ts';
import { ask, post, read, type Answer } from './http.ts';

const localText = z.object({ en: z.optional(z.string()), 'zh-Hans': z.optional(z.string()) });
const VIEWS = ['upcoming', 'live', 'toPublish', 'drafts', 'archived', 'all'] as const;
export type WorkshopView = (typeof VIEWS)[number];
export const WORKSHOP_VIEWS: readonly WorkshopView[] = VIEWS;

const listed = z.object({
  id: z.string(),
  title: localText,
  phase: z.enum(['scheduled', 'live', 'ended']),
  stage: z.enum(STAGES),
  archived: z.boolean(),
  startsAt: z.nullable(z.number()),
  endsAt: z.nullable(z.number()),
  endedAt: z.nullable(z.number()),
  article: z.enum(['none', 'written', 'waiting', 'published']),
  glance: z.nullable(
    z.object({
      timeZone: z.string(),
      series: z.nullable(z.object({ name: localText, ordinal: z.number() })),
      hosts: z.array(localText),
      items: z.number(),
      minutes: z.number(),
      speakers: z.number(),
      confirmed: z.number(),
      talks: z.number(),
      withSlides: z.number(),
    }),
  ),
});
const page = z.object({ workshops: z.array(listed), total: z.number(), counts: z.record(z.enum(VIEWS), z.number()) });
const template = z.object({
  id: z.string(),
  name: localText,
  organization: z.nullable(z.string()),
  items: z.array(z.object({ kind: z.string(), title: localText, minutes: z.number(), buffer: z.number() })),
});
const seated = z.object({
  workshop: z.pipe(
    z.string(),
    z.transform((text) => id<WorkshopId>(text)),
  ),
  seat: z.pipe(
    z.string(),
    z.transform((text) => id<SeatId>(text)),
  ),
  seatToken: z.string(),
});
const losses = z.object({
  entries: z.number(),
  files: z.number(),
  lines: z.number(),
  links: z.number(),
  seats: z.number(),
  drafts: z.number(),
  published: z.number(),
});

export type ListedWorkshop = z.infer<typeof listed>;
export type WorkshopPage = z.infer<typeof page>;
export type AgendaTemplate = z.infer<typeof template>;
export type Losses = z.infer<typeof losses>;

const AT = '/api/planning';
const at = (workshop: string, more: string): string => `${AT}/workshops/${encodeURIComponent(workshop)}${more}`;
const nothing = z.nullable(z.unknown());

export const listWorkshops = async (search: {
  readonly view: WorkshopView;
  readonly q?: string;
  readonly from?: number;
  readonly until?: number;
  readonly offset?: number;
  readonly limit?: number;
}): Promise<Answer<WorkshopPage>> => {
  const given = Object.entries(search).map(([key, value]) => [key, String(value)]);
  return read(page, await ask(`${AT}/workshops?${new URLSearchParams(given).toString()}`));
};

export const readTemplates = async (): Promise<Answer<{ readonly templates: readonly AgendaTemplate[] }>> =>
  read(z.object({ templates: z.array(template) }), await ask(`${AT}/templates`));

export const makeDraft = async (wish: {
  readonly title: LocalText;
  readonly language: Language;
  readonly timeZone: string;
  readonly startsAt: number | null;
  readonly template: string | null;
  readonly name?: string;
}): Promise<Answer<z.infer<typeof seated>>> => read(seated, await ask(`${AT}/workshops`, post(wish)));

export const copyWorkshop = async (
  workshop: string,
  wish: {
    readonly title?: LocalText;
    readonly startsAt: number | null;
    readonly as: 'copy' | 'next';
    readonly keepsSpeakers: boolean;
  },
): Promise<Answer<z.infer<typeof seated>>> => read(seated, await ask(at(workshop, '/copies'), post(wish)));

export const makeSeries = async (
  workshop: string,
  wish: { readonly rule: Recurrence; readonly count: number; readonly keepsSpeakers: boolean },
): Promise<Answer<{ readonly workshops: readonly { readonly id: string; readonly startsAt: number }[] }>> =>
  read(
    z.object({ workshops: z.array(z.object({ id: z.string(), startsAt: z.number() })) }),
    await ask(at(workshop, '/series'), post(wish)),
  );

export const saveTemplate = async (workshop: string, name: LocalText): Promise<Answer<unknown>> =>
  read(z.unknown(), await ask(at(workshop, '/template'), post({ name })));

export const setArchived = async (workshop: string, archived: boolean): Promise<Answer<unknown>> =>
  read(nothing, await ask(at(workshop, '/archive'), post({ archived })));

export const readLosses = async (workshop: string): Promise<Answer<Losses>> =>
  read(losses, await ask(at(workshop, '/losses')));

export const deleteWorkshop = async (workshop: string, title: string): Promise<Answer<unknown>> =>
  read(nothing, await ask(at(workshop, ''), { ...post({ title }), method: 'DELETE' }));
