/** The clock of the speech going on; ticks by itself and is no live region. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Speech } from '../../../shared/workshop/floor/types.ts';
import { EverySecond } from '../room/every-second.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { speechTime } from './speech-clock.ts';

@customElement('plenary-speech-clock')
export class RunningSpeech extends Region {
  static override styles = [
    ...controls,
    css`
      :host {
        display: inline;
      }
    `,
  ];
  @property({ attribute: false }) speech!: Speech;

  constructor() {
    super();
    this.addController(new EverySecond(this));
  }

  override render(): TemplateResult {
    const { elapsed, rest, tone } = speechTime(
      this.speech,
      this.store.now(),
      this.language,
      this.view?.floor.rules.ending,
    );
    return html`<span class="clock">${elapsed}</span> ${
        rest === '' ? nothing : html`<span class="clock ${tone}">· ${rest}</span>`
      }`;
  }
}
