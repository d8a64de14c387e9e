/** What an organization lends to programs: tokens, made and withdrawn, and webhooks. Owns what is shown once; the server decides who may. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { programsArea } from '../../../shared/languages/areas/programs.ts';
import { TOKEN_SCOPES, type TokenScope } from '../../../shared/organization/scopes.ts';
import { listTokens, makeToken, withdrawToken, type TokenLine } from '../../connection/programs-api.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { accountStyles } from '../account/account-styles.ts';
import type { Confirm } from '../room/confirm.ts';
import '../room/confirm.ts';
import { dayOf } from '../when.ts';
import { programsFaultWords } from './programs-faults.ts';
import { shownOnce, type Once } from './once.ts';
import './webhooks.ts';

@customElement('plenary-programs')
export class PlenaryPrograms extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    accountStyles,
    css`
      :host {
        padding: 0;
      }

      fieldset {
        margin-block: var(--gap-4);
      }
    `,
  ];

  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) organization = '';
  @state() private tokens: readonly TokenLine[] | null = null;
  @state() private fault: string | null = null;
  @state() private once: Once | null = null;
  @state() private hasChosenNone = false;
  readonly #confirm = createRef<Confirm>();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#fetch();
  }

  #t(key: keyof (typeof programsArea)['en'], values?: Values): string {
    return say(programsArea, this.language, key, values);
  }

  readonly #fetch = async (): Promise<void> => {
    const answer = await listTokens(this.organization);
    this.fault = answer.ok ? null : answer.fault.code;
    if (answer.ok) this.tokens = answer.value.tokens;
  };

  readonly #make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const chosen = new FormData(form).getAll('scope');
    const scopes = TOKEN_SCOPES.filter((scope) => chosen.includes(scope));
    this.hasChosenNone = scopes.length === 0;
    if (this.hasChosenNone) return form.querySelector<HTMLInputElement>('[name=scope]')?.focus();
    const days = valueOf(form, 'days');
    const wish = { name: valueOf(form, 'name'), scopes, days: days === '' ? null : Number(days) };
    const answer = await makeToken(this.organization, wish);
    if (answer.ok) {
      form.reset();
      this.once = { secret: answer.value.token, words: 'tokenOnce' };
    }
    await this.#fetch();
    if (!answer.ok) this.fault = answer.fault.code;
  };

  async #withdraw({ id, name }: TokenLine): Promise<void> {
    const sure = await this.#confirm.value?.asks({
      title: this.#t('withdrawTitle', { name }),
      text: this.#t('withdrawText'),
      yes: this.#t('withdraw'),
      no: this.#t('keep'),
      harm: true,
    });
    if (sure !== true) return;
    const answer = await withdrawToken(this.organization, id);
    await this.#fetch();
    if (!answer.ok) this.fault = answer.fault.code;
  }

  #token(token: TokenLine): TemplateResult {
    const { name, scopes, expiresAt, usedAt } = token;
    const until = expiresAt === null ? this.#t('never') : this.#t('until', { when: dayOf(expiresAt, this.language) });
    const used = usedAt === null ? this.#t('unused') : this.#t('used', { when: dayOf(usedAt, this.language) });
    return html`<li>
      <span class="what"
        >${name}
        <span class="soft small">${scopes.map((scope) => this.#t(`scope.${scope}`)).join(' · ')}</span>
        <span class="soft small">${until} · ${used}</span></span
      >
      <button aria-label="${this.#t('withdraw')}: ${name}" @click=${() => this.#withdraw(token)}>
        ${this.#t('withdraw')}
      </button>
    </li>`;
  }

  #scope(scope: TokenScope): TemplateResult {
    return html`<label class="check">
      <input type="checkbox" name="scope" value=${scope} /> ${this.#t(`scope.${scope}`)}
    </label>`;
  }

  override render(): TemplateResult {
    const { tokens, fault, language, organization } = this;
    return html`<section aria-labelledby="programs">
        <h2 id="programs">${this.#t('title')}</h2>
        <p>${this.#t('text')} <a href="/docs">${this.#t('reference')}</a></p>
        ${fault === null ? nothing : html`<p class="fault" role="alert">${programsFaultWords(fault, language)}</p>`}
      </section>
      <section aria-labelledby="tokens">
        <h2 id="tokens">${this.#t('tokens')}</h2>
        ${shownOnce(this.once, language)}
        ${
          tokens === null
            ? html`<p class="soft" role="status">${this.#t('opening')}</p>`
            : tokens.length === 0
              ? html`<p class="soft">${this.#t('noTokens')}</p>`
              : html`<ul>
                  ${tokens.map((token) => this.#token(token))}
                </ul>`
        }
        <form @submit=${this.#make}>
          ${field({ name: 'name', label: this.#t('name'), hint: this.#t('nameHint'), required: true, maxLength: 100 })}
          <fieldset aria-describedby=${this.hasChosenNone ? 'none-chosen' : nothing}>
            <legend>${this.#t('may')}</legend>
            ${TOKEN_SCOPES.map((scope) => this.#scope(scope))}
            ${this.hasChosenNone ? html`<p class="fault" id="none-chosen">${this.#t('chooseOne')}</p>` : nothing}
          </fieldset>
          ${field({ name: 'days', type: 'number', label: this.#t('days'), value: '365', hint: this.#t('daysHint') })}
          <button class="primary">${this.#t('makeToken')}</button>
        </form>
      </section>
      <plenary-webhooks .language=${language} .organization=${organization}></plenary-webhooks>
      <plenary-confirm ${ref(this.#confirm)}></plenary-confirm>`;
  }
}
