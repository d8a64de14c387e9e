/**
 * The workshop's end above the agenda: when it is, how much is left, and for the desk how to make up for time that is lost.
 * Ticks by itself and is no live region: what is worth hearing is announced from the facts.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { textIn } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { agendaArea } from '../../../shared/languages/areas/agenda.ts';
import { projection, type Projection } from '../../../shared/workshop/agenda/projection.ts';
import { bufferOf, currentItem, itemsToCome, minutesOf } from '../../../shared/workshop/agenda/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { clockTone } from '../room/clock-text.ts';
import { EverySecond } from '../room/every-second.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { clockOf } from '../when.ts';

const MINUTE_MS = 60_000;
const upTo = (ms: number): number => Math.ceil(ms / MINUTE_MS);

@customElement('plenary-time-line')
export class TimeLine extends Region {
  static override styles = [
    ...controls,
    css`
      .late {
        margin-top: var(--gap-2);
        padding: var(--gap-2) var(--gap-3);
        border-inline-start: 3px solid var(--amber);
        background: var(--amber-wash);
      }
      .late .row {
        margin-top: var(--gap-2);
      }
      .late button {
        text-align: start;
        white-space: normal;
      }
    `,
  ];

  constructor() {
    super();
    this.addController(new EverySecond(this));
  }

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null || view.session.phase === 'ended') return nothing;
    const expected = projection(view, this.store.now());
    if (expected.limit === null) return nothing;
    return html`<p class="quiet-words">
        ${this.#say('endsAt', { time: clockOf(expected.limit, this.language) })}${
          view.session.phase === 'live' ? html` · ${this.#left(expected.limit)}` : nothing
        }
      </p>
      ${view.session.phase === 'live' ? this.#late(view, expected) : nothing}`;
  }

  #say(key: keyof (typeof agendaArea)['en'], values?: Readonly<Record<string, string | number>>): string {
    return say(agendaArea, this.language, key, values);
  }

  #left(limit: number): TemplateResult {
    const ms = limit - this.store.now();
    const tone = clockTone(ms, 10 * MINUTE_MS * 10);
    const key = ms <= -MINUTE_MS ? 'overEnd' : ms < MINUTE_MS ? 'ending' : 'left';
    const minutes = key === 'overEnd' ? Math.floor(-ms / MINUTE_MS) : upTo(ms);
    return html`<span class="clock ${tone}">${this.#say(key, { minutes })}</span>`;
  }

  #late(view: WorkshopState, { end, overMs }: Projection): TemplateResult | typeof nothing {
    const minutes = upTo(overMs);
    if (end === null || overMs < MINUTE_MS / 2) return nothing;
    return html`<div class="late">
      <p>${this.#say('late', { time: clockOf(end, this.language), minutes })}</p>
      ${this.store.may('agenda.run') ? this.#ways(view, minutes) : nothing}
    </div>`;
  }

  /** Each button says what it would bring; a way that brings nothing is not offered. */
  #ways(view: WorkshopState, minutes: number): TemplateResult {
    const toCome = itemsToCome(view.agenda);
    const current = currentItem(view.agenda);
    const buffers = [...(current === null ? [] : [current]), ...toCome].reduce((sum, item) => sum + bufferOf(item), 0);
    const room = toCome.reduce((sum, item) => sum + minutesOf(item) - 1, 0);
    const last = toCome.at(-1);
    return html`<div class="row" role="group" aria-label=${this.#say('settle')}>
      ${buffers > 0 ? this.#way('absorb', Math.min(minutes, buffers)) : nothing}
      ${room > 0 ? this.#way('shorten', Math.min(minutes, room)) : nothing} ${this.#way('extend', minutes)}
      ${
        last === undefined
          ? nothing
          : html`<button @click=${() => this.ask({ type: 'agenda/drop', item: last.id })}>
              ${this.#say('dropLast', { title: textIn(last.title, this.language) })}
            </button>`
      }
    </div>`;
  }

  #way(choice: 'absorb' | 'shorten' | 'extend', minutes: number): TemplateResult {
    return html`<button @click=${() => this.ask({ type: 'agenda/settle', choice, minutes })}>
      ${this.#say(choice, { minutes })}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-time-line': TimeLine;
  }
}
