/** Where a sentence comes from, in words. Pure. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { draftArea } from '../../../shared/languages/areas/draft.ts';
import type { MissingFact } from '../../../shared/update/article.ts';
import type { Origin } from '../../../shared/update/origins.ts';

type Key = keyof (typeof draftArea)['en'];
const isKey = (key: string): key is Key => Object.hasOwn(draftArea.en, key);

export const wordsOfOrigin = (origin: Origin, language: Language): string => {
  switch (origin.place) {
    case 'board': {
      const kind = say(draftArea, language, `kind.${origin.kind}`);
      return origin.item === null
        ? say(draftArea, language, 'origin.boardGeneral', { kind })
        : say(draftArea, language, 'origin.board', { item: origin.item, kind });
    }
    case 'roster':
      return origin.text === ''
        ? say(draftArea, language, 'origin.rosterList')
        : say(draftArea, language, 'origin.roster', { text: origin.text });
    case 'agenda':
      return say(draftArea, language, 'origin.agenda', { item: origin.item, text: origin.text });
    case 'question':
      return say(draftArea, language, 'origin.question', { text: origin.text });
    case 'log':
      return say(draftArea, language, 'origin.log', { seq: origin.seq });
    case 'brief': {
      const key = `field.${origin.field}`;
      const field = isKey(key) ? say(draftArea, language, key) : origin.field;
      return say(draftArea, language, 'origin.brief', { field });
    }
  }
};

const FIXES = { brief: 'fixBrief', roster: 'fixRoster', agenda: 'fixAgenda', board: 'fixBoard' } as const;

/** The one place where a missing fact is given. */
export const wordsOfFix = (missing: MissingFact, language: Language): string =>
  say(draftArea, language, FIXES[missing.where.place]);
