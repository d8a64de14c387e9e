/** The second step of signing in: a code, or a passkey. Owns asking; tells by an event that somebody is signed in. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { accountArea, type AccountPhrase } from '../../../shared/languages/areas/account.ts';
import { beginPasskey, signInByCode, signInByPasskey, type SecondStep } from '../../connection/account-api.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { accountStyles } from './account-styles.ts';
import { accountFaultWords } from './fault-words.ts';
import { partStyles } from './parts-styles.ts';
import { provePasskey } from './passkeys.ts';

/** Somebody has proven who they are. */
class SignedInEvent extends Event {
  static readonly type = 'plenary-signed-in';
  constructor() {
    super(SignedInEvent.type, { bubbles: true, composed: true });
  }
}

/** A passkey asked for and sent; the code of what went wrong, or null when signed in. */
export const signInWithPasskey = async (step?: string): Promise<string | null> => {
  const begun = await beginPasskey(step);
  if (!begun.ok) return begun.fault.code;
  const answer = await provePasskey(begun.value.options);
  if (!answer) return 'passkey/cancelled';
  const done = await signInByPasskey(begun.value.step, answer, step);
  return done.ok ? null : done.fault.code;
};

@customElement('plenary-second-step')
export class PlenarySecondStep extends LitElement {
  static override styles = [base, buttons, fields, accountStyles, partStyles];

  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) step: SecondStep | null = null;
  @state() private fault: string | null = null;
  @state() private busy = false;

  private readonly byCode = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy || !this.step || !(event.target instanceof HTMLFormElement)) return;
    this.busy = true;
    const done = await signInByCode(this.step.step, valueOf(event.target, 'code'));
    this.settle(done.ok ? null : done.fault.code);
  };

  private readonly byPasskey = async (): Promise<void> => {
    if (this.busy || !this.step) return;
    this.busy = true;
    this.settle(await signInWithPasskey(this.step.step));
  };

  private settle(fault: string | null): void {
    this.busy = false;
    this.fault = fault;
    if (fault === null) this.dispatchEvent(new SignedInEvent());
  }

  override render(): TemplateResult | typeof nothing {
    const { language, step, busy } = this;
    if (!step) return nothing;
    const t = (key: AccountPhrase): string => say(accountArea, language, key);
    return html`<h1 tabindex="-1">${t('secondStep')}</h1>
      <p class="soft">${t('secondStepText')}</p>
      <form @submit=${this.byCode}>
        ${field({ name: 'code', label: t('code'), required: true, maxLength: 40, autocomplete: 'one-time-code' })}
        ${this.fault === null ? nothing : html`<p class="fault" role="alert">${accountFaultWords(this.fault, language)}</p>`}
        <div class="steps">
          <button class="primary" ?disabled=${busy}>${t('confirm')}</button>
          ${
            step.by.includes('passkey')
              ? html`<button type="button" ?disabled=${busy} @click=${this.byPasskey}>${t('byPasskey')}</button>`
              : nothing
          }
        </div>
      </form>`;
  }
}
