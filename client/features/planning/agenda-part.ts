/**
 * The agenda while it is planned: items in order with their hours in both zones, the sum against the time there is, reordering by drag and by
 * keyboard, and who has just changed what. Must not know how one item is edited.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { id, instant, type AgendaItemId, type Instant } from '../../../shared/kernel/ids.ts';
import { say } from '../../../shared/languages/area.ts';
import { usualAgendaArea } from '../../../shared/languages/areas/usual-agenda.ts';
import { minutesOfItems } from '../../../shared/planning/templates.ts';
import { itemsInOrder } from '../../../shared/workshop/agenda/selectors.ts';
import type { AgendaItem } from '../../../shared/workshop/agenda/types.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { mintId } from '../../store/mint.ts';
import { icon } from '../../ui/icon.ts';
import './agenda-row.ts';
import { Part } from './part.ts';
import { partStyles } from './plan-styles.ts';

/** As planned: each after the one before and its buffer; dropped ones have no time. */
const beginnings = (
  startsAt: Instant | undefined,
  items: readonly AgendaItem[],
): ReadonlyMap<AgendaItemId, Instant> => {
  const times = new Map<AgendaItemId, Instant>();
  let at = startsAt;
  for (const item of items) {
    if (at === undefined || item.status === 'dropped') continue;
    times.set(item.id, at);
    at = instant(at + minutesOfItems([item]) * 60_000);
  }
  return times;
};

@customElement('plenary-plan-agenda')
export class AgendaPart extends Part {
  static override styles = [
    ...partStyles,
    css`
      ol {
        margin-block: var(--gap-3);
        border-block-start: 1px solid var(--hairline);
      }
      li {
        border-block-end: 1px solid var(--hairline);
      }
      li.over {
        border-block-start: 2px solid var(--green);
      }
      li.lately {
        background: var(--green-wash);
      }
    `,
  ];

  /** Items that somebody else has just changed. */
  @property({ attribute: false }) lately: ReadonlySet<AgendaItemId> = new Set();
  @state() private dragged: AgendaItemId | null = null;
  @state() private target: number | null = null;
  @state() private open: AgendaItemId | null = null;

  #move(item: AgendaItemId, index: number): void {
    void this.ask({ type: 'agenda/move', item, index });
  }

  async #moveByKey(event: KeyboardEvent, item: AgendaItem, index: number, count: number): Promise<void> {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const to = index + step;
    if (!event.altKey || step === 0 || to < 0 || to >= count) return;
    event.preventDefault();
    const before = event.composedPath()[0];
    this.#move(item.id, to);
    await this.updateComplete;
    // Moving the row in the page takes the focus away; whoever moves goes on moving.
    if (before instanceof HTMLElement) before.focus();
  }

  async #add(view: WorkshopState): Promise<void> {
    const item = id<AgendaItemId>(mintId());
    const isFirst = view.agenda.order.length === 0;
    const kind = isFirst ? 'opening' : 'presentation';
    this.open = item;
    await this.ask({
      type: 'agenda/add',
      item,
      plan: {
        kind,
        title: { en: say(usualAgendaArea, 'en', kind), 'zh-Hans': say(usualAgendaArea, 'zh-Hans', kind) },
        minutes: isFirst ? 5 : 15,
        presenters: [],
        offTheRecord: false,
      },
    });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`plenary-agenda-row[data-item="${item}"]`)?.focus();
  }

  #sum({ brief }: WorkshopState, items: readonly AgendaItem[]): TemplateResult | typeof nothing {
    const { startsAt, endsAt } = brief;
    const minutes = minutesOfItems(items);
    if (items.length === 0) return nothing;
    if (startsAt === undefined || endsAt === undefined)
      return html`<p role="status">${this.t('sumOnly', { minutes })}</p>`;
    const slot = Math.round((endsAt - startsAt) / 60_000);
    if (minutes <= slot) {
      const words = minutes === slot ? 'sumExact' : 'sumFits';
      return html`<p role="status">${this.t(words, { minutes, slot, left: slot - minutes })}</p>`;
    }
    return html`<div class="warn" role="status">
      <p>${this.t('sumOver', { minutes, slot, over: minutes - slot })}</p>
      <button @click=${() => this.revise({ endsAt: instant(startsAt + minutes * 60_000) })}>
        ${this.t('stretch', { minutes })}
      </button>
    </div>`;
  }

  readonly #drop = (event: DragEvent): void => {
    event.preventDefault();
    const { dragged, target, view } = this;
    if (dragged !== null && target !== null && view !== null) {
      const from = view.agenda.order.indexOf(dragged);
      const to = target > from ? target - 1 : target;
      if (to !== from) this.#move(dragged, to);
    }
    this.dragged = this.target = null;
  };

  override render(): TemplateResult {
    const { view } = this;
    if (view === null) return html``;
    const all = itemsInOrder(view.agenda);
    const times = beginnings(view.brief.startsAt, all);
    return html`${
        all.length === 0
          ? html`<p class="soft">${this.t('agendaEmpty')}</p>`
          : html`<p class="soft small">${this.t('agendaHint')}</p>`
      }
      <ol
        @drop=${this.#drop}
        @dragover=${(event: DragEvent) => this.dragged !== null && event.preventDefault()}
        @dragend=${() => (this.dragged = this.target = null)}
      >
        ${repeat(
          all,
          (item) => item.id,
          (item, index) =>
            html`<li
              class="${this.target === index ? 'over' : ''} ${this.lately.has(item.id) ? 'lately' : ''}"
              @keydown=${(event: KeyboardEvent) => this.#moveByKey(event, item, index, all.length)}
              @dragover=${() => (this.target = this.dragged === null ? null : index)}
            >
              <plenary-agenda-row
                data-item=${item.id}
                .store=${this.store}
                .language=${this.language}
                .revise=${this.revise}
                .item=${item}
                .place=${index}
                .count=${all.length}
                .begins=${times.get(item.id) ?? null}
                .open=${this.open === item.id}
                @plenary-grip=${() => (this.dragged = item.id)}
                @plenary-open=${() => (this.open = this.open === item.id ? null : item.id)}
                @plenary-place=${(event: CustomEvent<number>) => this.#move(item.id, event.detail)}
              ></plenary-agenda-row>
            </li>`,
        )}
        ${
          this.dragged === null
            ? nothing
            : html`<li class=${this.target === all.length ? 'over' : ''} @dragover=${() => (this.target = all.length)}>
                &nbsp;
              </li>`
        }
      </ol>
      ${this.#sum(
        view,
        all.filter(({ status }) => status !== 'dropped'),
      )}
      <button @click=${() => this.#add(view)}>${icon('plus')} ${this.t('addItem')}</button>`;
  }
}
