/** The words for what the server says of publications. Owns the choice; the phrases stand in the catalogue. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { publicationsArea } from '../../../shared/languages/areas/publications.ts';
import type { ApiFault } from '../../connection/http.ts';
import { wordsOfFault } from '../faults.ts';

type Phrase = keyof (typeof publicationsArea)['en'];
const isPhrase = (key: string): key is Phrase => Object.hasOwn(publicationsArea.en, key);

export const wordsOfPublicationFault = (fault: Pick<ApiFault, 'code'>, language: Language): string =>
  isPhrase(fault.code) ? say(publicationsArea, language, fault.code) : wordsOfFault(fault, language);

/** A change of the history; its own name when this page is older than the server. */
export const wordsOfChange = (change: string, language: Language): string => {
  const key = `change.${change}`;
  return isPhrase(key) ? say(publicationsArea, language, key) : change;
};
