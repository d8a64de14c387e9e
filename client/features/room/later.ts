/** A panel whose script comes when the panel is first shown. Owns asking for it, the words meanwhile, and trying again; must not know what comes. */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';
import { controls } from './styles.ts';

@customElement('plenary-later')
export class Later extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        height: 100%;
      }
      .note {
        padding: var(--gap-5);
        text-align: center;
        color: var(--ink-soft);
      }
    `,
  ];
  @property({ attribute: false }) language!: Language;
  @property({ attribute: false }) load!: () => Promise<unknown>;
  @property({ attribute: false }) content!: TemplateResult;
  /** Shown just now. */
  @property({ type: Boolean }) wanted = false;
  @state() private script: 'unasked' | 'opening' | 'open' | 'failed' = 'unasked';

  #opening: Promise<void> = Promise.resolve();

  protected override willUpdate(_changed: PropertyValues<this>): void {
    if (this.wanted && this.script === 'unasked') void this.#open();
  }

  /** What came, once it stands there; null when it did not come. */
  async opened(): Promise<Element | null> {
    await this.#opening;
    await this.updateComplete;
    return this.script === 'open' ? this.renderRoot.firstElementChild : null;
  }

  readonly #open = (): Promise<void> => (this.#opening = this.#load());

  async #load(): Promise<void> {
    this.script = 'opening';
    try {
      await this.load();
      this.script = 'open';
    } catch {
      this.script = 'failed';
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    switch (this.script) {
      case 'unasked':
        return nothing;
      case 'opening':
        return html`<p class="note" role="status">${say(roomArea, this.language, 'panelOpening')}</p>`;
      case 'failed':
        return html`<div class="note" role="alert">
          <p>${say(roomArea, this.language, 'panelFailed')}</p>
          <button @click=${this.#open}>${say(roomArea, this.language, 'tryAgain')}</button>
        </div>`;
      case 'open':
        return this.content;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-later': Later;
  }
}
