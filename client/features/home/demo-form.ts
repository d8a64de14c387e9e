/** The demo workshop: to be seen as it was held, or run again. Owns the form. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { homeArea } from '../../../shared/languages/areas/home.ts';
import { openDemo } from '../../connection/api.ts';
import type { ApiFault } from '../../connection/http.ts';
import { recall, remember } from '../../store/memory.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { fieldFault, wordsOfFault } from '../faults.ts';
import { enterFounded } from './founded.ts';

@customElement('plenary-demo-form')
export class PlenaryDemoForm extends LitElement {
  static override styles = [base, buttons, fields];

  @property({ attribute: false }) language: Language = 'en';
  @state() private opening = false;
  @state() private fault: ApiFault | null = null;

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  private readonly open = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.opening || !(event.target instanceof HTMLFormElement)) return;
    const name = valueOf(event.target, 'name');
    const mode = event.submitter?.getAttribute('value') === 'again' ? 'again' : 'held';
    this.opening = true;
    remember('plenary.name', name);
    const answer = await openDemo({ mode, name, language: this.language });
    this.opening = false;
    this.fault = answer.ok ? null : answer.fault;
    if (answer.ok) enterFounded(this, answer.value, '');
  };

  override render(): TemplateResult {
    const { language, fault, opening } = this;
    const t = (key: keyof (typeof homeArea)['en']): string => say(homeArea, language, key);
    return html`<form @submit=${this.open}>
      <p class="field">${t('demoText')}</p>
      ${field({
        name: 'name',
        label: t('yourName'),
        hint: t('yourNameHint'),
        value: recall('plenary.name') ?? '',
        required: true,
        autocomplete: 'name',
        fault: fieldFault(fault, 'name', language),
      })}
      ${fault === null ? nothing : html`<p class="fault" role="alert">${wordsOfFault(fault, language)}</p>`}
      <div class="steps">
        <button class="primary" name="mode" value="held" ?disabled=${opening}>
          ${t(opening ? 'opening' : 'demoHeld')}
        </button>
        <button name="mode" value="again" ?disabled=${opening}>${t('demoAgain')}</button>
      </div>
    </form>`;
  }
}
