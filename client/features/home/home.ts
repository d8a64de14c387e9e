/** The first page: what Plenary is, two ways to begin, and the workshops there are. Owns what is open; the forms and lists are their own. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { homeArea } from '../../../shared/languages/areas/home.ts';
import { base, buttons } from '../../ui/base.css.ts';
import { PageShown } from '../page.ts';
import './demo-form.ts';
import { homeStyles } from './home-styles.ts';
import './import-form.ts';
import './latest-updates.ts';
import './start-form.ts';
import './workshop-lists.ts';

const BEGINNINGS = ['start', 'demo', 'import'] as const;
type Beginning = (typeof BEGINNINGS)[number];

@customElement('plenary-home')
export class PlenaryHome extends LitElement {
  static override styles = [base, buttons, homeStyles];

  @property({ attribute: false }) language: Language = 'en';
  @state() private open: Beginning | null = null;

  override firstUpdated(): void {
    this.dispatchEvent(new PageShown(''));
  }

  private readonly toggle = async (beginning: Beginning): Promise<void> => {
    this.open = this.open === beginning ? null : beginning;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.beginning > *')?.focus();
  };

  private renderForm(): TemplateResult | typeof nothing {
    switch (this.open) {
      case 'start':
        return html`<plenary-start-form .language=${this.language}></plenary-start-form>`;
      case 'demo':
        return html`<plenary-demo-form .language=${this.language}></plenary-demo-form>`;
      case 'import':
        return html`<plenary-import-form .language=${this.language}></plenary-import-form>`;
      case null:
        return nothing;
    }
  }

  override render(): TemplateResult {
    const { language, open } = this;
    return html`<section class="opening">
        <h1 tabindex="-1">${say(homeArea, language, 'what')}</h1>
        <p class="how">${say(homeArea, language, 'how')}</p>
        <div class="actions">
          ${BEGINNINGS.map(
            (beginning, index) =>
              html`<button
                class=${index === 0 ? 'primary' : index === 2 ? 'quiet' : ''}
                aria-expanded=${open === beginning ? 'true' : 'false'}
                aria-controls="beginning"
                @click=${() => this.toggle(beginning)}
              >
                ${say(homeArea, language, beginning)}
              </button>`,
          )}
        </div>
        <div
          id="beginning"
          class="beginning"
          role="group"
          aria-label=${open === null ? nothing : say(homeArea, language, open)}
          ?hidden=${open === null}
        >
          ${this.renderForm()}
        </div>
      </section>
      <plenary-workshop-lists .language=${language}></plenary-workshop-lists>
      <plenary-latest-updates .language=${language}></plenary-latest-updates>`;
  }
}
