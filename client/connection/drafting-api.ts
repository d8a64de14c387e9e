/** Working copies and approvals over HTTP. Owns paths and the outlines of answers; must not know the screen. */
import * as z from 'zod/mini';
import type { DraftCommand } from '../../shared/drafting/commands.ts';
import type { ChangesReply, RewriteReply, WorkingCopyReply } from '../../shared/drafting/replies.ts';
import { LANGUAGES, type Language } from '../../shared/kernel/language.ts';
import { ask, post, read, type Answer } from './http.ts';

/** Outlines are checked here; the rest is made by the same shared/drafting on the server. */
const copy = z.custom<WorkingCopyReply>(
  (reply) =>
    z
      .looseObject({ state: z.looseObject({ seq: z.number() }), beside: z.looseObject({}), me: z.looseObject({}) })
      .safeParse(reply).success,
);
const changes = z.custom<ChangesReply>(
  (reply) =>
    z
      .looseObject({
        entries: z.nullable(z.array(z.looseObject({ seq: z.number() }))),
        present: z.nullable(
          z.looseObject({ version: z.number(), others: z.array(z.looseObject({ name: z.string() })) }),
        ),
      })
      .safeParse(reply).success,
);
const wording = z.custom<RewriteReply>(
  (reply) =>
    z
      .looseObject({ base: z.string(), suggestion: z.nullable(z.string()), added: z.array(z.looseObject({})) })
      .safeParse(reply).success,
);
const answers = z.enum(['approved', 'changed', 'refused']);
const subject = z.object({
  kind: z.enum(['statement', 'quote', 'portrait']),
  text: z.string(),
  hash: z.string(),
  language: z.nullable(z.enum(LANGUAGES)),
  caption: z.nullable(z.string()),
  answer: z.nullable(answers),
  suggestion: z.nullable(z.string()),
});
const overview = z.object({
  asks: z.boolean(),
  people: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      subjects: z.array(subject),
      link: z.nullable(
        z.object({
          expiresAt: z.number(),
          askedAt: z.number(),
          opened: z.boolean(),
          mailed: z.boolean(),
          language: z.enum(LANGUAGES),
        }),
      ),
    }),
  ),
});
const page = z.object({
  title: z.string(),
  name: z.string(),
  language: z.enum(LANGUAGES),
  expiresAt: z.number(),
  subjects: z.array(subject),
});

export type ApprovalSubject = z.infer<typeof subject>;
export type ApprovalOverview = z.infer<typeof overview>;
export type ApprovalPage = z.infer<typeof page>;

type Authorization = string | null;
const headersOf = (authorization: Authorization): Record<string, string> =>
  authorization === null ? {} : { authorization };
const at = (workshop: string, rest: string): string => `/api/workshops/${encodeURIComponent(workshop)}/${rest}`;

export const readCopy = async (workshop: string, by: Authorization): Promise<Answer<WorkingCopyReply>> =>
  read(copy, await ask(at(workshop, 'copy'), { headers: headersOf(by) }));

export const readChanges = async (
  workshop: string,
  by: Authorization,
  wait: {
    readonly since: number;
    readonly page: string;
    /** What this page was told of others last. */
    readonly known: number | null;
    readonly typing: { readonly language: Language; readonly piece: string } | null;
  },
  signal: AbortSignal,
): Promise<Answer<ChangesReply>> => {
  const { since, page, known, typing } = wait;
  const query = new URLSearchParams({ since: String(since), page, ...typing });
  if (known !== null) query.set('known', String(known));
  return read(changes, await ask(at(workshop, `copy/changes?${query}`), { headers: headersOf(by), signal }));
};

export const sendDraft = async (
  workshop: string,
  by: Authorization,
  command: DraftCommand,
): Promise<Answer<{ readonly seq: number }>> =>
  read(z.object({ seq: z.number() }), await ask(at(workshop, 'copy'), post(command, headersOf(by))));

/** Puts a person's portrait from the directory below the paragraph of a piece. */
export const addPortrait = async (
  workshop: string,
  by: Authorization,
  wish: {
    readonly language: Language;
    readonly id: string;
    readonly after: string;
    readonly person: string;
    readonly credit: string;
  },
): Promise<Answer<{ readonly seq: number }>> =>
  read(z.object({ seq: z.number() }), await ask(at(workshop, 'copy/portraits'), post(wish, headersOf(by))));

export const askWording = async (
  workshop: string,
  by: Authorization,
  of: { readonly language: Language; readonly piece: string },
): Promise<Answer<RewriteReply>> => read(wording, await ask(at(workshop, 'copy/rewrite'), post(of, headersOf(by))));

export const chooseStyleForAll = async (
  workshop: string,
  by: Authorization,
  style: string,
): Promise<Answer<{ readonly style: string }>> =>
  read(
    z.object({ style: z.string() }),
    await ask(at(workshop, 'copy/style-of-all'), { ...post({ style }, headersOf(by)), method: 'PUT' }),
  );

export const readApprovals = async (workshop: string, by: Authorization): Promise<Answer<ApprovalOverview>> =>
  read(overview, await ask(at(workshop, 'approvals'), { headers: headersOf(by) }));

export const askApproval = async (
  workshop: string,
  by: Authorization,
  wish: { readonly person: string; readonly language: Language; readonly mail: string | null },
): Promise<Answer<{ readonly url: string; readonly overview: ApprovalOverview }>> =>
  read(z.object({ url: z.string(), overview }), await ask(at(workshop, 'approvals'), post(wish, headersOf(by))));

export const revokeApproval = async (
  workshop: string,
  by: Authorization,
  person: string,
): Promise<Answer<ApprovalOverview>> =>
  read(
    overview,
    await ask(at(workshop, `approvals/${encodeURIComponent(person)}`), { method: 'DELETE', headers: headersOf(by) }),
  );

export const openApproval = async (secret: string): Promise<Answer<ApprovalPage>> =>
  read(page, await ask('/api/approvals/open', post({ secret })));

export const answerApproval = async (
  secret: string,
  given: { readonly hash: string; readonly answer: z.infer<typeof answers>; readonly suggestion?: string },
): Promise<Answer<ApprovalPage>> => read(page, await ask('/api/approvals/answer', post({ secret, ...given })));

/** A portrait as a blob: address; null when it cannot be had. */
export const approvalPicture = async (secret: string, file: string): Promise<string | null> => {
  try {
    const reply = await fetch('/api/approvals/picture', post({ secret, file }));
    return reply.ok ? URL.createObjectURL(await reply.blob()) : null;
  } catch {
    return null;
  }
};
