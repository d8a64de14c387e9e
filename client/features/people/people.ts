/**
 * Who is here: seats with role and presence, those at the door, and for the desk what can be done with each.
 * Must not know how a link is made.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { say } from '../../../shared/languages/area.ts';
import { peopleArea } from '../../../shared/languages/areas/people.ts';
import { isPresent, seatAtTable, seatsAtTable } from '../../../shared/workshop/participants/selectors.ts';
import type { Seat } from '../../../shared/workshop/participants/types.ts';
import { roleMay } from '../../../shared/workshop/permissions.ts';
import { ROLES, type Role } from '../../../shared/workshop/roles.ts';
import { isSilenced } from '../../../shared/workshop/stage/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { Connection } from '../../connection/connection.ts';
import '../../ui/menu.ts';
import { PrivacyAsked } from '../consents/privacy-asked.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { whoIs } from '../room/who.ts';
import './knocks.ts';
import { peopleStyles } from './people-styles.ts';
import type { RemovalDialog } from './removal.ts';
import './removal.ts';

@customElement('plenary-people')
export class People extends Region {
  static override styles = [...controls, peopleStyles];
  @property({ attribute: false }) connection!: Connection;
  readonly #removal = createRef<RemovalDialog>();

  /** Of the desk alone, and after the room's first frame. */
  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    if (this.store.may('stage.moderate')) void import('./moderation.ts').catch(() => undefined);
  }

  override render(): TemplateResult | typeof nothing {
    const { view, language } = this;
    if (view === null) return nothing;
    const seats = seatsAtTable(view.participants);
    const present = seats.filter(isPresent);
    const absent = seats.filter((seat) => !isPresent(seat));
    const desk = this.store.may('stage.moderate') && view.session.phase !== 'ended';
    return html`${
        this.store.may('lobby.watch')
          ? html`<plenary-knocks .store=${this.store} .language=${language}></plenary-knocks>`
          : nothing
      }
      <div class="row head">
        <h2 id="here">${this.#say('here', { count: present.length })}</h2>
        ${desk ? html`<plenary-moderation .store=${this.store} .language=${language}></plenary-moderation>` : nothing}
        <button @click=${() => this.dispatchEvent(new Event('plenary-my-consents'))}>${this.#say('myConsents')}</button>
        ${
          this.store.may('brief.edit')
            ? html`<button @click=${() => this.dispatchEvent(new PrivacyAsked('policy'))}>
                ${this.#say('consentPolicy')}
              </button>`
            : nothing
        }
        ${
          this.store.may('roster.edit')
            ? html`<button @click=${this.#openRoster}>${this.#say('roster')}</button>`
            : nothing
        }
        ${
          this.store.may('links.issue')
            ? html`<button @click=${() => this.dispatchEvent(new Event('plenary-invite'))}>
                ${this.#say('invite')}
              </button>`
            : nothing
        }
      </div>
      <label class="quiet-words choice">
        <input
          type="checkbox"
          .checked=${this.#isOut(view)}
          @change=${(event: Event) =>
            this.ask({ type: 'attendance/optOut', out: (event.target as HTMLInputElement).checked })}
        />
        ${this.#say('optOut')}
      </label>
      <ul aria-labelledby="here">
        ${repeat(
          present,
          ({ id }) => id,
          (seat) => this.#seat(view, seat),
        )}
      </ul>
      ${
        absent.length === 0
          ? nothing
          : html`<h2 id="absent">${this.#say('alsoSeated')}</h2>
              <ul aria-labelledby="absent">
                ${repeat(
                  absent,
                  ({ id }) => id,
                  (seat) => this.#seat(view, seat),
                )}
              </ul>`
      }
      <plenary-removal .language=${language} ${ref(this.#removal)}></plenary-removal>`;
  }

  #isOut(view: WorkshopState): boolean {
    const person = seatAtTable(view, this.store.seat)?.person;
    return person !== undefined && Object.hasOwn(view.attendance.optedOut, person);
  }

  /** Whoever holds the room fetches the dialog: most seats never open it. */
  readonly #openRoster = (): void => {
    this.dispatchEvent(new Event('plenary-open-roster', { bubbles: true, composed: true }));
  };

  #say(key: keyof (typeof peopleArea)['en'], values?: Readonly<Record<string, string | number>>): string {
    return say(peopleArea, this.language, key, values);
  }

  #seat(view: WorkshopState, seat: Seat): TemplateResult {
    const { name, line } = whoIs(view, seat.id, this.language);
    const confirmed = this.store.confirmed$.get()?.participants.seats[seat.id];
    const pending = confirmed !== undefined && confirmed.role !== seat.role;
    const mine = seat.id === this.store.seat;
    const presence = seat.presence.kind;
    return html`<li class="seat ${pending ? 'pending' : ''}">
      ${
        view.roster.people[seat.person]?.directory === undefined
          ? nothing
          : html`<plenary-face .connection=${this.connection} .person=${seat.person}></plenary-face>`
      }
      <div class="what">
        <span>${name}${mine ? html` <span class="quiet-words">(${this.#say('you')})</span>` : nothing}</span>
        ${line === '' ? nothing : html`<span class="quiet-words">${line}</span>`}
        <span class="quiet-words">
          ${this.store.may('participants.assignRole') ? nothing : this.#say(`role.${seat.role}`)}
          ${
            presence === 'here'
              ? nothing
              : html`<span class=${presence === 'lost' ? 'soon' : ''}>${this.#say(`presence.${presence}`)}</span>`
          }
          ${pending ? html`<span>${this.#say('pending')}</span>` : nothing} ${this.#line(seat)}
        </span>
      </div>
      ${this.store.may('participants.assignRole') ? this.#roleChoice(seat, name) : nothing}
      ${mine ? nothing : this.#actions(view, seat, name)}
    </li>`;
  }

  /** At the desk alone: whose line does not carry well. Its words come after the room. */
  #line({ id }: Seat): TemplateResult | typeof nothing {
    const quality = this.store.lines$.get().get(id);
    if (quality === undefined) return nothing;
    return html`<plenary-line-of .quality=${quality} .language=${this.language}></plenary-line-of>`;
  }

  #roleChoice(seat: Seat, name: string): TemplateResult {
    const choose = async (event: Event): Promise<void> => {
      const field = event.target;
      if (!(field instanceof HTMLSelectElement)) return;
      const role = ROLES.find((one): one is Role => one === field.value);
      // A refused choice must not stay on the screen as if it had been made.
      if (role !== undefined && !(await this.ask({ type: 'participants/assignRole', seat: seat.id, role })))
        field.value = seat.role;
    };
    return html`<select class="role" aria-label=${this.#say('roleOf', { name })} @change=${choose}>
      ${ROLES.map(
        (role) => html`<option value=${role} .selected=${role === seat.role}>${this.#say(`role.${role}`)}</option>`,
      )}
    </select>`;
  }

  #actions(view: WorkshopState, seat: Seat, name: string): TemplateResult | typeof nothing {
    const moderates = this.store.may('stage.moderate') && view.session.phase !== 'ended';
    const removes = this.store.may('participants.remove');
    const anonymizes = this.store.may('participants.anonymize');
    const gives = this.store.may('floor.manage') && view.session.phase === 'live';
    if (!moderates && !removes && !gives && !anonymizes) return nothing;
    const lit = view.stage.spotlight === seat.id;
    const mayHold = seat.presence.kind === 'here' && roleMay(seat.role, 'floor.raise');
    return html`<ui-menu .label=${this.#say('actionsOf', { name })}>
      ${
        gives && mayHold && view.floor.holder?.seat !== seat.id
          ? html`<button @click=${() => this.ask({ type: 'floor/give', seat: seat.id })}>${this.#say('give')}</button>`
          : nothing
      }
      ${
        moderates
          ? html`<button
                ?disabled=${isSilenced(view, seat.id, 'microphone')}
                @click=${() => this.ask({ type: 'stage/silence', seat: seat.id, source: 'microphone' })}
              >
                ${this.#say('mute')}
              </button>
              <button
                ?hidden=${!lit && !mayHold}
                @click=${() => this.ask({ type: 'stage/spotlight', seat: lit ? null : seat.id })}
              >
                ${this.#say(lit ? 'endSpotlight' : 'spotlight')}
              </button>`
          : nothing
      }
      ${
        removes
          ? html`<button @click=${() => this.ask({ type: 'lobby/sendBack', seat: seat.id })}>
                ${this.#say('sendBack')}
              </button>
              <button class="danger" @click=${() => this.#remove(seat, name)}>${this.#say('removeMore')}</button>`
          : nothing
      }
      ${
        anonymizes
          ? html`<button class="danger" @click=${() => this.dispatchEvent(new PrivacyAsked({ person: seat.person }))}>
              ${this.#say('takeName')}
            </button>`
          : nothing
      }
    </ui-menu>`;
  }

  async #remove({ id: seat }: Seat, name: string): Promise<void> {
    const removal = await this.#removal.value?.asks(name);
    if (!removal) return;
    const { scope } = removal;
    await this.ask(scope === null ? { type: 'participants/remove', seat } : { type: 'lobby/ban', seat, scope });
  }
}
