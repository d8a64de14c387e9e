/** Rows that appear in the bar while the caret stands in a link or a table. Owns their look; what they do comes in. */
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { boardArea } from '../../../shared/languages/areas/board.ts';
import { isSafeAddress } from '../../../shared/notes/addresses.ts';
import { keepFocus, rove } from './roving.ts';

export interface LinkRowWishes {
  readonly language: Language;
  /** The address at the caret; '' for a link that is not made yet. */
  readonly address: string;
  /** Whether it is being written. */
  readonly writing: boolean;
  readonly refused: boolean;
  readonly set: (typed: string) => void;
  readonly change: () => void;
  readonly remove: () => void;
  readonly leave: () => void;
}

/** One and the same function at each drawing, so that it is called once: when the field appears. */
const focus = (input: Element | undefined): void => {
  if (!(input instanceof HTMLInputElement)) return;
  // It is drawn before it is on the page.
  queueMicrotask(() => {
    input.focus();
    input.select();
  });
};

const written = ({ language, address, refused, set, leave }: LinkRowWishes): TemplateResult => {
  const keys = (event: KeyboardEvent): void => {
    if (event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    if (event.key === 'Enter') set(event.target.value);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  };
  return html`<form
    class="board-row"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const input = event.target instanceof HTMLFormElement ? event.target.querySelector('input') : null;
      set(input?.value ?? '');
    }}
  >
    <label class="board-field board-address">
      <span>${say(boardArea, language, 'address')}</span>
      <input
        type="text"
        inputmode="url"
        autocomplete="off"
        maxlength="2000"
        placeholder="https://"
        .value=${address}
        aria-invalid=${String(refused)}
        @keydown=${keys}
        ${ref(focus)}
      />
    </label>
    <button type="submit">${say(boardArea, language, 'setLink')}</button>
    <button type="button" @click=${leave}>${say(boardArea, language, 'cancel')}</button>
  </form>`;
};

const shown = ({ language, address, change, remove }: LinkRowWishes): TemplateResult =>
  html`<div class="board-row" role="group" aria-label=${say(boardArea, language, 'tool.link')}>
    <span class="board-shown-address">${address}</span>
    ${
      isSafeAddress(address)
        ? html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow">
            ${say(boardArea, language, 'openLink')}
          </a>`
        : nothing
    }
    <button type="button" @pointerdown=${keepFocus} @click=${change}>${say(boardArea, language, 'changeLink')}</button>
    <button type="button" @pointerdown=${keepFocus} @click=${remove}>${say(boardArea, language, 'removeLink')}</button>
  </div>`;

export const linkRow = (wishes: LinkRowWishes): TemplateResult => (wishes.writing ? written(wishes) : shown(wishes));

export const TABLE_DEEDS = ['addRowAfter', 'addColumnAfter', 'deleteRow', 'deleteColumn', 'deleteTable'] as const;
export type TableDeed = (typeof TABLE_DEEDS)[number];

export const tableRow = (language: Language, use: (deed: TableDeed) => void): TemplateResult =>
  html`<div
    class="board-tools board-row"
    role="toolbar"
    aria-label=${say(boardArea, language, 'table')}
    @keydown=${rove}
  >
    ${TABLE_DEEDS.map(
      (deed, at) =>
        html`<button type="button" tabindex=${at === 0 ? 0 : -1} @pointerdown=${keepFocus} @click=${() => use(deed)}>
          ${say(boardArea, language, deed)}
        </button>`,
    )}
  </div>`;
