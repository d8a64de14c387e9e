/**
 * The field in which one sentence is typed: saves as one types, brings in what others change meanwhile, asks when both changed the same words.
 * Owns the text on its way; what is saved is the session's. Fires `left` when the person is done with it.
 */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { mergeText } from '../../../shared/drafting/merge-text.ts';
import type { Piece } from '../../../shared/drafting/working-copy.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { draftingArea, type DraftingPhrase } from '../../../shared/languages/areas/drafting.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import type { DraftSession } from './session.ts';
import { wordsOfDraftFault } from './words.ts';

const SAVE_AFTER_MS = 700;

const tidy = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .normalize('NFC')
    .trim();

@customElement('plenary-piece-editor')
export class PlenaryPieceEditor extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        margin-block: var(--gap-2);
      }
      textarea {
        field-sizing: content;
        min-height: 4.5rem;
        font: inherit;
        line-height: 1.6;
        resize: vertical;
      }
      .below {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--gap-2);
        margin-block-start: var(--gap-2);
        font: 400 var(--size-1) / 1.5 var(--sans);
        color: var(--ink-soft);
      }
      .clash {
        padding: var(--gap-3);
        border-inline-start: 3px solid var(--amber);
        background: var(--amber-wash);
        font: 400 var(--size-2) / 1.5 var(--sans);
      }
      blockquote {
        margin: var(--gap-2) 0;
      }
    `,
  ];
  @property({ attribute: false }) session!: DraftSession;
  @property({ attribute: false }) piece!: Piece;
  /** Of the text, and of the words around it. */
  @property({ attribute: false }) textLanguage: Language = 'en';
  @property({ attribute: false }) language: Language = 'en';
  @state() private saving: 'saved' | 'saving' | 'notSaved' = 'saved';
  @state() private theirs: string | null = null;
  @state() private fault = '';
  @query('textarea') private field!: HTMLTextAreaElement;
  #base = '';
  #sending = false;
  #composing = false;
  #timer = 0;

  protected override firstUpdated(): void {
    this.#base = this.piece.text;
    this.field.value = this.piece.text;
    this.field.focus();
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    if (tidy(this.field.value) !== this.#base && this.theirs === null) void this.#save();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('piece') && changed.get('piece') !== undefined && !this.#sending) this.#bringIn();
  }

  /** What another person made of it meanwhile; while pinyin is being composed the field is left alone. */
  #bringIn(): void {
    const { text } = this.piece;
    if (this.#composing || text === this.#base) return;
    const mine = this.field.value;
    const merged = mergeText(this.#base, mine, text);
    if (merged === null) {
      this.theirs = text;
      return;
    }
    this.#base = text;
    this.theirs = null;
    if (merged === mine) return;
    const { selectionStart, selectionEnd } = this.field;
    // Letters put in before the caret move it along.
    let same = 0;
    while (same < mine.length && merged[same] === mine[same]) same += 1;
    const by = same < selectionStart ? merged.length - mine.length : 0;
    this.field.value = merged;
    this.field.setSelectionRange(Math.max(0, selectionStart + by), Math.max(0, selectionEnd + by));
  }

  readonly #typed = (): void => {
    this.saving = 'saving';
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#save(), SAVE_AFTER_MS);
  };

  async #save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#sending || this.#composing || this.theirs !== null) return;
    const text = tidy(this.field.value);
    if (text === this.#base || text === '') {
      this.saving = text === '' ? 'notSaved' : 'saved';
      return;
    }
    this.#sending = true;
    this.saving = 'saving';
    const { session, piece, textLanguage } = this;
    const of = { language: textLanguage, piece: piece.id } as const;
    const answer = await session.send({ type: 'edit', ...of, base: this.#base, text });
    this.#sending = false;
    this.fault = answer.ok ? '' : wordsOfDraftFault(answer.fault, this.language);
    if (answer.ok) {
      this.#base = text;
      this.saving = 'saved';
      this.#bringIn();
      if (tidy(this.field.value) !== this.#base) this.#typed();
    } else if (answer.fault.code === 'draft/changedMeanwhile') {
      this.fault = '';
      this.saving = 'notSaved';
      this.theirs = this.session.state?.copies[textLanguage]?.pieces.find((one) => one.id === piece.id)?.text ?? null;
    } else this.saving = 'notSaved';
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.isComposing || this.#composing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    void this.#leave();
  };

  async #leave(): Promise<void> {
    await this.#save();
    if (this.theirs === null) this.dispatchEvent(new Event('left'));
  }

  readonly #choose = (mine: boolean): void => {
    this.#base = this.theirs ?? this.#base;
    this.theirs = null;
    if (!mine) this.field.value = this.#base;
    void this.#save();
  };

  #say(key: DraftingPhrase): string {
    return say(draftingArea, this.language, key);
  }

  override render(): TemplateResult {
    return html`<textarea
        rows="2"
        lang=${this.textLanguage}
        aria-label=${this.#say('editSentence')}
        maxlength="4000"
        @input=${this.#typed}
        @keydown=${this.#key}
        @compositionstart=${() => (this.#composing = true)}
        @compositionend=${() => {
          this.#composing = false;
          this.#typed();
        }}
      ></textarea>
      ${
        this.theirs === null
          ? nothing
          : html`<div class="clash" role="alert">
              <p>${this.#say('clash')}</p>
              <blockquote lang=${this.textLanguage}>${this.theirs}</blockquote>
              <button @click=${() => this.#choose(true)}>${this.#say('keepMine')}</button>
              <button @click=${() => this.#choose(false)}>${this.#say('takeTheirs')}</button>
            </div>`
      }
      <div class="below">
        <button @click=${() => void this.#leave()}>${this.#say('done')}</button>
        <span role="status">${this.fault || this.#say(this.saving)}</span>
      </div>`;
  }
}
