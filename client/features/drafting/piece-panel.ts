/** What stands beside a chosen piece: its state and evidence, what may be done with it, comments. Owns the forms; what happens is the sheet's. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isOvertaken, pieceOf, type Piece } from '../../../shared/drafting/working-copy.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { draftingArea, type DraftingPhrase } from '../../../shared/languages/areas/drafting.ts';
import { mintId } from '../../store/mint.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { valueOf } from '../../ui/field.ts';
import { icon } from '../../ui/icon.ts';
import { wordsOfOrigin } from '../draft/origin-words.ts';
import { choicesOf } from './choices.ts';
import './comments.ts';
import { panelStyles } from './drafting-styles.ts';
import './portrait-form.ts';
import './rewrite.ts';
import type { Sheet } from './sheet.ts';

@customElement('plenary-piece-panel')
export class PlenaryPiecePanel extends LitElement {
  static override styles = [base, buttons, fields, panelStyles];
  @property({ attribute: false }) sheet!: Sheet;
  @state() private adding: 'sentence' | 'paragraph' | null = null;
  #at = '';

  protected override willUpdate(changed: PropertyValues): void {
    const at = this.sheet.chosen?.piece ?? '';
    if (changed.has('sheet') && at !== this.#at) this.adding = null;
    this.#at = at;
  }

  #say(key: DraftingPhrase, values?: Values): string {
    return say(draftingArea, this.sheet.language, key, values);
  }

  readonly #insert = async (event: SubmitEvent, language: Language, after: string): Promise<void> => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const text = valueOf(form, 'added');
    const opens = this.adding === 'paragraph';
    if (text === '') return;
    const isDone = await this.sheet.send({ type: 'insert', language, id: mintId(), after, opens, text });
    if (isDone) this.adding = null;
  };

  #standing(piece: Piece): TemplateResult {
    if (piece.state === 'deleted') return html`<p class="soft">${this.#say('stateDeleted')}</p>`;
    if (piece.origin === 'written') return html`<p class="soft">${this.#say('stateWritten')}</p>`;
    return html`<p class="soft">${this.#say(piece.state === 'edited' ? 'stateEdited' : 'stateFollows')}</p>`;
  }

  #suggestion(piece: Piece, language: Language): TemplateResult | typeof nothing {
    const { sheet } = this;
    const of = { language, piece: piece.id };
    if (piece.state !== 'edited' || piece.origin === 'written') return nothing;
    const take = (words: string): TemplateResult =>
      html`<button @click=${() => void sheet.send({ type: 'takeSuggestion', ...of })}>${words}</button>`;
    if (isOvertaken(piece)) {
      return html`<div class="notice">
        <p>${this.#say(piece.given === null ? 'overtakenGone' : 'overtaken')}</p>
        ${piece.given === null ? nothing : html`<blockquote lang=${language}>${piece.given}</blockquote>`}
        <div class="steps">
          ${piece.given === null ? nothing : take(this.#say('take'))}
          <button @click=${() => void sheet.send({ type: 'keepOwn', ...of })}>${this.#say('keep')}</button>
        </div>
      </div>`;
    }
    if (piece.given === null) return nothing;
    return html`<details>
      <summary>${this.#say('given')}</summary>
      <blockquote lang=${language}>${piece.given}</blockquote>
      ${take(this.#say('goBack'))}
    </details>`;
  }

  #steps(piece: Piece, language: Language): TemplateResult {
    const { sheet } = this;
    const of = { language, piece: piece.id };
    const step = (words: DraftingPhrase, act: () => void): TemplateResult =>
      html`<button @click=${act}>${this.#say(words)}</button>`;
    if (piece.state === 'deleted')
      return html`<div class="steps">${step('restore', () => void sheet.send({ type: 'restore', ...of }))}</div>`;
    const isHeadline = piece.role === 'headline';
    return html`<div class="steps">
      ${piece.role === 'picture' ? nothing : html`<button class="primary" @click=${() => sheet.edit(of)}>${this.#say('edit')}</button>`}
      ${isHeadline ? nothing : step('remove', () => void sheet.send({ type: 'delete', ...of }))}
      ${isHeadline ? nothing : step('up', () => void sheet.send({ type: 'move', ...of, way: 'up' }))}
      ${isHeadline ? nothing : step('down', () => void sheet.send({ type: 'move', ...of, way: 'down' }))}
      ${isHeadline ? nothing : step('addSentence', () => (this.adding = 'sentence'))}
      ${step('addParagraph', () => (this.adding = 'paragraph'))}
    </div>`;
  }

  #adding(piece: Piece, language: Language): TemplateResult | typeof nothing {
    if (this.adding === null) return nothing;
    return html`<form @submit=${(event: SubmitEvent) => void this.#insert(event, language, piece.id)}>
      <label for="added">${this.#say(this.adding === 'sentence' ? 'newSentence' : 'newParagraph')}</label>
      <textarea id="added" name="added" rows="3" lang=${language} maxlength="4000" required></textarea>
      <div class="steps">
        <button class="primary">${this.#say('add')}</button>
        <button type="button" @click=${() => (this.adding = null)}>${this.#say('cancel')}</button>
      </div>
    </form>`;
  }

  #evidence(piece: Piece, language: Language): TemplateResult {
    const { origins } = this.sheet.reply.beside[language];
    const known = piece.sources.flatMap((source) => origins[source] ?? []);
    return html`<section>
      <h4>${this.#say('evidence')}</h4>
      ${
        known.length === 0
          ? html`<p class="soft">${this.#say(piece.sources.length === 0 ? 'noEvidence' : 'evidenceHidden')}</p>`
          : html`<ul class="evidence">
              ${known.map(
                (origin) =>
                  html`<li>
                    ${wordsOfOrigin(origin, this.sheet.language)}
                    ${origin.place === 'board' ? html`<blockquote>${origin.text}</blockquote>` : nothing}
                  </li>`,
              )}
            </ul>`
      }
    </section>`;
  }

  override render(): TemplateResult {
    const { sheet } = this;
    const { chosen } = sheet;
    const piece = chosen && pieceOf(sheet.state, chosen.language, chosen.piece);
    if (!chosen || !piece) return html`<p class="soft">${this.#say('chooseHint')}</p>`;
    const { language } = chosen;
    const other = this.#say(`side.${language === 'en' ? 'zh-Hans' : 'en'}`);
    const heading =
      piece.role === 'headline' ? 'chosenHeadline' : piece.role === 'picture' ? 'chosenPicture' : 'chosenSentence';
    const warnings = sheet.reply.beside[language].warnings.filter((one) => one.piece === piece.id);
    return html`<div class="heading">
        <h3>${this.#say(heading)}</h3>
        <button class="quiet bare" aria-label=${this.#say('close')} @click=${() => sheet.choose(null)}>
          ${icon('close')}
        </button>
      </div>
      ${this.#standing(piece)} ${this.#suggestion(piece, language)}
      ${
        sheet.stale[language].has(piece.id)
          ? html`<div class="notice">
              <p>${this.#say('stale', { language: other })}</p>
              <button @click=${() => void sheet.send({ type: 'check', language, piece: piece.id })}>
                ${this.#say('checked')}
              </button>
            </div>`
          : nothing
      }
      ${
        warnings.length === 0
          ? nothing
          : html`<ul class="notice">
              ${warnings.map((one) => html`<li>${this.#say(`warning.${one.code}`, { about: one.about })}</li>`)}
            </ul>`
      }
      ${this.#steps(piece, language)} ${this.#adding(piece, language)} ${this.#evidence(piece, language)}
      <plenary-portrait-form .sheet=${sheet} .textLanguage=${language} .below=${piece.id}></plenary-portrait-form>
      ${choicesOf(sheet, language, piece)}
      <plenary-rewrite .sheet=${sheet} .piece=${piece} .textLanguage=${language}></plenary-rewrite>
      <plenary-draft-comments .sheet=${sheet}></plenary-draft-comments>`;
  }
}
