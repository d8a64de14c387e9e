/** The draft of whichever kind of entry, and its way back. */
import type { DirectoryEntry, DirectoryKind } from '../../../shared/directory/entries.ts';
import type { DirectoryWish } from '../../../shared/protocol/entry-schemas.ts';
import {
  groupDraft,
  groupOf,
  organizationDraft,
  organizationOf,
  type GroupDraft,
  type OrganizationDraft,
} from './body-draft.ts';
import type { Checked } from './draft.ts';
import { personDraft, personOf, type PersonDraft } from './person-draft.ts';

export type Draft = PersonDraft | OrganizationDraft | GroupDraft;

/** Empty without an entry. */
export const draftOf = (kind: DirectoryKind, entry: DirectoryEntry | null): Draft => {
  switch (kind) {
    case 'person':
      return personDraft(entry?.kind === 'person' ? entry : null);
    case 'organization':
      return organizationDraft(entry?.kind === 'organization' ? entry : null);
    case 'group':
      return groupDraft(entry?.kind === 'group' ? entry : null);
  }
};

export const checked = (draft: Draft): Checked<DirectoryWish> => {
  switch (draft.kind) {
    case 'person':
      return personOf(draft);
    case 'organization':
      return organizationOf(draft);
    case 'group':
      return groupOf(draft);
  }
};
