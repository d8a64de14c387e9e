/** Every letter of the installation, and passing one on by hand. Owns opening a letter; what may be seen of it the server decides. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { administrationArea, type AdministrationPhrase } from '../../../shared/languages/areas/administration.ts';
import { readLetter, readOutbox, sendLetter, type Envelope } from '../../connection/administration-api.ts';
import { base, buttons } from '../../ui/base.css.ts';
import { accountStyles } from '../account/account-styles.ts';
import { accountFaultWords } from '../account/fault-words.ts';
import { partStyles } from '../account/parts-styles.ts';
import { dayOf } from '../when.ts';

@customElement('plenary-outbox')
export class PlenaryOutbox extends LitElement {
  static override styles = [base, buttons, accountStyles, partStyles];

  @property({ attribute: false }) language: Language = 'en';
  @state() private outbox: { readonly sends: boolean; readonly letters: readonly Envelope[] } | null = null;
  @state() private open: { readonly id: string; readonly text: string } | null = null;
  @state() private fault: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.fetch();
  }

  private t(key: AdministrationPhrase, values?: Values): string {
    return say(administrationArea, this.language, key, values);
  }

  private readonly fetch = async (): Promise<void> => {
    const answer = await readOutbox();
    this.fault = answer.ok ? null : answer.fault.code;
    if (answer.ok) this.outbox = answer.value;
  };

  private async toggle(id: string): Promise<void> {
    if (this.open?.id === id) {
      this.open = null;
      return;
    }
    const answer = await readLetter(id);
    this.fault = answer.ok ? null : answer.fault.code;
    if (answer.ok) this.open = { id, text: answer.value.text };
  }

  private async send(id: string): Promise<void> {
    const answer = await sendLetter(id);
    this.fault = answer.ok ? null : answer.fault.code;
    if (answer.ok) await this.fetch();
  }

  private renderLetter(letter: Envelope, sends: boolean): TemplateResult {
    const isOpen = this.open?.id === letter.id;
    const canSend = sends && (letter.state === 'held' || letter.state === 'failed');
    return html`<li>
      <span class="what"
        >${letter.to} · ${letter.subject}
        <span class="soft small"
          >${this.t(`letter.${letter.state}`)} ·
          ${dayOf(letter.createdAt, this.language)}${letter.fault === null ? nothing : html` · ${letter.fault}`}</span
        ></span
      >
      ${canSend ? html`<button @click=${() => this.send(letter.id)}>${this.t('sendAgain')}</button>` : nothing}
      <button
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-label="${this.t(isOpen ? 'closeLetter' : 'openLetter')}: ${letter.subject}, ${letter.to}"
        @click=${() => this.toggle(letter.id)}
      >
        ${this.t(isOpen ? 'closeLetter' : 'openLetter')}
      </button>
      ${isOpen ? html`<pre>${this.open?.text}</pre>` : nothing}
    </li>`;
  }

  override render(): TemplateResult {
    const { outbox, fault } = this;
    return html`${
      fault === null ? nothing : html`<p class="fault" role="alert">${accountFaultWords(fault, this.language)}</p>`
    }
    ${
      outbox === null
        ? nothing
        : html`<p class=${outbox.sends ? 'soft' : 'note'}>${this.t(outbox.sends ? 'outboxSends' : 'outboxHeld')}</p>
            ${outbox.letters.length === 0 ? html`<p class="soft">${this.t('outboxEmpty')}</p>` : nothing}
            <ul>
              ${outbox.letters.map((letter) => this.renderLetter(letter, outbox.sends))}
            </ul>`
    }`;
  }
}
