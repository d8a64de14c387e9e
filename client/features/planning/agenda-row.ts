/** One item of the agenda while it is planned: kind, title, minutes and speakers in a line, the rest beneath when it is opened. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fullName } from '../../../shared/directory/names.ts';
import { id, type Instant, type PersonId } from '../../../shared/kernel/ids.ts';
import { textIn } from '../../../shared/kernel/language.ts';
import { lookUp } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { agendaArea } from '../../../shared/languages/areas/agenda.ts';
import { bothZones } from '../../../shared/times/both-zones.ts';
import {
  DECK_ADDRESS,
  ITEM_KINDS,
  type AgendaItem,
  type ItemPlan,
  type Presenter,
} from '../../../shared/workshop/agenda/types.ts';
import { slidesOf } from '../../../shared/workshop/slides/selectors.ts';
import { typedIn } from '../../ui/field.ts';
import { icon } from '../../ui/icon.ts';
import { ownZone } from '../in-both-zones.ts';
import './both-languages.ts';
import type { Written } from './both-languages.ts';
import './finder.ts';
import type { Found } from './finder.ts';
import { Part, wholeIn } from './part.ts';
import { partStyles } from './plan-styles.ts';

@customElement('plenary-agenda-row')
export class AgendaRow extends Part {
  static override styles = [
    ...partStyles,
    css`
      .line {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: var(--gap-2);
        align-items: center;
        padding-block: var(--gap-2);
      }
      .grip {
        display: grid;
        place-items: center;
        min-width: 2rem;
        min-height: var(--target);
        cursor: grab;
        color: var(--ink-soft);
        font-size: var(--size-4);
      }
      .title {
        font-weight: 500;
        overflow-wrap: anywhere;
      }
      .dropped .title {
        text-decoration: line-through;
      }
      .steps {
        display: flex;
        gap: 0;
        margin: 0;
      }
      .more {
        padding: 0 0 var(--gap-3) 2.5rem;
      }
      input.minutes {
        width: 5.5rem;
      }
      @media (max-width: 40rem) {
        .more {
          padding-inline-start: 0;
        }
        .line {
          grid-template-columns: auto minmax(0, 1fr);
        }
        .line .steps {
          grid-column: 1 / -1;
          justify-content: end;
        }
      }
    `,
  ];

  @property({ attribute: false }) item!: AgendaItem;
  @property({ attribute: false }) place = 0;
  @property({ attribute: false }) count = 0;
  @property({ attribute: false }) begins: Instant | null = null;
  @property({ type: Boolean }) open = false;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(this.open ? 'select' : '.open')?.focus();
  }

  #edit(plan: Partial<ItemPlan>): void {
    void this.ask({ type: 'agenda/edit', item: this.item.id, plan });
  }

  #name(presenter: Presenter): string {
    const { view, language } = this;
    if (view === null) return '';
    if (presenter.kind === 'person') {
      const person = lookUp(view.roster.people, presenter.person);
      return person === undefined ? '…' : fullName(person.name, language);
    }
    return textIn(lookUp(view.roster.organizations, presenter.organization)?.name ?? {}, language);
  }

  #when(): string {
    const zone = this.view?.brief.timeZone;
    if (this.begins === null || zone === undefined) return '';
    const { there, here, shiftText } = bothZones({ from: this.begins }, zone, ownZone(), this.language);
    const begins = this.t('begins', { time: there.clock });
    if (here === null) return begins;
    const shift = shiftText === '' ? '' : `, ${shiftText}`;
    return `${begins} · ${this.t('beginsHere', { time: here.clock + shift })}`;
  }

  #line(): TemplateResult {
    const { item, place, count, language } = this;
    const title = textIn(item.title, language);
    const by = item.presenters.map((one) => this.#name(one)).join(language === 'en' ? ', ' : '、');
    const kind = say(agendaArea, language, `kind.${item.kind}`);
    const minutes = `${item.minutes}${item.buffer ? ` + ${item.buffer}` : ''} ${this.t('min')}`;
    const tell = (to: number): boolean => this.dispatchEvent(new CustomEvent('plenary-place', { detail: to }));
    return html`<div class="line ${item.status}">
      <span
        class="grip"
        draggable="true"
        title=${this.t('grip')}
        aria-hidden="true"
        @dragstart=${(event: DragEvent) => {
          event.dataTransfer?.setData('text/plain', title);
          this.dispatchEvent(new Event('plenary-grip'));
        }}
        >⠿</span
      >
      <div>
        <p class="title">
          ${title}${item.status === 'dropped' ? html` <span class="soft">(${this.t('dropped')})</span>` : nothing}
        </p>
        <p class="soft small">
          ${[kind, by || this.t('noSpeakers'), minutes, this.#when()].filter((one) => one !== '').join(' · ')}
        </p>
      </div>
      <div class="steps">
        <button
          class="quiet bare"
          aria-label=${this.t('earlierNamed', { name: title })}
          ?disabled=${place === 0}
          @click=${() => tell(place - 1)}
        >
          ${icon('arrowUp')}
        </button>
        <button
          class="quiet bare"
          aria-label=${this.t('laterNamed', { name: title })}
          ?disabled=${place === count - 1}
          @click=${() => tell(place + 1)}
        >
          ${icon('arrowDown')}
        </button>
        <button
          class="quiet open"
          aria-expanded=${this.open ? 'true' : 'false'}
          aria-label=${`${this.t('details')}: ${this.t('itemNo', { n: place + 1, title })}`}
          @click=${() => this.dispatchEvent(new Event('plenary-open'))}
        >
          ${this.t('details')}
        </button>
      </div>
    </div>`;
  }

  #numbers(): TemplateResult {
    const { item, language } = this;
    const number = (name: 'minutes' | 'buffer', least: number, most: number): TemplateResult =>
      html`<div class="field">
        <label for=${name}>${this.t(name)}</label>
        <input
          id=${name}
          type="number"
          min=${least}
          max=${most}
          .value=${String(item[name] ?? 0)}
          @change=${(event: Event) => {
            const value = wholeIn(typedIn(event), least, most) ?? (name === 'buffer' ? 0 : undefined);
            if (typeof value === 'number') this.#edit({ [name]: value });
          }}
        />
      </div>`;
    return html`<div class="row">
      <div class="field">
        <label for="kind">${this.t('kind')}</label>
        <select
          id="kind"
          @change=${(event: Event) => {
            const kind = ITEM_KINDS.find((one) => one === typedIn(event));
            if (kind !== undefined) this.#edit({ kind });
          }}
        >
          ${ITEM_KINDS.map(
            (kind) =>
              html`<option value=${kind} .selected=${kind === item.kind}>
                ${say(agendaArea, language, `kind.${kind}`)}
              </option>`,
          )}
        </select>
      </div>
      ${number('minutes', 1, 600)} ${number('buffer', 0, 120)}
    </div>`;
  }

  #speakers(): TemplateResult {
    const { item } = this;
    const without = (gone: Presenter): void =>
      this.#edit({ presenters: item.presenters.filter((one) => one !== gone) });
    return html`<p><strong>${this.t('speakers')}</strong></p>
      <ul class="chosen">
        ${item.presenters.map(
          (one) =>
            html`<li>
              <span>${this.#name(one)}</span>
              <button
                class="quiet bare"
                aria-label=${this.t('removeNamed', { name: this.#name(one) })}
                @click=${() => without(one)}
              >
                ${icon('close')}
              </button>
            </li>`,
        )}
      </ul>
      <plenary-finder
        kind="person"
        .label=${this.t('speakers')}
        .store=${this.store}
        .language=${this.language}
        @plenary-found=${({ found }: Found) => {
          const person = id<PersonId>(found);
          if (item.presenters.some((one) => one.kind === 'person' && one.person === person)) return;
          this.#edit({ presenters: [...this.item.presenters, { kind: 'person', person }] });
        }}
      ></plenary-finder>`;
  }

  #slides(): TemplateResult {
    const { item, view } = this;
    const slides = view === null ? null : slidesOf(view, item.id);
    return html`<div class="field">
      <label for="deck">${this.t('slides')}</label>
      <input
        id="deck"
        type="url"
        maxlength="500"
        placeholder="https://"
        .value=${item.deck ?? ''}
        @change=${(event: Event) => {
          const deck = typedIn(event).trim();
          if (deck === '' || DECK_ADDRESS.test(deck)) this.#edit({ deck });
        }}
      />
      <p class="hint">
        ${slides === null ? this.t('slidesHow') : this.t('slidesIn', { name: slides.name, pages: slides.pages })}
      </p>
    </div>`;
  }

  override render(): TemplateResult {
    const { item } = this;
    if (!this.open) return this.#line();
    const isDropped = item.status === 'dropped';
    return html`${this.#line()}
      <div class="more">
        ${this.#numbers()}
        <plenary-both-languages
          .language=${this.language}
          .label=${this.t('title')}
          .text=${item.title}
          @plenary-written=${({ text }: Written) => text !== null && this.#edit({ title: text })}
        ></plenary-both-languages>
        ${this.#speakers()} ${this.#slides()}
        <label class="check field">
          <input
            type="checkbox"
            .checked=${item.offTheRecord}
            @change=${(event: Event) =>
              this.#edit({ offTheRecord: event.target instanceof HTMLInputElement && event.target.checked })}
          />
          ${this.t('offTheRecord')}
        </label>
        <button
          class=${isDropped ? '' : 'danger'}
          @click=${() => this.ask({ type: isDropped ? 'agenda/restore' : 'agenda/drop', item: item.id })}
        >
          ${this.t(isDropped ? 'restoreItem' : 'dropItem')}
        </button>
      </div>`;
  }
}
