/** By what an entry of any kind is found, sorted and compared. */
import type { DirectoryEntry } from '../../../shared/directory/entries.ts';
import type { IndexedEntry } from '../../ports/directory.ts';
import { indexGroup, indexOrganization } from './index-organization.ts';
import { indexPerson } from './index-person.ts';

export const indexEntry = (entry: DirectoryEntry): IndexedEntry => {
  switch (entry.kind) {
    case 'person':
      return indexPerson(entry);
    case 'organization':
      return indexOrganization(entry);
    case 'group':
      return indexGroup(entry);
  }
};
