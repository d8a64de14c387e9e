/** Asks how somebody is to be removed: for now, or so that they do not come back. Owns the question; what it brings about is the caller's. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { peopleArea } from '../../../shared/languages/areas/people.ts';
import type { BanScope } from '../../../shared/workshop/lobby/types.ts';
import '../../ui/dialog.ts';
import { controls } from '../room/styles.ts';

/** `scope` null: only removed. */
export type Removal = { readonly scope: readonly BanScope[] | null } | null;

@customElement('plenary-removal')
export class RemovalDialog extends LitElement {
  static override styles = [
    ...controls,
    css`
      .check {
        min-height: var(--target);
        margin-block-start: var(--gap-2);
      }
      .inner {
        margin-inline-start: 1.75rem;
      }
    `,
  ];
  @property({ attribute: false }) language!: Language;
  @state() private name: string | null = null;
  @state() private bars = false;
  @state() private link = false;
  #answer: (removal: Removal) => void = () => undefined;

  /** `bars`: asked for somebody who waits, who can only be barred. */
  asks(name: string, bars = false): Promise<Removal> {
    this.name = name;
    this.bars = bars;
    this.link = false;
    return new Promise((resolve) => (this.#answer = resolve));
  }

  #close(removal: Removal): void {
    this.name = null;
    this.#answer(removal);
  }

  #say(key: keyof (typeof peopleArea)['en'], values?: Readonly<Record<string, string | number>>): string {
    return say(peopleArea, this.language, key, values);
  }

  override render(): TemplateResult {
    const { name } = this;
    return html`<ui-dialog
      .open=${name !== null}
      .heading=${name === null ? '' : this.#say('removeTitle', { name })}
      .closeLabel=${this.#say('cancel')}
      @close=${() => this.#close(null)}
    >
      ${
        name === null
          ? nothing
          : html`<p>${this.#say('removeText')}</p>
              <label class="check">
                <input type="checkbox" .checked=${this.bars} @change=${() => (this.bars = !this.bars)} />
                ${this.#say('bar')}
              </label>
              ${
                this.bars
                  ? html`<div class="inner">
                      <p class="quiet-words">${this.#say('barText')}</p>
                      <label class="check">
                        <input type="checkbox" .checked=${this.link} @change=${() => (this.link = !this.link)} />
                        ${this.#say('barLink')}
                      </label>
                    </div>`
                  : nothing
              }
              <div class="steps">
                <button class="danger" @click=${() => this.#close({ scope: this.#scope() })}>
                  ${this.#say(this.bars ? 'removeAndBar' : 'remove')}
                </button>
                <button @click=${() => this.#close(null)}>${this.#say('cancel')}</button>
              </div>`
      }
    </ui-dialog>`;
  }

  #scope(): readonly BanScope[] | null {
    if (!this.bars) return null;
    return this.link ? ['browser', 'account', 'link'] : ['browser', 'account'];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-removal': RemovalDialog;
  }
}
