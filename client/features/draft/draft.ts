/** The draft page: fetches the article in one language or both, lists what is missing and what was left out, offers downloads. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { draftArea } from '../../../shared/languages/areas/draft.ts';
import { base, buttons } from '../../ui/base.css.ts';
import { go } from '../page.ts';
import '../publications/prepare-button.ts';
import './article-view.ts';
import { pageStyles } from './draft-styles.ts';
import {
  download,
  DRAFT_FORMATS,
  type DraftFormat,
  fetchDraft,
  fetchPicture,
  type Draft,
  type DraftOutcome,
} from './fetch-draft.ts';
import { wordsOfFix, wordsOfOrigin } from './origin-words.ts';

type Shown = Language | 'both';

@customElement('plenary-draft')
export class PlenaryDraft extends LitElement {
  static override styles = [base, buttons, pageStyles];
  @property({ attribute: false }) workshop = '';
  @property({ attribute: false }) authorization: () => string | null = () => null;
  @property({ attribute: false }) language: Language = 'en';
  @state() private shown: Shown = 'en';
  @state() private outcomes: Partial<Record<Language, DraftOutcome>> = {};
  @state() private trouble = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.shown = this.language;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('workshop')) this.outcomes = {};
    for (const language of this.#languages()) if (!(language in this.outcomes)) void this.#fetch(language);
  }

  #languages(): readonly Language[] {
    return this.shown === 'both' ? LANGUAGES : [this.shown];
  }

  async #fetch(language: Language): Promise<void> {
    const { workshop } = this;
    // Noted before asking, so that a second rendering does not ask again.
    const { [language]: _, ...others } = this.outcomes;
    this.outcomes = { ...others, [language]: undefined };
    const outcome = await fetchDraft(workshop, language, this.authorization());
    if (workshop === this.workshop) this.outcomes = { ...this.outcomes, [language]: outcome };
  }

  readonly #again = (): void => {
    this.outcomes = {};
  };

  readonly #picture = (file: string): Promise<string | null> => fetchPicture(this.workshop, file, this.authorization());

  async #download(format: DraftFormat): Promise<void> {
    this.trouble = '';
    for (const language of this.#languages()) {
      if (await download(this.workshop, format, language, this.authorization())) continue;
      this.trouble = this.#say('downloadFailed');
    }
  }

  #say(key: keyof (typeof draftArea)['en'], values?: Values): string {
    return say(draftArea, this.language, key, values);
  }

  override render(): TemplateResult {
    const outcomes = this.#languages().map((language) => this.outcomes[language]);
    const drafts = outcomes.flatMap((outcome) => (outcome?.kind === 'draft' ? [outcome.draft] : []));
    const problem = outcomes.find((outcome) => outcome !== undefined && outcome.kind !== 'draft');
    this.classList.toggle('both', this.shown === 'both');
    return html`<header>
        <h1>${this.#say('title')}</h1>
        ${this.#tools()}
      </header>
      <p role="alert">${this.trouble}</p>
      ${problem !== undefined ? this.#problem(problem.kind) : nothing}
      ${drafts.length === 0 && problem === undefined ? html`<p class="soft" role="status">${this.#say('loading')}</p>` : nothing}
      ${drafts[0] === undefined ? nothing : this.#facts(drafts[0])}
      <div class=${this.shown === 'both' ? 'pair' : ''}>${drafts.map((draft) => this.#article(draft))}</div>`;
  }

  #tools(): TemplateResult {
    const choice = (shown: Shown, words: string): TemplateResult =>
      html`<button aria-pressed=${this.shown === shown ? 'true' : 'false'} @click=${() => (this.shown = shown)}>
        ${words}
      </button>`;
    return html`<div class="tools">
      <div class="tools" role="group" aria-label=${this.#say('articleIn')}>
        ${LANGUAGES.map((language) => choice(language, this.#say(`in.${language}`)))}
        ${choice('both', this.#say('both'))}
      </div>
      <div class="tools" role="group" aria-label=${this.#say('download')}>
        ${DRAFT_FORMATS.map(
          ([format, words]) =>
            html`<button @click=${() => this.#download(format)}>${this.#say('download')} ${words}</button>`,
        )}
      </div>
      <button @click=${() => go(this, `/w/${this.workshop}`)}>${this.#say('toRoom')}</button>
      <plenary-prepare-publication .workshop=${this.workshop} .language=${this.language}></plenary-prepare-publication>
    </div>`;
  }

  #problem(kind: Exclude<DraftOutcome['kind'], 'draft'>): TemplateResult {
    return html`<div role="alert">
      <p>${this.#say(kind)}</p>
      ${kind === 'failed' || kind === 'offline' ? html`<p><button @click=${this.#again}>${this.#say('tryAgain')}</button></p>` : nothing}
    </div>`;
  }

  #facts(draft: Draft): TemplateResult {
    const { missing, leftOut, origins } = draft;
    return html`<section class="facts">
      <h2>${missing.length === 0 ? this.#say('missingNone') : this.#say('missing', { count: missing.length })}</h2>
      <ul>
        ${missing.map((one) => {
          const origin = one.where.source === undefined ? undefined : origins[one.where.source];
          return html`<li>
            ${this.#say(`missing.${one.code}`)}${one.about === undefined ? nothing : html`: <q>${one.about}</q>`}
            <span class="soft"
              >·
              ${wordsOfFix(one, this.language)}${origin === undefined ? nothing : html` (${wordsOfOrigin(origin, this.language)})`}</span
            >
          </li>`;
        })}
      </ul>
      ${
        leftOut.length === 0
          ? nothing
          : html`<details>
              <summary>${this.#say('leftOut', { count: leftOut.length })}</summary>
              <ul>
                ${leftOut.map((one) => html`<li><q>${one.text}</q> <span class="soft">· ${this.#say(`leftOut.${one.reason}`)}</span></li>`)}
              </ul>
            </details>`
      }
    </section>`;
  }

  #article(draft: Draft): TemplateResult {
    return html`<plenary-article
      ?narrow=${this.shown === 'both'}
      .draft=${draft}
      .language=${this.language}
      .picture=${this.#picture}
    ></plenary-article>`;
  }
}
