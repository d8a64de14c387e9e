/**
 * The agenda: its items with state and clock, and for the desk what can be done with each.
 * Must not know the queue, the stage, nor how an item's form works.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { createRef, ref } from 'lit/directives/ref.js';
import type { AgendaItemId } from '../../../shared/kernel/ids.ts';
import { textIn } from '../../../shared/kernel/language.ts';
import { lookUp } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { agendaArea } from '../../../shared/languages/areas/agenda.ts';
import { fullName, listNames } from '../../../shared/directory/names.ts';
import { isPaused, itemsInOrder } from '../../../shared/workshop/agenda/selectors.ts';
import type { AgendaItem, Presenter } from '../../../shared/workshop/agenda/types.ts';
import { mayPresent, slidesOf } from '../../../shared/workshop/slides/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { icon } from '../../ui/icon.ts';
import '../../ui/menu.ts';
import { fetched } from '../room/fetched.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { SlidesAsked } from '../slides/slides-event.ts';
import { agendaStyles } from './agenda-styles.ts';
import type { ItemForm } from './item-form.ts';
import { deckLink } from './deck-link.ts';
import './running-clock.ts';
import './time-line.ts';

@customElement('plenary-agenda')
export class Agenda extends Region {
  static override styles = [...controls, agendaStyles];
  readonly #form = createRef<ItemForm>();
  readonly #openForm = async (...item: Parameters<ItemForm['openFor']>): Promise<void> => {
    if (await fetched(() => import('./item-form.ts'), this.language)) this.#form.value?.openFor(...item);
  };

  #shownCurrent: AgendaItemId | null = null;

  /** The item that begins comes into sight; afterwards the list stays where the person has scrolled it. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const current = this.view?.agenda.current ?? null;
    if (current === this.#shownCurrent) return;
    this.#shownCurrent = current;
    this.renderRoot.querySelector('[aria-current="step"]')?.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult {
    const { view, language } = this;
    const items = view === null ? [] : itemsInOrder(view.agenda);
    const edits = this.store.may('agenda.edit') && view?.session.phase !== 'ended';
    return html`<h2 id="heading">${say(agendaArea, language, 'agenda')}</h2>
      <plenary-time-line .store=${this.store} .language=${language}></plenary-time-line>
      ${
        items.length === 0
          ? html`<p class="quiet-words">${say(agendaArea, language, edits ? 'emptyDesk' : 'empty')}</p>`
          : nothing
      }
      <ol aria-labelledby="heading">
        ${
          view === null
            ? nothing
            : repeat(
                items,
                ({ id }) => id,
                (item, index) => this.#item(view, item, index, items.length),
              )
        }
      </ol>
      ${
        edits
          ? html`<button class="add" @click=${() => this.#openForm(null)}>
                ${icon('plus')} ${say(agendaArea, language, 'add')}
              </button>
              <plenary-item-form ${ref(this.#form)} .store=${this.store} .language=${language}></plenary-item-form>`
          : nothing
      }`;
  }

  #item(view: WorkshopState, item: AgendaItem, index: number, count: number): TemplateResult {
    const { language } = this;
    const confirmed = this.store.confirmed$.get();
    const isHope = confirmed !== null && lookUp(confirmed.agenda.items, item.id) !== item;
    const current = item.status === 'current';
    const presenters = item.presenters.map((presenter) => this.#presenter(view, presenter));
    const by = listNames(presenters, language);
    const title = textIn(item.title, language);
    return html`<li
      class="item ${item.status} ${isHope ? 'pending' : ''}"
      aria-current=${current ? 'step' : 'false'}
      @keydown=${(event: KeyboardEvent) => this.#moveByKey(event, item, index, count)}
    >
      <div class="what">
        <span
          class="title"
          lang=${item.title[language] === undefined ? (language === 'en' ? 'zh-Hans' : 'en') : language}
          >${textIn(item.title, language)}</span
        >
        ${by === '' || by === title ? nothing : html`<span class="quiet-words">${by}</span>`}
        ${deckLink(item, language)} ${this.#slides(view, item)}
        <span class="when">
          <span class="status">${say(agendaArea, language, `status.${item.status}`)}</span>
          <plenary-item-clock .store=${this.store} .language=${language} .item=${item}></plenary-item-clock>
          ${item.offTheRecord ? html`<span class="status">${say(agendaArea, language, 'offTheRecord')}</span>` : nothing}
          ${isHope ? html`<span class="quiet-words">${say(agendaArea, language, 'pending')}</span>` : nothing}
        </span>
      </div>
      ${this.#actions(view, item, index, count)}
    </li>`;
  }

  /** That slides are in, and whether everybody sees them now. */
  #slides(view: WorkshopState, { id }: AgendaItem): TemplateResult | typeof nothing {
    const slides = slidesOf(view, id);
    if (slides === null) return nothing;
    const shown = view.slides.shown === id;
    return html`<span class="quiet-words"
      >${say(agendaArea, this.language, shown ? 'slidesShown' : 'slidesIn', { pages: slides.pages })}</span
    >`;
  }

  #presenter(view: WorkshopState, presenter: Presenter): string {
    if (presenter.kind === 'person') {
      const person = lookUp(view.roster.people, presenter.person);
      return person === undefined ? '…' : fullName(person.name, this.language);
    }
    const organization = lookUp(view.roster.organizations, presenter.organization);
    return organization === undefined ? '…' : textIn(organization.name, this.language);
  }

  #actions(view: WorkshopState, item: AgendaItem, index: number, count: number): TemplateResult | typeof nothing {
    const { language } = this;
    const ended = view.session.phase === 'ended';
    const edits = this.store.may('agenda.edit') && !ended;
    const runs = this.store.may('agenda.run') && view.session.phase === 'live';
    const slides = !ended && mayPresent(view, this.store.seat, item.id);
    if (!edits && !runs && !slides) return nothing;
    const words = (key: keyof (typeof agendaArea)['en']): string => say(agendaArea, language, key);
    const label = say(agendaArea, language, 'actionsOf', { title: textIn(item.title, language) });
    const canBegin = runs && (item.status === 'planned' || item.status === 'done');
    return html`<ui-menu .label=${label}>
      ${
        runs && item.status === 'current'
          ? html`<button
              @click=${() => this.ask({ type: isPaused(view.agenda) ? 'agenda/resumeClock' : 'agenda/pauseClock' })}
            >
              ${words(isPaused(view.agenda) ? 'resumeClock' : 'pauseClock')}
            </button>`
          : nothing
      }
      ${
        canBegin
          ? html`<button @click=${() => this.ask({ type: 'agenda/begin', item: item.id })}>
              ${words(item.status === 'done' ? 'takeUpAgain' : 'beginItem')}
            </button>`
          : nothing
      }
      ${
        slides
          ? html`<button @click=${() => this.dispatchEvent(new SlidesAsked(item.id))}>${words('slides')}</button>`
          : nothing
      }
      ${
        edits
          ? html`<button @click=${() => this.#openForm(item)}>${words('edit')}</button>
              <button ?disabled=${index === 0} @click=${() => this.#move(item, index - 1)}>${words('moveUp')}</button>
              <button ?disabled=${index === count - 1} @click=${() => this.#move(item, index + 1)}>
                ${words('moveDown')}
              </button>`
          : nothing
      }
      ${
        edits && item.status === 'planned'
          ? html`<button @click=${() => this.ask({ type: 'agenda/drop', item: item.id })}>${words('drop')}</button>`
          : nothing
      }
      ${
        edits && item.status === 'dropped'
          ? html`<button @click=${() => this.ask({ type: 'agenda/restore', item: item.id })}>
              ${words('restore')}
            </button>`
          : nothing
      }
    </ui-menu>`;
  }

  async #move(item: AgendaItem, index: number): Promise<void> {
    await this.ask({ type: 'agenda/move', item: item.id, index });
  }

  #moveByKey(event: KeyboardEvent, item: AgendaItem, index: number, count: number): void {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || step === 0 || !this.store.may('agenda.edit')) return;
    event.preventDefault();
    const to = index + step;
    if (to >= 0 && to < count) void this.#move(item, to);
  }
}
