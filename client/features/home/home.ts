/**
 * The first page: what Plenary is, ways to begin for whoever may, and the workshops there are. Owns what is open and asking the server what it
 * has; the forms and lists are their own.
 */
import { SignalWatcher } from '@lit-labs/signals';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { homeArea } from '../../../shared/languages/areas/home.ts';
import { readInstallation } from '../../connection/api.ts';
import { me$ } from '../../store/account.ts';
import { base, buttons } from '../../ui/base.css.ts';
import { PageShown } from '../page.ts';
import './demo-form.ts';
import { homeStyles } from './home-styles.ts';
import './import-form.ts';
import './latest-updates.ts';
import './start-form.ts';
import type { Lists } from './workshop-lists.ts';
import './workshop-lists.ts';

const BEGINNINGS = ['start', 'demo', 'import'] as const;
type Beginning = (typeof BEGINNINGS)[number];

@customElement('plenary-home')
export class PlenaryHome extends SignalWatcher(LitElement) {
  static override styles = [base, buttons, homeStyles];

  @property({ attribute: false }) language: Language = 'en';
  @state() private open: Beginning | null = null;
  @state() private lists: Lists = { kind: 'loading' };
  private who: string | null | undefined = undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.fetch();
  }

  /** Whoever signs out here may perhaps begin no workshop any more. */
  protected override willUpdate(): void {
    const me = me$.get();
    const who = me === undefined ? undefined : (me?.account ?? null);
    if (this.who !== undefined && who !== this.who) void this.fetch();
    this.who = who;
  }

  private readonly fetch = async (): Promise<void> => {
    const answer = await readInstallation();
    this.lists = answer.ok ? { kind: 'known', installation: answer.value } : { kind: 'failed' };
  };

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

  private renderTurnedAway(beginning: 'signIn' | 'invitation'): TemplateResult {
    const { language } = this;
    return html`<p class="turned-away">${say(homeArea, language, `turnedAway.${beginning}`)}</p>
      ${
        beginning === 'signIn'
          ? html`<a class="button primary" href="/sign-in">${say(homeArea, language, 'signIn')}</a>`
          : nothing
      }`;
  }

  /** Nothing is offered before the server has said that it would be accepted; where it could not be asked, it will say so itself. */
  private renderBeginnings(): TemplateResult {
    const { language, open, lists } = this;
    const beginning = lists.kind === 'known' ? lists.installation.beginning : 'open';
    if (beginning !== 'open') return this.renderTurnedAway(beginning);
    return html`<div class=${lists.kind === 'loading' ? 'actions unknown' : 'actions'}>
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
      </div>`;
  }

  override render(): TemplateResult {
    const { language } = this;
    return html`<section class="opening">
        <h1 tabindex="-1">${say(homeArea, language, 'what')}</h1>
        <p class="how">${say(homeArea, language, 'how')}</p>
        ${this.renderBeginnings()}
      </section>
      <plenary-workshop-lists .language=${language} .lists=${this.lists} .again=${this.fetch}></plenary-workshop-lists>
      <plenary-latest-updates .language=${language}></plenary-latest-updates>`;
  }
}
