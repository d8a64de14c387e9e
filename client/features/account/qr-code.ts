/** The picture for an authenticator app: black squares on white in any theme, since cameras read no other. Fetched only when one is set up. */
import { html, LitElement, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { encode } from 'uqr';
import { accountStyles } from './account-styles.ts';

@customElement('plenary-qr-code')
export class PlenaryQrCode extends LitElement {
  static override styles = [accountStyles];
  @property({ attribute: false }) address = '';

  override render(): TemplateResult {
    const { data, size } = encode(this.address, { border: 2 });
    const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
    return html`<svg class="qr" viewBox="0 0 ${size} ${size}" aria-hidden="true">
      ${svg`<path fill="#000" d=${path}></path>`}
    </svg>`;
  }
}
