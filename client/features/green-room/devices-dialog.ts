/** The green room as a dialog in the room. Owns opening and closing: what is inside is open only while the dialog is. */
import { SignalWatcher } from '@lit-labs/signals';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { greenRoomArea } from '../../../shared/languages/areas/green-room.ts';
import type { MediaSession } from '../../media/media-session.ts';
import '../../ui/dialog.ts';
import './green-room.ts';
import { figuresOf, ownLineWords } from './line-words.ts';

@customElement('plenary-devices-dialog')
export class DevicesDialog extends SignalWatcher(LitElement) {
  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) media: MediaSession | null = null;
  @state() private open = false;

  show(): void {
    this.open = true;
  }

  protected override render(): TemplateResult {
    const { language, open } = this;
    const quality = this.media?.quality$.get() ?? null;
    return html`<ui-dialog
      .open=${open}
      .heading=${say(greenRoomArea, language, 'settings')}
      .closeLabel=${say(greenRoomArea, language, 'close')}
      @close=${() => (this.open = false)}
    >
      ${open && quality !== null ? html`<p>${ownLineWords(quality, language)} ${figuresOf(quality, language)}</p>` : nothing}
      ${open ? html`<plenary-green-room .language=${language} .media=${this.media}></plenary-green-room>` : nothing}
    </ui-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-devices-dialog': DevicesDialog;
  }
}
