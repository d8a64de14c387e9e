/**
 * The panel of questions: asking, the list in everybody's order, of one item or of all, and the workshop's settings for them. Must not know how a
 * question is decided.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { say } from '../../../shared/languages/area.ts';
import { questionsArea, type QuestionsPhrase } from '../../../shared/languages/areas/questions.ts';
import { textIn } from '../../../shared/kernel/language.ts';
import { itemsInOrder } from '../../../shared/workshop/agenda/selectors.ts';
import { listedQuestions, type ListedQuestion } from '../../../shared/workshop/questions/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import './ask-form.ts';
import type { QuestionWish } from './question-card.ts';
import './question-card.ts';
import type { QuestionDialog } from './question-dialog.ts';
import './question-dialog.ts';

@customElement('plenary-questions')
export class Questions extends Region {
  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        padding: var(--gap-4);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--gap-1) var(--gap-4);
        margin-block-start: var(--gap-4);
        padding-block-end: var(--gap-2);
        border-bottom: 1px solid var(--hairline);
      }
      .head select {
        width: auto;
        max-width: 100%;
        min-height: 2.25rem;
        padding-block: 0;
      }
      .head .check {
        margin: 0;
        min-height: 2.25rem;
      }
      li + li {
        border-top: 1px solid var(--hairline);
      }
      .none {
        padding-block: var(--gap-4);
      }
    `,
  ];
  /** The item whose questions are shown; '' all of them. */
  @state() private shown = '';
  readonly #dialog = createRef<QuestionDialog>();

  #say(key: QuestionsPhrase): string {
    return say(questionsArea, this.language, key);
  }

  override render(): TemplateResult | typeof nothing {
    const { view, store, language } = this;
    if (view === null) return nothing;
    const all = listedQuestions(view.questions);
    const listed = this.shown === '' ? all : all.filter(({ item }) => item === this.shown);
    return html`<plenary-ask-form .store=${store} .language=${language}></plenary-ask-form>
      ${this.#head(view, all)}
      ${
        listed.length === 0
          ? html`<p class="quiet-words none">${this.#say(all.length === 0 ? 'none' : 'noneHere')}</p>`
          : html`<ol>
              ${repeat(
                listed,
                ({ id }) => id,
                (question) =>
                  html`<li>
                    <plenary-question
                      .store=${store}
                      .language=${language}
                      .question=${question}
                      @plenary-question-wish=${({ wish }: QuestionWish) => this.#dialog.value?.show(wish, question.id)}
                    ></plenary-question>
                  </li>`,
              )}
            </ol>`
      }
      <plenary-question-dialog ${ref(this.#dialog)} .store=${store} .language=${language}></plenary-question-dialog>`;
  }

  #head(view: WorkshopState, all: readonly ListedQuestion[]): TemplateResult | typeof nothing {
    const manages = this.store.may('questions.manage') && view.session.phase !== 'ended';
    const items = itemsInOrder(view.agenda).filter(({ id }) => all.some(({ item }) => item === id));
    if (!manages && items.length === 0) return nothing;
    return html`<div class="head">
      ${
        items.length === 0
          ? nothing
          : html`<select
              aria-label=${this.#say('shown')}
              .value=${this.shown}
              @change=${(event: Event) => (this.shown = (event.target as HTMLSelectElement).value)}
            >
              <option value="">${this.#say('all')}</option>
              ${items.map(({ id, title }) => html`<option value=${id}>${textIn(title, this.language)}</option>`)}
            </select>`
      }
      ${manages ? html`${this.#rule(view, 'open', 'take')} ${this.#rule(view, 'anonymous', 'allowUnnamed')}` : nothing}
    </div>`;
  }

  #rule({ questions }: WorkshopState, rule: 'open' | 'anonymous', words: QuestionsPhrase): TemplateResult {
    return html`<label class="check"
      ><input
        type="checkbox"
        .checked=${questions.rules[rule]}
        @change=${(event: Event) =>
          this.ask({ type: 'questions/setRules', rules: { [rule]: (event.target as HTMLInputElement).checked } })}
      />
      ${this.#say(words)}</label
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-questions': Questions;
  }
}
