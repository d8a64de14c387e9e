/** Addresses and what they mean. Owns the paths; must not know the pages. */
import type { DirectoryKind } from '../../shared/directory/entries.ts';
import { id, isId, type DirectoryId, type WorkshopId } from '../../shared/kernel/ids.ts';

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'workshop'; readonly workshop: WorkshopId }
  | { readonly page: 'draft' | 'inviting' | 'invitation'; readonly workshop: WorkshopId }
  | { readonly page: 'directory' }
  /** Null: a new one. */
  | { readonly page: 'entry'; readonly kind: DirectoryKind; readonly entry: DirectoryId | null }
  | { readonly page: 'signIn' | 'administrator' | 'join' | 'account' | 'approve' }
  | { readonly page: 'administration'; readonly part: 'audit' | 'retention' | 'installation' }
  | { readonly page: 'organization'; readonly organization: string }
  | { readonly page: 'publications' | 'organizing' | 'newWorkshop' }
  | { readonly page: 'plan'; readonly workshop: WorkshopId }
  | { readonly page: 'notFound' };

/** Pages of one word, by it. */
const WORDS = {
  'sign-in': 'signIn',
  administrator: 'administrator',
  join: 'join',
  account: 'account',
  approve: 'approve',
} as const;
const isWord = (word: string): word is keyof typeof WORDS => Object.hasOwn(WORDS, word);

/** Kinds of the directory's entries, by their word in an address. */
const ENTRIES = { people: 'person', organizations: 'organization', groups: 'group' } as const;
const isEntries = (word: string): word is keyof typeof ENTRIES => Object.hasOwn(ENTRIES, word);

/** The route of a path as `location.pathname` gives it. */
export const routeOf = (path: string): Route => {
  const [first, second, third, ...more] = path.split('/').filter((part) => part !== '');
  if (first === undefined) return { page: 'home' };
  if (first === 'directory' && second === undefined) return { page: 'directory' };
  if (first === 'directory' && second !== undefined && isEntries(second) && third && isId(third) && more.length === 0) {
    return { page: 'entry', kind: ENTRIES[second], entry: third === 'new' ? null : id<DirectoryId>(third) };
  }
  if (second === undefined && isWord(first)) return { page: WORDS[first] };
  if (first === 'administration' && third === undefined) {
    if (second === undefined) return { page: 'administration', part: 'installation' };
    return second === 'audit' || second === 'retention'
      ? { page: 'administration', part: second }
      : { page: 'notFound' };
  }
  if (first === 'organizations' && second !== undefined && isId(second) && third === undefined) {
    return { page: 'organization', organization: second };
  }
  if (first === 'publications' && second === undefined) return { page: 'publications' };
  if (first === 'organizing' && second === undefined) return { page: 'organizing' };
  if (first === 'workshops' && second === 'new' && third === undefined) return { page: 'newWorkshop' };
  if (first === 'invitation' && second !== undefined && isId(second) && third === undefined) {
    return { page: 'invitation', workshop: id<WorkshopId>(second) };
  }
  if (first !== 'w' || second === undefined || !isId(second) || more.length > 0) return { page: 'notFound' };
  const workshop = id<WorkshopId>(second);
  if (third === undefined) return { page: 'workshop', workshop };
  if (third === 'invitations') return { page: 'inviting', workshop };
  return third === 'draft' || third === 'plan' ? { page: third, workshop } : { page: 'notFound' };
};
