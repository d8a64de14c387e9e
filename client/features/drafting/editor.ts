/** The editors' page of a draft: what to look at, the text in one language or both, what stands beside the chosen sentence. Owns what is chosen. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DraftCommand } from '../../../shared/drafting/commands.ts';
import { stalePieces } from '../../../shared/drafting/twins.ts';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { draftArea } from '../../../shared/languages/areas/draft.ts';
import { draftingArea, type DraftingPhrase } from '../../../shared/languages/areas/drafting.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { toast } from '../../ui/toast.ts';
import { download, DRAFT_FORMATS, type DraftFormat, fetchPicture } from '../draft/fetch-draft.ts';
import { go } from '../page.ts';
import '../publications/prepare-button.ts';
import { pageStyles } from './drafting-styles.ts';
import './piece-panel.ts';
import './settings.ts';
import { DraftSession } from './session.ts';
import type { Place, Sheet } from './sheet.ts';
import { textStyles } from './text-styles.ts';
import { drawText } from './text-view.ts';
import './to-look-at.ts';
import './twin-view.ts';
import { wordsOfDraftFault } from './words.ts';

@customElement('plenary-draft-editor')
export class PlenaryDraftEditor extends LitElement {
  static override styles = [base, buttons, fields, pageStyles, textStyles];
  @property({ attribute: false }) workshop = '';
  @property({ attribute: false }) authorization: () => string | null = () => null;
  @property({ attribute: false }) language: Language = 'en';
  @state() private shown: Language | 'both' = 'en';
  @state() private chosen: Place | null = null;
  @state() private editing: Place | null = null;
  @state() private showDeleted = false;
  @state() private pictures: Readonly<Record<string, string>> = {};
  @state() private changes = 0;
  #session: DraftSession | null = null;
  readonly #asked = new Set<string>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.shown = this.language;
    const session = new DraftSession(this.workshop, this.authorization);
    this.#session = session;
    session.addEventListener('change', () => {
      this.changes += 1;
      this.#fetchPictures(session);
    });
    void session.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#session?.end();
    this.#asked.clear();
    for (const address of Object.values(this.pictures)) URL.revokeObjectURL(address);
    this.pictures = {};
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('chosen') && !changed.has('editing')) return;
    // What was being typed is left with the keyboard where it was.
    if (this.editing === null && changed.get('editing') && this.chosen)
      this.renderRoot.querySelector<HTMLElement>(`[data-piece="${CSS.escape(this.chosen.piece)}"]`)?.focus();
  }

  #fetchPictures({ state: copy }: DraftSession): void {
    for (const language of LANGUAGES)
      for (const { file } of copy?.copies[language]?.pieces ?? []) {
        if (file === null || this.#asked.has(file)) continue;
        this.#asked.add(file);
        void fetchPicture(this.workshop, file, this.authorization(), 'editor').then((address) => {
          if (address !== null) this.pictures = { ...this.pictures, [file]: address };
        });
      }
  }

  #say(key: DraftingPhrase, values?: Values): string {
    return say(draftingArea, this.language, key, values);
  }

  readonly #send = async (command: DraftCommand): Promise<boolean> => {
    const answer = await this.#session?.send(command);
    if (answer?.ok) return true;
    if (answer) toast(wordsOfDraftFault(answer.fault, this.language), 'kindNo');
    return false;
  };

  #sheet(): Sheet | null {
    const session = this.#session;
    if (!session?.state || !session.reply) return null;
    const { state: copy, reply } = session;
    return {
      session,
      state: copy,
      reply,
      language: this.language,
      chosen: this.chosen,
      editing: this.editing,
      showDeleted: this.showDeleted,
      stale: { en: stalePieces(copy, 'en'), 'zh-Hans': stalePieces(copy, 'zh-Hans') },
      pictures: this.pictures,
      present: session.present,
      choose: (place) => {
        this.chosen = place;
        if (place && this.shown !== 'both' && this.shown !== place.language) this.shown = place.language;
      },
      edit: (place) => {
        this.editing = place;
        session.typesAt(place);
        if (place) this.chosen = place;
      },
      send: this.#send,
    };
  }

  async #download(format: DraftFormat): Promise<void> {
    for (const language of this.shown === 'both' ? LANGUAGES : [this.shown])
      if (!(await download(this.workshop, format, language, this.authorization())))
        toast(say(draftArea, this.language, 'downloadFailed'), 'harm');
  }

  #tools(): TemplateResult {
    const choice = (shown: Language | 'both', words: string): TemplateResult =>
      html`<button aria-pressed=${this.shown === shown ? 'true' : 'false'} @click=${() => (this.shown = shown)}>
        ${words}
      </button>`;
    const draft = (key: keyof (typeof draftArea)['en']): string => say(draftArea, this.language, key);
    return html`<div class="tools">
      <div class="tools" role="group" aria-label=${this.#say('view')}>
        ${LANGUAGES.map((language) => choice(language, draft(`in.${language}`)))} ${choice('both', draft('both'))}
      </div>
      <div class="tools" role="group" aria-label=${draft('download')}>
        <span class="soft small" aria-hidden="true">${draft('download')}</span>
        ${DRAFT_FORMATS.map(
          ([format, words]) =>
            html`<button aria-label="${draft('download')} ${words}" @click=${() => void this.#download(format)}>
              ${words}
            </button>`,
        )}
      </div>
      <button @click=${() => go(this, `/w/${this.workshop}`)}>${draft('toRoom')}</button>
      <plenary-prepare-publication .workshop=${this.workshop} .language=${this.language}></plenary-prepare-publication>
    </div>`;
  }

  override render(): TemplateResult {
    const { shown } = this;
    const standing = this.#session?.standing ?? 'loading';
    const present = this.#session?.present ?? [];
    this.classList.toggle('both', shown === 'both');
    const sheet = this.#sheet();
    return html`<header>
        <div>
          <h1 tabindex="-1">${this.#say('title')}</h1>
          <p class="standing soft small ${standing}" role="status">
            ${standing === 'loading' ? say(draftArea, this.language, 'loading') : this.#say(standing)}
          </p>
          ${
            present.length === 0
              ? nothing
              : html`<p class="soft small here">
                  ${this.#say('here', { names: [...new Set(present.map(({ name }) => name))].join(this.language === 'en' ? ', ' : '、') })}
                </p>`
          }
        </div>
        ${this.#tools()}
      </header>
      ${sheet === null ? nothing : this.#desk(sheet)}`;
  }

  #desk(sheet: Sheet): TemplateResult {
    const { shown } = this;
    const leading = sheet.state.copies[this.language] ? this.language : 'en';
    return html`<plenary-to-look-at
        .sheet=${sheet}
        .shown=${shown === 'both' ? LANGUAGES : [shown]}
      ></plenary-to-look-at>
      <details class="facts">
        <summary>${this.#say('more')}</summary>
        <plenary-draft-settings .sheet=${sheet}></plenary-draft-settings>
      </details>
      <div class="columns ${this.editing ? 'typing' : ''}">
        <div>
          ${
            shown === 'both'
              ? html`<plenary-twin .sheet=${sheet} .leading=${leading}></plenary-twin>`
              : html`<label class="reviewing">
                    <input
                      type="checkbox"
                      .checked=${this.showDeleted}
                      @change=${(event: Event) =>
                        (this.showDeleted = event.target instanceof HTMLInputElement && event.target.checked)}
                    /><span>${this.#say('showDeleted')}</span>
                  </label>
                  ${drawText(sheet, shown)}`
          }
        </div>
        <aside aria-label=${this.#say('evidence')} tabindex="0">
          <plenary-piece-panel .sheet=${sheet}></plenary-piece-panel>
        </aside>
      </div>`;
  }
}
