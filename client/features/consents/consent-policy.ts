/**
 * What a workshop asks its people's consent for, set by whoever may edit the brief: purpose by purpose, whether it is asked and whether a yes
 * is needed to speak. Owns the choice until it is saved; what a policy means is shared/workshop/consents.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { say } from '../../../shared/languages/area.ts';
import { privacyArea, type PrivacyPhrase } from '../../../shared/languages/areas/privacy.ts';
import { policyOf } from '../../../shared/workshop/consents/selectors.ts';
import {
  CONSENT_POLICIES,
  PURPOSES,
  type ConsentPolicy,
  type Purpose,
} from '../../../shared/workshop/consents/types.ts';
import { fields } from '../../ui/base.css.ts';
import '../../ui/dialog.ts';
import { toast } from '../../ui/toast.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

type Policies = Readonly<Partial<Record<Purpose, ConsentPolicy>>>;

@customElement('plenary-consent-policy')
export class ConsentPolicyDialog extends Region {
  static override styles = [
    ...controls,
    fields,
    css`
      p + p {
        margin-block-start: var(--gap-2);
      }
      form > .quiet-words {
        margin-block-start: var(--gap-3);
      }
      .purpose {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr);
        align-items: center;
        gap: var(--gap-1) var(--gap-3);
        padding-block: var(--gap-3);
        border-bottom: 1px solid var(--hairline);
      }
      .purpose label {
        margin: 0;
      }
      @media (max-width: 30rem) {
        .purpose {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];
  /** What was chosen otherwise than it stands; null while closed. */
  @state() private chosen: Policies | null = null;
  @state() private saving = false;

  show(): void {
    this.chosen = {};
  }

  override render(): TemplateResult {
    const { chosen } = this;
    return html`<ui-dialog
      .open=${chosen !== null}
      .heading=${this.#say('policyTitle')}
      .closeLabel=${this.#say('cancel')}
      @close=${this.#close}
    >
      ${chosen === null ? nothing : this.#form(chosen)}
    </ui-dialog>`;
  }

  #say(key: PrivacyPhrase): string {
    return say(privacyArea, this.language, key);
  }

  #form(chosen: Policies): TemplateResult {
    return html`<form @submit=${this.#save}>
      <p>${this.#say('policyText')}</p>
      ${PURPOSES.map((purpose) => this.#purpose(purpose, chosen))}
      <p class="quiet-words">${this.#say('versions')}</p>
      <div class="steps">
        <button class="primary" ?disabled=${this.saving || Object.keys(chosen).length === 0}>
          ${this.#say('save')}
        </button>
        <button type="button" @click=${this.#close}>${this.#say('cancel')}</button>
      </div>
    </form>`;
  }

  #purpose(purpose: Purpose, chosen: Policies): TemplateResult {
    const stands = this.#standing(purpose);
    const shown = chosen[purpose] ?? stands;
    return html`<div class="purpose">
      <label for=${purpose}>${this.#say(`for.${purpose}`)}</label>
      <select id=${purpose} @change=${(event: Event) => this.#choose(purpose, event)}>
        ${CONSENT_POLICIES.map((one) => html`<option value=${one} .selected=${one === shown}>${this.#say(one)}</option>`)}
      </select>
    </div>`;
  }

  #standing(purpose: Purpose): ConsentPolicy | undefined {
    return this.view === null ? undefined : policyOf(this.view, purpose);
  }

  #choose(purpose: Purpose, { target }: Event): void {
    const policy = CONSENT_POLICIES.find((one) => target instanceof HTMLSelectElement && one === target.value);
    const { [purpose]: _, ...others } = this.chosen ?? {};
    this.chosen =
      policy === undefined || policy === this.#standing(purpose) ? others : { ...others, [purpose]: policy };
  }

  readonly #close = (): void => {
    this.chosen = null;
  };

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.saving = true;
    const consentPolicy = { ...this.view?.brief.consentPolicy, ...this.chosen };
    const isSaved = await this.ask({ type: 'brief/revise', brief: { consentPolicy } });
    this.saving = false;
    if (!isSaved) return;
    this.#close();
    toast(this.#say('saved'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-consent-policy': ConsentPolicyDialog;
  }
}
