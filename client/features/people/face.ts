/** The directory's portrait of somebody on the roster, small beside the name; nothing where there is none. Owns fetching it with the seat's key. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PersonId } from '../../../shared/kernel/ids.ts';
import type { Connection } from '../../connection/connection.ts';
import { portraitOf } from '../../connection/portrait-api.ts';

@customElement('plenary-face')
export class Face extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }

    img {
      flex: none;
      width: 2.5rem;
      height: 2.5rem;
      border-radius: var(--round);
      object-fit: cover;
    }
  `;

  @property({ attribute: false }) connection!: Connection;
  @property({ attribute: false }) person!: PersonId;
  @state() private address: string | null = null;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('person')) void this.look(this.person);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  private forget(): void {
    if (this.address !== null) URL.revokeObjectURL(this.address);
    this.address = null;
  }

  private async look(person: PersonId): Promise<void> {
    const found = await portraitOf(this.connection, person);
    this.forget();
    if (person === this.person && this.isConnected) this.address = found;
    else if (found !== null) URL.revokeObjectURL(found);
  }

  override render(): TemplateResult | typeof nothing {
    // The name stands beside it; a picture said twice is noise.
    return this.address === null ? nothing : html`<img src=${this.address} alt="" />`;
  }
}
