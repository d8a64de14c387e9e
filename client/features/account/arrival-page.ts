/** Where the first administrator's link and an invitation to an organization land: what it is, who one is, one button. Owns both forms. */
import { SignalWatcher } from '@lit-labs/signals';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { accountArea, type AccountPhrase } from '../../../shared/languages/areas/account.ts';
import { organizationRoleArea } from '../../../shared/languages/areas/organization-roles.ts';
import type { OrganizationRole } from '../../../shared/organization/roles.ts';
import {
  acceptInvitation,
  claimAdministrator,
  lookAtAdministratorLink,
  lookAtInvitation,
} from '../../connection/account-api.ts';
import { me$, refreshMe } from '../../store/account.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { go, PageShown } from '../page.ts';
import { titleIn } from '../title.ts';
import { accountStyles } from './account-styles.ts';
import { accountFaultWords } from './fault-words.ts';
import { PastedLink } from './pasted-link.ts';
import { takeSecret } from './fragment.ts';

interface Invitation {
  readonly organization: { readonly en?: string | undefined; readonly 'zh-Hans'?: string | undefined };
  readonly email: string;
  readonly role: OrganizationRole;
  readonly isKnown: boolean;
}

type Shown = 'opening' | 'dead' | 'administrator' | Invitation;

@customElement('plenary-arrival')
export class PlenaryArrival extends SignalWatcher(LitElement) {
  static override styles = [base, buttons, fields, accountStyles];

  @property({ attribute: false }) language: Language = 'en';
  @property() of: 'administrator' | 'invitation' = 'invitation';
  @state() private shown: Shown = 'opening';
  @state() private fault: string | null = null;
  @state() private busy = false;
  private secret = '';

  constructor() {
    super();
    new PastedLink(this, () => void this.arrive());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add('narrow');
    void this.arrive();
  }

  override firstUpdated(): void {
    this.dispatchEvent(new PageShown(this.t('signIn')));
  }

  private t(key: AccountPhrase, values?: Values): string {
    return say(accountArea, this.language, key, values);
  }

  private readonly arrive = async (): Promise<void> => {
    this.secret = takeSecret() ?? '';
    this.fault = null;
    const found = this.secret === '' ? null : await this.look();
    this.shown = found ?? 'dead';
    if (found === null) this.fault ??= 'account/badLink';
  };

  private async look(): Promise<Shown | null> {
    if (this.of === 'administrator') {
      const answer = await lookAtAdministratorLink(this.secret);
      if (!answer.ok) this.fault = answer.fault.code;
      return answer.ok ? 'administrator' : null;
    }
    const [answer] = await Promise.all([lookAtInvitation(this.secret), refreshMe()]);
    if (!answer.ok) this.fault = answer.fault.code;
    return answer.ok ? answer.value : null;
  }

  private async run(
    work: () => Promise<{ readonly ok: boolean; readonly fault?: { readonly code: string } }>,
    to: string,
  ) {
    if (this.busy) return;
    this.busy = true;
    const answer = await work();
    this.busy = false;
    this.fault = answer.fault?.code ?? null;
    if (!answer.ok) return;
    await refreshMe();
    go(this, to);
  }

  private readonly claim = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const { secret, language } = this;
    const [name, email] = [valueOf(form, 'name'), valueOf(form, 'email')];
    void this.run(() => claimAdministrator({ secret, name, email, language }), '/account?first');
  };

  private readonly join = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const person = me$.get() ? undefined : { name: valueOf(form, 'name'), language: this.language };
    void this.run(() => acceptInvitation(this.secret, person), '/account');
  };

  private renderFault(): TemplateResult | typeof nothing {
    return this.fault === null
      ? nothing
      : html`<p class="fault" role="alert">${accountFaultWords(this.fault, this.language)}</p>`;
  }

  private renderName(): TemplateResult {
    return field({ name: 'name', label: this.t('yourName'), required: true, autocomplete: 'name' });
  }

  private renderInvitation(shown: Invitation): TemplateResult {
    const me = me$.get();
    const role = say(organizationRoleArea, this.language, shown.role);
    const may = say(organizationRoleArea, this.language, `${shown.role}.may`);
    const needsSignIn = !me && shown.isKnown;
    return html`<h1 tabindex="-1">${this.t('join', { organization: titleIn(shown.organization, this.language) })}</h1>
      <p class="lead">${this.t('joinAs', { role, may })}</p>
      ${
        needsSignIn
          ? html`<p class="note">${this.t('joinKnown', { email: shown.email })}</p>
              <a class="button primary" href="/sign-in">${this.t('toSignIn')}</a>`
          : html`<form @submit=${this.join}>
              ${me ? nothing : this.renderName()} ${this.renderFault()}
              <div class="steps">
                <button class="primary" ?disabled=${this.busy}>
                  ${me ? this.t('joinGo', { name: me.name }) : this.t('joinNew')}
                </button>
              </div>
            </form>`
      }`;
  }

  override render(): TemplateResult {
    const { shown } = this;
    if (shown === 'opening') return html`<p class="soft" role="status">${this.t('opening')}</p>`;
    if (shown === 'dead') {
      return html`<h1 tabindex="-1">${this.t('deadLink')}</h1>
        ${this.renderFault()}
        <a class="button" href="/sign-in">${this.t('toSignIn')}</a>`;
    }
    if (shown !== 'administrator') return this.renderInvitation(shown);
    return html`<h1 tabindex="-1">${this.t('administrator')}</h1>
      <p class="lead">${this.t('administratorLead')}</p>
      <form @submit=${this.claim}>
        ${this.renderName()}
        ${field({
          name: 'email',
          type: 'email',
          label: this.t('email'),
          required: true,
          maxLength: 254,
          autocomplete: 'email',
        })}
        ${this.renderFault()}
        <div class="steps"><button class="primary" ?disabled=${this.busy}>${this.t('administratorGo')}</button></div>
      </form>`;
  }
}
