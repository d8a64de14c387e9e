/** What is said to a screen reader and shown to nobody. Each sentence is said once; clocks must never come here. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { base } from './base.css.ts';

const voice = new EventTarget();

export const announce = (text: string): void => {
  voice.dispatchEvent(new CustomEvent('say', { detail: text }));
};

@customElement('ui-live-region')
export class UiLiveRegion extends LitElement {
  static override styles = base;
  @state() private said: readonly string[] = [];

  /** The last few stay in the tree: replacing a sentence at once would swallow it when two things happen together. */
  private readonly hear = (event: Event): void => {
    if (event instanceof CustomEvent) this.said = [...this.said, String(event.detail)].slice(-4);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    voice.addEventListener('say', this.hear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    voice.removeEventListener('say', this.hear);
  }

  override render(): TemplateResult {
    return html`<div class="for-ears" role="log" aria-live="polite" aria-relevant="additions">
      ${this.said.map((text) => html`<p>${text}</p>`)}
    </div>`;
  }
}
