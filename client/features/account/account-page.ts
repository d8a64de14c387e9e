/** One's own account: who one is, how one signs in and where, one's workshops and organizations, one's data. Owns the page; parts are their own. */
import { SignalWatcher } from '@lit-labs/signals';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { accountArea, type AccountPhrase } from '../../../shared/languages/areas/account.ts';
import { organizationRoleArea } from '../../../shared/languages/areas/organization-roles.ts';
import { memberMay } from '../../../shared/organization/permissions.ts';
import { closeAccount, reviseMe, type Me } from '../../connection/account-api.ts';
import { leave, me$, refreshMe } from '../../store/account.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { toast } from '../../ui/toast.ts';
import { go, PageShown } from '../page.ts';
import { titleIn } from '../title.ts';
import { accountStyles } from './account-styles.ts';
import { accountFaultWords } from './fault-words.ts';
import type { ClosingDialog } from './closing.ts';
import './own-workshops.ts';
import './proofs.ts';
import './session-list.ts';

const NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-Hans': '中文' };

@customElement('plenary-account')
export class PlenaryAccount extends SignalWatcher(LitElement) {
  static override styles = [base, buttons, fields, accountStyles];

  @property({ attribute: false }) language: Language = 'en';
  @state() private fault: string | null = null;
  @state() private hasFailed = false;
  private isFirst = false;
  private readonly closing = createRef<ClosingDialog>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.isFirst = location.search === '?first';
    void this.arrive();
  }

  override firstUpdated(): void {
    this.dispatchEvent(new PageShown(this.t('account')));
  }

  private t(key: AccountPhrase, values?: Values): string {
    return say(accountArea, this.language, key, values);
  }

  private readonly arrive = async (): Promise<void> => {
    await refreshMe();
    this.hasFailed = me$.get() === undefined;
    if (me$.get() === null) go(this, '/sign-in');
  };

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const language = LANGUAGES.find((one) => one === valueOf(event.target as HTMLFormElement, 'language')) ?? 'en';
    const answer = await reviseMe({ name: valueOf(event.target, 'name'), language });
    this.fault = answer.ok ? null : answer.fault.code;
    if (answer.ok) toast(this.t('saved'));
    await refreshMe();
  };

  private readonly out = async (): Promise<void> => {
    await leave();
    go(this, '/');
  };

  private readonly close = async (): Promise<void> => {
    // Closing an account is rare: its questions come when they are to be asked.
    try {
      await import('./closing.ts');
    } catch {
      this.fault = 'http/unreachable';
      return;
    }
    const wish = await this.closing.value?.asks();
    if (!wish) return;
    const answer = await closeAccount(wish);
    this.fault = answer.ok ? null : answer.fault.code;
    if (!answer.ok) {
      // The button is at the page's end, the words at its beginning.
      await this.updateComplete;
      return this.renderRoot.querySelector('.fault')?.scrollIntoView({ block: 'center' });
    }
    await refreshMe();
    go(this, '/');
  };

  private renderProfile(me: Me): TemplateResult {
    return html`<section aria-labelledby="profile">
      <h2 id="profile">${this.t('profile')}</h2>
      <form @submit=${this.save}>
        ${field({ name: 'name', label: this.t('yourName'), value: me.name, required: true, autocomplete: 'name' })}
        <div class="field">
          <label for="language">${this.t('language')}</label>
          <select id="language" name="language">
            ${LANGUAGES.map((one) => html`<option value=${one} ?selected=${one === me.language}>${NAMES[one]}</option>`)}
          </select>
        </div>
        <div class="steps"><button>${this.t('save')}</button></div>
      </form>
    </section>`;
  }

  private renderOrganizations({ organizations, isAdministrator }: Me): TemplateResult {
    return html`<section aria-labelledby="organizations">
      <h2 id="organizations">${this.t('organizations')}</h2>
      ${organizations.length === 0 ? html`<p class="soft">${this.t('organizationsEmpty')}</p>` : nothing}
      <ul>
        ${organizations.map(
          ({ id, name, role }) =>
            html`<li>
              <a class="what" href="/organizations/${id}">${titleIn(name, this.language)}</a>
              <span class="soft">${say(organizationRoleArea, this.language, role)}</span>
            </li>`,
        )}
      </ul>
      ${isAdministrator ? html`<p><a class="button" href="/administration">${this.t('installation')}</a></p>` : nothing}
    </section>`;
  }

  private renderData(): TemplateResult {
    return html`<section aria-labelledby="data">
      <h2 id="data">${this.t('data')}</h2>
      <p class="soft">${this.t('dataLead')}</p>
      <div class="steps">
        <a class="button" href="/api/account/export" download>${this.t('download')}</a>
        <button class="danger" @click=${this.close}>${this.t('close')}</button>
      </div>
      <plenary-closing .language=${this.language} ${ref(this.closing)}></plenary-closing>
    </section>`;
  }

  override render(): TemplateResult {
    const { language, fault } = this;
    const me = me$.get();
    if (!me) {
      return this.hasFailed
        ? html`<p class="note" role="alert">${this.t('failed')}</p>
            <button @click=${this.arrive}>${this.t('tryAgain')}</button>`
        : html`<p class="soft" role="status">${this.t('opening')}</p>`;
    }
    const manages = me.organizations.some(({ role }) => memberMay(role, 'workshops.manage'));
    return html`<h1 tabindex="-1">${this.t('account')}</h1>
      <p class="soft">${me.emails.join(' · ')}</p>
      ${this.isFirst ? html`<p class="note">${this.t('first')}</p>` : nothing}
      ${
        fault === null
          ? nothing
          : html`<p class="fault" role="alert">
              ${accountFaultWords(fault, language)}
              ${fault === 'account/signInAgain' ? html`<a href="/sign-in">${this.t('signIn')}</a>` : nothing}
            </p>`
      }
      <section aria-labelledby="workshops">
        <h2 id="workshops">${this.t('workshops')}</h2>
        <plenary-own-workshops .language=${language} .manages=${manages}></plenary-own-workshops>
      </section>
      ${this.renderOrganizations(me)}
      <section aria-labelledby="proofs">
        <h2 id="proofs">${this.t('proofs')}</h2>
        <plenary-proofs .language=${language}></plenary-proofs>
      </section>
      <section aria-labelledby="sessions">
        <h2 id="sessions">${this.t('sessions')}</h2>
        <plenary-session-list .language=${language}></plenary-session-list>
        <div class="steps"><button @click=${this.out}>${this.t('signOut')}</button></div>
      </section>
      ${this.renderProfile(me)} ${this.renderData()}`;
  }
}
