/** What people said of their own entries: each field beside the directory's, ticked to be taken over, or set aside. Owns the choice alone. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { fullName } from '../../../shared/directory/names.ts';
import { textIn, type Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { directoryKeepingArea, type KeepingPhrase } from '../../../shared/languages/areas/directory-keeping.ts';
import {
  acceptSuggestion,
  dismissSuggestion,
  readSuggestions,
  type OneSuggestion,
  type Suggestions,
} from '../../connection/directory-api.ts';
import type { Answer } from '../../connection/http.ts';
import { base, buttons } from '../../ui/base.css.ts';
import { toast } from '../../ui/toast.ts';
import { titleIn } from '../title.ts';
import { dayOf } from '../when.ts';
import { duplicatesStyles } from './duplicates-styles.ts';
import { entryFault } from './entry-faults.ts';
import { pathOfEntry } from './paths.ts';
import { saidOf, takenOver, type OwnField, type Said } from './taking-over.ts';
import { valueWords } from './value-words.ts';

@customElement('plenary-suggestions')
export class PlenarySuggestions extends LitElement {
  static override styles = [base, buttons, duplicatesStyles];

  @property({ attribute: false }) language: Language = 'en';
  @state() private all: Suggestions | null = null;
  @state() private trouble = '';
  /** Fields that are not to be taken over, by suggestion; at first all are. */
  @state() private left: Readonly<Record<string, ReadonlySet<OwnField>>> = {};

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }

  private t(key: KeepingPhrase, values?: Values): string {
    return say(directoryKeepingArea, this.language, key, values);
  }

  private readonly look = async (): Promise<void> => {
    const answer = await readSuggestions();
    this.trouble = answer.ok ? '' : entryFault(answer.fault, this.language);
    this.all = answer.ok ? answer.value : null;
  };

  private async run(work: Promise<Answer<unknown>>, done: KeepingPhrase): Promise<void> {
    const answer = await work;
    if (answer.ok) toast(this.t(done));
    await this.look();
    if (!answer.ok) this.trouble = entryFault(answer.fault, this.language);
  }

  private tick(id: string, field: OwnField, isTaken: boolean): void {
    const left = new Set(this.left[id]);
    if (isTaken) left.delete(field);
    else left.add(field);
    this.left = { ...this.left, [id]: left };
  }

  private renderSaid(id: string, { field, today, said }: Said, isNew: boolean): TemplateResult {
    const organizations = this.all?.organizations ?? [];
    const value = (one: unknown) => {
      const shown = valueWords(field, one, organizations, this.language);
      return shown === nothing || shown === '' ? html`<span class="soft">${this.t('nothing')}</span>` : shown;
    };
    return html`<fieldset>
      <legend>${this.t(`field.${field}`)}</legend>
      ${
        isNew
          ? nothing
          : html`<div>
              <p class="soft small">${this.t('today')}</p>
              ${value(today)}
            </div>`
      }
      <label>
        <input
          type="checkbox"
          .checked=${!this.left[id]?.has(field)}
          @change=${(event: Event) =>
            this.tick(id, field, event.target instanceof HTMLInputElement && event.target.checked)}
        />
        <span>${value(said)}</span>
      </label>
    </fieldset>`;
  }

  private renderOne({ id, at, workshop, about, said }: OneSuggestion): TemplateResult {
    const { language } = this;
    const person = about?.entry.kind === 'person' ? about.entry : null;
    const differ = saidOf(said, person);
    const taken = new Set(differ.map(({ field }) => field).filter((field) => !this.left[id]?.has(field)));
    const isNew = about === null;
    const name = fullName(person?.name ?? said.name, language);
    const named = said.positions.flatMap(({ organization }) => (organization ? [textIn(organization, language)] : []));
    return html`<li class="pair">
      <p class="both">${about ? html`<a href=${pathOfEntry(about.entry)}>${name}</a>` : name}</p>
      <p class="soft small">
        ${this.t('at', { workshop: workshop ? titleIn(workshop, language) : '', when: dayOf(at, language) })}
      </p>
      ${isNew ? html`<p>${this.t('isNew')}</p>` : nothing} ${differ.map((one) => this.renderSaid(id, one, isNew))}
      ${named.length === 0 ? nothing : html`<p class="soft small">${named.join(' · ')} — ${this.t('organizationLeft')}</p>`}
      <div class="row">
        <button
          class="primary"
          ?disabled=${taken.size === 0}
          @click=${() => this.run(acceptSuggestion(id, takenOver(said, person, taken), about?.version ?? null), 'accepted')}
        >
          ${this.t(isNew ? 'acceptNew' : 'accept')}
        </button>
        <button @click=${() => this.run(dismissSuggestion(id), 'dismissed')}>${this.t('dismiss')}</button>
      </div>
    </li>`;
  }

  override render(): TemplateResult {
    const { all, trouble } = this;
    return html`${
      trouble === ''
        ? nothing
        : html`<p class="fault" role="alert">${trouble}</p>
            <button @click=${this.look}>${this.t('tryAgain')}</button>`
    }
    ${
      all === null
        ? trouble === ''
          ? html`<p class="soft" role="status">${this.t('loading')}</p>`
          : nothing
        : all.suggestions.length === 0
          ? html`<p role="status">${this.t('suggestionsNone')}</p>`
          : html`<p class="soft">${this.t('suggestionsIntro')}</p>
              <ul>
                ${repeat(
                  all.suggestions,
                  ({ id }) => id,
                  (one) => this.renderOne(one),
                )}
              </ul>`
    }`;
  }
}
