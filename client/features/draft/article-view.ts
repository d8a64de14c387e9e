/**
 * One article with its evidence: every sentence shows in the margin where it comes from, when pointed at or focused.
 * Owns the moving from sentence to sentence (one stop for Tab, then arrow keys). Must not know how the draft was fetched.
 */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { draftArea } from '../../../shared/languages/areas/draft.ts';
import type { ArticlePart, Sentence } from '../../../shared/update/article.ts';
import { base } from '../../ui/base.css.ts';
import { articleStyles } from './draft-styles.ts';
import type { Draft } from './fetch-draft.ts';
import { wordsOfOrigin } from './origin-words.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

@customElement('plenary-article')
export class PlenaryArticle extends LitElement {
  static override styles = [base, articleStyles];
  @property({ attribute: false }) draft!: Draft;
  /** The language of the interface around the article. */
  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) picture: (file: string) => Promise<string | null> = () => Promise.resolve(null);
  @state() private shown = 0;
  @state() private pictures: Readonly<Record<string, string>> = {};
  #fetched: Draft | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const address of Object.values(this.pictures)) URL.revokeObjectURL(address);
    this.pictures = {};
    this.#fetched = null;
  }

  protected override updated(): void {
    if (this.#fetched === this.draft) return;
    this.#fetched = this.draft;
    for (const part of this.draft.parts) if (part.kind === 'photo' && part.file !== null) void this.#fetch(part.file);
  }

  async #fetch(file: string): Promise<void> {
    const address = await this.picture(file);
    if (address !== null) this.pictures = { ...this.pictures, [file]: address };
  }

  #sentences(): readonly Sentence[] {
    const inParts = this.draft.parts.flatMap((part) =>
      part.kind === 'paragraph' ? part.sentences : [part.caption, part.credit].filter((one) => one !== null),
    );
    return [this.draft.headline, ...inParts];
  }

  readonly #byKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const last = this.#sentences().length - 1;
    this.shown = Math.min(last, Math.max(0, this.shown + step));
    this.renderRoot.querySelector<HTMLElement>(`[data-place='${this.shown}']`)?.focus();
  };

  override render(): TemplateResult {
    const sentences = this.#sentences();
    const one = (sentence: Sentence): TemplateResult => {
      const place = sentences.indexOf(sentence);
      const show = (): void => void (this.shown = place);
      return html`<span
        class="sentence ${place === this.shown ? 'shown' : ''}"
        data-place=${place}
        tabindex=${place === this.shown ? 0 : -1}
        aria-describedby="evidence"
        @focus=${show}
        @mouseenter=${show}
        >${sentence.text}</span
      >`;
    };
    const gap = this.draft.language === 'en' ? ' ' : '';
    return html`<div class="columns">
      <article
        lang=${this.draft.language}
        aria-label=${say(draftArea, this.language, 'sentences')}
        @keydown=${this.#byKey}
      >
        <h2>${one(this.draft.headline)}</h2>
        ${this.draft.parts.map((part) => this.#part(part, one, gap))}
      </article>
      ${this.#evidence(sentences[this.shown])}
    </div>`;
  }

  #part(part: ArticlePart, one: (sentence: Sentence) => TemplateResult, gap: string): TemplateResult {
    if (part.kind === 'paragraph')
      return html`${part.heading === undefined ? nothing : html`<h3>${part.heading}</h3>`}
        <p>${part.sentences.map((sentence) => html`${one(sentence)}${gap}`)}</p>`;
    const address = part.file === null ? undefined : this.pictures[part.file];
    return html`<figure>
      ${
        address === undefined
          ? html`<div class="frame">${say(draftArea, this.language, 'pictureMissing')}</div>`
          : html`<img src=${address} alt=${part.caption?.text ?? ''} />`
      }
      <figcaption>
        ${part.caption === null ? nothing : one(part.caption)}
        ${part.caption === null || part.credit === null ? nothing : ' — '}${part.credit === null ? nothing : one(part.credit)}
      </figcaption>
    </figure>`;
  }

  #evidence(sentence: Sentence | undefined): TemplateResult {
    const origins = (sentence?.sources ?? []).flatMap((source) => this.draft.origins[source] ?? []);
    return html`<aside id="evidence" lang=${this.language}>
      <h3>${say(draftArea, this.language, 'evidence')}</h3>
      ${
        origins.length === 0
          ? html`<p class="soft">${say(draftArea, this.language, 'evidenceHint')}</p>`
          : html`<ul>
              ${origins.map(
                (origin) =>
                  html`<li>
                    ${wordsOfOrigin(origin, this.language)}
                    ${origin.place === 'board' ? html`<blockquote>${origin.text}</blockquote>` : nothing}
                  </li>`,
              )}
            </ul>`
      }
    </aside>`;
  }
}
