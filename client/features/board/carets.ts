/**
 * Where the others write. Owns the look of a caret and the colour of a seat. A name comes from the roster, never from the peer's message, and
 * colours are classes: the page's policy forbids style attributes, and a peer's text is no place to take a style from.
 */
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import * as Y from 'yjs';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import type { BoardConnection } from '../../notes/board-connection.ts';
import type { Surroundings } from './surroundings.ts';

/** Dark enough for white letters on them (AA). */
export const CARET_COLORS = ['#1f5c43', '#8a4b08', '#1c4f8f', '#7a2a6a', '#8c2f24', '#3c5a14', '#4a3f9a', '#0f5f66'];

const indexOf = (seat: unknown): number =>
  [...String(seat)].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % CARET_COLORS.length;

const colorOf = (seat: SeatId): string => CARET_COLORS[indexOf(seat)] ?? '#000000';

export const carets = (provider: BoardConnection['provider'], seat: SeatId, around: Pick<Surroundings, 'nameOf'>) =>
  CollaborationCaret.configure({
    provider,
    user: { seat, name: around.nameOf(seat), color: colorOf(seat) },
    render: (user) => {
      const caret = document.createElement('span');
      caret.className = `board-caret board-color-${indexOf(user['seat'])}`;
      const label = document.createElement('span');
      label.className = 'board-caret-name';
      label.textContent = around.nameOf(user['seat']);
      caret.append(label);
      return caret;
    },
    selectionRender: (user) => ({
      nodeName: 'span',
      class: `board-selection board-color-${indexOf(user['seat'])}`,
    }),
  });

type Awareness = BoardConnection['provider']['awareness'];

/** Where a peer says its caret is: the Yjs type; null when it says nothing that can be understood. */
const typeAt = (state: Readonly<Record<string, unknown>>, document: Y.Doc): unknown => {
  const cursor = state['cursor'];
  if (typeof cursor !== 'object' || cursor === null || !('head' in cursor)) return null;
  try {
    const relative = Y.createRelativePositionFromJSON(cursor.head);
    const known = Y.createAbsolutePositionFromRelativePosition(relative, document);
    if (known !== null) return known.type;
    // A caret's message can overtake the letter it stands behind; the line it stands in is known all the same.
    const line = relative.type && Y.getItem(document.store, relative.type);
    return line instanceof Y.Item && line.content instanceof Y.ContentType ? line.content.type : null;
  } catch {
    return null;
  }
};

/** Whether somebody else's caret stands in that block. */
export const othersWriteIn = (block: unknown, { doc, clientID, states }: Awareness): boolean =>
  [...states].some(([client, state]) => {
    if (client === clientID) return false;
    let type: unknown = typeAt(state, doc);
    while (type instanceof Y.AbstractType && type !== block) type = type.parent;
    return type instanceof Y.AbstractType;
  });
