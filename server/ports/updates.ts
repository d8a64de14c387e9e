/**
 * Ports of program updates: where publications are kept and found, the shelf of their pictures, and who may stand in the way of publishing.
 * Owns the shapes only.
 */
import type {
  AccountId,
  FileId,
  Instant,
  OwningOrganizationId,
  PublicationId,
  WorkshopId,
} from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';
import type { Obstacle } from '../../shared/publication/obstacles.ts';
import type { Publication, PublicationChange, PublicationStatus, Term } from '../../shared/publication/publication.ts';

/** What search finds an edition by. The store keeps tokens as they are given: what a word is, is decided by who asks. */
export interface EditionTokens {
  readonly headline: readonly string[];
  readonly body: readonly string[];
}

/** All of `words` and, for each of `beginnings`, some token that begins so. */
export interface TokenQuery {
  readonly words: readonly string[];
  readonly beginnings: readonly string[];
}

export interface VersionLine {
  readonly version: number;
  readonly at: Instant;
  readonly by: AccountId | null;
  readonly change: PublicationChange;
}

/** A public edition as a list shows it. */
export interface PublicLine {
  readonly id: PublicationId;
  readonly language: Language;
  /** Every language it appears in, with the address in each. */
  readonly slugs: Publication['slugs'];
  readonly headline: string;
  readonly teaser: string;
  /** The whole text where words were searched, to show them in; else empty. */
  readonly text: string;
  readonly picture: FileId | null;
  readonly publishedAt: Instant;
  readonly revisedAt: Instant | null;
  readonly timeZone: string;
}

export interface PublicQuery {
  /** Shown in this language where there is such an edition. */
  readonly language: Language;
  /** Only publications that have an edition in this language. */
  readonly edition?: Language | undefined;
  readonly programme?: string | undefined;
  readonly theme?: string | undefined;
  readonly year?: number | undefined;
  readonly tokens?: TokenQuery | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** What a reader may filter by: terms and years that some public publication has, the newest year first. */
export interface PublicTerms {
  readonly programmes: readonly Term[];
  readonly themes: readonly Term[];
  readonly years: readonly number[];
}

export interface FoundBySlug {
  readonly publication: Publication;
  readonly language: Language;
}

export interface PublicationStore {
  /**
   * Writes a publication and keeps this version for ever, in one transaction. False, and nothing written: its version is not the one after
   * the stored one, so somebody else changed it meanwhile. Its slugs stay its own when it later has others; one that another publication
   * has is a Fault ('store/conflict').
   */
  save(
    publication: Publication,
    line: Omit<VersionLine, 'version'>,
    index: { readonly [L in Language]?: EditionTokens },
  ): Promise<boolean>;
  find(id: PublicationId): Promise<Publication | null>;
  /** By a slug it has or had; slugs are compared as `slugKey` writes them. */
  findBySlug(key: string): Promise<FoundBySlug | null>;
  ofWorkshop(workshop: WorkshopId): Promise<Publication | null>;
  /** The newest first. */
  versions(id: PublicationId): Promise<readonly VersionLine[]>;
  version(id: PublicationId, version: number): Promise<Publication | null>;
  /** For editors: what has changed last, first. Null stands for publications of no organization. */
  list(query: {
    readonly organizations: readonly (OwningOrganizationId | null)[];
    readonly status?: PublicationStatus | undefined;
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ readonly publications: readonly Publication[]; readonly total: number }>;
  /** Those under embargo, the next one first. */
  embargoed(): Promise<readonly { readonly id: PublicationId; readonly publishAt: Instant }[]>;
  /** Public ones: those whose headline has all the words first, then the newest. */
  search(query: PublicQuery): Promise<{ readonly lines: readonly PublicLine[]; readonly total: number }>;
  terms(): Promise<PublicTerms>;
  /** Public ones that share themes or the programme, most shared first, then the newest. */
  related(id: PublicationId, language: Language, limit: number): Promise<readonly PublicLine[]>;
}

/** What a publication was made of when it was imported last, and the version that came of it. */
export interface PublicationSource {
  readonly publication: PublicationId;
  readonly print: string;
  readonly version: number;
}

/** Where imported publications came from, by the name their archive knows them by. */
export interface PublicationSources {
  find(organization: OwningOrganizationId | null, source: string): Promise<PublicationSource | null>;
  remember(organization: OwningOrganizationId | null, source: string, made: PublicationSource): Promise<void>;
}

export interface ShelvedPicture {
  readonly publication: PublicationId;
  readonly file: FileId;
  readonly width: number;
  readonly height: number;
}

export interface PictureRecords {
  add(picture: ShelvedPicture): Promise<void>;
  of(publication: PublicationId): Promise<readonly ShelvedPicture[]>;
  remove(publication: PublicationId, file: FileId): Promise<void>;
}

/** The widths a public picture comes in; `card` is a JPEG of at least 300 px for what other sites show of a link. */
export const PICTURE_SIZES = ['full', 'medium', 'small', 'card'] as const;
export type PictureSize = (typeof PICTURE_SIZES)[number];

/** Pictures of publications: copies of their own, so that they outlive the workshop's files. */
export interface PictureShelf {
  /** Puts a picture of a workshop on the shelf under the same id; false: the workshop has no such picture. */
  adopt(publication: PublicationId, workshop: WorkshopId, file: FileId): Promise<boolean>;
  /**
   * Checks, strips and re-encodes a picture that came with an import; null: it is no picture, or too large. The same bytes twice are one
   * picture.
   */
  keep(publication: PublicationId, body: Uint8Array): Promise<ShelvedPicture | null>;
  open(
    publication: PublicationId,
    file: FileId,
    size: PictureSize,
  ): Promise<{ readonly path: string; readonly mediaType: string } | null>;
  /** Gone in every size; a picture that is not there is gone already. */
  drop(publication: PublicationId, file: FileId): Promise<void>;
  /** What is known of pictures, to print their measures. */
  measures(publication: PublicationId): Promise<readonly ShelvedPicture[]>;
}

/** Asked before anything becomes public, also when an embargo ends: approvals of quotes and portraits, consents. Empty: nothing stands in the way. */
export interface MayPublish {
  obstacles(publication: Publication): Promise<readonly Obstacle[]>;
}
