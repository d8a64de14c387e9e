/** A dialog on the browser's own <dialog>: focus is kept inside, Escape closes. Owns opening and closing; fires `close`. */
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base, buttons } from './base.css.ts';
import { icon } from './icon.ts';

@customElement('ui-dialog')
export class UiDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      dialog {
        width: min(34rem, calc(100vw - 2rem));
        max-height: calc(100dvh - 2rem);
        padding: var(--gap-5);
        border: 1px solid var(--hairline);
        border-radius: var(--round);
        background: var(--leaf);
        color: var(--ink);
        box-shadow: var(--lift);
        overflow: auto;
      }

      dialog::backdrop {
        background: rgb(20 18 14 / 0.45);
      }

      header {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: var(--gap-3);
        margin-block-end: var(--gap-4);
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  @property() heading = '';
  @property() closeLabel = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  override updated(): void {
    if (this.open && !this.dialog.open) this.dialog.showModal();
    if (!this.open && this.dialog.open) this.dialog.close();
  }

  private readonly closed = (): void => {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @close=${this.closed}>
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button class="quiet bare" aria-label=${this.closeLabel} @click=${() => this.dialog.close()}>
          ${icon('close')}
        </button>
      </header>
      ${this.open ? html`<slot></slot>` : ''}
    </dialog>`;
  }
}
