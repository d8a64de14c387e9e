/**
 * Which of the board's editors one writes in, and what the bar's tools do there. Owns the caret's state as the bar shows it, the address row and
 * warnings; must not know the sections' order nor how the bar looks.
 */
import type { Editor } from '@tiptap/core';
import type { BlockKind } from '../../../shared/notes/blocks.ts';
import type { BoardSection } from './board-section.ts';
import { caretStateOf, NOWHERE, type CaretState } from './caret-state.ts';
import type { LinkRowWishes, TableDeed } from './context-rows.ts';
import { openBlockMenu, useTool, type Tool } from './format-bar.ts';
import { linkAtCaret, removeLink, setLink } from './links.ts';
import { moveBy } from './move-keys.ts';
import type { BoardWarning, Surroundings } from './surroundings.ts';
import { appendBlock, presetOf, toggleBlock } from './typed-blocks.ts';

export interface WritingWishes {
  /** The section one is to write in when none was used yet: the current item's. */
  readonly sectionNow: () => BoardSection | null;
  readonly changed: () => void;
}

export class Writing {
  caret: CaretState = NOWHERE;
  warning: BoardWarning | null = null;
  readonly #wishes: WritingWishes;
  #used: BoardSection | null = null;
  #writesAddress = false;

  constructor(wishes: WritingWishes) {
    this.#wishes = wishes;
  }

  /** The caret moved in that section, or something was written. */
  look(section: BoardSection, began: boolean): void {
    if (began) this.#used = section;
    if (section.editor === null || !section.editor.isFocused) return;
    this.caret = caretStateOf(section.editor);
    this.#writesAddress = false;
    if (this.warning !== 'uploading') this.warning = null;
    this.#wishes.changed();
  }

  warn(warning: BoardWarning | null): void {
    this.warning = warning;
    this.#wishes.changed();
  }

  make(kind: BlockKind, around: Surroundings): void {
    this.#with(({ editor }) => toggleBlock(editor, kind, around));
  }

  use(tool: Tool): void {
    this.#with(({ editor, section }) =>
      useTool(editor, tool, {
        link: () => this.writeAddress(),
        move: (moved, by) => moveBy(moved, section.moving, by),
      }),
    );
  }

  useTable(deed: TableDeed): void {
    this.#with(({ editor }) => editor.chain().focus()[deed]().run());
  }

  insert(): void {
    this.#with(({ editor }) => openBlockMenu(editor));
  }

  /** A statement of whoever has the floor, waiting to be written, under the current item. */
  capture(around: Surroundings): void {
    const editor = this.#wishes.sectionNow()?.editor;
    if (editor?.isEditable === true) appendBlock(editor, 'statement', presetOf('statement', around));
  }

  writeAddress(): void {
    if (this.#editor() === null) return;
    this.#writesAddress = true;
    this.#wishes.changed();
  }

  linkRow({ language }: Pick<LinkRowWishes, 'language'>, around: Surroundings): LinkRowWishes | null {
    const editor = this.#editor();
    if (editor === null || (!this.#writesAddress && this.caret.link === null)) return null;
    const leave = (): void => {
      this.#writesAddress = false;
      this.warn(null);
      editor.view.focus();
    };
    return {
      language,
      address: linkAtCaret(editor) ?? '',
      writing: this.#writesAddress,
      refused: this.warning === 'linkRefused',
      set: (typed) => {
        if (typed.trim() === '') leave();
        else if (setLink(editor, typed, around)) this.#writesAddress = false;
        this.#wishes.changed();
      },
      change: () => this.writeAddress(),
      remove: () => removeLink(editor),
      leave,
    };
  }

  #section(): BoardSection | null {
    return this.#used?.isConnected === true ? this.#used : this.#wishes.sectionNow();
  }

  #editor(): Editor | null {
    return this.#section()?.editor ?? null;
  }

  #with(act: (at: { readonly editor: Editor; readonly section: BoardSection }) => unknown): void {
    const section = this.#section();
    if (section !== null && section.editor?.isEditable === true) act({ editor: section.editor, section });
  }
}
