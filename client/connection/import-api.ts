/** Archives of updates over HTTP: sent, looked at, taken or let go. Owns the paths and shapes; must not know the screen. */
import * as z from 'zod/mini';
import { LANGUAGES } from '../../shared/kernel/language.ts';
import { ask, post, read, type Answer } from './http.ts';

const fault = z.object({ code: z.string(), about: z.optional(z.string()) });
const underWay = z.object({
  id: z.string(),
  phase: z.enum(['reading', 'ready', 'taking', 'done', 'failed']),
  progress: z.object({ done: z.number(), total: z.number() }),
  fault: z.nullable(z.object({ code: z.string(), about: z.nullable(z.string()) })),
  counts: z.object({ files: z.number(), updates: z.number(), bad: z.number() }),
  files: z.array(
    z.object({
      path: z.string(),
      title: z.string(),
      publishedAt: z.nullable(z.number()),
      language: z.enum(LANGUAGES),
      pictures: z.number(),
      isTaken: z.boolean(),
      faults: z.array(fault),
    }),
  ),
  taken: z.array(
    z.object({
      publication: z.string(),
      title: z.string(),
      outcome: z.string(),
      faults: z.array(fault),
      obstacles: z.array(z.object({ code: z.string(), about: z.optional(z.string()) })),
    }),
  ),
});

export type ImportUnderWay = z.infer<typeof underWay>;

const at = (id: string, step = ''): string =>
  `/api/publications/imports/${encodeURIComponent(id)}${step && `/${step}`}`;

export const sendArchive = async (
  file: Blob,
  wish: { readonly organization: string; readonly timeZone: string; readonly credit: string },
): Promise<Answer<ImportUnderWay>> => {
  const given = Object.entries(wish).filter(([, value]) => value !== '');
  const query = new URLSearchParams(Object.fromEntries(given)).toString();
  const headers = { 'content-type': 'application/zip' };
  return read(underWay, await ask(`/api/publications/imports?${query}`, { method: 'POST', headers, body: file }));
};

export const readImport = async (id: string): Promise<Answer<ImportUnderWay>> => read(underWay, await ask(at(id)));

export const takeImport = async (id: string, publish: boolean): Promise<Answer<ImportUnderWay>> =>
  read(underWay, await ask(at(id, 'take'), post({ publish })));

export const dropImport = async (id: string): Promise<void> => void (await ask(at(id), { method: 'DELETE' }));
