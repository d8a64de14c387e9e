/** What the organizers and the desk wrote themselves: whether a word stands anywhere in it. Must not know what is written of it. */
import type { Board } from '../notes/blocks.ts';
import type { WorkshopState } from '../workshop/workshop.ts';

const LETTER = /[A-Za-z0-9]/;

const hasWord = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + word.length))) return true;
  }
  return false;
};

/** In the brief, the agenda or on the board, in either language, as a word of its own. */
export const wordsOf = ({
  state: { brief, agenda },
  board,
}: {
  readonly state: Pick<WorkshopState, 'brief' | 'agenda'>;
  readonly board: Board;
}): ((word: string) => boolean) => {
  const given = [
    brief.title,
    brief.purpose,
    brief.about,
    ...brief.background.flatMap(({ text, source }) => [text, source]),
    ...Object.values(agenda.items).flatMap(({ title, topic }) => [title, topic]),
  ].flatMap((text) => [text?.en ?? '', text?.['zh-Hans'] ?? '']);
  const noted = board.blocks.flatMap((one) => [one.text, one.kind === 'photo' ? (one.credit ?? '') : '']);
  return (word) => word !== '' && [...given, ...noted].some((text) => hasWord(text, word));
};
