/** Addresses of entries; routes.ts reads them. */
import type { DirectoryEntry, DirectoryKind } from '../../../shared/directory/entries.ts';

const WORDS: Readonly<Record<DirectoryKind, string>> = {
  person: 'people',
  organization: 'organizations',
  group: 'groups',
};

export const pathOfEntry = ({ kind, id }: Pick<DirectoryEntry, 'kind' | 'id'>): string =>
  `/directory/${WORDS[kind]}/${id}`;

export const pathOfNew = (kind: DirectoryKind): string => `/directory/${WORDS[kind]}/new`;
