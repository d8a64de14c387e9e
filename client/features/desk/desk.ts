/**
 * The chair's desk in one panel: the next likely action first, time, talk times, who is here, the desk's channel; the rapporteur has the
 * channel alone. Must not know how an action is decided.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fullName, listNames } from '../../../shared/directory/names.ts';
import { textIn } from '../../../shared/kernel/language.ts';
import { lookUp } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { deskArea, type DeskPhrase } from '../../../shared/languages/areas/desk.ts';
import { nextItem } from '../../../shared/workshop/agenda/selectors.ts';
import { attendanceReport, openCheck } from '../../../shared/workshop/attendance/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { Connection } from '../../connection/connection.ts';
import { toast } from '../../ui/toast.ts';
import { deckLink } from '../agenda/deck-link.ts';
import '../agenda/time-line.ts';
import { EverySecond } from '../room/every-second.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import './channel.ts';
import { downloadTable, TABLES } from './download.ts';
import { nextActions } from './next-actions.ts';
import './late-card.ts';
import './presence.ts';
import './talk-times.ts';
import './undo-line.ts';

@customElement('plenary-desk')
export class Desk extends Region {
  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        padding: var(--gap-4);
      }
      section {
        padding-block: var(--gap-3);
        border-bottom: 1px solid var(--hairline);
      }
      section:last-of-type {
        border-bottom: 0;
      }
      .actions {
        display: flex;
        flex-direction: column;
        align-items: stretch;
        gap: var(--gap-2);
        margin-block: var(--gap-2);
      }
      .actions button {
        justify-content: flex-start;
        text-align: start;
        white-space: normal;
      }
      input[type='number'] {
        width: 6rem;
      }
    `,
  ];
  @property({ attribute: false }) connection!: Connection;

  constructor() {
    super();
    this.addController(new EverySecond(this));
  }

  /** The key `d` leads here: the first action has the focus. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.actions button, input')?.focus());
  }

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null) return nothing;
    const chairs = this.store.may('floor.manage');
    return html`${
        chairs
          ? html`${this.#next(view)}
              <section aria-labelledby="talk">
                <h2 id="talk">${this.#say('talkTimes')}</h2>
                <plenary-talk-times .store=${this.store} .language=${this.language}></plenary-talk-times>
              </section>
              ${this.#attendance(view)}`
          : nothing
      }
      <section aria-labelledby="channel">
        <h2 id="channel">${this.#say('channel')}</h2>
        <plenary-desk-channel .store=${this.store} .language=${this.language}></plenary-desk-channel>
      </section>`;
  }

  #say(key: DeskPhrase, values?: Readonly<Record<string, string | number>>): string {
    return say(deskArea, this.language, key, values);
  }

  #next(view: WorkshopState): TemplateResult {
    const actions = nextActions(view, this.store.now(), this.language);
    const count = view.floor.queue.length;
    const goesOn = actions.some(({ command }) => command.type === 'agenda/next');
    return html`<section aria-labelledby="next">
      <h2 id="next">${this.#say('next')}</h2>
      <div class="actions">
        ${actions.map(
          ({ words, command }, index) =>
            html`<button class=${index === 0 ? 'primary' : ''} @click=${() => this.ask(command)}>${words}</button>`,
        )}
        ${
          goesOn && count > 0
            ? html`<button class="quiet" @click=${() => this.ask({ type: 'agenda/next', hands: 'clear' })}>
                ${this.#say('nextItemClear', { count })}
              </button>`
            : nothing
        }
      </div>
      ${actions.length === 0 ? html`<p class="quiet-words">${this.#say('nothing')}</p>` : nothing} ${this.#upNext(view)}
      <plenary-time-line .store=${this.store} .language=${this.language}></plenary-time-line>
    </section>`;
  }

  /** Who begins the next item, and with which slides. */
  #upNext({ agenda, roster }: WorkshopState): TemplateResult | typeof nothing {
    const { language } = this;
    const item = nextItem(agenda);
    if (item === null) return nothing;
    const names = item.presenters.flatMap((one) => {
      const person = one.kind === 'person' ? lookUp(roster.people, one.person) : undefined;
      const organization = one.kind === 'organization' ? lookUp(roster.organizations, one.organization) : undefined;
      if (person !== undefined) return [fullName(person.name, language)];
      return organization === undefined ? [] : [textIn(organization.name, language)];
    });
    const deck = deckLink(item, language);
    if (names.length === 0 && deck === nothing) return nothing;
    return html`<p class="quiet-words">
      ${this.#say('upNext', { title: textIn(item.title, language), names: listNames(names, language) })} ${deck}
    </p>`;
  }

  #attendance(view: WorkshopState): TemplateResult {
    const now = this.store.now();
    const { people, organizations, countries } = attendanceReport(view, now);
    const check = openCheck(view.attendance, now);
    const last = view.attendance.checks.at(-1);
    return html`<section aria-labelledby="attendance">
      <h2 id="attendance">${this.#say('attendance')}</h2>
      <p>
        ${this.#say(countries > 1 ? 'attendedCountries' : 'attended', { people: people.length, organizations, countries })}
      </p>
      ${
        last === undefined
          ? nothing
          : html`<p class="quiet-words">
              ${this.#say('answered', { answered: last.answered.length, asked: last.asked.length })}
            </p>`
      }
      <div class="row">
        <button
          ?disabled=${check !== null || view.session.phase !== 'live'}
          @click=${() => this.ask({ type: 'attendance/ask' })}
        >
          ${this.#say('ask')}
        </button>
        <label
          >${this.#say('minimum')}
          <input
            type="number"
            min="0"
            max="600"
            .value=${String(view.attendance.minimumMinutes)}
            @change=${(event: Event) => {
              const minutes = Math.round(Number((event.target as HTMLInputElement).value));
              if (minutes >= 0 && minutes <= 600) void this.ask({ type: 'attendance/setMinimum', minutes });
            }}
        /></label>
      </div>
      ${
        this.store.may('workshop.export')
          ? html`<div class="row" role="group" aria-label=${this.#say('downloads')}>
              ${TABLES.map(
                (table) =>
                  html`<button class="quiet" @click=${() => this.#download(table)}>
                    ${this.#say(`table.${table}`)}
                  </button>`,
              )}
            </div>`
          : nothing
      }
    </section>`;
  }

  async #download(table: (typeof TABLES)[number]): Promise<void> {
    const fetched = await downloadTable(this.connection, table, this.language);
    if (!fetched) toast(this.#say('downloadFailed'), 'harm');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-desk': Desk;
  }
}
