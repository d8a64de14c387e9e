/** Asking: the question, what it is about, and where the workshop allows it without one's name. What was refused stays in the form. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { id, isId, type AgendaItemId } from '../../../shared/kernel/ids.ts';
import { textIn } from '../../../shared/kernel/language.ts';
import { sha256 } from '../../../shared/kernel/sha256.ts';
import { say } from '../../../shared/languages/area.ts';
import { questionsArea, type QuestionsPhrase } from '../../../shared/languages/areas/questions.ts';
import { itemsInOrder } from '../../../shared/workshop/agenda/selectors.ts';
import { keepToken } from '../../store/asked-tokens.ts';
import { mintId } from '../../store/mint.ts';
import { valueOf } from '../../ui/field.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

@customElement('plenary-ask-form')
export class AskForm extends Region {
  static override styles = [
    ...controls,
    css`
      form {
        display: grid;
        gap: var(--gap-2);
      }
      textarea {
        min-height: 4.5rem;
        resize: vertical;
      }
      .last {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--gap-2) var(--gap-3);
      }
      .about {
        flex: 1 1 10rem;
        min-width: 0;
      }
      .hint {
        margin: 0;
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null || view.session.phase === 'ended' || !this.store.may('questions.ask')) return nothing;
    if (!view.questions.rules.open) return html`<p class="quiet-words">${this.#say('closed')}</p>`;
    const { current } = view.agenda;
    return html`<form @submit=${this.#ask}>
      <div>
        <label for="text">${this.#say('yours')}</label>
        <textarea id="text" name="text" maxlength="500" required rows="2" @keydown=${this.#pressed}></textarea>
      </div>
      ${
        view.questions.rules.anonymous
          ? html`<div>
              <label class="check"
                ><input type="checkbox" name="unnamed" aria-describedby="unnamed-hint" /> ${this.#say('unnamed')}</label
              >
              <p class="hint" id="unnamed-hint">${this.#say('unnamedHint')}</p>
            </div>`
          : nothing
      }
      <div class="last">
        <div class="about">
          <label for="about">${this.#say('about')}</label>
          <select id="about" name="item">
            <option value="">${this.#say('wholeWorkshop')}</option>
            ${itemsInOrder(view.agenda)
              .filter(({ status }) => status !== 'dropped')
              .map(
                (item) =>
                  html`<option value=${item.id} ?selected=${item.id === current}>
                    ${textIn(item.title, this.language)}
                  </option>`,
              )}
          </select>
        </div>
        <button class="primary">${this.#say('ask')}</button>
      </div>
    </form>`;
  }

  #say(key: QuestionsPhrase): string {
    return say(questionsArea, this.language, key);
  }

  /** Enter asks, as in a line; with Shift it would break one, and a question is a line. */
  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    this.renderRoot.querySelector('form')?.requestSubmit();
  };

  readonly #ask = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const text = valueOf(form, 'text').replaceAll(/\s+/g, ' ');
    const about = valueOf(form, 'item');
    if (text === '') return;
    const item = isId(about) ? id<AgendaItemId>(about) : null;
    const question = { type: 'questions/ask', item, text } as const;
    let sent: boolean;
    if (new FormData(form).has('unnamed')) {
      const token = `${mintId()}${mintId()}`;
      const seal = sha256(token);
      keepToken(this.store.workshop, seal, token);
      sent = await this.ask({ ...question, seal });
    } else sent = await this.ask(question);
    if (!sent) return;
    const field = form.querySelector('textarea');
    if (field !== null) field.value = '';
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-ask-form': AskForm;
  }
}
