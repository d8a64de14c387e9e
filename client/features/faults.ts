/** The words for a No over HTTP. Owns the choice; the phrases stand in the catalogue. */
import type { Language } from '../../shared/kernel/language.ts';
import { say } from '../../shared/languages/area.ts';
import { connectionArea, type ConnectionPhrase } from '../../shared/languages/areas/connection.ts';
import type { ApiFault } from '../connection/http.ts';

const isKnown = (code: string): code is ConnectionPhrase => Object.hasOwn(connectionArea.en, code);

/** What happened, what is safe, what to do; a code nobody foresaw is named, so that it can be reported. */
export const wordsOfFault = ({ code }: Pick<ApiFault, 'code'>, language: Language): string =>
  isKnown(code) ? say(connectionArea, language, code) : say(connectionArea, language, 'unforeseen', { code });

/** The fault of one field of a form, in words; undefined when the field is fine. */
export const fieldFault = (fault: ApiFault | null, path: string, language: Language): string | undefined => {
  const found = fault?.fields.find((field) => field.path === path || field.path.endsWith(`.${path}`));
  return found && wordsOfFault({ code: isKnown(found.code) ? found.code : 'field/invalid' }, language);
};
