/** What stands at an address without an update, and at one whose update was withdrawn. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { updatesArea } from '../../../shared/languages/areas/updates.ts';
import { listPath, type Site } from './addresses.ts';
import { frame } from './layout.ts';
import { markup } from './markup.ts';

export const noPage = (site: Site, language: Language, why: 'notFound' | 'gone'): string => {
  const t = (key: keyof (typeof updatesArea)['en']): string => say(updatesArea, language, key);
  return frame({
    site,
    language,
    title: t(why),
    description: t(why === 'gone' ? 'goneText' : 'notFoundText'),
    canonical: null,
    alternates: {},
    main: markup`<h1>${t(why)}</h1>
<p class="about">${t(why === 'gone' ? 'goneText' : 'notFoundText')}</p>
<p><a href="${listPath({ language })}">${t('toList')}</a></p>`,
  });
};
