/** The clock beside an agenda item and when it begins; ticks by itself, so that the list around it is not drawn anew. Must not know the list. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { say } from '../../../shared/languages/area.ts';
import { agendaArea } from '../../../shared/languages/areas/agenda.ts';
import { projection } from '../../../shared/workshop/agenda/projection.ts';
import type { AgendaItem } from '../../../shared/workshop/agenda/types.ts';
import { EverySecond } from '../room/every-second.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { itemStart, itemTime } from './item-clock.ts';

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
    const now = this.store.now();
    const { words, tone } = itemTime(this.item, now, this.language);
    const found =
      this.view === null ? undefined : projection(this.view, now).items.find(({ item }) => item.id === this.item.id);
    const start = found === undefined ? '' : itemStart(found, this.language);
    return html`${start === '' ? nothing : html`<span class="clock start">${start}</span> · `}<span
        class="clock ${tone}"
        >${words}</span
      >${
        this.item.status === 'current' && tone !== 'calm'
          ? html`<span class="ears">(${say(agendaArea, this.language, `tone.${tone}`)})</span>`
          : nothing
      }`;
  }
}
