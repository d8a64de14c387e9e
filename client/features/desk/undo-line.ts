/** What was done last and how to take it back: shown for a few seconds above the bar, and by the key `u`. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { say } from '../../../shared/languages/area.ts';
import { deskArea, type DeskPhrase } from '../../../shared/languages/areas/desk.ts';
import { lastDone$, offerUndo, type Undoable } from '../../store/undo.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

const isPhrase = (key: string): key is DeskPhrase => Object.hasOwn(deskArea.en, key);

@customElement('plenary-undo')
export class UndoLine extends Region {
  static override styles = [
    ...controls,
    css`
      p {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: var(--gap-3);
        padding: var(--gap-1) var(--gap-4);
        background: var(--shade);
        border-top: 1px solid var(--hairline);
      }
    `,
  ];

  async undo(): Promise<void> {
    const last = lastDone$.get();
    if (last === null) return;
    await this.ask(last.undo);
    // What was taken back is not offered to be taken back in turn.
    offerUndo(null);
  }

  override render(): TemplateResult {
    const last = lastDone$.get();
    return html`<div role="status">${last === null ? nothing : this.#line(last)}</div>`;
  }

  #line({ done }: Undoable): TemplateResult {
    const key = `did.${done === 'floor/giveNext' ? 'floor/give' : done}`;
    return html`<p>
      <span>${isPhrase(key) ? say(deskArea, this.language, key) : ''}</span>
      <button aria-keyshortcuts="u" @click=${() => this.undo()}>${say(deskArea, this.language, 'undo')}</button>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-undo': UndoLine;
  }
}
