/** The comments on a chosen piece: short threads, answered and resolved. Owns the forms. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Comment } from '../../../shared/drafting/working-copy.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { draftingArea, type DraftingPhrase } from '../../../shared/languages/areas/drafting.ts';
import { mintId } from '../../store/mint.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { valueOf } from '../../ui/field.ts';
import { dayOf } from '../when.ts';
import { panelStyles } from './drafting-styles.ts';
import type { Sheet } from './sheet.ts';

@customElement('plenary-draft-comments')
export class PlenaryDraftComments extends LitElement {
  static override styles = [base, buttons, fields, panelStyles];
  @property({ attribute: false }) sheet!: Sheet;
  /** The thread that is being answered; '' for a new one. */
  @state() private writing: string | null = null;

  #say(key: DraftingPhrase, values?: Values): string {
    return say(draftingArea, this.sheet.language, key, values);
  }

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { chosen } = this.sheet;
    const form = event.target;
    const { writing } = this;
    if (!(form instanceof HTMLFormElement) || chosen === null || writing === null) return;
    const text = valueOf(form, 'comment');
    if (text === '') return;
    const under = writing === '' ? {} : { under: writing };
    const isDone = await this.sheet.send({ type: 'comment', id: mintId(), ...chosen, text, ...under });
    if (isDone) this.writing = null;
  };

  #form(): TemplateResult {
    return html`<form @submit=${this.#send}>
      <label for="comment">${this.#say(this.writing === '' ? 'comment' : 'reply')}</label>
      <textarea id="comment" name="comment" rows="2" maxlength="2000" required></textarea>
      <div class="steps">
        <button class="primary">${this.#say('send')}</button>
        <button type="button" @click=${() => (this.writing = null)}>${this.#say('cancel')}</button>
      </div>
    </form>`;
  }

  #one({ by, at, text }: Comment): TemplateResult {
    return html`<p class="who"><b>${by.name}</b> <span class="soft small">${dayOf(at, this.sheet.language)}</span></p>
      <p class="words">${text}</p>`;
  }

  #thread(first: Comment, answers: readonly Comment[]): TemplateResult {
    const { sheet } = this;
    const { id, resolved } = first;
    return html`<li class=${resolved === null ? '' : 'resolved'}>
      ${this.#one(first)} ${answers.map((one) => html`<div class="answer">${this.#one(one)}</div>`)}
      ${resolved === null ? nothing : html`<p class="soft small">${this.#say('resolvedBy', { name: resolved.by.name })}</p>`}
      ${
        this.writing === id
          ? this.#form()
          : html`<div class="steps">
              ${resolved === null ? html`<button class="quiet" @click=${() => (this.writing = id)}>${this.#say('reply')}</button>` : nothing}
              <button
                class="quiet"
                @click=${() => void sheet.send({ type: resolved === null ? 'resolve' : 'reopen', comment: id })}
              >
                ${this.#say(resolved === null ? 'resolve' : 'reopen')}
              </button>
            </div>`
      }
    </li>`;
  }

  override render(): TemplateResult {
    const { chosen, state: copy } = this.sheet;
    const here = copy.comments.filter((one) => one.language === chosen?.language && one.piece === chosen.piece);
    const threads = here.filter((one) => one.under === null);
    return html`<section>
      <h4>${this.#say('comments')}</h4>
      ${threads.length === 0 ? html`<p class="soft">${this.#say('noComments')}</p>` : nothing}
      <ul>
        ${threads.map((one) =>
          this.#thread(
            one,
            here.filter((answer) => answer.under === one.id),
          ),
        )}
      </ul>
      ${this.writing === '' ? this.#form() : html`<button @click=${() => (this.writing = '')}>${this.#say('comment')}</button>`}
    </section>`;
  }
}
