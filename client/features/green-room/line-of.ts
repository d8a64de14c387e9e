/** At the desk, beside a name: that this person's line does not carry well, with figures; nothing while it does. Comes after the room. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import type { LineQuality } from '../../../shared/protocol/workshop-messages.ts';
import { figuresOf, otherLineWords } from './line-words.ts';

@customElement('plenary-line-of')
export class LineOf extends LitElement {
  static override styles = css`
    :host {
      color: var(--amber);
    }
  `;
  @property({ attribute: false }) quality!: LineQuality;
  @property({ attribute: false }) language: Language = 'en';

  protected override render(): TemplateResult | typeof nothing {
    const words = otherLineWords(this.quality, this.language);
    return words === null ? nothing : html`${words} (${figuresOf(this.quality, this.language)})`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-line-of': LineOf;
  }
}
