/** The directory's page: what is looked for and what is found, in both scripts; tables are their own. Owns the search; the server finds. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { DIRECTORY_KINDS, type DirectoryKind } from '../../../shared/directory/entries.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { directoryArea } from '../../../shared/languages/areas/directory.ts';
import { searchDirectory, type Listed } from '../../connection/directory-api.ts';
import type { ApiFault } from '../../connection/http.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { wordsOfFault } from '../faults.ts';
import { PageShown } from '../page.ts';
import { entryWords } from './entry-words.ts';
import { directoryStyles } from './styles.ts';
import './table-import.ts';

type Found =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly fault: ApiFault }
  | { readonly kind: 'found'; readonly listed: Listed };

const SECTIONS = [...DIRECTORY_KINDS, 'table'] as const;

@customElement('plenary-directory')
export class PlenaryDirectory extends LitElement {
  static override styles = [base, buttons, fields, directoryStyles];

  @property({ attribute: false }) language: Language = 'en';
  @state() private section: DirectoryKind | 'table' = 'person';
  @state() private found: Found = { kind: 'loading' };
  private q = '';
  private sort: 'latin' | 'pinyin' | null = null;
  /** An answer to an older question must not overwrite a newer one's. */
  private asked = 0;

  override firstUpdated(): void {
    this.dispatchEvent(new PageShown(say(directoryArea, this.language, 'title')));
    void this.look();
  }

  private get order(): 'latin' | 'pinyin' {
    return this.sort ?? (this.language === 'en' ? 'latin' : 'pinyin');
  }

  private async look(before: Listed | null = null): Promise<void> {
    if (this.section === 'table') return;
    const asked = ++this.asked;
    const offset = before?.entries.length ?? 0;
    const answer = await searchDirectory({ kind: this.section, q: this.q, sort: this.order, offset });
    if (asked !== this.asked) return;
    if (!answer.ok) {
      this.found = { kind: 'failed', fault: answer.fault };
      return;
    }
    const { total, entries, organizations } = answer.value;
    this.found = {
      kind: 'found',
      listed: {
        total,
        entries: [...(before?.entries ?? []), ...entries],
        organizations: [...(before?.organizations ?? []), ...organizations],
      },
    };
  }

  private readonly show = (section: DirectoryKind | 'table'): void => {
    this.section = section;
    this.found = { kind: 'loading' };
    void this.look();
  };

  private readonly typed = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.q = event.target.value;
    void this.look();
  };

  private readonly sorted = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) this.sort = event.target.value === 'pinyin' ? 'pinyin' : 'latin';
    this.requestUpdate();
    void this.look();
  };

  private renderFound(): TemplateResult {
    const { found, language } = this;
    const t = (key: 'loading' | 'empty' | 'notFound' | 'tryAgain' | 'more') => say(directoryArea, language, key);
    if (found.kind === 'loading') return html`<p role="status" class="soft">${t('loading')}</p>`;
    if (found.kind === 'failed') {
      return html`<p class="fault" role="alert">${wordsOfFault(found.fault, language)}</p>
        <button @click=${() => this.look()}>${t('tryAgain')}</button>`;
    }
    const { total, entries, organizations } = found.listed;
    if (entries.length === 0) return html`<p role="status">${t(this.q.trim() === '' ? 'empty' : 'notFound')}</p>`;
    const other: Language = language === 'en' ? 'zh-Hans' : 'en';
    return html`<p role="status" class="soft small">${say(directoryArea, language, 'count', { count: total })}</p>
      <ul>
        ${entries.map(({ entry }) => {
          const [own, foreign] = [entryWords(entry, organizations, language), entryWords(entry, organizations, other)];
          return html`<li>
            <p>${own}</p>
            ${own === foreign ? nothing : html`<p class="soft small" lang=${other}>${foreign}</p>`}
            ${entry.kind === 'person' && entry.email ? html`<p class="soft small">${entry.email}</p>` : nothing}
          </li>`;
        })}
      </ul>
      ${
        entries.length < total
          ? html`<div class="bar"><button @click=${() => this.look(found.listed)}>${t('more')}</button></div>`
          : nothing
      }`;
  }

  private renderSearch(): TemplateResult {
    const { language } = this;
    return html`<div class="field">
        <label for="q">${say(directoryArea, language, 'search')}</label>
        <input
          id="q"
          type="search"
          maxlength="200"
          autocomplete="off"
          aria-describedby="q-more"
          .value=${this.q}
          @input=${this.typed}
        />
        <p class="hint" id="q-more">${say(directoryArea, language, 'searchHint')}</p>
      </div>
      <div class="bar">
        <select aria-label=${say(directoryArea, language, 'sort')} @change=${this.sorted}>
          ${(['latin', 'pinyin'] as const).map(
            (one) =>
              html`<option value=${one} .selected=${one === this.order}>${say(directoryArea, language, one)}</option>`,
          )}
        </select>
      </div>
      ${this.renderFound()}`;
  }

  override render(): TemplateResult {
    const { language, section } = this;
    return html`<h1 tabindex="-1">${say(directoryArea, language, 'title')}</h1>
      <div class="bar" role="group" aria-label=${say(directoryArea, language, 'sections')}>
        ${SECTIONS.map(
          (one) =>
            html`<button aria-pressed=${one === section ? 'true' : 'false'} @click=${() => this.show(one)}>
              ${say(directoryArea, language, one)}
            </button>`,
        )}
      </div>
      ${
        section === 'table'
          ? html`<plenary-table-import .language=${language}></plenary-table-import>`
          : this.renderSearch()
      }`;
  }
}
