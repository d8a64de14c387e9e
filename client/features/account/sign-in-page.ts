/** Signing in: the address for a link, the other ways, and where a link lands. Owns which of them is shown; the second step is its own. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { accountArea, type AccountPhrase } from '../../../shared/languages/areas/account.ts';
import {
  askLink,
  lookAtLink,
  readWays,
  redeemLink,
  signInByPassword,
  type SecondStep,
  type SignedIn,
  type SignInWays,
} from '../../connection/account-api.ts';
import type { Answer } from '../../connection/http.ts';
import { refreshMe } from '../../store/account.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { go, PageShown } from '../page.ts';
import { accountStyles } from './account-styles.ts';
import { accountFaultWords } from './fault-words.ts';
import { PastedLink } from './pasted-link.ts';
import { takeSecret } from './fragment.ts';
import { hasPasskeys } from './passkeys.ts';
import './second-step.ts';
import { signInWithPasskey } from './second-step.ts';

type Shown =
  | { readonly kind: 'opening' }
  | { readonly kind: 'ways' }
  | { readonly kind: 'password' }
  | { readonly kind: 'sent'; readonly email: string }
  | { readonly kind: 'link'; readonly secret: string; readonly email: string; readonly name: string | null }
  | { readonly kind: 'second'; readonly step: SecondStep };

@customElement('plenary-sign-in')
export class PlenarySignIn extends LitElement {
  static override styles = [base, buttons, fields, accountStyles];

  @property({ attribute: false }) language: Language = 'en';
  @state() private shown: Shown = { kind: 'opening' };
  @state() private ways: SignInWays | null = null;
  @state() private fault: string | null = null;
  @state() private busy = false;

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
    const secret = takeSecret();
    this.fault = new URLSearchParams(location.search).get('fault');
    const [ways, link] = await Promise.all([readWays(), secret === null ? null : lookAtLink(secret)]);
    this.ways = ways.ok ? ways.value : null;
    if (secret !== null && link?.ok) this.shown = { kind: 'link', secret, ...link.value };
    else {
      this.shown = { kind: 'ways' };
      if (link && !link.ok) this.fault = link.fault.code;
      else if (!ways.ok) this.fault = ways.fault.code;
    }
  };

  /** Runs one step at a time; what it answers decides what is shown next. */
  private async step(work: () => Promise<Answer<SignedIn>>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const answer = await work();
    this.busy = false;
    this.fault = answer.ok ? null : answer.fault.code;
    if (!answer.ok) return;
    if (answer.value.state === 'secondStep') this.shown = { kind: 'second', step: answer.value };
    else await this.inside();
  }

  private readonly inside = async (): Promise<void> => {
    await refreshMe();
    go(this, '/account');
  };

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy || !(event.target instanceof HTMLFormElement)) return;
    const email = valueOf(event.target, 'email');
    this.busy = true;
    const answer = await askLink(email, this.language);
    this.busy = false;
    this.fault = answer.ok ? null : answer.fault.code;
    if (answer.ok) this.shown = { kind: 'sent', email };
  };

  private readonly byPassword = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    // Not trimmed: a password is what was typed.
    const password = new FormData(form).get('password');
    void this.step(() => signInByPassword(valueOf(form, 'email'), typeof password === 'string' ? password : ''));
  };

  private readonly byPasskey = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    this.fault = await signInWithPasskey();
    this.busy = false;
    if (this.fault === null) await this.inside();
  };

  private renderFault(): TemplateResult | typeof nothing {
    return this.fault === null
      ? nothing
      : html`<p class="fault" role="alert">${accountFaultWords(this.fault, this.language)}</p>`;
  }

  private renderEmail(hint?: string): TemplateResult {
    return field({
      name: 'email',
      type: 'email',
      label: this.t('email'),
      required: true,
      maxLength: 254,
      autocomplete: 'email',
      ...(hint !== undefined && { hint }),
    });
  }

  private renderOthers(): TemplateResult {
    const { ways, language } = this;
    return html`<p class="or">${this.t('otherWays')}</p>
      <div class="steps">
        ${
          ways?.openId
            ? html`<a class="button" target="_self" href="/api/sign-in/openid/begin?language=${language}"
                >${this.t('byProvider', { provider: ways.openId })}</a
              >`
            : nothing
        }
        ${
          ways?.passkeys && hasPasskeys()
            ? html`<button ?disabled=${this.busy} @click=${this.byPasskey}>${this.t('byPasskey')}</button>`
            : nothing
        }
        <button @click=${() => (this.shown = { kind: this.shown.kind === 'password' ? 'ways' : 'password' })}>
          ${this.t(this.shown.kind === 'password' ? 'sendLink' : 'byPassword')}
        </button>
      </div>`;
  }

  private renderLink(shown: Extract<Shown, { kind: 'link' }>): TemplateResult {
    const redeem = (event: SubmitEvent): void => {
      event.preventDefault();
      const form = event.target;
      if (!(form instanceof HTMLFormElement)) return;
      const name = shown.name === null ? valueOf(form, 'name') : undefined;
      void this.step(() => redeemLink(shown.secret, name));
    };
    return html`<h1 tabindex="-1">${this.t(shown.name === null ? 'newHere' : 'signIn')}</h1>
      <p class="lead">${shown.name === null ? this.t('newHereText', { email: shown.email }) : shown.email}</p>
      <form @submit=${redeem}>
        ${
          shown.name === null
            ? field({ name: 'name', label: this.t('yourName'), required: true, autocomplete: 'name' })
            : nothing
        }
        ${this.renderFault()}
        <div class="steps">
          <button class="primary" ?disabled=${this.busy}>
            ${shown.name === null ? this.t('makeAccount') : this.t('asYou', { name: shown.name })}
          </button>
        </div>
      </form>`;
  }

  override render(): TemplateResult {
    const { shown } = this;
    switch (shown.kind) {
      case 'opening':
        return html`<p class="soft" role="status">${this.t('opening')}</p>`;
      case 'link':
        return this.renderLink(shown);
      case 'second':
        return html`<plenary-second-step
          .language=${this.language}
          .step=${shown.step}
          @plenary-signed-in=${this.inside}
        ></plenary-second-step>`;
      case 'sent':
        return html`<h1 tabindex="-1">${this.t('sent')}</h1>
          <p class="lead" role="status">
            ${this.t(this.ways?.sendsMail === false ? 'sentHeld' : 'sentText', { email: shown.email })}
          </p>
          <button @click=${() => (this.shown = { kind: 'ways' })}>${this.t('otherAddress')}</button>`;
      case 'password':
        return html`<h1 tabindex="-1">${this.t('signIn')}</h1>
          <form @submit=${this.byPassword}>
            ${this.renderEmail()}
            ${field({
              name: 'password',
              type: 'password',
              label: this.t('password'),
              required: true,
              autocomplete: 'current-password',
            })}
            ${this.renderFault()}
            <div class="steps"><button class="primary" ?disabled=${this.busy}>${this.t('signIn')}</button></div>
          </form>
          ${this.renderOthers()}`;
      case 'ways':
        return html`<h1 tabindex="-1">${this.t('signIn')}</h1>
          <p class="lead">${this.t('signInLead')}</p>
          ${this.ways?.sendsMail === false ? html`<p class="note">${this.t('noMail')}</p>` : nothing}
          <form @submit=${this.send}>
            ${this.renderEmail(this.t('sendLinkHint'))} ${this.renderFault()}
            <div class="steps"><button class="primary" ?disabled=${this.busy}>${this.t('sendLink')}</button></div>
          </form>
          ${this.renderOthers()}`;
    }
  }
}
