/** What stands where the room or its board will be: that it is coming, or that it did not come and how to try again. */
import { html, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';

export const boardNote = (state: 'opening' | 'failed', language: Language, again: () => unknown): TemplateResult =>
  state === 'opening'
    ? html`<p class="note" role="status">${say(roomArea, language, 'boardOpening')}</p>`
    : html`<div class="note" role="alert">
        ${say(roomArea, language, 'boardFailed')}<br />
        <button @click=${again}>${say(roomArea, language, 'tryAgain')}</button>
      </div>`;

export const opening = (language: Language): TemplateResult =>
  html`<p class="note" role="status">${say(roomArea, language, 'opening')}</p>`;
