/** Asks once before something that cannot be undone by the same button. Must not know what it is. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../ui/dialog.ts';
import { controls } from './styles.ts';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button that goes on says: what will happen. */
  readonly yes: string;
  readonly no: string;
  /** Draws the button in the colour of harm. */
  readonly harm?: boolean;
}

@customElement('plenary-confirm')
export class Confirm extends LitElement {
  static override styles = [...controls];
  @state() private question: Question | null = null;
  #answer: (yes: boolean) => void = () => undefined;

  /** Resolves false on Escape too. Focus returns to where it was: the browser's dialog sees to it. */
  asks(question: Question): Promise<boolean> {
    this.question = question;
    return new Promise((resolve) => (this.#answer = resolve));
  }

  #close(yes: boolean): void {
    this.question = null;
    this.#answer(yes);
  }

  override render(): TemplateResult {
    const { question } = this;
    return html`<ui-dialog
      .open=${question !== null}
      .heading=${question?.title ?? ''}
      .closeLabel=${question?.no ?? ''}
      @close=${() => this.#close(false)}
    >
      ${
        question === null
          ? nothing
          : html`<p>${question.text}</p>
              <div class="steps">
                <button class=${question.harm === true ? 'danger' : 'primary'} @click=${() => this.#close(true)}>
                  ${question.yes}
                </button>
                <button @click=${() => this.#close(false)}>${question.no}</button>
              </div>`
      }
    </ui-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-confirm': Confirm;
  }
}
