/** What the chairs need words or a choice for: answering in writing, not taking up, merging. Owns the dialog; the panel sends what it answers. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { id, type CommandId } from '../../../shared/kernel/ids.ts';
import { say } from '../../../shared/languages/area.ts';
import { questionsArea, type QuestionsPhrase } from '../../../shared/languages/areas/questions.ts';
import { listedQuestions, type ListedQuestion } from '../../../shared/workshop/questions/selectors.ts';
import type { WorkshopCommand } from '../../../shared/workshop/workshop.ts';
import '../../ui/dialog.ts';
import { valueOf } from '../../ui/field.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

export type Wish = 'answer' | 'dismiss' | 'merge';
const TITLES = { answer: 'answerTitle', dismiss: 'dismissTitle', merge: 'mergeTitle' } as const;

@customElement('plenary-question-dialog')
export class QuestionDialog extends Region {
  static override styles = [
    ...controls,
    css`
      blockquote {
        margin: 0 0 var(--gap-4);
        padding-inline-start: var(--gap-3);
        border-inline-start: 3px solid var(--hairline);
        overflow-wrap: anywhere;
      }
      fieldset {
        margin: 0 0 var(--gap-4);
        padding: 0;
        border: 0;
      }
      .check {
        align-items: start;
        padding-block: var(--gap-1);
        overflow-wrap: anywhere;
      }
      textarea {
        min-height: 6rem;
      }
    `,
  ];
  @state() private asked: { readonly wish: Wish; readonly question: CommandId } | null = null;

  show(wish: Wish, question: CommandId): void {
    this.asked = { wish, question };
  }

  #say(key: QuestionsPhrase, values?: Readonly<Record<string, string | number>>): string {
    return say(questionsArea, this.language, key, values);
  }

  override render(): TemplateResult {
    const { asked, view } = this;
    const listed = view === null ? [] : listedQuestions(view.questions);
    const question = listed.find((one) => one.id === asked?.question);
    return html`<ui-dialog
      .open=${asked !== null && question !== undefined}
      .heading=${asked === null ? '' : this.#say(TITLES[asked.wish])}
      .closeLabel=${this.#say('close')}
      @close=${this.#close}
    >
      ${asked === null || question === undefined ? nothing : this.#form(asked.wish, question, listed)}
    </ui-dialog>`;
  }

  #form(wish: Wish, question: ListedQuestion, listed: readonly ListedQuestion[]): TemplateResult {
    const others = listed.filter(({ id: one, standing }) => one !== question.id && standing.kind === 'open');
    if (wish === 'merge' && others.length === 0) return html`<p>${this.#say('mergeNone')}</p>`;
    return html`<form @submit=${(event: SubmitEvent) => this.#send(event, wish, question)}>
      ${wish === 'merge' ? this.#merging(question, others) : this.#writing(wish, question)}
      <div class="steps">
        <button class="primary">
          ${this.#say(wish === 'merge' ? 'mergeDo' : wish === 'answer' ? 'send' : 'dismissTitle')}
        </button>
        <button type="button" @click=${this.#close}>${this.#say('cancel')}</button>
      </div>
    </form>`;
  }

  #writing(wish: 'answer' | 'dismiss', { wording, standing }: ListedQuestion): TemplateResult {
    const before = standing.kind === 'answered' && standing.answer.kind === 'written' ? standing.answer.text : '';
    return html`<blockquote>${wording}</blockquote>
      <div class="field">
        <label for="words">${this.#say(wish === 'answer' ? 'answer' : 'reason')}</label>
        ${
          wish === 'answer'
            ? html`<textarea id="words" name="words" maxlength="2000" required .value=${before}></textarea>`
            : html`<input id="words" name="words" maxlength="200" required autocomplete="off" />`
        }
      </div>`;
  }

  #merging({ wording }: ListedQuestion, others: readonly ListedQuestion[]): TemplateResult {
    return html`<fieldset>
        <legend>${this.#say('mergeWith', { question: wording })}</legend>
        ${others.map(
          (one) =>
            html`<label class="check"
              ><input type="checkbox" name="from" value=${one.id} />
              <span>${one.wording} · ${this.#say('votes', { count: one.voters.length })}</span></label
            >`,
        )}
      </fieldset>
      <div class="field">
        <label for="wording">${this.#say('mergeWording')}</label>
        <input id="wording" name="words" maxlength="500" required autocomplete="off" .value=${wording} />
      </div>`;
  }

  readonly #close = (): void => {
    this.asked = null;
  };

  async #send(event: SubmitEvent, wish: Wish, { id: question, wording }: ListedQuestion): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const words = valueOf(form, 'words');
    const from = new FormData(form)
      .getAll('from')
      .flatMap((one) => (typeof one === 'string' ? id<CommandId>(one) : []));
    const command = ((): WorkshopCommand => {
      switch (wish) {
        case 'answer':
          return { type: 'questions/answer', question, answer: { kind: 'written', text: words } };
        case 'dismiss':
          return { type: 'questions/dismiss', question, reason: words };
        case 'merge':
          return { type: 'questions/merge', into: question, from, ...(words !== wording && { text: words }) };
      }
    })();
    if (words === '' || (wish === 'merge' && from.length === 0)) return;
    if (await this.ask(command)) this.#close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-question-dialog': QuestionDialog;
  }
}
