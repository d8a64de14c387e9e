/**
 * Which step may follow which on a publication's way, and what it leaves. Pure: each step answers the next version or a refusal. Whether
 * everybody agreed is asked before; here only the order of things is kept.
 */
import { refuse, type Refusal } from '../kernel/decider.ts';
import type { Instant } from '../kernel/ids.ts';
import type { LocalText } from '../kernel/language.ts';
import { languagesOf, type Publication, type PublicationChange } from './publication.ts';

export type StepRefusal =
  | 'publication/alreadyPublished'
  | 'publication/notPublished'
  | 'publication/notEmbargoed'
  | 'publication/notYet'
  | 'publication/correctionInEveryLanguage'
  | 'publication/editionOfPublic';

export type Step =
  | { readonly ok: true; readonly publication: Publication; readonly change: PublicationChange }
  | { readonly ok: false; readonly refusal: Refusal<StepRefusal> };

/** What an editor may change without a step of its own. */
export type Edits = Partial<
  Pick<Publication, 'editions' | 'programme' | 'themes' | 'names' | 'timeZone' | 'slugs' | 'aliases' | 'publishedAt'>
>;

const next = (publication: Publication, change: PublicationChange, changes: Partial<Publication>): Step => ({
  ok: true,
  publication: { ...publication, ...changes, version: publication.version + 1 },
  change,
});

/** Before it is public anything may change; afterwards a change is a revision with its time, and no language may disappear. */
export const edit = (publication: Publication, edits: Edits, now: Instant): Step => {
  if (publication.status !== 'published') return next(publication, 'edited', edits);
  const after = { ...publication, ...edits };
  const kept = languagesOf(publication).every((language) => after.editions[language] !== undefined);
  if (!kept || after.publishedAt === null) return refuse('publication/editionOfPublic');
  const isVisible = edits.editions !== undefined;
  return next(publication, 'revised', { ...edits, ...(isVisible && { revisedAt: now }) });
};

/** At once, or at a later instant. Published again after a withdrawal it keeps the day of its first appearance. */
export const publish = (publication: Publication, at: Instant | null, now: Instant): Step => {
  if (publication.status === 'published') return refuse('publication/alreadyPublished');
  if (at !== null && at > now) return next(publication, 'embargoed', { status: 'embargoed', publishAt: at });
  return next(publication, 'published', {
    status: 'published',
    publishAt: null,
    publishedAt: publication.publishedAt ?? now,
  });
};

/** The embargo's time has come. */
export const release = (publication: Publication, now: Instant): Step => {
  const { status, publishAt } = publication;
  if (status !== 'embargoed' || publishAt === null) return refuse('publication/notEmbargoed');
  if (publishAt > now) return refuse('publication/notYet');
  return next(publication, 'released', {
    status: 'published',
    publishAt: null,
    publishedAt: publication.publishedAt ?? publishAt,
  });
};

/** Back to a draft before the embargo ends: an editor took it back, or something came to stand in its way. */
export const hold = (publication: Publication, why: 'embargoLifted' | 'heldBack'): Step =>
  publication.status === 'embargoed'
    ? next(publication, why, { status: 'draft', publishAt: null })
    : refuse('publication/notEmbargoed');

export const correct = (publication: Publication, text: LocalText, editions: Edits['editions'], now: Instant): Step => {
  if (publication.status !== 'published') return refuse('publication/notPublished');
  const after = editions ?? publication.editions;
  if (languagesOf(publication).some((language) => after[language] === undefined)) {
    return refuse('publication/editionOfPublic');
  }
  if (languagesOf({ editions: after }).some((language) => text[language] === undefined)) {
    return refuse('publication/correctionInEveryLanguage');
  }
  return next(publication, 'corrected', {
    editions: after,
    revisedAt: now,
    corrections: [...publication.corrections, { at: now, text }],
  });
};

export const withdraw = (publication: Publication): Step =>
  publication.status === 'published'
    ? next(publication, 'withdrawn', { status: 'withdrawn' })
    : refuse('publication/notPublished');
