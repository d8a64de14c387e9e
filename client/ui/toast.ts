/** Short messages that come and go at the edge of the page, spoken once. Owns their time on screen; `toast()` is the only door. */
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base } from './base.css.ts';

export type Tone = 'plain' | 'kindNo' | 'harm';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: Tone;
}

const SHOWN_MS = 7_000;
const board = new EventTarget();

export const toast = (text: string, tone: Tone = 'plain'): void => {
  board.dispatchEvent(new CustomEvent('toast', { detail: { text, tone } }));
};

@customElement('ui-toasts')
export class UiToasts extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: fixed;
        z-index: 100;
        inset-block-end: 5.5rem;
        inset-inline: 0;
        display: grid;
        justify-items: center;
        gap: var(--gap-2);
        pointer-events: none;
      }

      p {
        max-width: min(36rem, calc(100vw - 2rem));
        padding: var(--gap-2) var(--gap-4);
        border-radius: var(--round);
        background: var(--ink);
        color: var(--paper);
        box-shadow: var(--lift);
      }

      .harm {
        border-inline-start: 4px solid var(--red);
      }

      .kindNo {
        border-inline-start: 4px solid var(--amber);
      }
    `,
  ];

  @state() private toasts: readonly Toast[] = [];
  private count = 0;

  private readonly hear = (event: Event): void => {
    if (!(event instanceof CustomEvent)) return;
    const { text, tone } = event.detail as { readonly text: string; readonly tone: Tone };
    const id = ++this.count;
    this.toasts = [...this.toasts.filter((one) => one.text !== text), { id, text, tone }].slice(-3);
    setTimeout(() => (this.toasts = this.toasts.filter((one) => one.id !== id)), SHOWN_MS);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    board.addEventListener('toast', this.hear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    board.removeEventListener('toast', this.hear);
  }

  override render(): TemplateResult {
    return html`<div role="status" aria-live="polite">
      ${repeat(
        this.toasts,
        (one) => one.id,
        (one) => html`<p class=${one.tone}>${one.text}</p>`,
      )}
    </div>`;
  }
}
