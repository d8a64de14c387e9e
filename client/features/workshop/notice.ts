/** A page that only says something: a heading, a sentence, what to do next. Owns its look; must not know why. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '../../ui/base.css.ts';
import { PageShown } from '../page.ts';

export interface NextStep {
  readonly words: string;
  /** An address to go to, or something to do. */
  readonly path?: string;
  readonly act?: () => void;
}

@customElement('plenary-notice')
export class PlenaryNotice extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        max-width: 40rem;
        margin: 0 auto;
        padding: var(--gap-6) var(--gap-4);
      }

      p {
        margin-block-start: var(--gap-3);
        font-size: var(--size-3);
      }

      .steps {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-3);
        margin-block-start: var(--gap-5);
      }

      .wait {
        color: var(--ink-soft);
        text-align: center;
      }
    `,
  ];

  @property() heading = '';
  @property() text = '';
  /** A short wait: no heading, nothing to focus. */
  @property({ type: Boolean }) quiet = false;
  @property({ attribute: false }) steps: readonly NextStep[] = [];

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (!this.quiet && changed.has('heading')) this.dispatchEvent(new PageShown(this.heading));
  }

  override render(): TemplateResult {
    if (this.quiet) return html`<p class="wait" role="status">${this.heading}</p>`;
    return html`<h1 tabindex="-1">${this.heading}</h1>
      ${this.text === '' ? nothing : html`<p role="status">${this.text}</p>`}
      <div class="steps">
        ${this.steps.map(({ words, path, act }, index) =>
          path === undefined
            ? html`<button class=${index === 0 ? 'primary' : ''} @click=${act}>${words}</button>`
            : html`<a class="button" href=${path}>${words}</a>`,
        )}
      </div>`;
  }
}
