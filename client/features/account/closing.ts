/**
 * Asks before an account is closed, one's own or one that an administrator closes: what is lost, and whether its name goes from the workshops
 * too. Owns the question; who closes is the caller's.
 */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { closingArea, type ClosingPhrase } from '../../../shared/languages/areas/closing.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import '../../ui/dialog.ts';

/** Null: it is kept. */
type Wish = { readonly names: boolean } | null;

@customElement('plenary-closing')
export class ClosingDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      p + p,
      .check {
        margin-block-start: var(--gap-3);
      }
      .soft {
        color: var(--ink-soft);
      }
    `,
  ];
  @property({ attribute: false }) language!: Language;
  /** Whose; '' is one's own, null while closed. */
  @state() private name: string | null = null;
  @state() private names = false;
  #answer: (wish: Wish) => void = () => undefined;

  asks(name = ''): Promise<Wish> {
    this.name = name;
    this.names = false;
    return new Promise((resolve) => (this.#answer = resolve));
  }

  #close(wish: Wish): void {
    this.name = null;
    this.#answer(wish);
  }

  #say(key: ClosingPhrase, values?: Readonly<Record<string, string>>): string {
    return say(closingArea, this.language, key, values);
  }

  override render(): TemplateResult {
    const { name, names } = this;
    return html`<ui-dialog
      .open=${name !== null}
      .heading=${name === null ? '' : name === '' ? this.#say('ownTitle') : this.#say('title', { name })}
      .closeLabel=${this.#say('no')}
      @close=${() => this.#close(null)}
    >
      ${
        name === null
          ? nothing
          : html`<p>${this.#say('text')}</p>
              <label class="check">
                <input
                  type="checkbox"
                  aria-describedby="names-text"
                  .checked=${names}
                  @change=${() => (this.names = !names)}
                />
                ${this.#say('names')}
              </label>
              <p class="soft" id="names-text">${this.#say(names ? 'namesText' : 'withoutNames')}</p>
              <div class="steps">
                <button class="danger" @click=${() => this.#close({ names })}>${this.#say('yes')}</button>
                <button @click=${() => this.#close(null)}>${this.#say('no')}</button>
              </div>`
      }
    </ui-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-closing': ClosingDialog;
  }
}
