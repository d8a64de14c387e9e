/** The clock of the current item, ticking by itself so that the list around it stays still. Not announced: it is no live region. */
import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { AgendaItem } from '../../../shared/workshop/agenda/types.ts';
import { EverySecond } from '../room/every-second.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { itemTime } from './item-clock.ts';

@customElement('plenary-item-clock')
export class ItemClockView extends Region {
  static override styles = [
    ...controls,
    css`
      :host {
        display: inline;
      }
    `,
  ];
  @property({ attribute: false }) item!: AgendaItem;

  constructor() {
    super();
    this.addController(new EverySecond(this));
  }

  override render(): TemplateResult {
    const { words, tone } = itemTime(this.item, this.store.now(), this.language);
    return html`<span class="clock ${tone}">${words}</span>`;
  }
}
