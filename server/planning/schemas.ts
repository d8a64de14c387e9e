/** Shapes of organizing's answers. Owns them alone. */
import * as z from 'zod';
import { ITEM_KINDS } from '../../shared/workshop/agenda/types.ts';
import { STAGES } from '../../shared/workshop/planning/types.ts';
import { errorReply } from '../http/errors.ts';
import { WORKSHOP_VIEWS, type ListedWorkshop } from '../ports/planning.ts';
import type { Template } from '../../shared/planning/templates.ts';

export const refused = { '4xx': errorReply, '5xx': errorReply };
const shownText = z.object({ en: z.string().optional(), 'zh-Hans': z.string().optional() });

export const listed = z.object({
  id: z.string(),
  organization: z.string(),
  title: shownText,
  language: z.string(),
  phase: z.enum(['scheduled', 'live', 'ended']),
  stage: z.enum(STAGES),
  archived: z.boolean(),
  startsAt: z.number().nullable(),
  endsAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  article: z.enum(['none', 'written', 'waiting', 'published']),
  glance: z
    .object({
      timeZone: z.string(),
      series: z.object({ name: shownText, ordinal: z.number() }).nullable(),
      hosts: z.array(shownText),
      items: z.number(),
      minutes: z.number(),
      speakers: z.number(),
      confirmed: z.number(),
      talks: z.number(),
      withSlides: z.number(),
    })
    .nullable(),
});

export const shownWorkshop = ({ glance, ...one }: ListedWorkshop) => ({
  id: one.id,
  organization: one.organization,
  language: one.language,
  phase: one.phase,
  stage: one.stage,
  archived: one.archived,
  startsAt: one.startsAt,
  endsAt: one.endsAt,
  endedAt: one.endedAt,
  article: one.article,
  title: { ...one.title },
  glance: glance && {
    ...glance,
    series: glance.series && { name: { ...glance.series.name }, ordinal: glance.series.ordinal },
    hosts: glance.hosts.map((host) => ({ ...host })),
  },
});

export const counts = z.object(
  Object.fromEntries(WORKSHOP_VIEWS.map((view) => [view, z.number()])) as {
    [View in (typeof WORKSHOP_VIEWS)[number]]: z.ZodNumber;
  },
);

export const template = z.object({
  id: z.string(),
  name: shownText,
  /** Null: it comes with Plenary. */
  organization: z.string().nullable(),
  items: z.array(z.object({ kind: z.enum(ITEM_KINDS), title: shownText, minutes: z.number(), buffer: z.number() })),
});

export const shownTemplate = ({ id, name, items }: Template, organization: string | null) => ({
  id,
  name: { ...name },
  organization,
  items: items.map(({ kind, title, minutes, buffer = 0 }) => ({ kind, title: { ...title }, minutes, buffer })),
});
