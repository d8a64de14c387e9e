/**
 * People, organizations and groups as facts: names in both scripts, honorifics, positions.
 * Owns the shapes only; how a name is written in each language is names.ts; must not know workshops.
 */
import type { DirectoryId, GroupId, OrganizationId, PersonId } from '../kernel/ids.ts';
import type { LocalText } from '../kernel/language.ts';

export const HONORIFICS = ['mr', 'ms', 'mx', 'dr', 'prof'] as const;
export type Honorific = (typeof HONORIFICS)[number];

/**
 * A name in Latin letters, in Chinese characters, or both; `asWritten` is what a guest typed at the door and nobody has taken apart yet.
 * `neutral` stands alone: the name was taken away, and the number tells this person from others whose name was.
 * `order` is how the person writes the Latin form: QIAN Jingjing is family-first, Jane Goodall given-first.
 */
export interface PersonName {
  readonly latin?: { readonly family?: string; readonly given: string; readonly order: 'family-first' | 'given-first' };
  readonly han?: { readonly family: string; readonly given: string };
  readonly asWritten?: string;
  readonly neutral?: number;
}

export interface Position {
  /** Empty only where the organization is all that is known. */
  readonly title: LocalText;
  readonly organization?: OrganizationId;
}

export interface Person {
  readonly id: PersonId;
  readonly name: PersonName;
  readonly honorific?: Honorific;
  /** Where Chinese says another than English: Dr., 教授. */
  readonly chineseHonorific?: Honorific;
  /** In the order in which they are to be printed. */
  readonly positions: readonly Position[];
  /** The entry of the directory that this one was copied from, as it was then. */
  readonly directory?: DirectoryId;
}

export interface Organization {
  readonly id: OrganizationId;
  readonly name: LocalText;
  /** Printed in parentheses at the first mention and alone afterwards, e.g. "NRDC". */
  readonly abbreviation?: LocalText;
  /** Where it is at home: ISO 3166-1, two capital letters. */
  readonly country?: string;
  readonly directory?: DirectoryId;
}

/** "11 member organizations of ISP-CEP": a count that stands for organizations not all of which are named. */
export interface Group {
  readonly id: GroupId;
  readonly of: OrganizationId;
  /** What the members are, e.g. { en: 'member organizations', 'zh-Hans': '家成员单位' }. */
  readonly members: LocalText;
  readonly count: number;
  readonly named: readonly OrganizationId[];
  readonly directory?: DirectoryId;
}
