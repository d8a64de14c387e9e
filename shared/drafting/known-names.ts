/** How each person and organization of a roster may be written in a text, for finding them there. Owns the spellings, not what is done with them. */
import { fullName } from '../directory/names.ts';
import { LANGUAGES } from '../kernel/language.ts';
import type { RosterState } from '../workshop/roster/types.ts';

export const peopleSpelt = (roster: RosterState): readonly string[] =>
  Object.values(roster.people).flatMap(({ name }) => [
    ...LANGUAGES.flatMap((language) => [fullName(name, language), fullName(name, language, { familyCapitals: false })]),
    ...(name.latin === undefined ? [] : [`${name.latin.given} ${name.latin.family ?? ''}`.trim()]),
    ...(name.latin?.family === undefined ? [] : [name.latin.family]),
    ...(name.han === undefined ? [] : [name.han.family + name.han.given, name.han.family]),
  ]);

export const organizationsSpelt = (roster: RosterState): readonly string[] =>
  Object.values(roster.organizations).flatMap(({ name, abbreviation }) =>
    LANGUAGES.flatMap((language) => [name[language] ?? '', abbreviation?.[language] ?? '']).filter((one) => one !== ''),
  );
