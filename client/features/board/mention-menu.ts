/**
 * The menu that an at sign opens: people and organizations of the roster, found by the beginning of any of their names in either script. Not after a
 * letter or digit of an address such as ann@example.org. Owns what a choice puts into the line.
 */
import { say } from '../../../shared/languages/area.ts';
import { boardArea } from '../../../shared/languages/areas/board.ts';
import { MENTION } from '../../../shared/notes/node-specs.ts';
import { caretMenu } from './caret-menu.ts';
import type { Surroundings } from './surroundings.ts';

const SHOWN = 8;

const plain = (text: string): string => text.toLocaleLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

/** Whether some word of some name begins so; a Chinese name also in its middle, because it has no spaces. */
const isNamedBy = (names: readonly string[], typed: string): boolean => {
  const wanted = plain(typed);
  return names.some((name) => {
    const word = plain(name);
    return (
      word.startsWith(wanted) ||
      word.split(/[\s·,.-]+/).some((part) => part.startsWith(wanted)) ||
      (/\p{Script=Han}/u.test(wanted) && word.includes(wanted))
    );
  });
};

export const mentionMenu = (around: Surroundings) =>
  caretMenu({
    name: 'mentionMenu',
    opening: /(?:^|[^\w.+-])[@＠]([\p{L}\p{N}·'-]{0,20})$/u,
    label: () => say(boardArea, around.language(), 'chooseMentioned'),
    entries: (typed) =>
      around
        .mentionable()
        .filter(({ names }) => isNamedBy(names, typed))
        .slice(0, SHOWN)
        .map((one) => ({ ...one, word: one.name })),
    make(editor, asked, { of, ref, name }) {
      const { $from } = editor.state.selection;
      const next = $from.parent.textBetween(
        $from.parentOffset,
        Math.min($from.parentOffset + 1, $from.parent.content.size),
      );
      const gap = /\p{Script=Han}$/u.test(name) || next === ' ' ? [] : [{ type: 'text', text: ' ' }];
      editor
        .chain()
        .focus()
        .insertContentAt(asked, [{ type: MENTION.name, attrs: { of, ref, label: name } }, ...gap])
        .run();
    },
  });
