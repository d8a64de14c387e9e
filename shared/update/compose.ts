/**
 * Makes the draft of an article from what happened. Pure: the same material gives the same article. Owns the order of writing; the house
 * style says in which order sections stand, each part gathers its own facts, and the language's phrases put them into words.
 */
import type { Article, ArticlePart } from './article.ts';
import { background } from './background.ts';
import { headline, headlineChoices } from './headline.ts';
import type { StyleSection } from './house-style.ts';
import { lead } from './lead.ts';
import { about, consensus, outcome, outlook } from './outcome.ts';
import { photos } from './photos.ts';
import { proceedings } from './proceedings.ts';
import { statements } from './statements.ts';
import { withHeadings } from './headings.ts';
import { openWriting, type Material, type Writing } from './writing.ts';

export type { Material } from './writing.ts';

const SECTIONS: Readonly<Record<StyleSection, (writing: Writing) => ArticlePart[]>> = {
  lead,
  earlyPhotos: (writing) => photos(writing, 'early'),
  background,
  proceedings,
  latePhotos: (writing) => photos(writing, 'late'),
  statements,
  consensus,
  outcome,
  outlook,
  about,
};

export const compose = (material: Material): Article => {
  const writing = openWriting(material);
  const event = headline(writing);
  const [preferred] = headlineChoices(material);
  // Written in the order of reading, because the first mention of a name is its full one.
  const parts = writing.style.sections.order.flatMap((section) => SECTIONS[section](writing));
  return {
    language: material.language,
    headline: preferred?.headline ?? event,
    parts: withHeadings(parts, writing.style, material.language),
    missing: writing.missing,
    leftOut: writing.leftOut,
  };
};
