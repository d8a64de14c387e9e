/** Publications over HTTP: typed asks and their answers. Owns the paths and shapes; must not know the screen. */
import * as z from 'zod/mini';
import { LANGUAGES } from '../../shared/kernel/language.ts';
import { ask, post, read, type Answer } from './http.ts';

const texts = z.object({ en: z.optional(z.string()), 'zh-Hans': z.optional(z.string()) });
const term = z.object({ key: z.string(), name: texts });
const edition = z.object({ headline: z.string(), teaser: z.string(), authors: z.nullable(z.string()) });
const obstacle = z.object({ code: z.string(), language: z.optional(z.enum(LANGUAGES)), about: z.optional(z.string()) });
const line = z.object({
  id: z.string(),
  version: z.number(),
  status: z.enum(['draft', 'embargoed', 'published', 'withdrawn']),
  workshop: z.nullable(z.string()),
  programme: z.nullable(term),
  themes: z.array(term),
  editions: z.object({ en: z.optional(edition), 'zh-Hans': z.optional(edition) }),
  slugs: texts,
  publishAt: z.nullable(z.number()),
  publishedAt: z.nullable(z.number()),
  timeZone: z.string(),
  mayPublish: z.boolean(),
});
const whole = z.extend(line, {
  obstacles: z.array(obstacle),
  versions: z.array(z.object({ version: z.number(), at: z.number(), change: z.string() })),
});
const lines = z.object({ publications: z.array(line), total: z.number() });
const latest = z.object({
  updates: z.array(
    z.object({
      href: z.string(),
      headline: z.string(),
      teaser: z.string(),
      day: z.string(),
      language: z.enum(LANGUAGES),
    }),
  ),
});

export type PublicationStatus = z.infer<typeof line>['status'];
export type PublicationLine = z.infer<typeof line>;
export type WholePublication = z.infer<typeof whole>;
export type LatestUpdate = z.infer<typeof latest>['updates'][number];

const at = (id: string, step = ''): string => `/api/publications/${encodeURIComponent(id)}${step && `/${step}`}`;

export const readPublications = async (status: PublicationStatus | null): Promise<Answer<z.infer<typeof lines>>> =>
  read(lines, await ask(`/api/publications${status === null ? '' : `?status=${status}`}`));

export const readPublication = async (id: string): Promise<Answer<WholePublication>> => read(whole, await ask(at(id)));

export const preparePublication = async (workshop: string): Promise<Answer<WholePublication>> =>
  read(whole, await ask('/api/publications', post({ workshop })));

export const editPublication = async (id: string, edits: object): Promise<Answer<WholePublication>> =>
  read(whole, await ask(at(id), { ...post(edits), method: 'PATCH' }));

export type PublicationStep = 'publish' | 'lift-embargo' | 'withdraw' | 'correct' | 'renew';

export const takeStep = async (id: string, step: PublicationStep, given: object): Promise<Answer<WholePublication>> =>
  read(whole, await ask(at(id, step), post(given)));

/** The newest public updates, for the first page. */
export const readLatestUpdates = async (language: string): Promise<Answer<z.infer<typeof latest>>> =>
  read(latest, await ask(`/api/updates?language=${language}`));
