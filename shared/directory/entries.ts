/**
 * The directory's entries: people, organizations and groups as the installation knows them today. A workshop's roster copies from here and
 * is not changed by what happens here later. Owns the shapes; must not know how they are kept or found.
 */
import type { DirectoryId, FileId } from '../kernel/ids.ts';
import type { LocalText } from '../kernel/language.ts';
import type { ExternalId } from './external-ids.ts';
import type { Period } from './period.ts';
import type { Honorific, PersonName } from './person.ts';

export const DIRECTORY_KINDS = ['person', 'organization', 'group'] as const;
export type DirectoryKind = (typeof DIRECTORY_KINDS)[number];

/** Held from when until when, as far as that is known. */
export interface DirectoryPosition extends Period {
  readonly title: LocalText;
  readonly organization?: DirectoryId;
}

export interface DirectoryPerson {
  readonly kind: 'person';
  readonly id: DirectoryId;
  readonly name: PersonName;
  /** Names that were once or are elsewhere in use: found by them, never printed. */
  readonly aliases?: readonly string[];
  readonly honorific?: Honorific;
  /** Where Chinese says another than English: Dr., 教授. */
  readonly chineseHonorific?: Honorific;
  readonly positions: readonly DirectoryPosition[];
  /** Private: shown to members alone, copied into no roster, written into no log. */
  readonly email?: string;
  readonly externalIds: readonly ExternalId[];
  readonly portrait?: FileId;
}

export interface DirectoryOrganization {
  readonly kind: 'organization';
  readonly id: DirectoryId;
  readonly name: LocalText;
  readonly abbreviation?: LocalText;
  readonly aliases?: readonly string[];
  /** ISO 3166-1, two capital letters. */
  readonly country?: string;
  readonly externalIds: readonly ExternalId[];
}

/** "11 members of ISP-CEP", some of them named. */
export interface DirectoryGroup {
  readonly kind: 'group';
  readonly id: DirectoryId;
  readonly of: DirectoryId;
  readonly members: LocalText;
  readonly count: number;
  readonly named: readonly DirectoryId[];
  /** Since and until when each of the named belongs to it; who is not here simply belongs. */
  readonly periods?: Readonly<Record<DirectoryId, Period>>;
}

export type DirectoryEntry = DirectoryPerson | DirectoryOrganization | DirectoryGroup;

/** The organizations that an entry names, each once. */
export const organizationsNamedIn = (entry: DirectoryEntry): readonly DirectoryId[] => {
  switch (entry.kind) {
    case 'person':
      return [...new Set(entry.positions.flatMap(({ organization }) => organization ?? []))];
    case 'organization':
      return [];
    case 'group':
      return [...new Set([entry.of, ...entry.named])];
  }
};
