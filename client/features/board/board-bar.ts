/** The board's bar: is it saved, where is the meeting now, the block buttons, and the one-press statement of whoever has the floor. Owns its look only. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { boardArea } from '../../../shared/languages/areas/board.ts';
import { BLOCK_KINDS, type BlockKind } from '../../../shared/notes/blocks.ts';
import type { SavedState } from '../../notes/board-connection.ts';
import { BLOCK_DIGITS } from './block-keys.ts';

export interface BarWishes {
  readonly language: Language;
  readonly saved: SavedState;
  readonly warning: 'pasteTooLarge' | null;
  readonly editable: boolean;
  readonly active: BlockKind | null;
  /** Name of whoever has the floor; null when nobody has. */
  readonly holder: string | null;
  readonly currentTitle: string | null;
  readonly make: (kind: BlockKind) => void;
  readonly capture: () => void;
  readonly showCurrent: () => void;
}

/** Arrow keys go through a toolbar, Tab leaves it. */
const rove = (event: KeyboardEvent): void => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const bar = event.currentTarget;
  if (step === undefined || !(bar instanceof HTMLElement)) return;
  const buttons = [...bar.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === event.target);
  const next = buttons[(at + step + buttons.length) % buttons.length];
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next?.focus();
  event.preventDefault();
};

/** The text keeps its focus and selection when a button is pressed with the mouse. */
const keepFocus = (event: Event): void => event.preventDefault();

const tools = ({ language, active, make }: BarWishes): TemplateResult =>
  html`<div class="board-tools" role="toolbar" aria-label=${say(boardArea, language, 'blocks')} @keydown=${rove}>
    ${BLOCK_KINDS.map(
      (kind, at) =>
        html`<button
          type="button"
          tabindex=${at === 0 ? 0 : -1}
          aria-pressed=${String(active === kind)}
          aria-keyshortcuts=${`Control+Alt+${BLOCK_DIGITS[kind]}`}
          title=${`${say(boardArea, language, kind)} (Ctrl+Alt+${BLOCK_DIGITS[kind]})`}
          @pointerdown=${keepFocus}
          @click=${() => make(kind)}
        >
          ${say(boardArea, language, kind)}
        </button>`,
    )}
  </div>`;

export const boardBar = (wishes: BarWishes): TemplateResult => {
  const { language, saved, warning, holder, currentTitle } = wishes;
  // Saving and saved come and go with every word: to be seen, not to be read out.
  const quiet = saved === 'saved' || saved === 'saving';
  return html`<div class="board-bar">
    <div class="board-state">
      <span class=${`board-saved board-saved-${saved}`} aria-hidden=${quiet ? 'true' : nothing}
        >${quiet ? say(boardArea, language, saved) : nothing}</span
      >
      <span class="board-warning" role="status"
        >${quiet ? nothing : say(boardArea, language, saved)}
        ${warning === null ? nothing : say(boardArea, language, warning)}</span
      >
      ${
        currentTitle === null
          ? nothing
          : html`<button type="button" class="board-now" @click=${wishes.showCurrent}>
              ${say(boardArea, language, 'goToCurrent', { title: currentTitle })}
            </button>`
      }
    </div>
    ${
      wishes.editable
        ? html`${tools(wishes)}
          ${
            holder === null
              ? nothing
              : html`<button type="button" class="board-capture" @click=${wishes.capture}>
                  ${say(boardArea, language, 'statementBy', { name: holder })}
                </button>`
          }`
        : nothing
    }
  </div>`;
};
