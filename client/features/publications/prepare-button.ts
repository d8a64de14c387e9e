/** The way from a draft to its publication: begins one, or opens the one there is. Owns the button and what it says when that fails. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { publicationsArea } from '../../../shared/languages/areas/publications.ts';
import { preparePublication } from '../../connection/publications-api.ts';
import { base, buttons } from '../../ui/base.css.ts';
import { go } from '../page.ts';
import { wordsOfPublicationFault } from './words.ts';

@customElement('plenary-prepare-publication')
export class PlenaryPreparePublication extends LitElement {
  static override styles = [base, buttons];

  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) workshop = '';
  @state() private busy = false;
  @state() private fault = '';

  private readonly prepare = async (): Promise<void> => {
    this.busy = true;
    const answer = await preparePublication(this.workshop);
    this.busy = false;
    if (answer.ok) go(this, `/publications?open=${answer.value.id}`);
    else this.fault = wordsOfPublicationFault(answer.fault, this.language);
  };

  override render(): TemplateResult {
    return html`<button ?disabled=${this.busy} @click=${this.prepare}>
        ${say(publicationsArea, this.language, this.busy ? 'preparing' : 'prepare')}
      </button>
      ${this.fault === '' ? nothing : html`<p role="alert">${this.fault}</p>`}`;
  }
}
