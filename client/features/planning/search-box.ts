/**
 * A line to type in with a list of what was found beneath, driven by keyboard as a combobox: arrows, Enter, Escape. Owns that; what is found and
 * what choosing means are whoever's it stands with.
 */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, fields } from '../../ui/base.css.ts';
import { typedIn } from '../../ui/field.ts';

export interface Choice {
  readonly key: string;
  readonly words: string;
}

class Typed extends Event {
  static readonly type = 'plenary-typed';
  readonly text: string;
  constructor(text: string) {
    super(Typed.type);
    this.text = text;
  }
}

export class Picked extends Event {
  static readonly type = 'plenary-picked';
  readonly key: string;
  readonly typed: string;
  constructor(key: string, typed: string) {
    super(Picked.type);
    this.key = key;
    this.typed = typed;
  }
}

@customElement('plenary-search-box')
export class SearchBox extends LitElement {
  static override styles = [
    base,
    fields,
    css`
      :host {
        position: relative;
      }
      ul {
        position: absolute;
        z-index: 3;
        inset-inline: 0;
        max-height: 20rem;
        overflow: auto;
        border: 1px solid var(--edge);
        border-radius: var(--round);
        background: var(--leaf);
        box-shadow: var(--lift);
      }
      li {
        min-height: var(--target);
        padding: var(--gap-2) var(--gap-3);
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      li[aria-selected='true'],
      li:hover {
        background: var(--green-wash);
      }
      .note {
        padding-block: var(--gap-1);
      }
    `,
  ];

  @property() label = '';
  @property() hint = '';
  @property({ attribute: false }) choices: readonly Choice[] = [];
  /** What is said instead of choices; '' for nothing. */
  @property() note = '';
  @state() private text = '';
  @state() private at = -1;

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  private write(text: string): void {
    this.text = text;
    this.at = -1;
    this.dispatchEvent(new Typed(text));
  }

  private pick(choice: Choice | undefined): void {
    if (choice === undefined) return;
    this.dispatchEvent(new Picked(choice.key, this.text.trim()));
    this.write('');
  }

  private readonly key = (event: KeyboardEvent): void => {
    const { choices } = this;
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (choices.length > 0) this.at = (this.at + step + choices.length) % choices.length;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.pick(choices[Math.max(0, this.at)]);
    } else if (event.key === 'Escape' && this.text !== '') {
      event.preventDefault();
      event.stopPropagation();
      this.write('');
    }
  };

  override render(): TemplateResult {
    const { choices, label, hint, note, text, at } = this;
    const isOpen = text.trim() !== '' && choices.length > 0;
    return html`<label for="box">${label}</label>
      <input
        id="box"
        role="combobox"
        autocomplete="off"
        maxlength="200"
        placeholder=${hint}
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-controls="found"
        aria-autocomplete="list"
        aria-activedescendant=${isOpen && at >= 0 ? `choice-${at}` : nothing}
        .value=${text}
        @input=${(event: Event) => this.write(typedIn(event))}
        @keydown=${this.key}
      />
      <p class="note soft small" role="status" ?hidden=${note === '' || text.trim() === ''}>${note}</p>
      <ul id="found" role="listbox" aria-label=${label} ?hidden=${!isOpen}>
        ${choices.map(
          (choice, index) =>
            html`<li
              id="choice-${index}"
              role="option"
              aria-selected=${index === at ? 'true' : 'false'}
              @mousedown=${(event: Event) => event.preventDefault()}
              @click=${() => this.pick(choice)}
            >
              ${choice.words}
            </li>`,
        )}
      </ul>`;
  }
}

declare global {
  interface HTMLElementEventMap {
    'plenary-typed': Typed;
    'plenary-picked': Picked;
  }
}
