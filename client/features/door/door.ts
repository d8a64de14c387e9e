/**
 * The door: what the workshop is, who comes, and the wish to enter. Owns the form; the seat it earns is told by an event. Must not know
 * where seats are kept.
 */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { doorArea, type DoorPhrase } from '../../../shared/languages/areas/door.ts';
import { rolesArea } from '../../../shared/languages/areas/roles.ts';
import { enterDoor, type Doorplate } from '../../connection/api.ts';
import type { ApiFault } from '../../connection/http.ts';
import { recall, remember, type KeptSeat } from '../../store/memory.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { fieldFault, wordsOfFault } from '../faults.ts';
import '../green-room/offer.ts';
import { PageShown } from '../page.ts';
import { whenIn } from '../in-both-zones.ts';
import { doorStyles } from './door-styles.ts';

/** A seat was taken; `title` is the workshop's, for the list on this device. */
export class SeatTaken extends Event {
  readonly seat: KeptSeat;
  readonly title: string;
  constructor(seat: KeptSeat, title: string) {
    super('plenary-seat-taken', { bubbles: true, composed: true });
    this.seat = seat;
    this.title = title;
  }
}

const NAME = 'plenary.name';
const DAY_MS = 86_400_000;

@customElement('plenary-door')
export class PlenaryDoor extends LitElement {
  static override styles = [base, buttons, fields, doorStyles];

  @property({ attribute: false }) workshop!: WorkshopId;
  @property({ attribute: false }) secret = '';
  @property({ attribute: false }) plate!: Doorplate;
  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) language: Language = 'en';
  /** A seat this browser has already, taken by another link. */
  @property({ attribute: false }) kept: KeptSeat | null = null;
  @state() private entering = false;
  @state() private fault: ApiFault | null = null;
  @state() private nameMissing = false;
  private opening: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.opening);
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('plate')) this.waitForOpening();
    if (changed.has('heading')) this.dispatchEvent(new PageShown(this.heading));
  }

  /** The door opens on the page without a reload; a timer holds no longer than a day, and nobody waits so long. */
  private waitForOpening(): void {
    clearTimeout(this.opening);
    const { opensAt } = this.plate;
    const wait = opensAt === null ? 0 : opensAt - Date.now();
    if (wait > 0 && wait < DAY_MS) this.opening = setTimeout(() => this.requestUpdate(), wait);
  }

  private readonly enter = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.entering || !(event.target instanceof HTMLFormElement)) return;
    const form = event.target;
    const [name, organization, position] = ['name', 'organization', 'position'].map((key) => valueOf(form, key));
    this.nameMissing = name === undefined || name === '';
    if (name === undefined || this.nameMissing) return form.querySelector<HTMLInputElement>('#name')?.focus();
    this.entering = true;
    remember(NAME, name);
    const guest = { name, ...(organization && { organization }), ...(position && { position }) };
    const answer = await enterDoor(this.workshop, { secret: this.secret, guest, language: this.language });
    this.entering = false;
    this.fault = answer.ok ? null : answer.fault;
    if (answer.ok) {
      const { seat, seatToken } = answer.value;
      this.dispatchEvent(new SeatTaken({ seat, seatToken, link: this.secret }, this.heading));
    }
  };

  private say(key: DoorPhrase, values?: Values): string {
    return say(doorArea, this.language, key, values);
  }

  private renderTime(): TemplateResult | typeof nothing {
    const { startsAt, timeZone, phase } = this.plate;
    if (startsAt === null || phase !== 'scheduled') return nothing;
    const { here, there } = whenIn(startsAt, timeZone, this.language);
    return html`<p>
      ${this.say('startsAt', { time: here })}${
        there === null
          ? nothing
          : html` <span class="soft">(${this.say('startsThere', { time: there, zone: timeZone })})</span>`
      }
    </p>`;
  }

  private renderOpening(): TemplateResult | typeof nothing {
    const { opensAt, timeZone } = this.plate;
    if (opensAt === null || !this.isEarly) return nothing;
    const { here, there } = whenIn(opensAt, timeZone, this.language);
    return html`<p role="status">
      ${this.say('opensAt', { time: here })}${
        there === null
          ? nothing
          : html` <span class="soft">(${this.say('startsThere', { time: there, zone: timeZone })})</span>`
      }
    </p>`;
  }

  private get isEarly(): boolean {
    const { opensAt } = this.plate;
    return opensAt !== null && Date.now() < opensAt;
  }

  private renderFields(): TemplateResult {
    const { language, fault } = this;
    return html`${field({
      name: 'name',
      label: this.say('name'),
      value: recall(NAME) ?? '',
      hint: this.say('nameHint'),
      fault: this.nameMissing ? this.say('nameMissing') : fieldFault(fault, 'name', language),
      required: true,
      autocomplete: 'name',
    })}
    ${field({
      name: 'organization',
      label: this.say('organization'),
      hint: this.say('organizationHint'),
      fault: fieldFault(fault, 'organization', language),
      maxLength: 300,
      autocomplete: 'organization',
    })}
    ${field({
      name: 'position',
      label: this.say('position'),
      fault: fieldFault(fault, 'position', language),
    })}`;
  }

  /** A personal link: name, position and organization stand in the roster already. */
  private renderInvitee({ name, line }: NonNullable<Doorplate['person']>): TemplateResult {
    return html`<input type="hidden" name="name" .value=${name} />
      <p>${this.say('invited')}</p>
      <p><strong>${name}</strong>${line === '' ? nothing : html`<br /><span class="soft">${line}</span>`}</p>
      <p class="hint">${this.say('notMe')}</p>`;
  }

  override render(): TemplateResult {
    const { plate, language, fault } = this;
    return html`<p class="soft">${this.say('enterTitle')}</p>
      <h1 tabindex="-1">${this.heading}</h1>
      <div class="plate">
        ${this.renderTime()}
        <p>${this.say(`phase.${plate.phase}`)} ${this.say('as', { role: say(rolesArea, language, plate.role) })}</p>
        ${plate.knocks ? html`<p class="soft">${this.say('knocks')}</p>` : nothing}
      </div>
      ${
        this.kept === null
          ? nothing
          : html`<p class="kept">
              <span>${this.say('haveSeat')}</span>
              <button @click=${() => this.dispatchEvent(new Event('plenary-seat-kept'))}>
                ${this.say('takeSeat')}
              </button>
            </p>`
      }
      ${this.renderOpening()}
      ${plate.closed ? html`<p class="fault" role="status">${this.say('doorClosed')}</p>` : nothing}
      <form novalidate @submit=${this.enter}>
        ${plate.person === null ? this.renderFields() : this.renderInvitee(plate.person)}
        ${fault === null ? nothing : html`<p class="fault" role="alert">${wordsOfFault(fault, language)}</p>`}
        <div class="steps">
          <button class="primary" ?disabled=${this.entering || plate.closed || this.isEarly}>
            ${this.say(this.entering ? 'entering' : plate.knocks ? 'knock' : 'enter')}
          </button>
        </div>
        <p class="hint">${this.say('deviceLater')}</p>
      </form>
      <plenary-green-room-offer
        class="try"
        .workshop=${this.workshop}
        .key=${{ link: this.secret }}
        .language=${language}
      ></plenary-green-room-offer>`;
  }
}
