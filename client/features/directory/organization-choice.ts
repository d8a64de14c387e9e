/**
 * One organization chosen by search, in either script; one that is not there yet is added by its name alone, so that nothing typed around it
 * is lost. Owns the search; tells the choice by `plenary-chosen`.
 */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { addEntry, searchDirectory, type KeptEntry } from '../../connection/directory-api.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { typedIn } from '../../ui/field.ts';
import { wordsOfFault } from '../faults.ts';
import { entryTitle } from './entry-words.ts';
import { words } from './form.ts';

export class Chosen extends Event {
  static readonly type = 'plenary-chosen';
  /** Null: none any more. */
  readonly organization: KeptEntry | null;

  constructor(organization: KeptEntry | null) {
    super(Chosen.type);
    this.organization = organization;
  }
}

@customElement('plenary-organization-choice')
export class OrganizationChoice extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      .chosen {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--gap-2);
        min-height: var(--target);
      }

      .chosen span {
        flex: 1 1 10rem;
        overflow-wrap: anywhere;
      }

      ul {
        margin-block-start: var(--gap-1);
        border: 1px solid var(--hairline);
        border-radius: var(--round);
        overflow: hidden;
      }

      li button {
        width: 100%;
        justify-content: start;
        min-height: var(--target);
        border: 0;
        border-radius: 0;
        white-space: normal;
        text-align: start;
      }
    `,
  ];

  @property({ attribute: false }) language: Language = 'en';
  @property() label = '';
  @property({ attribute: false }) chosen: KeptEntry | null = null;
  @property({ type: Boolean }) readonly = false;
  @state() private q = '';
  @state() private isOpen = false;
  @state() private found: readonly KeptEntry[] | null = null;
  @state() private trouble = '';
  private asked = 0;

  private readonly typed = async (event: Event): Promise<void> => {
    this.q = typedIn(event);
    const asked = ++this.asked;
    if (this.q.trim() === '') {
      this.found = null;
      return;
    }
    const sort = this.language === 'en' ? 'latin' : 'pinyin';
    const answer = await searchDirectory({ kind: 'organization', q: this.q, sort, offset: 0, limit: 8 });
    if (asked !== this.asked) return;
    this.trouble = answer.ok ? '' : wordsOfFault(answer.fault, this.language);
    this.found = answer.ok ? answer.value.entries : null;
  };

  private choose(organization: KeptEntry | null): void {
    this.q = '';
    this.found = null;
    this.isOpen = false;
    this.dispatchEvent(new Chosen(organization));
  }

  private readonly create = async (): Promise<void> => {
    const name = this.q.trim();
    const written = /\p{Script=Han}/u.test(name) ? { 'zh-Hans': name } : { en: name };
    const answer = await addEntry({ kind: 'organization', name: written, externalIds: [] });
    if (answer.ok) this.choose(answer.value);
    else this.trouble = wordsOfFault(answer.fault, this.language);
  };

  private name({ entry }: KeptEntry): string {
    return entryTitle(entry, [], this.language);
  }

  private renderFound(): TemplateResult | typeof nothing {
    const { found, q, language } = this;
    if (found === null) return nothing;
    return html`<p class="for-ears" role="status">
        ${found.length === 0 ? words(language, 'nothingFound') : String(found.length)}
      </p>
      <ul>
        ${found.map(
          (one) => html`<li><button type="button" @click=${() => this.choose(one)}>${this.name(one)}</button></li>`,
        )}
        <li>
          <button type="button" @click=${this.create}>${words(language, 'create', { name: q.trim() })}</button>
        </li>
      </ul>`;
  }

  override render(): TemplateResult {
    const { chosen, language, label } = this;
    if (chosen !== null && !this.isOpen) {
      return html`<div class="chosen" role="group" aria-label=${label}>
        <span>${this.name(chosen)}</span>
        ${
          this.readonly
            ? nothing
            : html`<button type="button" @click=${() => (this.isOpen = true)}>${words(language, 'change')}</button>
                <button type="button" class="quiet" @click=${() => this.choose(null)}>
                  ${words(language, 'clear')}
                </button>`
        }
      </div>`;
    }
    if (this.readonly) return html`<p class="soft">${words(language, 'empty')}</p>`;
    return html`<input
        type="search"
        maxlength="200"
        autocomplete="off"
        aria-label=${label}
        placeholder=${words(language, 'choose')}
        .value=${this.q}
        @input=${this.typed}
        @keydown=${(event: KeyboardEvent) => {
          // Enter in here looks for an organization; it does not send the whole form.
          if (event.key === 'Enter') event.preventDefault();
          if (event.key === 'Escape') this.isOpen = false;
        }}
      />
      ${this.trouble === '' ? nothing : html`<p class="fault" role="alert">${this.trouble}</p>`}${this.renderFound()}`;
  }
}

declare global {
  interface HTMLElementEventMap {
    'plenary-chosen': Chosen;
  }
}
