/** The board's bar: is it saved, where is the meeting now, the tools, and the one-press statement of whoever has the floor. Owns its look only. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { boardArea } from '../../../shared/languages/areas/board.ts';
import { BLOCK_KINDS, type BlockKind } from '../../../shared/notes/blocks.ts';
import { editorIcon } from '../../ui/editor-icons.ts';
import type { SavedState } from '../../notes/board-connection.ts';
import { BLOCK_DIGITS } from './block-keys.ts';
import type { CaretState } from './caret-state.ts';
import { linkRow, tableRow, type LinkRowWishes, type TableDeed } from './context-rows.ts';
import { formatBar, type Tool } from './format-bar.ts';
import { keepFocus, rove } from './roving.ts';
import type { BoardWarning } from './surroundings.ts';

export interface BarWishes {
  readonly language: Language;
  readonly saved: SavedState;
  /** Whether what is written without a line outlives this page. */
  readonly hasCopy: boolean;
  readonly warning: BoardWarning | null;
  readonly editable: boolean;
  readonly caret: CaretState;
  /** Name of whoever has the floor; null when nobody has. */
  readonly holder: string | null;
  readonly currentTitle: string | null;
  readonly following: boolean;
  readonly authorsShown: boolean;
  readonly link: LinkRowWishes | null;
  readonly make: (kind: BlockKind) => void;
  readonly use: (tool: Tool) => void;
  readonly useTable: (deed: TableDeed) => void;
  readonly insert: () => void;
  readonly capture: () => void;
  readonly showCurrent: () => void;
  readonly follow: () => void;
  readonly showAuthors: () => void;
  /** Null: not for this reader. */
  readonly showHistory: (() => void) | null;
}

const kinds = ({ language, caret, make }: BarWishes): TemplateResult =>
  html`<div
    class="board-tools board-kinds"
    role="toolbar"
    aria-label=${say(boardArea, language, 'blocks')}
    @keydown=${rove}
  >
    ${BLOCK_KINDS.map(
      (kind, at) =>
        html`<button
          type="button"
          tabindex=${at === 0 ? 0 : -1}
          aria-pressed=${String(caret.kind === kind)}
          aria-keyshortcuts=${`Control+Alt+${BLOCK_DIGITS[kind]}`}
          title=${`${say(boardArea, language, kind)} (Ctrl+Alt+${BLOCK_DIGITS[kind]})`}
          @pointerdown=${keepFocus}
          @click=${() => make(kind)}
        >
          ${say(boardArea, language, kind)}
        </button>`,
    )}
  </div>`;

const state = (wishes: BarWishes): TemplateResult => {
  const { language, saved, warning, currentTitle, showCurrent, following, follow } = wishes;
  const { authorsShown, showAuthors, showHistory, hasCopy } = wishes;
  // Saving and saved come and go with every word: to be seen, not to be read out.
  const quiet = saved === 'saved' || saved === 'saving';
  return html`<div class="board-state">
    <span class=${`board-saved board-saved-${saved}`} aria-hidden=${quiet ? 'true' : nothing}
      >${quiet ? say(boardArea, language, saved) : nothing}</span
    >
    <span class="board-warning" role="status"
      >${quiet ? nothing : say(boardArea, language, saved === 'offline' && !hasCopy ? 'offlineHere' : saved)}
      ${warning === null ? nothing : say(boardArea, language, warning)}</span
    >
    ${
      currentTitle === null
        ? nothing
        : html`<button type="button" class="board-now" @click=${showCurrent}>
            ${say(boardArea, language, 'goToCurrent', { title: currentTitle })}
          </button>`
    }
    <button type="button" class="board-follow" aria-pressed=${String(following)} @click=${follow}>
      ${editorIcon('follow')} ${say(boardArea, language, 'follow')}
    </button>
    <button type="button" class="board-follow" aria-pressed=${String(authorsShown)} @click=${showAuthors}>
      ${editorIcon('writers')} ${say(boardArea, language, 'authors')}
    </button>
    ${
      showHistory === null
        ? nothing
        : html`<button type="button" class="board-follow" aria-haspopup="dialog" @click=${showHistory}>
            ${editorIcon('history')} ${say(boardArea, language, 'history')}
          </button>`
    }
  </div>`;
};

const capture = ({ language, holder, capture: write }: BarWishes): TemplateResult | typeof nothing =>
  holder === null
    ? nothing
    : html`<button type="button" class="board-capture" aria-keyshortcuts="F2" title="F2" @click=${write}>
        ${say(boardArea, language, 'statementBy', { name: holder })}
      </button>`;

export const boardBar = (wishes: BarWishes): TemplateResult => {
  const { language, caret, editable, link } = wishes;
  return html`<div class="board-bar">
    ${state(wishes)}
    ${
      editable
        ? html`${formatBar({ language, caret, use: wishes.use, insert: wishes.insert })} ${kinds(wishes)}
          ${link === null ? nothing : linkRow(link)}
          ${caret.on.has('table') ? tableRow(language, wishes.useTable) : nothing} ${capture(wishes)}`
        : nothing
    }
  </div>`;
};
