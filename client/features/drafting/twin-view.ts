/** Both languages side by side, sentence beside sentence by their sources; what one side lacks is written there. Owns the rows. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { pairsOf, type Pair } from '../../../shared/drafting/twins.ts';
import type { Piece } from '../../../shared/drafting/working-copy.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { draftingArea, type DraftingPhrase } from '../../../shared/languages/areas/drafting.ts';
import { mintId } from '../../store/mint.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { valueOf } from '../../ui/field.ts';
import { textStyles, twinStyles } from './text-styles.ts';
import { drawPiece } from './piece-view.ts';
import type { Sheet } from './sheet.ts';
import { stepByKey } from './text-view.ts';

const otherOf = (language: Language): Language => (language === 'en' ? 'zh-Hans' : 'en');

@customElement('plenary-twin')
export class PlenaryTwin extends LitElement {
  static override styles = [base, buttons, fields, textStyles, twinStyles];
  @property({ attribute: false }) sheet!: Sheet;
  /** The workshop's own language, whose order leads. */
  @property({ attribute: false }) leading: Language = 'en';
  /** Where a counterpart is being written: the side, and the piece it answers. */
  @state() private writing: { readonly language: Language; readonly piece: string } | null = null;

  #say(key: DraftingPhrase, values?: Values): string {
    return say(draftingArea, this.sheet.language, key, values);
  }

  #named(language: Language): string {
    return say(draftingArea, this.sheet.language, `side.${language}`);
  }

  readonly #write = async (event: SubmitEvent, pairs: readonly Pair[]): Promise<void> => {
    event.preventDefault();
    const form = event.target;
    const { writing } = this;
    if (!(form instanceof HTMLFormElement) || writing === null) return;
    const text = valueOf(form, 'counterpart');
    if (text === '') return;
    const { language, piece } = writing;
    const other = otherOf(language);
    const at = pairs.findIndex((pair) => pair[other]?.id === piece);
    const before = pairs.slice(0, Math.max(0, at)).findLast((pair) => pair[language] !== null)?.[language];
    const whole = this.sheet.state.copies[language]?.pieces ?? [];
    const after = before?.id ?? whole[0]?.id;
    const theirs = pairs[at]?.[other];
    if (after === undefined || !theirs) return;
    const isDone = await this.sheet.send({
      type: 'insert',
      language,
      id: mintId(),
      after,
      opens: theirs.opens || before?.section !== theirs.section,
      text,
      counterpart: piece,
    });
    if (isDone) this.writing = null;
  };

  #cell(pair: Pair, language: Language, pairs: readonly Pair[], isFirst: boolean): TemplateResult {
    const piece: Piece | null = pair[language];
    if (piece !== null)
      return html`<div class="cell" lang=${language}>${drawPiece(this.sheet, language, piece, isFirst)}</div>`;
    const counterpart = pair[otherOf(language)];
    const name = this.#named(language);
    const takenOut = this.sheet.state.copies[language]?.pieces.find((one) => one.key === pair.key);
    if (takenOut !== undefined) {
      return html`<div class="cell empty" lang=${this.sheet.language}>
        <span class="soft">${this.#say('tagDeleted')}</span>
        <button @click=${() => void this.sheet.send({ type: 'restore', language, piece: takenOut.id })}>
          ${this.#say('restore')}
        </button>
      </div>`;
    }
    const isHere = this.writing?.language === language && this.writing.piece === counterpart?.id;
    return html`<div class="cell empty" lang=${this.sheet.language}>
      ${
        isHere
          ? html`<form @submit=${(event: SubmitEvent) => void this.#write(event, pairs)}>
              <label for="counterpart">${this.#say('twinText', { language: name })}</label>
              <textarea
                id="counterpart"
                name="counterpart"
                rows="3"
                lang=${language}
                maxlength="4000"
                required
              ></textarea>
              <div class="steps">
                <button class="primary">${this.#say('add')}</button>
                <button type="button" @click=${() => (this.writing = null)}>${this.#say('cancel')}</button>
              </div>
            </form>`
          : html`<span class="soft">${this.#say('twinEmpty', { language: name })}</span>
              <button @click=${() => (this.writing = counterpart && { language, piece: counterpart.id })}>
                ${this.#say('twinWrite', { language: name })}
              </button>`
      }
    </div>`;
  }

  override render(): TemplateResult {
    const pairs = pairsOf(this.sheet.state, this.leading);
    const sides = [this.leading, otherOf(this.leading)] as const;
    const sectionOf = (pair: Pair | undefined): string => pair?.en?.section ?? pair?.['zh-Hans']?.section ?? '';
    return html`<div class="row heads" aria-hidden="true">
        ${sides.map((language) => html`<div class="head">${this.#named(language)}</div>`)}
      </div>
      <div @keydown=${stepByKey}>
        ${repeat(
          pairs,
          (pair) => pair.key,
          (pair, at) =>
            html`<div
              class="row ${pair.key === 'headline' ? 'headline' : ''} ${sectionOf(pair) === sectionOf(pairs[at - 1]) ? '' : 'begins'}"
            >
              ${sides.map((language, nth) => this.#cell(pair, language, pairs, at === 0 && nth === 0))}
            </div>`,
        )}
      </div>`;
  }
}
