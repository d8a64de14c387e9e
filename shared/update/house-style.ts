/**
 * A house style: how one foundation sets its updates, as data. Owns the shape, its schema and the one used where nothing is said; another
 * house's style is another file. Must not know who chooses it.
 */
import * as z from 'zod/mini';
import type { DateForm } from '../directory/dates.ts';
import type { NameForm } from '../directory/names.ts';
import type { Language, LocalText } from '../kernel/language.ts';
import { line, localText } from '../protocol/text-schemas.ts';
import type { HeadlineChoice, SectionKind } from './article.ts';
import foundation from './styles/foundation.json' with { type: 'json' };
import institute from './styles/institute.json' with { type: 'json' };

/** What an order of sections is made of; presentations, opinions and discussion are told together, as they happened. */
export const STYLE_SECTIONS = [
  'lead',
  'earlyPhotos',
  'background',
  'proceedings',
  'latePhotos',
  'statements',
  'consensus',
  'outcome',
  'outlook',
  'about',
] as const;
export type StyleSection = (typeof STYLE_SECTIONS)[number];

/** Taken in turn, so that a text does not say "said" three times; each must fit between a name and "that …" or a comma. */
export interface Verbs {
  readonly said: readonly string[];
  readonly noted: readonly string[];
  readonly quoted: readonly string[];
}

type Headings = { readonly [S in Exclude<SectionKind, 'photo'>]?: string | undefined };

export interface HouseStyle {
  readonly key: string;
  readonly name: LocalText;
  readonly sections: {
    readonly order: readonly StyleSection[];
    readonly headings: { readonly [L in Language]?: Headings | undefined };
  };
  readonly names: NameForm;
  readonly dates: DateForm;
  readonly headlines: {
    readonly prefers: HeadlineChoice['kind'];
    /** Characters; null: no limit. */
    readonly limit: Readonly<Record<Language, number | null>>;
  };
  readonly verbs: Readonly<Record<Language, Verbs>>;
}

const verbs = z.strictObject({
  said: z.array(line(40)).check(z.minLength(1), z.maxLength(12)),
  noted: z.array(line(40)).check(z.minLength(1), z.maxLength(12)),
  quoted: z.array(line(40)).check(z.minLength(1), z.maxLength(12)),
});
const heading = z.optional(line(80));
const headings = z.optional(
  z.strictObject({
    lead: heading,
    background: heading,
    presentations: heading,
    opinions: heading,
    discussion: heading,
    statements: heading,
    consensus: heading,
    outcome: heading,
    outlook: heading,
    about: heading,
  }),
);
const limit = z.nullable(z.int().check(z.gte(10), z.lte(200)));

const houseStyleSchema = z.strictObject({
  key: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  name: localText(80),
  sections: z.strictObject({
    order: z
      .array(z.enum(STYLE_SECTIONS))
      .check(z.refine((order) => STYLE_SECTIONS.every((one) => order.filter((other) => other === one).length === 1))),
    headings: z.strictObject({ en: headings, 'zh-Hans': headings }),
  }),
  names: z.strictObject({ familyCapitals: z.boolean() }),
  dates: z.strictObject({
    en: z.enum(['monthFirst', 'dayFirst']),
    'zh-Hans': z.enum(['withZone', 'withoutZone', 'withYear']),
  }),
  headlines: z.strictObject({
    prefers: z.enum(['event', 'outcome', 'theme']),
    limit: z.strictObject({ en: limit, 'zh-Hans': limit }),
  }),
  verbs: z.strictObject({ en: verbs, 'zh-Hans': verbs }),
});

/** The style that a file describes, or where it is wrong. */
export const readHouseStyle = (
  file: unknown,
): { readonly ok: true; readonly style: HouseStyle } | { readonly ok: false; readonly problems: readonly string[] } => {
  const read = houseStyleSchema.safeParse(file);
  return read.success
    ? { ok: true, style: read.data }
    : { ok: false, problems: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
};

const shipped = (file: unknown): HouseStyle => {
  const read = readHouseStyle(file);
  if (!read.ok) throw new Error(`a shipped house style is wrong: ${read.problems.join('; ')}`);
  return read.style;
};

export const USUAL_STYLE: HouseStyle = shipped(foundation);
export const SHIPPED_STYLES: readonly HouseStyle[] = [USUAL_STYLE, shipped(institute)];
