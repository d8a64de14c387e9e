/**
 * Workshops over HTTP: typed asks and their answers. Owns the paths and shapes; must not know the screen.
 * Paths and shapes are the server's http/ routes.
 */
import * as z from 'zod/mini';
import { LANGUAGES, type Language } from '../../shared/kernel/language.ts';
import { id, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { ROLES } from '../../shared/workshop/roles.ts';
import { ask, post, read, type Answer, type ApiFault } from './http.ts';

/** Where and why a workshop file cannot be read; `line` and `column` count from 1. */
export interface FileFault {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

const localText = z.object({ en: z.optional(z.string()), 'zh-Hans': z.optional(z.string()) });
const phase = z.enum(['scheduled', 'live', 'ended']);
const summary = z.object({
  id: z.pipe(
    z.string(),
    z.transform((text) => id<WorkshopId>(text)),
  ),
  title: localText,
  phase,
  startsAt: z.nullable(z.number()),
  endedAt: z.nullable(z.number()),
});
const installation = z.object({
  empty: z.boolean(),
  upcoming: z.array(summary),
  held: z.array(summary),
  mediaUp: z.boolean(),
  beginning: z.enum(['open', 'signIn', 'invitation']),
});
const link = z.object({ id: z.string(), role: z.enum(ROLES), url: z.string() });
const workshop = z.pipe(
  z.string(),
  z.transform((text) => id<WorkshopId>(text)),
);
const seat = z.pipe(
  z.string(),
  z.transform((text) => id<SeatId>(text)),
);
const founded = z.object({ workshop, seat, seatToken: z.string(), links: z.array(link) });
const imported = z.object({ workshop, links: z.array(link) });
const door = z.object({
  title: localText,
  phase,
  startsAt: z.nullable(z.number()),
  timeZone: z.string(),
  role: z.enum(ROLES),
  knocks: z.boolean(),
  closed: z.boolean(),
  opensAt: z.nullable(z.number()),
  person: z.nullable(z.object({ name: z.string(), line: z.string() })),
  language: z.enum(LANGUAGES),
});
const entered = z.object({ seat, seatToken: z.string(), waiting: z.boolean() });
const ticket = z.object({ ticket: z.string(), expiresAt: z.number() });
const fileFaults = z.object({
  faults: z.array(
    z.object({
      path: z.string(),
      line: z.number(),
      column: z.number(),
      code: z.string(),
      details: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
    }),
  ),
});

export type Installation = z.infer<typeof installation>;
export type WorkshopSummary = z.infer<typeof summary>;
export type Founded = z.infer<typeof founded>;
export type Imported = z.infer<typeof imported>;
export type Doorplate = z.infer<typeof door>;
export type Entered = z.infer<typeof entered>;
export type Ticket = z.infer<typeof ticket>;

const at = (workshop: WorkshopId, more: string): string => `/api/workshops/${encodeURIComponent(workshop)}/${more}`;

export const readInstallation = async (): Promise<Answer<Installation>> =>
  read(installation, await ask('/api/installation'));

export const startWorkshop = async (wish: {
  readonly title: string;
  readonly language: Language;
  readonly name: string;
  readonly timeZone: string;
  /** Whose it is, for who may found for several. */
  readonly organization?: string;
}): Promise<Answer<Founded>> => read(founded, await ask('/api/workshops', post(wish)));

export const openDemo = async (wish: {
  readonly mode: 'held' | 'again';
  readonly name: string;
  readonly language: Language;
}): Promise<Answer<Founded>> => read(founded, await ask('/api/demo', post(wish)));

/** `file` is the text of a workshop file, sent as it is: the server tells faults by its lines. */
export const importWorkshop = async (
  file: string,
  mode: 'held' | 'again',
): Promise<Answer<Imported, ApiFault & { readonly faults: readonly FileFault[] }>> => {
  const asked = await ask(`/api/workshops/import?mode=${mode}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: file,
  });
  const answer = read(imported, asked);
  if (answer.ok) return answer;
  const listed = fileFaults.safeParse(asked?.body);
  return { ok: false, fault: { ...answer.fault, faults: listed.success ? listed.data.faults : [] } };
};

export const readDoor = async (workshop: WorkshopId, secret: string): Promise<Answer<Doorplate>> =>
  read(door, await ask(at(workshop, 'door'), { headers: { 'x-plenary-link': secret } }));

export const enterDoor = async (
  workshop: WorkshopId,
  wish: {
    readonly secret: string;
    readonly guest: { readonly name: string; readonly organization?: string; readonly position?: string };
    readonly language: Language;
  },
): Promise<Answer<Entered>> => read(entered, await ask(at(workshop, 'enter'), post(wish)));

/** `signal` ends the ask early, as a broken connection would. */
export const askTicket = async (
  workshop: WorkshopId,
  authorization: string,
  audience: 'socket' | 'notes',
  signal?: AbortSignal,
): Promise<Answer<Ticket>> =>
  read(
    ticket,
    await ask(at(workshop, 'tickets'), { ...post({ audience }, { authorization }), ...(signal && { signal }) }),
  );
