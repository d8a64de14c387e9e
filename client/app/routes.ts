/** Addresses and what they mean. Owns the paths; must not know the pages. */
import { id, isId, type WorkshopId } from '../../shared/kernel/ids.ts';

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'workshop'; readonly workshop: WorkshopId }
  | { readonly page: 'draft'; readonly workshop: WorkshopId }
  | { readonly page: 'directory' }
  | { readonly page: 'signIn' | 'administrator' | 'join' | 'account' | 'administration' }
  | { readonly page: 'organization'; readonly organization: string }
  | { readonly page: 'publications' }
  | { readonly page: 'notFound' };

/** Pages of one word, by it. */
const WORDS = {
  'sign-in': 'signIn',
  administrator: 'administrator',
  join: 'join',
  account: 'account',
  administration: 'administration',
} as const;
const isWord = (word: string): word is keyof typeof WORDS => Object.hasOwn(WORDS, word);

/** The route of a path as `location.pathname` gives it. */
export const routeOf = (path: string): Route => {
  const [first, second, third, ...more] = path.split('/').filter((part) => part !== '');
  if (first === undefined) return { page: 'home' };
  if (first === 'directory' && second === undefined) return { page: 'directory' };
  if (second === undefined && isWord(first)) return { page: WORDS[first] };
  if (first === 'organizations' && second !== undefined && isId(second) && third === undefined) {
    return { page: 'organization', organization: second };
  }
  if (first === 'publications' && second === undefined) return { page: 'publications' };
  if (first !== 'w' || second === undefined || !isId(second) || more.length > 0) return { page: 'notFound' };
  const workshop = id<WorkshopId>(second);
  if (third === undefined) return { page: 'workshop', workshop };
  return third === 'draft' ? { page: 'draft', workshop } : { page: 'notFound' };
};
