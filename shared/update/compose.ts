/**
 * Makes the draft of an article from what happened. Pure: the same material gives the same article. Owns the order of the parts;
 * each part gathers its own facts, and the language's phrases put them into words.
 */
import type { Article } from './article.ts';
import { background } from './background.ts';
import { headline } from './headline.ts';
import { lead } from './lead.ts';
import { about, consensus, outcome, outlook } from './outcome.ts';
import { photos } from './photos.ts';
import { proceedings } from './proceedings.ts';
import { statements } from './statements.ts';
import { openWriting, type Material } from './writing.ts';

export type { Material } from './writing.ts';

export const compose = (material: Material): Article => {
  const writing = openWriting(material);
  const title = headline(writing);
  // Written in the order of reading, because the first mention of a name is its full one.
  const opening = lead(writing);
  const context = background(writing);
  const middle = proceedings(writing);
  const pictures = photos(writing);
  const parts = [
    ...opening,
    ...pictures.afterLead,
    ...context,
    ...middle,
    ...pictures.beforeStatements,
    ...statements(writing),
    ...consensus(writing),
    ...outcome(writing),
    ...outlook(writing),
    ...about(writing),
  ];
  return { language: material.language, headline: title, parts, missing: writing.missing, leftOut: writing.leftOut };
};
