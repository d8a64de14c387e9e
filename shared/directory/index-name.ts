/** How a name stands in an index or a list of participants, by which it is looked up. Owns the order; must not know lists. */
import type { Language } from '../kernel/language.ts';
import { fullName } from './names.ts';
import type { PersonName } from './person.ts';

/** "Goodall, Jane", "Qian Jingjing" (written family first, it needs no comma); 钱京京（Qian Jingjing）. */
export const indexName = (name: PersonName, language: Language): string => {
  const { latin } = name;
  const written =
    latin?.family === undefined
      ? fullName(name, 'en')
      : latin.order === 'family-first'
        ? `${latin.family} ${latin.given}`
        : `${latin.family}, ${latin.given}`;
  if (language === 'en') return written;
  const chinese = fullName(name, 'zh-Hans');
  return latin === undefined || name.han === undefined ? chinese : `${chinese}（${written.replace(',', '')}）`;
};
