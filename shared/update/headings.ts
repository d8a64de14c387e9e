/** Headings above sections, as the house style has them. Must not know what stands in a section. */
import type { Language } from '../kernel/language.ts';
import type { ArticlePart } from './article.ts';
import type { HouseStyle } from './house-style.ts';

/** Above the first paragraph of a section; a picture in between opens none. */
export const withHeadings = (
  parts: readonly ArticlePart[],
  style: HouseStyle,
  language: Language,
): readonly ArticlePart[] => {
  const begun = new Set<string>();
  return parts.map((part) => {
    if (part.kind === 'photo' || begun.has(part.section)) return part;
    begun.add(part.section);
    const heading = style.sections.headings[language]?.[part.section];
    return heading === undefined ? part : { ...part, heading };
  });
};
