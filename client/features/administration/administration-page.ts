/** The installation's page: settings, accounts, founding an organization, the outbox. Owns the first three. */
import { SignalWatcher } from '@lit-labs/signals';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Language, LocalText } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { administrationArea, type AdministrationPhrase } from '../../../shared/languages/areas/administration.ts';
import { closingArea } from '../../../shared/languages/areas/closing.ts';
import {
  changeSettings,
  closeAccountOf,
  foundOrganization,
  readAccounts,
  readSettings,
  setAdministrator,
  type AccountLine,
  type InstallationSettings,
} from '../../connection/administration-api.ts';
import { me$, refreshMe } from '../../store/account.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { toast } from '../../ui/toast.ts';
import { accountStyles } from '../account/account-styles.ts';
import type { ClosingDialog } from '../account/closing.ts';
import '../account/closing.ts';
import { accountFaultWords } from '../account/fault-words.ts';
import { go, PageShown } from '../page.ts';
import './outbox.ts';

const SETTINGS = ['guestsMayStart', 'anybodyMaySignUp', 'anybodyMayFound'] as const;

@customElement('plenary-administration')
export class PlenaryAdministration extends SignalWatcher(LitElement) {
  static override styles = [base, buttons, fields, accountStyles];

  @property({ attribute: false }) language: Language = 'en';
  @state() private settings: InstallationSettings | null = null;
  @state() private accounts: readonly AccountLine[] = [];
  @state() private fault: string | null = null;
  @state() private hasFailed = false;
  private readonly closing = createRef<ClosingDialog>();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.arrive();
  }

  override firstUpdated(): void {
    this.dispatchEvent(new PageShown(this.t('installation')));
  }

  private t(key: AdministrationPhrase): string {
    return say(administrationArea, this.language, key);
  }

  private readonly arrive = async (): Promise<void> => {
    await refreshMe();
    this.hasFailed = me$.get() === undefined;
    if (me$.get() === null) go(this, '/sign-in');
    if (!me$.get()?.isAdministrator) return;
    const [settings, accounts] = await Promise.all([readSettings(), readAccounts()]);
    if (settings.ok) this.settings = settings.value;
    else this.fault = settings.fault.code;
    if (accounts.ok) this.accounts = accounts.value.accounts;
  };

  private async set(name: (typeof SETTINGS)[number], event: Event): Promise<void> {
    if (!(event.target instanceof HTMLInputElement)) return;
    const answer = await changeSettings({ [name]: event.target.checked });
    this.fault = answer.ok ? null : answer.fault.code;
    if (answer.ok) this.settings = answer.value;
  }

  private async promote({ id, isAdministrator }: AccountLine): Promise<void> {
    const answer = await setAdministrator(id, !isAdministrator);
    await this.arrive();
    this.fault = answer.ok ? null : answer.fault.code;
  }

  private async close({ id, name }: AccountLine): Promise<void> {
    const wish = await this.closing.value?.asks(name);
    if (!wish) return;
    const answer = await closeAccountOf(id, wish);
    await this.arrive();
    this.fault = answer.ok ? null : answer.fault.code;
    if (answer.ok) toast(say(closingArea, this.language, 'closed'));
  }

  private readonly found = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const [en, zh] = [valueOf(event.target, 'en'), valueOf(event.target, 'zh')];
    const name: LocalText = { ...(en !== '' && { en }), ...(zh !== '' && { 'zh-Hans': zh }) };
    const answer = await foundOrganization(name);
    this.fault = answer.ok ? null : answer.fault.code;
    if (!answer.ok) return;
    await refreshMe();
    go(this, `/organizations/${answer.value.organization}`);
  };

  private renderSettings(settings: InstallationSettings): TemplateResult {
    return html`<section aria-labelledby="settings">
      <h2 id="settings">${this.t('settings')}</h2>
      ${SETTINGS.map(
        (name) =>
          html`<div class="field">
            <label class="check"
              ><input
                type="checkbox"
                .checked=${settings[name]}
                @change=${(event: Event) => this.set(name, event)}
              />${this.t(name)}</label
            >
          </div>`,
      )}
    </section>`;
  }

  private renderFounding(): TemplateResult {
    return html`<section aria-labelledby="organizations">
      <h2 id="organizations">${this.t('organizations')}</h2>
      <p class="soft">${this.t('organizationsLead')}</p>
      <form class="inline" @submit=${this.found}>
        ${field({ name: 'en', label: this.t('nameEn') })} ${field({ name: 'zh', label: this.t('nameZh') })}
        <button class="primary">${this.t('found')}</button>
      </form>
      <p class="hint">${this.t('oneName')}</p>
    </section>`;
  }

  private renderAccounts(): TemplateResult {
    return html`<section aria-labelledby="accounts">
      <h2 id="accounts">${this.t('accounts')}</h2>
      <ul>
        ${this.accounts.map(
          (one) =>
            html`<li>
              <span class="what"
                >${one.name}
                <span class="soft small"
                  >${one.emails.join(' · ')}${one.isAdministrator ? html` · ${this.t('administrator')}` : nothing}</span
                ></span
              >
              <button
                aria-label="${this.t(one.isAdministrator ? 'unmakeAdministrator' : 'makeAdministrator')}: ${one.name}"
                @click=${() => this.promote(one)}
              >
                ${this.t(one.isAdministrator ? 'unmakeAdministrator' : 'makeAdministrator')}
              </button>
              ${
                one.id === me$.get()?.account
                  ? nothing
                  : html`<button
                      class="danger"
                      aria-label="${say(closingArea, this.language, 'close')}: ${one.name}"
                      @click=${() => this.close(one)}
                    >
                      ${say(closingArea, this.language, 'close')}
                    </button>`
              }
            </li>`,
        )}
      </ul>
      <plenary-closing .language=${this.language} ${ref(this.closing)}></plenary-closing>
    </section>`;
  }

  override render(): TemplateResult {
    const me = me$.get();
    const { fault, settings, language } = this;
    const words =
      fault === null ? nothing : html`<p class="fault" role="alert">${accountFaultWords(fault, language)}</p>`;
    if (this.hasFailed)
      return html`<p class="note" role="alert">${accountFaultWords('http/unreachable', language)}</p>
        <button @click=${this.arrive}>${this.t('tryAgain')}</button>`;
    if (!me)
      return html`${words}
        <p class="soft" role="status">${this.t('opening')}</p>`;
    if (!me.isAdministrator)
      return html`<h1>${this.t('installation')}</h1>
        <p class="note">${this.t('denied')}</p>`;
    return html`<h1 tabindex="-1">${this.t('installation')}</h1>
      <p class="steps">
        <a class="button" href="/administration/audit">${this.t('audit')}</a>
        <a class="button" href="/administration/retention">${this.t('retention')}</a>
      </p>
      ${words} ${settings === null ? nothing : this.renderSettings(settings)} ${this.renderFounding()}
      ${this.renderAccounts()}
      <section aria-labelledby="outbox">
        <h2 id="outbox">${this.t('outbox')}</h2>
        <plenary-outbox .language=${language}></plenary-outbox>
      </section>`;
  }
}
