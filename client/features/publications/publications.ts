/** The list of publications, by status. Owns fetching it and which one is open; the form is publication-form.ts. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { publicationsArea } from '../../../shared/languages/areas/publications.ts';
import { readPublications, type PublicationLine, type PublicationStatus } from '../../connection/publications-api.ts';
import { base, buttons } from '../../ui/base.css.ts';
import { PageShown } from '../page.ts';
import { dayOf } from '../when.ts';
import './publication-form.ts';
import { publicationsStyles } from './publications-styles.ts';

type Shown =
  | { readonly kind: 'loading' | 'failed' | 'signIn' | 'denied' }
  | { readonly kind: 'known'; readonly publications: readonly PublicationLine[] };

const TABS: readonly (PublicationStatus | null)[] = [null, 'draft', 'embargoed', 'published', 'withdrawn'];

@customElement('plenary-publications')
export class PlenaryPublications extends LitElement {
  static override styles = [base, buttons, publicationsStyles];

  @property({ attribute: false }) language: Language = 'en';
  @state() private shown: Shown = { kind: 'loading' };
  @state() private status: PublicationStatus | null = null;
  @state() private importing = false;
  @state() private open: string | null = new URLSearchParams(location.search).get('open');

  override connectedCallback(): void {
    super.connectedCallback();
    void this.fetch();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('language')) this.dispatchEvent(new PageShown(this.#say('title')));
  }

  #say(key: keyof (typeof publicationsArea)['en'], values?: Values): string {
    return say(publicationsArea, this.language, key, values);
  }

  private readonly fetch = async (): Promise<void> => {
    const { status } = this;
    const answer = await readPublications(status);
    if (status !== this.status) return;
    if (answer.ok) this.shown = { kind: 'known', publications: answer.value.publications };
    else
      this.shown = { kind: answer.fault.status === 401 ? 'signIn' : answer.fault.status === 403 ? 'denied' : 'failed' };
  };

  /** Its script comes when it is first opened. */
  private readonly toggleImport = async (): Promise<void> => {
    if (!this.importing) await import('./import-archive.ts');
    this.importing = !this.importing;
  };

  private choose(status: PublicationStatus | null): void {
    this.status = status;
    this.shown = { kind: 'loading' };
    void this.fetch();
  }

  private renderLine(one: PublicationLine): TemplateResult {
    const { language } = this;
    const edition = one.editions[language] ?? one.editions.en ?? one.editions['zh-Hans'];
    const isOpen = this.open === one.id;
    const when =
      one.status === 'embargoed' && one.publishAt !== null
        ? this.#say('publishesAt', { time: dayOf(one.publishAt, language) })
        : one.publishedAt === null
          ? ''
          : this.#say('publishedOn', { day: dayOf(one.publishedAt, language) });
    return html`<li>
      <div class="line">
        <span class="headline">${edition?.headline || this.#say('noHeadline')}</span>
        <span class="more">
          <span class="state ${one.status}">${this.#say(`status.${one.status}`)}</span>
          ${LANGUAGES.filter((each) => one.editions[each]).map((each) => html` · ${this.#say(`in.${each}`)}`)}
          ${when && html` · ${when}`}
        </span>
        ${
          one.status === 'published'
            ? html`<a href="/updates/${one.slugs[language] ?? one.slugs.en ?? one.slugs['zh-Hans']}"
                >${this.#say('view')}</a
              >`
            : nothing
        }
        <button aria-expanded=${isOpen ? 'true' : 'false'} @click=${() => (this.open = isOpen ? null : one.id)}>
          ${this.#say(isOpen ? 'close' : 'edit')}
        </button>
      </div>
      ${
        isOpen
          ? html`<plenary-publication-form
              .language=${language}
              .publication=${one.id}
              @changed=${this.fetch}
            ></plenary-publication-form>`
          : nothing
      }
    </li>`;
  }

  private renderShown(): TemplateResult {
    const { shown } = this;
    if (shown.kind === 'loading') return html`<p role="status">${this.#say('loading')}</p>`;
    if (shown.kind !== 'known') {
      return html`<p role="alert">${this.#say(shown.kind)}</p>
        <p><button @click=${this.fetch}>${this.#say('tryAgain')}</button></p>`;
    }
    if (shown.publications.length === 0) return html`<p class="soft">${this.#say('empty')}</p>`;
    return html`<ul>
      ${shown.publications.map((one) => this.renderLine(one))}
    </ul>`;
  }

  override render(): TemplateResult {
    return html`<h1 tabindex="-1">${this.#say('title')}</h1>
      <p class="about">
        ${this.#say('about')} <a href="/updates?language=${this.language}">${this.#say('toPublic')}</a>
      </p>
      <div class="tabs" role="group" aria-label=${this.#say('title')}>
        ${TABS.map(
          (status) =>
            html`<button aria-pressed=${status === this.status ? 'true' : 'false'} @click=${() => this.choose(status)}>
              ${this.#say(status === null ? 'all' : `status.${status}`)}
            </button>`,
        )}
      </div>
      ${
        this.shown.kind === 'known'
          ? html`<p class="import">
              <button aria-expanded=${this.importing ? 'true' : 'false'} @click=${this.toggleImport}>
                ${this.#say(this.importing ? 'importClose' : 'importOpen')}
              </button>
            </p>`
          : nothing
      }
      ${
        this.importing
          ? html`<plenary-import-archive .language=${this.language} @changed=${this.fetch}></plenary-import-archive>`
          : nothing
      }
      ${this.renderShown()}`;
  }
}
