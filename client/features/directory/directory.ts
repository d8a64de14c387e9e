/** The directory's page: what is looked for and what is found, in both scripts; tables are their own. Owns the search; the server finds. */
import { SignalWatcher } from '@lit-labs/signals';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { DIRECTORY_KINDS, type DirectoryKind } from '../../../shared/directory/entries.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { memberMay } from '../../../shared/organization/permissions.ts';
import { say } from '../../../shared/languages/area.ts';
import { directoryArea } from '../../../shared/languages/areas/directory.ts';
import { portraitPath, searchDirectory, type Listed } from '../../connection/directory-api.ts';
import type { ApiFault } from '../../connection/http.ts';
import { me$, refreshMe } from '../../store/account.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { wordsOfFault } from '../faults.ts';
import { PageShown } from '../page.ts';
import './duplicates.ts';
import { entryTitle, entryWords } from './entry-words.ts';
import { pathOfEntry, pathOfNew } from './paths.ts';
import { directoryStyles } from './styles.ts';
import './suggestions.ts';
import './table-import.ts';

type Found =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly fault: ApiFault }
  | { readonly kind: 'found'; readonly listed: Listed };

const SECTIONS = [...DIRECTORY_KINDS, 'duplicates', 'suggestions', 'table'] as const;
type Section = (typeof SECTIONS)[number];
/** Parts that only who may edit has anything to do in. */
const KEEPERS: readonly Section[] = ['duplicates', 'suggestions', 'table'];
const isKind = (section: Section): section is DirectoryKind => DIRECTORY_KINDS.some((kind) => kind === section);
/** The part that the address names, so that the way back from an entry leads where one was. */
const sectionAsked = (): Section => SECTIONS.find((one) => `#${one}` === window.location.hash) ?? 'person';

@customElement('plenary-directory')
export class PlenaryDirectory extends SignalWatcher(LitElement) {
  static override styles = [base, buttons, fields, directoryStyles];

  @property({ attribute: false }) language: Language = 'en';
  @state() private section: Section = sectionAsked();
  @state() private found: Found = { kind: 'loading' };
  private q = '';
  private sort: 'latin' | 'pinyin' | null = null;
  /** An answer to an older question must not overwrite a newer one's. */
  private asked = 0;

  override firstUpdated(): void {
    this.dispatchEvent(new PageShown(say(directoryArea, this.language, 'title')));
    void refreshMe();
    void this.look();
  }

  private get mayEdit(): boolean {
    return (me$.get()?.organizations ?? []).some(({ role }) => memberMay(role, 'directory.edit'));
  }

  private get order(): 'latin' | 'pinyin' {
    return this.sort ?? (this.language === 'en' ? 'latin' : 'pinyin');
  }

  private async look(before: Listed | null = null): Promise<void> {
    if (!isKind(this.section)) return;
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

  private readonly show = (section: Section): void => {
    this.section = section;
    window.history.replaceState(window.history.state, '', section === 'person' ? '/directory' : `#${section}`);
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
          const write = entry.kind === 'organization' ? entryTitle : entryWords;
          const [own, foreign] = [write(entry, organizations, language), write(entry, organizations, other)];
          return html`<li class=${entry.kind === 'person' && entry.portrait ? 'faced' : ''}>
            ${
              entry.kind === 'person' && entry.portrait
                ? html`<img class="face" src=${portraitPath(entry.portrait)} alt="" loading="lazy" />`
                : nothing
            }
            <a href=${pathOfEntry(entry)}>${own}</a>
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
    const { language, section } = this;
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
        ${
          this.mayEdit && isKind(section)
            ? html`<a class="button primary" href=${pathOfNew(section)}
                >${say(directoryArea, language, `new.${section}`)}</a
              >`
            : nothing
        }
        <select aria-label=${say(directoryArea, language, 'sort')} @change=${this.sorted}>
          ${(['latin', 'pinyin'] as const).map(
            (one) =>
              html`<option value=${one} .selected=${one === this.order}>${say(directoryArea, language, one)}</option>`,
          )}
        </select>
      </div>
      ${this.renderFound()}`;
  }

  private renderSection(): TemplateResult {
    const { language } = this;
    switch (this.section) {
      case 'table':
        return html`<plenary-table-import .language=${language}></plenary-table-import>`;
      case 'duplicates':
        return html`<plenary-duplicates .language=${language}></plenary-duplicates>`;
      case 'suggestions':
        return html`<plenary-suggestions .language=${language}></plenary-suggestions>`;
      default:
        return this.renderSearch();
    }
  }

  override render(): TemplateResult {
    const { language, section } = this;
    return html`<h1 tabindex="-1">${say(directoryArea, language, 'title')}</h1>
      <div class="bar" role="group" aria-label=${say(directoryArea, language, 'sections')}>
        ${SECTIONS.filter((one) => this.mayEdit || !KEEPERS.includes(one)).map(
          (one) =>
            html`<button aria-pressed=${one === section ? 'true' : 'false'} @click=${() => this.show(one)}>
              ${say(directoryArea, language, one)}
            </button>`,
        )}
      </div>
      ${this.renderSection()}`;
  }
}
