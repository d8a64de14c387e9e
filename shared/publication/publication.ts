/**
 * A program update as data: its editions, where it belongs, where it stands on the way to the public. Owns the shapes; which step may follow
 * which is lifecycle.ts. Must not know how it is stored or shown.
 */
import type { Block } from '../document/document.ts';
import type { Instant, OwningOrganizationId, PublicationId, WorkshopId } from '../kernel/ids.ts';
import { LANGUAGES, type Language, type LocalText } from '../kernel/language.ts';

/** A programme or theme: `key` stands in addresses and tells terms apart, `name` is what people read. */
export interface Term {
  readonly key: string;
  readonly name: LocalText;
}

/** A publication in one language. Photos name files on the publication's own shelf. */
export interface Edition {
  readonly headline: string;
  /** One or two sentences for the list; never empty once published. */
  readonly teaser: string;
  /** As printed, such as "By Lin Xia"; null when nobody is named. */
  readonly authors: string | null;
  readonly blocks: readonly Block[];
}

export interface Correction {
  readonly at: Instant;
  /** What was wrong and is now right, in every language that has an edition. */
  readonly text: LocalText;
}

/** `embargoed`: it will be published at `publishAt`, by itself. `withdrawn`: it was public; its address says that it is gone. */
export const PUBLICATION_STATUSES = ['draft', 'embargoed', 'published', 'withdrawn'] as const;
export type PublicationStatus = (typeof PUBLICATION_STATUSES)[number];

export interface Publication {
  readonly id: PublicationId;
  /** Who answers for it; null on an installation without organizations. */
  readonly organization: OwningOrganizationId | null;
  readonly workshop: WorkshopId | null;
  readonly origin: 'workshop' | 'imported' | 'written';
  readonly programme: Term | null;
  readonly themes: readonly Term[];
  /** People and organizations in it, in every script they are known by, so that search finds them in either. */
  readonly names: readonly string[];
  readonly editions: { readonly [L in Language]?: Edition };
  /** The current address of each edition, without what stands before it; given when it is first published. */
  readonly slugs: { readonly [L in Language]?: string };
  /** Other addresses that lead there, such as the headline in Chinese characters. */
  readonly aliases: { readonly [L in Language]?: readonly string[] };
  readonly status: PublicationStatus;
  readonly publishAt: Instant | null;
  /** The first time, or the day an imported one carries. Its day is read in `timeZone`. */
  readonly publishedAt: Instant | null;
  readonly timeZone: string;
  /** The last change that readers can see, after it was published; null when there was none. */
  readonly revisedAt: Instant | null;
  readonly corrections: readonly Correction[];
  readonly createdAt: Instant;
  /** Counts every change from 1; each is kept. */
  readonly version: number;
}

export const PUBLICATION_CHANGES = [
  'created',
  'imported',
  'edited',
  'published',
  'embargoed',
  'embargoLifted',
  'released',
  'heldBack',
  'revised',
  'corrected',
  'withdrawn',
  'consentWithdrawn',
] as const;
/** Why a version came to be. */
export type PublicationChange = (typeof PUBLICATION_CHANGES)[number];

/** The languages it appears in, the first of the product's languages first. */
export const languagesOf = ({ editions }: Pick<Publication, 'editions'>): readonly Language[] =>
  LANGUAGES.filter((language) => editions[language] !== undefined);
