/** Program updates: what is current, every version, addresses, and what lists and filters read. Search has tables of its own by engine. */
import type { Milliseconds } from './columns.ts';

export interface PublicationsTable {
  id: string;
  organization: string | null;
  workshop: string | null;
  status: string;
  publish_at: Milliseconds | null;
  published_at: Milliseconds | null;
  revised_at: Milliseconds | null;
  time_zone: string;
  /** The year of its day, in its own zone. */
  year: number | null;
  programme: string | null;
  programme_name: string | null;
  changed_at: Milliseconds;
  version: number;
  /** The publication as JSON; the columns beside it are what lists ask by. */
  body: string;
}

export interface PublicationEditionsTable {
  publication: string;
  language: string;
  slug: string | null;
  headline: string;
  teaser: string;
  text: string;
  picture: string | null;
}

interface PublicationThemesTable {
  publication: string;
  theme: string;
  name: string;
}

interface PublicationSlugsTable {
  slug: string;
  publication: string;
  language: string;
}

interface PublicationVersionsTable {
  publication: string;
  version: number;
  at: Milliseconds;
  by_account: string | null;
  change: string;
  body: string;
}

interface PublicationPicturesTable {
  publication: string;
  file: string;
  width: number;
  height: number;
}

/** One row: counts what is saved, so that whoever keeps the terms in memory sees when they may have changed. */
interface PublicationTermsTable {
  revision: number;
}

/** Which publication an imported file became; `organization` is empty where nobody's. */
interface PublicationSourcesTable {
  organization: string;
  source: string;
  publication: string;
  print: string;
  version: number;
}

export interface UpdatesTables {
  publications: PublicationsTable;
  publication_editions: PublicationEditionsTable;
  publication_themes: PublicationThemesTable;
  publication_slugs: PublicationSlugsTable;
  publication_versions: PublicationVersionsTable;
  publication_pictures: PublicationPicturesTable;
  publication_terms: PublicationTermsTable;
  publication_sources: PublicationSourcesTable;
}
