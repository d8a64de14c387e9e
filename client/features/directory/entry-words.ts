/** An entry in a line for each script. Owns the choice of words; how names are written is shared/directory. */
import { groupText } from '../../../shared/directory/groups.ts';
import { fullName } from '../../../shared/directory/names.ts';
import { introduction } from '../../../shared/directory/introduction.ts';
import { organizationInFull } from '../../../shared/directory/organizations.ts';
import type { DirectoryEntry } from '../../../shared/directory/entries.ts';
import type { Language } from '../../../shared/kernel/language.ts';

export const entryWords = (
  entry: DirectoryEntry,
  among: readonly { readonly entry: DirectoryEntry }[],
  language: Language,
): string => {
  const find = (id: string) => {
    const found = among.find((one) => one.entry.id === id)?.entry;
    return found?.kind === 'organization' ? found : undefined;
  };
  switch (entry.kind) {
    case 'person':
      return introduction(entry, find, language);
    case 'organization':
      return organizationInFull(entry, language);
    case 'group':
      return groupText(entry, find(entry.of), language);
  }
};

/** What an entry is called by itself: no positions, and no article before a name that stands alone. */
export const entryTitle = (
  entry: DirectoryEntry,
  among: readonly { readonly entry: DirectoryEntry }[],
  language: Language,
): string =>
  entry.kind === 'person' ? fullName(entry.name, language) : entryWords(entry, among, language).replace(/^the /, '');
