/** Putting a quoted person's portrait below a paragraph. Owns the form; whose may be used, and what stands under it, the server says. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { draftingArea, type DraftingPhrase } from '../../../shared/languages/areas/drafting.ts';
import { addPortrait } from '../../connection/drafting-api.ts';
import { mintId } from '../../store/mint.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import type { Sheet } from './sheet.ts';
import { wordsOfDraftFault } from './words.ts';

@customElement('plenary-portrait-form')
export class PlenaryPortraitForm extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      form {
        margin-block: var(--gap-3);
      }
    `,
  ];

  @property({ attribute: false }) sheet!: Sheet;
  @property({ attribute: false }) textLanguage!: Language;
  /** The piece below whose paragraph it goes. */
  @property({ attribute: false }) below!: string;
  @state() private isOpen = false;
  @state() private isBusy = false;
  @state() private fault: string | null = null;

  #say(key: DraftingPhrase): string {
    return say(draftingArea, this.sheet.language, key);
  }

  readonly #add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const [person, credit] = [valueOf(form, 'person'), valueOf(form, 'credit')];
    if (credit === '') {
      this.fault = this.#say('portraitNeedsCredit');
      return;
    }
    this.isBusy = true;
    const { session } = this.sheet;
    const wish = { language: this.textLanguage, id: mintId(), after: this.below, person, credit };
    const answer = await addPortrait(session.workshop, session.authorization, wish);
    this.isBusy = false;
    this.fault = answer.ok ? null : wordsOfDraftFault(answer.fault, this.sheet.language);
    if (answer.ok) this.isOpen = false;
  };

  override render(): TemplateResult {
    const people = this.sheet.reply.people.filter(({ portrait }) => portrait);
    if (!this.isOpen) return html`<button @click=${() => (this.isOpen = true)}>${this.#say('addPortrait')}</button>`;
    const close = html`<button type="button" @click=${() => (this.isOpen = false)}>${this.#say('cancel')}</button>`;
    if (people.length === 0)
      return html`<p class="soft" role="status">${this.#say('noPortraits')}</p>
        ${close}`;
    return html`<form novalidate @submit=${this.#add}>
      <div class="field">
        <label for="person">${this.#say('portraitOf')}</label>
        <select id="person" name="person">
          ${people.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
        </select>
      </div>
      ${field({ name: 'credit', label: this.#say('portraitCredit'), hint: this.#say('portraitCreditHint') })}
      ${this.fault === null ? nothing : html`<p class="fault" role="alert">${this.fault}</p>`}
      <div class="steps">
        <button class="primary" ?disabled=${this.isBusy}>${this.#say('add')}</button>
        ${close}
      </div>
    </form>`;
  }
}
