/**
 * Another wording of the chosen sentence or of its paragraph, asked of the language model: each shown as a difference, taken or left by the editor.
 * Owns the asking, one sentence after the other; taking is an ordinary edit.
 */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { wordDifference } from '../../../shared/document/word-difference.ts';
import { paragraphsOf } from '../../../shared/drafting/paragraphs.ts';
import type { RewriteReply } from '../../../shared/drafting/replies.ts';
import { mayBeRewritten } from '../../../shared/drafting/rewriting.ts';
import type { Piece } from '../../../shared/drafting/working-copy.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { rewritingArea, type RewritingPhrase } from '../../../shared/languages/areas/rewriting.ts';
import { askWording } from '../../connection/drafting-api.ts';
import { base, buttons } from '../../ui/base.css.ts';
import { differenceStyles, drawDifference } from '../../ui/difference.ts';
import { panelStyles } from './drafting-styles.ts';
import type { Sheet } from './sheet.ts';
import { wordsOfDraftFault } from './words.ts';

interface Suggested {
  readonly piece: string;
  /** A fault in words, or what came. */
  readonly came: string | RewriteReply;
}

const isPhrase = (key: string): key is RewritingPhrase => Object.hasOwn(rewritingArea.en, key);

@customElement('plenary-rewrite')
export class PlenaryRewrite extends LitElement {
  static override styles = [
    base,
    buttons,
    panelStyles,
    differenceStyles,
    css`
      [role='status'] > p {
        margin-block-start: var(--gap-2);
      }
      blockquote {
        color: var(--ink);
        font: 400 var(--size-2) / 1.75 var(--serif);
      }
    `,
  ];
  @property({ attribute: false }) sheet!: Sheet;
  @property({ attribute: false }) piece!: Piece;
  @property({ attribute: false }) textLanguage: Language = 'en';
  @state() private suggested: readonly Suggested[] = [];
  @state() private waiting = false;
  /** Goes up when another sentence is chosen: what still comes for the one before is not shown. */
  #asking = 0;
  #at = '';

  protected override willUpdate(changed: PropertyValues): void {
    const at = `${this.textLanguage} ${this.piece.id}`;
    if (!changed.has('piece') || at === this.#at) return;
    this.#at = at;
    this.#asking += 1;
    this.waiting = false;
    this.suggested = [];
  }

  #say(key: RewritingPhrase, values?: Values): string {
    return say(rewritingArea, this.sheet.language, key, values);
  }

  #paragraph(): readonly Piece[] {
    const pieces = this.sheet.state.copies[this.textLanguage]?.pieces ?? [];
    const whole = paragraphsOf(pieces).find((one) => one.some(({ id }) => id === this.piece.id)) ?? [];
    return whole.filter(mayBeRewritten);
  }

  async #ask(pieces: readonly Piece[]): Promise<void> {
    const { session, language } = this.sheet;
    this.#asking += 1;
    const asking = this.#asking;
    this.suggested = [];
    this.waiting = true;
    for (const { id } of pieces) {
      const answer = await askWording(session.workshop, session.authorization, {
        language: this.textLanguage,
        piece: id,
      });
      if (asking !== this.#asking) return;
      const { code } = answer.ok ? { code: '' } : answer.fault;
      const came = answer.ok
        ? answer.value
        : isPhrase(code)
          ? this.#say(code)
          : wordsOfDraftFault(answer.fault, language);
      this.suggested = [...this.suggested, { piece: id, came }];
      // What cannot be reached for one sentence cannot be for the next.
      if (!answer.ok) break;
    }
    this.waiting = false;
  }

  #drop(piece: string): void {
    this.suggested = this.suggested.filter((one) => one.piece !== piece);
  }

  async #take(piece: string, { base: was, suggestion }: RewriteReply): Promise<void> {
    if (suggestion === null) return;
    const { textLanguage: language } = this;
    if (await this.sheet.send({ type: 'edit', language, piece, base: was, text: suggestion })) this.#drop(piece);
  }

  #one({ piece, came }: Suggested): TemplateResult {
    if (typeof came === 'string') return html`<div class="notice"><p>${came}</p></div>`;
    const { base: was, suggestion, added } = came;
    const leave = html`<button @click=${() => this.#drop(piece)}>${this.#say('leave')}</button>`;
    if (suggestion === null)
      return html`<div class="notice">
        <p>${this.#say('refused')}</p>
        <ul>
          ${added.map(({ kind, about }) => html`<li>${this.#say(`added.${kind}`, { about })}</li>`)}
        </ul>
        <div class="steps">${leave}</div>
      </div>`;
    if (suggestion === was) return html`<p class="soft">${this.#say('same')}</p>`;
    return html`<h5>${this.#say('suggested')}</h5>
      <blockquote lang=${this.textLanguage}>
        ${drawDifference(wordDifference(was, suggestion), {
          removed: this.#say('removed'),
          inserted: this.#say('inserted'),
          around: this.sheet.language,
        })}
      </blockquote>
      <div class="steps">
        <button class="primary" @click=${() => void this.#take(piece, came)}>${this.#say('take')}</button>${leave}
      </div>`;
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.sheet.reply.rewrites) return nothing;
    const paragraph = this.#paragraph();
    const isOffered = mayBeRewritten(this.piece);
    if (!isOffered && paragraph.length === 0) return nothing;
    return html`<section>
      <p class="soft small">${this.#say('about')}</p>
      <div class="steps">
        ${
          isOffered
            ? html`<button ?disabled=${this.waiting} @click=${() => void this.#ask([this.piece])}>
                ${this.#say('ask')}
              </button>`
            : nothing
        }
        ${
          paragraph.length > 1
            ? html`<button ?disabled=${this.waiting} @click=${() => void this.#ask(paragraph)}>
                ${this.#say('askParagraph')}
              </button>`
            : nothing
        }
      </div>
      <div role="status">
        ${this.suggested.map((one) => this.#one(one))}
        ${this.waiting ? html`<p class="soft">${this.#say('waiting')}</p>` : nothing}
      </div>
    </section>`;
  }
}
