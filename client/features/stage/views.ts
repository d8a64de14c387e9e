/**
 * The ways of looking at the stage: layouts in a menu, the pages of the grid, full screen. Comes after the room's first frame. Must not know which tiles
 * there are.
 */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { viewsArea } from '../../../shared/languages/areas/views.ts';
import { icon } from '../../ui/icon.ts';
import '../../ui/menu.ts';
import { controls } from '../room/styles.ts';
import { LAYOUTS, type Layout } from './arrangement.ts';

export interface Looking {
  readonly look: (layout: Layout) => void;
  readonly turn: (page: number) => void;
  readonly unpin: () => void;
  readonly fill: () => unknown;
}

@customElement('plenary-views')
export class Views extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: var(--gap-2);
      }
      .face,
      .pages {
        display: inline-flex;
        align-items: center;
        gap: var(--gap-1);
        color: var(--on-stage);
        font-size: var(--size-1);
        font-variant-numeric: tabular-nums;
      }
      .pages button {
        min-width: var(--target);
        min-height: 36px;
        justify-content: center;
        color: var(--on-stage);
      }
      .pages button:hover:not(:disabled) {
        background: #3a382f;
      }
      .pages button:disabled {
        opacity: 0.4;
      }
      ui-menu::part(opener):hover {
        background: #3a382f;
      }
      ui-menu button {
        justify-content: space-between;
      }
      .back {
        display: inline-flex;
        transform: scaleX(-1);
      }
    `,
  ];
  @property({ attribute: false }) language!: Language;
  @property({ attribute: false }) layout: Layout = 'speaker';
  @property({ type: Boolean }) pinned = false;
  /** Counted from 0. */
  @property({ attribute: false }) page = 0;
  @property({ attribute: false }) pages = 1;
  @property({ attribute: false }) looking!: Looking;

  override render(): TemplateResult {
    const { layout, looking } = this;
    return html`${this.pages > 1 ? this.#turner() : nothing}
      <ui-menu .label=${`${this.#say('view')}: ${this.#say(layout)}`}>
        <span slot="face" class="face">${icon(layout === 'grid' ? 'grid' : 'speaker')} ${this.#say(layout)}</span>
        ${LAYOUTS.map(
          (one) =>
            html`<button aria-pressed=${one === layout ? 'true' : 'false'} @click=${() => looking.look(one)}>
              ${this.#say(one)} ${one === layout ? icon('check') : nothing}
            </button>`,
        )}
        ${this.pinned ? html`<button @click=${looking.unpin}>${this.#say('unpin')}</button>` : nothing}
        ${document.fullscreenEnabled ? html`<button @click=${looking.fill}>${this.#say('fullScreen')}</button>` : nothing}
      </ui-menu>`;
  }

  #turner(): TemplateResult {
    const { page, pages } = this;
    return html`<span class="pages">
      ${this.#step('earlierPage', 'PageUp', page - 1, html`<span class="back">${icon('next')}</span>`)}
      <span aria-live="polite">${say(viewsArea, this.language, 'pageOf', { page: page + 1, pages })}</span>
      ${this.#step('laterPage', 'PageDown', page + 1, icon('next'))}
    </span>`;
  }

  #step(key: 'earlierPage' | 'laterPage', shortcut: string, to: number, drawing: TemplateResult): TemplateResult {
    return html`<button
      class="quiet"
      aria-label=${this.#say(key)}
      aria-keyshortcuts=${shortcut}
      ?disabled=${to < 0 || to >= this.pages}
      @click=${() => this.looking.turn(to)}
    >
      ${drawing}
    </button>`;
  }

  #say(key: keyof (typeof viewsArea)['en']): string {
    return say(viewsArea, this.language, key);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-views': Views;
  }
}
