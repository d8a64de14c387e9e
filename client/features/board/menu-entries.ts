/** What the slash menu offers and what a typed word finds in it, in either language whichever is shown. Pure but for the catalogue. */
import { say } from '../../../shared/languages/area.ts';
import { boardArea } from '../../../shared/languages/areas/board.ts';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import { BLOCK_KINDS, type BlockKind } from '../../../shared/notes/blocks.ts';

export type MenuEntry = BlockKind | 'heading' | 'list' | 'numbered' | 'tasks' | 'table' | 'text';

const MENU_ENTRIES: readonly MenuEntry[] = [...BLOCK_KINDS, 'heading', 'list', 'numbered', 'tasks', 'table', 'text'];

const plain = (text: string): string => text.toLowerCase().replace(/\s/g, '');

/** Entries whose word or name begins with what was typed, then those that hold it. */
export const entriesFor = (typed: string): readonly MenuEntry[] => {
  const wanted = plain(typed);
  const words = (entry: MenuEntry): readonly string[] =>
    [entry, ...LANGUAGES.map((language) => say(boardArea, language, entry))].map(plain);
  const begins = MENU_ENTRIES.filter((entry) => words(entry).some((word) => word.startsWith(wanted)));
  const holds = MENU_ENTRIES.filter(
    (entry) => !begins.includes(entry) && words(entry).some((word) => word.includes(wanted)),
  );
  return [...begins, ...holds];
};
