/**
 * Where we are, for somebody who comes when the workshop has long begun: the item, the time, the floor, what was decided, the last notes.
 * Stands above the stage, takes no focus, and goes for good when it is closed. What stands on the board is handed in.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { textIn } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { deskArea, type DeskPhrase } from '../../../shared/languages/areas/desk.ts';
import { workshopEnd } from '../../../shared/workshop/agenda/projection.ts';
import { currentItem, itemClock, nextItem } from '../../../shared/workshop/agenda/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { Gist } from '../board/gist.ts';
import { EverySecond } from '../room/every-second.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { whoIs } from '../room/who.ts';
import { clockOf } from '../when.ts';

/** Who comes within this time of the beginning has missed nothing. */
const LATE_MS = 60_000;

@customElement('plenary-late-card')
export class LateCard extends Region {
  static override styles = [
    ...controls,
    css`
      aside {
        position: relative;
        max-height: 40vh;
        overflow: auto;
        padding: var(--gap-3) var(--gap-4);
        background: var(--leaf);
        border-bottom: 1px solid var(--hairline);
      }
      .head {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: var(--gap-3);
      }
      ul {
        margin: 0;
        padding-inline-start: 1.25rem;
        list-style: disc;
      }
      h3 {
        font: 600 var(--size-1) / 1.5 var(--sans);
        margin-top: var(--gap-2);
      }
    `,
  ];
  /** Null while the board is not there yet. */
  @property({ attribute: false }) gist: () => Gist | null = () => null;
  @state() private closed = false;
  #late: boolean | null = null;

  constructor() {
    super();
    this.addController(new EverySecond(this));
  }

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null || this.closed) return nothing;
    const { session } = view;
    this.#late ??= session.phase === 'live' && this.store.now() - session.begunAt > LATE_MS;
    if (!this.#late || session.phase !== 'live' || this.store.may('floor.manage')) return nothing;
    const gist = this.gist();
    return html`<aside aria-label=${this.#say('cardTitle')}>
      <div class="head">
        <h2>${this.#say('cardTitle')}</h2>
        <button class="quiet" @click=${() => (this.closed = true)}>${this.#say('cardClose')}</button>
      </div>
      ${this.#facts(view).map((words) => html`<p>${words}</p>`)} ${this.#list('cardDecisions', gist?.decisions ?? [])}
      ${this.#list('cardNotes', gist?.notes ?? [])}
    </aside>`;
  }

  #say(key: DeskPhrase, values?: Readonly<Record<string, string | number>>): string {
    return say(deskArea, this.language, key, values);
  }

  #facts(view: WorkshopState): readonly string[] {
    const { language } = this;
    const now = this.store.now();
    const current = currentItem(view.agenda);
    const next = nextItem(view.agenda);
    const end = workshopEnd(view);
    const { holder, queue } = view.floor;
    const left = current === null ? 0 : itemClock(current, now).remainingMs;
    const minutes = Math.ceil(Math.abs(left) / 60_000);
    return [
      current === null
        ? this.#say('cardBetween')
        : this.#say(left < 0 ? 'cardItemOver' : 'cardItem', { title: textIn(current.title, language), minutes }),
      ...(next === null ? [] : [this.#say('cardNext', { title: textIn(next.title, language) })]),
      holder === null
        ? this.#say('cardNobody')
        : this.#say('cardFloor', { name: whoIs(view, holder.seat, language).name, count: queue.length }),
      ...(end === null ? [] : [this.#say('cardEnd', { time: clockOf(end, language) })]),
    ];
  }

  #list(head: 'cardDecisions' | 'cardNotes', texts: readonly string[]): TemplateResult | typeof nothing {
    if (texts.length === 0) return nothing;
    return html`<h3>${this.#say(head)}</h3>
      <ul>
        ${texts.map((text) => html`<li>${text}</li>`)}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-late-card': LateCard;
  }
}
