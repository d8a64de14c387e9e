/**
 * A button that opens a short list of actions or places: arrows move, Escape closes and gives focus back. Owns the opening; the slot holds
 * <button>s and <a>s, the slot "face" what the button shows instead of three dots; with `up` it opens
 * upwards.
 */
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons } from './base.css.ts';
import { icon } from './icon.ts';

/** How near the list may come to the window's edge, CSS px. */
const EDGE = 8;

@customElement('ui-menu')
export class UiMenu extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        position: relative;
        display: inline-block;
      }

      .list {
        position: absolute;
        z-index: 20;
        inset-inline-end: 0;
        inset-block-start: calc(100% + 0.25rem);
        display: grid;
        width: max-content;
        min-width: 12rem;
        max-width: min(20rem, calc(100vw - 2rem));
        padding: var(--gap-1);
        border: 1px solid var(--hairline);
        border-radius: var(--round);
        background: var(--leaf);
        box-shadow: var(--lift);
      }

      :host([up]) .list {
        inset-block: auto calc(100% + 0.25rem);
      }
    `,
  ];

  @property() label = '';
  @state() private open = false;

  private get items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('button:not(:disabled), a[href]')];
  }

  private async show(open: boolean): Promise<void> {
    this.open = open;
    await this.updateComplete;
    const target = open ? this.items[0] : this.renderRoot.querySelector('button');
    target?.focus();
    // A menu low in a scrolling panel would else be cut off at the panel's edge.
    if (open) this.#bringIn();
  }

  #bringIn(): void {
    const list = this.renderRoot.querySelector<HTMLElement>('.list');
    if (list === null) return;
    list.style.translate = '';
    const { left } = list.getBoundingClientRect();
    if (left < EDGE) list.style.translate = `${EDGE - left}px`;
    list.scrollIntoView({ block: 'nearest' });
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (!this.open) {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      void this.show(true);
      return;
    }
    const at = this.items.findIndex((item) => item.matches(':focus'));
    const count = this.items.length;
    const moves: Record<string, number> = {
      ArrowDown: (at + 1) % count,
      ArrowUp: (at - 1 + count) % count,
      Home: 0,
      End: count - 1,
    };
    if (event.key === 'Escape') {
      event.stopPropagation();
      void this.show(false);
    } else if (moves[event.key] !== undefined) {
      event.preventDefault();
      this.items[moves[event.key] ?? 0]?.focus();
    }
  };

  private readonly left = (event: FocusEvent): void => {
    const { relatedTarget: to } = event;
    // The button itself stands in the shadow: a click on it must find the list still open, or it would open it again.
    if (!(to instanceof Node && (this.contains(to) || this.renderRoot.contains(to)))) this.open = false;
  };

  override render(): TemplateResult {
    return html`<div @keydown=${this.pressed} @focusout=${this.left}>
      <button
        class="quiet bare"
        part="opener"
        aria-label=${this.label}
        aria-expanded=${this.open ? 'true' : 'false'}
        @click=${() => this.show(!this.open)}
      >
        <slot name="face">${icon('more')}</slot>
      </button>
      <div class="list" role="group" aria-label=${this.label} ?hidden=${!this.open} @click=${() => this.show(false)}>
        <slot></slot>
      </div>
    </div>`;
  }
}
