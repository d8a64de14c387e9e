/**
 * Whose words stand in which block, read out of the shared document by the server's own record of who is who; nothing that a peer says about
 * authors is read. Pure but for the reading; must not know the editor. Who moves a block writes it anew, and counts as its author then.
 */
import * as Y from 'yjs';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import type { NotesAuthors } from '../../../shared/protocol/notes-messages.ts';

const textBy = (text: Y.XmlText, authors: NotesAuthors, amounts: Map<SeatId, number>): void => {
  for (let item = text._start; item !== null; item = item.right) {
    const seat = authors[item.id.client];
    if (item.deleted || !item.countable || seat === undefined) continue;
    amounts.set(seat, (amounts.get(seat) ?? 0) + item.length);
  }
};

/** Block id → seats that wrote what stands there now, who wrote most first. */
export const authorsOf = (fragment: Y.XmlFragment, authors: NotesAuthors): ReadonlyMap<string, readonly SeatId[]> => {
  const found = new Map<string, readonly SeatId[]>();
  const visit = (parent: Y.XmlFragment, amounts: Map<SeatId, number>): void => {
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) textBy(child, authors, amounts);
      if (!(child instanceof Y.XmlElement)) continue;
      const blockId: unknown = child.getAttribute('blockId');
      const isBlock = typeof blockId === 'string' && blockId !== '';
      const own = isBlock ? new Map<SeatId, number>() : amounts;
      visit(child, own);
      if (isBlock)
        found.set(
          blockId,
          [...own].sort(([, one], [, other]) => other - one).map(([seat]) => seat),
        );
    }
  };
  visit(fragment, new Map());
  return found;
};

const SHOWN_WHOLE = 3;

/** "AO" of Ann Okafor; a Chinese name stands whole, or by its given name when it is long. */
export const initialsOf = (name: string): string => {
  if (/^\p{Script=Han}+$/u.test(name)) return name.length <= SHOWN_WHOLE ? name : name.slice(-2);
  const words = name.split(/[\s·-]+/u).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase();
};
