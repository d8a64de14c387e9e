/** Asks the server for the draft and its downloads. Owns the requests and their outcomes as words; must not know the page. */
import type { Language } from '../../../shared/kernel/language.ts';
import type { Article } from '../../../shared/update/article.ts';
import type { Origin } from '../../../shared/update/origins.ts';
import { saveFile } from '../../connection/save-file.ts';

export interface Draft extends Article {
  /** Source id → where it stands. */
  readonly origins: Readonly<Record<string, Origin>>;
}

export type DraftOutcome =
  { readonly kind: 'draft'; readonly draft: Draft } | { readonly kind: 'denied' | 'unknown' | 'offline' | 'failed' };

const KINDS: Readonly<Record<number, 'denied' | 'unknown'>> = { 401: 'denied', 403: 'denied', 404: 'unknown' };

const ask = (path: string, authorization: string | null): Promise<Response> =>
  fetch(path, { headers: authorization === null ? {} : { authorization } });

export const fetchDraft = async (
  workshop: string,
  language: Language,
  authorization: string | null,
): Promise<DraftOutcome> => {
  try {
    const reply = await ask(`/api/workshops/${workshop}/draft?language=${language}`, authorization);
    if (!reply.ok) return { kind: KINDS[reply.status] ?? 'failed' };
    return { kind: 'draft', draft: (await reply.json()) as Draft };
  } catch {
    return { kind: navigator.onLine ? 'failed' : 'offline' };
  }
};

/** A picture of the workshop as a blob: address; null when it cannot be had. */
export const fetchPicture = async (
  workshop: string,
  file: string,
  authorization: string | null,
  as: 'reader' | 'editor' = 'reader',
): Promise<string | null> => {
  try {
    const folder = as === 'editor' ? 'copy/pictures' : 'files';
    const reply = await ask(`/api/workshops/${workshop}/${folder}/${file}`, authorization);
    return reply.ok ? URL.createObjectURL(await reply.blob()) : null;
  } catch {
    return null;
  }
};

/** As files, the most asked for first. */
export const DRAFT_FORMATS = [
  ['docx', 'DOCX'],
  ['pdf', 'PDF'],
  ['html', 'HTML'],
  ['md', 'Markdown'],
  ['zip', 'ZIP'],
] as const;
export type DraftFormat = (typeof DRAFT_FORMATS)[number][0];

/** Saves the draft as a file; false when it did not come. */
export const download = (
  workshop: string,
  format: DraftFormat,
  language: Language,
  authorization: string | null,
): Promise<boolean> =>
  saveFile(
    `/api/workshops/${workshop}/draft.${format}?language=${language}`,
    `draft-${language}.${format}`,
    authorization,
  );
