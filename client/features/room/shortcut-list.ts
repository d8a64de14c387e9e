/** The list of keys, as a dialog. */
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';
import '../../ui/dialog.ts';
import { SHORTCUTS } from './shortcuts.ts';
import { controls } from './styles.ts';

@customElement('plenary-shortcut-list')
export class ShortcutList extends LitElement {
  static override styles = [
    ...controls,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--gap-2) var(--gap-4);
        align-items: baseline;
      }
      kbd {
        display: inline-block;
        min-width: 2rem;
        padding: 2px 8px;
        text-align: center;
        border: 1px solid var(--edge);
        border-radius: 4px;
        font: 600 var(--size-1) / 1.5 var(--sans);
      }
    `,
  ];
  @property({ attribute: false }) language!: Language;
  @state() private open = false;

  show(): void {
    this.open = true;
  }

  override render(): TemplateResult {
    const { language } = this;
    return html`<ui-dialog
      .open=${this.open}
      .heading=${say(roomArea, language, 'shortcuts')}
      .closeLabel=${say(roomArea, language, 'close')}
      @close=${() => (this.open = false)}
    >
      <dl>
        ${Object.entries(SHORTCUTS).map(
          ([key, what]) =>
            html`<dt><kbd>${key}</kbd></dt>
              <dd>${say(roomArea, language, `shortcut.${what}`)}</dd>`,
        )}
      </dl>
    </ui-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-shortcut-list': ShortcutList;
  }
}
