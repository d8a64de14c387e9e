/** Why there is no sound or picture, in words; null when all is well or nothing was asked for yet. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { mediaPhrases } from '../../../shared/languages/areas/media.ts';
import { SOURCES } from '../../../shared/workshop/stage/types.ts';
import type { MediaFault, MediaSession } from '../../media/media-session.ts';

export const wordsOfMediaFault = (fault: MediaFault, language: Language): string => {
  const [what, fix] = [say(mediaPhrases, language, fault), say(mediaPhrases, language, `${fault}.fix`)];
  return language === 'en' ? `${what} ${fix}` : `${what}${fix}`;
};

export const mediaNotice = (media: Pick<MediaSession, 'state$' | 'own$'>, language: Language): string | null => {
  const state = media.state$.get();
  if (state.kind === 'failed') return wordsOfMediaFault(state.fault, language);
  if (state.kind === 'recovering') return say(mediaPhrases, language, 'state.recovering');
  const own = media.own$.get();
  for (const source of SOURCES) {
    const one = own[source];
    if (one.kind === 'failed') return wordsOfMediaFault(one.fault, language);
  }
  return null;
};
