/** What the caret stands in, for the bar to show. Owns the reading only. */
import type { Editor } from '@tiptap/core';
import type { BlockKind } from '../../../shared/notes/blocks.ts';
import { linkAtCaret } from './links.ts';
import { kindAtCaret } from './typed-blocks.ts';

export type Pressed = 'bold' | 'italic' | 'heading' | 'list' | 'numbered' | 'tasks' | 'table' | 'link';

export interface CaretState {
  readonly kind: BlockKind | null;
  readonly on: ReadonlySet<Pressed>;
  /** The address of the link at the caret. */
  readonly link: string | null;
}

const NODES: Readonly<Record<Pressed, string>> = {
  bold: 'bold',
  italic: 'italic',
  heading: 'heading',
  list: 'bulletList',
  numbered: 'orderedList',
  tasks: 'taskList',
  table: 'table',
  link: 'link',
};

export const NOWHERE: CaretState = { kind: null, on: new Set(), link: null };

export const caretStateOf = (editor: Editor): CaretState => ({
  kind: kindAtCaret(editor),
  on: new Set((Object.keys(NODES) as Pressed[]).filter((name) => editor.isActive(NODES[name]))),
  link: linkAtCaret(editor),
});
