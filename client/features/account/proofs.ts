/** How somebody signs in: passkeys, an authenticator app with recovery codes, a password. Owns setting each up and taking it away. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { accountArea, type AccountPhrase } from '../../../shared/languages/areas/account.ts';
import {
  beginRegistration,
  beginTotp,
  finishTotp,
  freshRecovery,
  readCredentials,
  readWays,
  registerPasskey,
  removeCredential,
  setPassword,
  type OwnCredentials,
} from '../../connection/account-api.ts';
import type { Answer } from '../../connection/http.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { dayOf } from '../when.ts';
import { accountStyles } from './account-styles.ts';
import { accountFaultWords } from './fault-words.ts';
import { partStyles } from './parts-styles.ts';
import { hasPasskeys, makePasskey } from './passkeys.ts';

type Doing =
  | { readonly kind: 'nothing' | 'passkey' | 'password' }
  | { readonly kind: 'app'; readonly step: string; readonly secret: string; readonly address: string }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

@customElement('plenary-proofs')
export class PlenaryProofs extends LitElement {
  static override styles = [base, buttons, fields, accountStyles, partStyles];

  @property({ attribute: false }) language: Language = 'en';
  @state() private own: OwnCredentials | null = null;
  @state() private canPasskey = false;
  @state() private doing: Doing = { kind: 'nothing' };
  @state() private fault: string | null = null;
  @state() private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.fetch();
  }

  private readonly beginApp = async (): Promise<void> => {
    await import('./qr-code.ts').catch(() => undefined);
    await this.run(beginTotp, (begun) => ({ kind: 'app', ...begun }));
  };

  private t(key: AccountPhrase, values?: Values): string {
    return say(accountArea, this.language, key, values);
  }

  private readonly fetch = async (): Promise<void> => {
    const [own, ways] = await Promise.all([readCredentials(), readWays()]);
    this.own = own.ok ? own.value : null;
    this.fault = own.ok ? null : own.fault.code;
    this.canPasskey = ways.ok && ways.value.passkeys && hasPasskeys();
  };

  /** One ask at a time; the next thing shown when it succeeds. */
  private async run<T>(work: () => Promise<Answer<T>>, then: (value: T) => Doing): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const answer = await work();
    this.busy = false;
    this.fault = answer.ok ? null : answer.fault.code;
    if (!answer.ok) return;
    this.doing = then(answer.value);
    const own = await readCredentials();
    if (own.ok) this.own = own.value;
  }

  private readonly done = (): Doing => ({ kind: 'nothing' });

  private readonly addPasskey = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy || !(event.target instanceof HTMLFormElement)) return;
    const label = valueOf(event.target, 'label');
    const begun = await beginRegistration();
    if (!begun.ok) {
      this.fault = begun.fault.code;
      return;
    }
    const answer = await makePasskey(begun.value.options);
    if (!answer) this.fault = 'passkey/cancelled';
    else await this.run(() => registerPasskey(begun.value.step, label, answer), this.done);
  };

  private readonly confirmApp = (event: SubmitEvent): void => {
    event.preventDefault();
    const { doing } = this;
    const form = event.target;
    if (doing.kind !== 'app' || !(form instanceof HTMLFormElement)) return;
    void this.run(
      () => finishTotp(doing.step, valueOf(form, 'code')),
      ({ recovery }) => ({ kind: 'codes', codes: recovery }),
    );
  };

  private readonly savePassword = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const password = new FormData(event.target).get('password');
    void this.run(() => setPassword(typeof password === 'string' ? password : ''), this.done);
  };

  private renderForm(): TemplateResult | typeof nothing {
    const { doing, busy } = this;
    const cancel = html`<button type="button" @click=${() => (this.doing = this.done())}>${this.t('cancel')}</button>`;
    switch (doing.kind) {
      case 'nothing':
        return nothing;
      case 'passkey':
        return html`<form @submit=${this.addPasskey}>
          ${field({ name: 'label', label: this.t('passkeyName'), required: true, maxLength: 100 })}
          <div class="steps"><button class="primary" ?disabled=${busy}>${this.t('addPasskey')}</button>${cancel}</div>
        </form>`;
      case 'password':
        return html`<form @submit=${this.savePassword}>
          ${field({
            name: 'password',
            type: 'password',
            label: this.t('newPassword'),
            hint: this.t('newPasswordHint'),
            required: true,
            autocomplete: 'new-password',
          })}
          <div class="steps"><button class="primary" ?disabled=${busy}>${this.t('setPassword')}</button>${cancel}</div>
        </form>`;
      case 'app':
        return html`<form @submit=${this.confirmApp}>
          <p>${this.t('appLead')}</p>
          <plenary-qr-code .address=${doing.address}></plenary-qr-code>
          <p>${this.t('appKey')}: <span class="secret">${doing.secret}</span></p>
          ${field({
            name: 'code',
            label: this.t('appCode'),
            required: true,
            maxLength: 12,
            autocomplete: 'one-time-code',
          })}
          <div class="steps"><button class="primary" ?disabled=${busy}>${this.t('confirm')}</button>${cancel}</div>
        </form>`;
      case 'codes':
        return html`<div role="status">
          <p>${this.t('recoveryLead')}</p>
          <ul class="codes">
            ${doing.codes.map((code) => html`<li>${code}</li>`)}
          </ul>
          <button class="primary" @click=${() => (this.doing = this.done())}>${this.t('codesKept')}</button>
        </div>`;
    }
  }

  private renderList({ credentials, recoveryLeft }: OwnCredentials): TemplateResult {
    const { language } = this;
    return html`<ul>
        ${credentials.map(
          ({ id, kind, label, createdAt, usedAt }) =>
            html`<li>
              <span class="what"
                >${this.t(`kind.${kind}`)}${label ? html` · ${label}` : nothing}
                <span class="soft small"
                  >${this.t('since', { when: dayOf(createdAt, language) })}${
                    usedAt === null ? nothing : html` · ${this.t('lastUsed', { when: dayOf(usedAt, language) })}`
                  }</span
                ></span
              >
              <button
                aria-label="${this.t('remove')}: ${this.t(`kind.${kind}`)} ${label}"
                ?disabled=${this.busy}
                @click=${() => this.run(() => removeCredential(id), this.done)}
              >
                ${this.t('remove')}
              </button>
            </li>`,
        )}
      </ul>
      ${
        recoveryLeft === 0
          ? nothing
          : html`<p class="soft small">${this.t('recoveryLeft', { count: recoveryLeft })} · ${this.t('removeLast')}</p>`
      }`;
  }

  private renderDoors(own: OwnCredentials): TemplateResult {
    const kinds = new Set(own.credentials.map(({ kind }) => kind));
    const hasFactor = kinds.has('totp') || kinds.has('passkey');
    const open = (kind: 'passkey' | 'password') => () => {
      this.fault = null;
      this.doing = { kind };
    };
    return html`<div class="steps">
        ${this.canPasskey ? html`<button @click=${open('passkey')}>${this.t('addPasskey')}</button>` : nothing}
        <button ?disabled=${this.busy} @click=${this.beginApp}>
          ${this.t(kinds.has('totp') ? 'replaceApp' : 'addApp')}
        </button>
        ${hasFactor ? html`<button @click=${open('password')}>${this.t('setPassword')}</button>` : nothing}
        ${
          hasFactor
            ? html`<button
                ?disabled=${this.busy}
                @click=${() => this.run(freshRecovery, ({ recovery }) => ({ kind: 'codes', codes: recovery }))}
              >
                ${this.t('freshCodes')}
              </button>`
            : nothing
        }
      </div>
      ${this.canPasskey ? nothing : html`<p class="hint">${this.t('passkeysNeedName')}</p>`}`;
  }

  override render(): TemplateResult {
    const { own, fault, doing } = this;
    return html`<p class="soft">${this.t('proofsLead')}</p>
      ${own === null ? nothing : this.renderList(own)}
      ${
        fault === null
          ? nothing
          : html`<p class="fault" role="alert">
              ${accountFaultWords(fault, this.language)}
              ${fault === 'account/signInAgain' ? html`<a href="/sign-in">${this.t('signIn')}</a>` : nothing}
            </p>`
      }
      ${own !== null && doing.kind === 'nothing' ? this.renderDoors(own) : this.renderForm()}`;
  }
}
