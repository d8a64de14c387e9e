/** What somebody invited sees: when it is in both zones, the own part, the agenda; and answers yes or no. Owns the asks on their way. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { invitationPageArea, type InvitationPagePhrase } from '../../../shared/languages/areas/invitation-page.ts';
import { rolesArea } from '../../../shared/languages/areas/roles.ts';
import type { Answer, ApiFault } from '../../connection/http.ts';
import {
  answerInvitation,
  calendarEntry,
  openInvitation,
  placeReader,
  saidTested,
  type InvitationAnswer,
  type Personal,
  type PersonalPage,
} from '../../connection/invitation-api.ts';
import { saveText } from '../../connection/save-text.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { typedIn } from '../../ui/field.ts';
import { wordsOfFault } from '../faults.ts';
import { PageShown } from '../page.ts';
import '../green-room/offer.ts';
import { invitationStyles } from './styles.ts';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ZONES = [...new Set([HERE, 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted();
const isPhrase = (key: string): key is InvitationPagePhrase => Object.hasOwn(invitationPageArea.en, key);

@customElement('plenary-invitation')
export class PlenaryInvitation extends LitElement {
  static override styles = [base, buttons, fields, invitationStyles];
  @property({ attribute: false }) workshop!: WorkshopId;
  @property({ attribute: false }) language: Language = 'en';
  @state() private page: PersonalPage | null = null;
  @state() private fault: ApiFault | null = null;
  @state() private busy = false;
  @state() private timeZone = HERE;
  readonly #secret = /^#k=([\w-]+)$/.exec(location.hash)?.[1] ?? '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#open();
  }

  override updated(changed: Map<string, unknown>): void {
    // The words come ready from the server: another language is asked for anew.
    if (changed.has('language') && changed.get('language') !== undefined && this.page) void this.#open();
  }

  get #who(): Personal {
    return { workshop: this.workshop, secret: this.#secret, language: this.language, timeZone: this.timeZone };
  }

  #say(key: InvitationPagePhrase, values?: Values): string {
    return say(invitationPageArea, this.language, key, values);
  }

  async #ask(asking: Promise<Answer<PersonalPage>>): Promise<void> {
    this.busy = true;
    const answer = await asking;
    this.busy = false;
    this.fault = answer.ok ? null : answer.fault;
    if (!answer.ok) return;
    this.page = answer.value;
    this.dispatchEvent(new PageShown(answer.value.title));
  }

  readonly #open = (): Promise<void> => this.#ask(openInvitation(this.#who));
  readonly #tested = (): Promise<void> => this.#ask(saidTested(this.#who));
  #answer(given: InvitationAnswer): Promise<void> {
    return this.#ask(answerInvitation(this.#who, given));
  }
  readonly #place = (event: Event): Promise<void> => {
    this.timeZone = typedIn(event);
    return this.#ask(placeReader(this.#who));
  };
  readonly #save = async (): Promise<void> => {
    const entry = await calendarEntry(this.#who);
    if (entry.ok) saveText(entry.value, 'workshop.ics', 'text/calendar');
    else this.fault = entry.fault;
  };

  #words(fault: ApiFault): string {
    // A link that lost a piece on its way is no different from one that never was.
    const code = fault.status === 400 ? 'invitation/badLink' : fault.code;
    return isPhrase(code) ? this.#say(code) : wordsOfFault(fault, this.language);
  }

  #answering({ answer, standing }: PersonalPage): TemplateResult | typeof nothing {
    if (standing !== 'open') return html`<p class="said">${this.#say(standing)}</p>`;
    return html`<section>
      <h2>${this.#say('will')}</h2>
      ${answer === null ? nothing : html`<p class="said" role="status">${this.#say(answer === 'yes' ? 'saidYes' : 'saidNo')}</p>`}
      <div class="steps">
        <button
          class=${answer === 'yes' ? '' : 'primary'}
          ?disabled=${this.busy || answer === 'yes'}
          @click=${() => this.#answer('yes')}
        >
          ${this.#say('yes')}
        </button>
        <button ?disabled=${this.busy || answer === 'no'} @click=${() => this.#answer('no')}>${this.#say('no')}</button>
        <button @click=${this.#save}>${this.#say('calendar')}</button>
      </div>
    </section>`;
  }

  #agenda({ agenda }: PersonalPage): TemplateResult | typeof nothing {
    if (agenda.length === 0) return nothing;
    return html`<section>
      <h2>${this.#say('agenda')}</h2>
      <ul>
        ${agenda.map(
          ({ hours, title, by, isTheirs }) =>
            html`<li class=${isTheirs ? 'theirs' : ''}>
              <span class="clock">${hours}</span>
              <span>${title}${by === '' ? nothing : html`<br /><span class="soft by">${by}</span>`}</span>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #body(page: PersonalPage): TemplateResult {
    const { title, name, role, when, hosts, parts, standing, testedAt } = page;
    const isOver = standing === 'ended' || standing === 'cancelled';
    return html`<h1 tabindex="-1">${title}</h1>
      <p class="hello">${this.#say('hello', { name, role: say(rolesArea, this.language, role) })}</p>
      <div class="when">
        ${[...when, ...parts].map((line) => html`<p>${line}</p>`)}
        ${hosts === '' ? nothing : html`<p class="soft">${hosts}</p>`}
      </div>
      <div class="zone">
        <label for="zone">${this.#say('zone')}</label>
        <select id="zone" @change=${this.#place}>
          ${ZONES.map((zone) => html`<option ?selected=${zone === this.timeZone}>${zone}</option>`)}
        </select>
      </div>
      ${this.#answering(page)}
      ${
        isOver
          ? nothing
          : html`<div class="steps">
                <a class="button ${standing === 'live' ? 'primary' : ''}" href="/w/${this.workshop}#k=${this.#secret}"
                  >${this.#say(standing === 'live' ? 'enter' : 'enterLater')}</a
                >
              </div>
              <section>
                <h2>${this.#say('test')}</h2>
                ${testedAt === null ? nothing : html`<p class="said">${this.#say('tested')}</p>`}
                <p class="soft">${this.#say('testText')}</p>
                <div class="steps">
                  <plenary-green-room-offer .language=${this.language}></plenary-green-room-offer>
                  <button ?disabled=${this.busy || testedAt !== null} @click=${this.#tested}>
                    ${this.#say('testWorks')}
                  </button>
                </div>
              </section>`
      }
      ${this.#agenda(page)}`;
  }

  override render(): TemplateResult {
    const { page, fault } = this;
    return html`${page === null ? html`<h1 tabindex="-1">${this.#say('title')}</h1>` : this.#body(page)}
    ${page === null && fault === null ? html`<p class="hello" role="status">${this.#say('loading')}</p>` : nothing}
    ${fault === null ? nothing : html`<p class="fault" role="alert">${this.#words(fault)}</p>`}
    ${fault !== null && page === null ? html`<div class="steps"><button @click=${this.#open}>${this.#say('tryAgain')}</button></div>` : nothing}`;
  }
}
