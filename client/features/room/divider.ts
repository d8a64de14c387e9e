/** The edge of a side panel: dragged or moved by arrows it changes the width, its button folds. Must not know the panel's content. */
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LIMITS, type Panel, type Side } from './panel-widths.ts';
import { controls } from './styles.ts';

/** The panel as it is to be from now on. */
export class PanelMoved extends Event {
  readonly side: Side;
  readonly panel: Panel;
  constructor(side: Side, panel: Panel) {
    super('plenary-panel-moved');
    this.side = side;
    this.panel = panel;
  }
}

const STEP = 24;

@customElement('plenary-divider')
export class Divider extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        position: relative;
        width: 13px;
        background: var(--shade);
        border-inline: 1px solid var(--hairline);
      }
      .edge {
        position: absolute;
        inset: 0;
        cursor: col-resize;
        touch-action: none;
      }
      button.fold {
        position: absolute;
        top: 8px;
        left: 0;
        width: 11px;
        min-width: 0;
        min-height: 44px;
        padding: 0;
        border: 0;
        background: transparent;
        color: var(--ink-soft);
      }
    `,
  ];
  @property({ attribute: false }) side: Side = 'left';
  @property({ attribute: false }) panel: Panel = { open: true, width: 0 };
  @property() widthWords = '';
  @property() foldWords = '';
  #from: { readonly x: number; readonly width: number } | null = null;

  /** To the right widens the left panel and narrows the right one. */
  get #sign(): number {
    return this.side === 'left' ? 1 : -1;
  }

  #move(width: number): void {
    this.dispatchEvent(new PanelMoved(this.side, { open: true, width }));
  }

  readonly #grip = (event: PointerEvent): void => {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    this.#from = { x: event.clientX, width: this.panel.width };
  };

  readonly #drag = (event: PointerEvent): void => {
    if (this.#from !== null) this.#move(this.#from.width + (event.clientX - this.#from.x) * this.#sign);
  };

  readonly #key = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? STEP : event.key === 'ArrowLeft' ? -STEP : 0;
    if (step === 0) return;
    event.preventDefault();
    this.#move(this.panel.width + step * this.#sign);
  };

  override render(): TemplateResult {
    const { panel, side } = this;
    const inward = panel.open === (side === 'left');
    return html`${
        panel.open
          ? html`<div
              class="edge"
              role="separator"
              tabindex="0"
              aria-orientation="vertical"
              aria-label=${this.widthWords}
              aria-valuenow=${panel.width}
              aria-valuemin=${LIMITS[side].least}
              aria-valuemax=${LIMITS[side].most}
              @pointerdown=${this.#grip}
              @pointermove=${this.#drag}
              @lostpointercapture=${() => (this.#from = null)}
              @keydown=${this.#key}
            ></div>`
          : ''
      }<button
        class="fold"
        aria-label=${this.foldWords}
        title=${this.foldWords}
        aria-expanded=${panel.open ? 'true' : 'false'}
        @click=${() => this.dispatchEvent(new PanelMoved(side, { ...panel, open: !panel.open }))}
      >
        <span aria-hidden="true">${inward ? '‹' : '›'}</span>
      </button>`;
  }
}
