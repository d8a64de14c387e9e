/** The desk's page of invitations: the form, who was invited and how each stands, what waits to be told. Owns the asks on their way. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { invitingArea, type InvitingPhrase } from '../../../shared/languages/areas/inviting.ts';
import { rolesArea } from '../../../shared/languages/areas/roles.ts';
import type { Answer, ApiFault } from '../../connection/http.ts';
import {
  invite,
  listInvitations,
  sendAgain,
  tellAll,
  withdraw,
  type InvitationsOverview,
  type Invited,
} from '../../connection/invitation-api.ts';
import { keptSeat } from '../../store/memory.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import '../../ui/menu.ts';
import { toast } from '../../ui/toast.ts';
import { wordsOfFault } from '../faults.ts';
import { PageShown } from '../page.ts';
import type { Confirm } from '../room/confirm.ts';
import '../room/confirm.ts';
import { whenIn } from '../in-both-zones.ts';
import { dayOf } from '../when.ts';
import '../workshop/notice.ts';
import './inviting-form.ts';
import type { Inviting, InvitingForm } from './inviting-form.ts';
import { invitingStyles } from './styles.ts';

const isPhrase = (key: string): key is InvitingPhrase => Object.hasOwn(invitingArea.en, key);

@customElement('plenary-inviting')
export class PlenaryInviting extends LitElement {
  static override styles = [base, buttons, fields, invitingStyles];
  @property({ attribute: false }) workshop!: WorkshopId;
  @property({ attribute: false }) language: Language = 'en';
  @state() private view: InvitationsOverview | null = null;
  @state() private fault: ApiFault | null = null;
  @state() private busy = false;
  readonly #confirm = createRef<Confirm>();
  readonly #form = createRef<InvitingForm>();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override firstUpdated(): void {
    this.dispatchEvent(new PageShown(this.#say('title')));
  }

  get #desk(): { readonly workshop: WorkshopId; readonly authorization: string } {
    return { workshop: this.workshop, authorization: `Bearer ${keptSeat(this.workshop)?.seatToken ?? ''}` };
  }

  #say(key: InvitingPhrase, values?: Values): string {
    return say(invitingArea, this.language, key, values);
  }

  #words(fault: ApiFault): string {
    return isPhrase(fault.code) ? this.#say(fault.code) : wordsOfFault(fault, this.language);
  }

  /** False: it did not come, and the page says why. */
  async #ask(asking: Promise<Answer<InvitationsOverview>>): Promise<boolean> {
    this.busy = true;
    const answer = await asking;
    this.busy = false;
    this.fault = answer.ok ? null : answer.fault;
    if (answer.ok) this.view = answer.value;
    return answer.ok;
  }

  readonly #load = (): Promise<boolean> => this.#ask(listInvitations(this.#desk));

  readonly #invite = async ({ wishes }: Inviting): Promise<void> => {
    if (!(await this.#ask(invite(this.#desk, wishes)))) return;
    this.#form.value?.reset();
    toast(this.#say('sent'));
  };

  async #again(one: Invited): Promise<void> {
    if (await this.#ask(sendAgain(this.#desk, one.id))) toast(this.#say('sentAgain'));
  }

  async #withdraw(one: Invited): Promise<void> {
    const sure = await this.#confirm.value?.asks({
      title: this.#say('withdrawTitle', { name: one.name }),
      text: this.#say('withdrawText'),
      yes: this.#say('withdraw'),
      no: this.#say('keep'),
      harm: true,
    });
    if (sure === true && (await this.#ask(withdraw(this.#desk, one.id)))) toast(this.#say('withdrawn'));
  }

  async #tell(what: 'tell-change' | 'cancel'): Promise<void> {
    const answer = await tellAll(this.#desk, what);
    if (answer.ok) toast(this.#say('told', { count: answer.value }));
    else this.fault = answer.fault;
    await this.#load();
  }

  readonly #cancel = async (): Promise<void> => {
    const sure = await this.#confirm.value?.asks({
      title: this.#say('cancelTitle'),
      text: this.#say('cancelText'),
      yes: this.#say('cancel'),
      no: this.#say('keep'),
      harm: true,
    });
    if (sure === true) await this.#tell('cancel');
  };

  #standing(view: InvitationsOverview): TemplateResult | typeof nothing {
    const { told, sends } = view;
    const { here, there } = told ? whenIn(told.startsAt, told.timeZone, this.language) : { here: '', there: null };
    const when = there === null ? here : this.#say('toldThere', { here, there });
    return html`${sends ? nothing : html`<p class="note">${this.#say('noMail')}</p>`}
    ${view.startsAt === null ? html`<p class="note">${this.#say('noDate')}</p>` : nothing}
    ${told === null || told.cancelled ? nothing : html`<p>${this.#say('toldWhen', { when })}</p>`}
    ${told?.cancelled ? html`<p class="note">${this.#say('cancelled')}</p>` : nothing}
    ${
      told === null || told.changeAt === null || told.cancelled
        ? nothing
        : html`<div class="note">
            <p>${this.#say('changeWaits', { time: dayOf(told.changeAt, this.language) })}</p>
            <div class="steps"><button @click=${() => this.#tell('tell-change')}>${this.#say('tellNow')}</button></div>
          </div>`
    }`;
  }

  #invited(one: Invited): TemplateResult {
    const { name, mail, role, letter, answer, testedAt, enteredAt } = one;
    const ready = enteredAt !== null ? 'entered' : testedAt !== null ? 'tested' : 'notYet';
    return html`<li class="invited">
      <span class="who">
        <span class="name">${name}</span><br /><span class="soft small"
          >${say(rolesArea, this.language, role)} · ${mail}</span
        >
      </span>
      <span class=${letter === 'failed' ? 'failed' : ''}>${this.#say(`letter.${letter}`)}</span>
      <span class=${answer ?? ''}>${this.#say(`answer.${answer ?? 'none'}`)}</span>
      <span class=${ready === 'notYet' ? 'soft' : ''}>${this.#say(ready)}</span>
      <ui-menu .label=${this.#say('actionsOf', { name })}>
        <button @click=${() => this.#again(one)}>${this.#say('again')}</button>
        <button class="danger" @click=${() => this.#withdraw(one)}>${this.#say('withdraw')}</button>
      </ui-menu>
    </li>`;
  }

  #body(view: InvitationsOverview): TemplateResult {
    const { invitations, people, startsAt, told } = view;
    const isOpen = startsAt !== null && told?.cancelled !== true;
    const invited = new Set(invitations.map(({ person }) => person));
    return html`${this.#standing(view)}
      ${
        isOpen
          ? html`<section>
              <h2>${this.#say('whom')}</h2>
              <plenary-inviting-form
                ${ref(this.#form)}
                .language=${this.language}
                .spoken=${view.language}
                .people=${people.filter(({ id }) => !invited.has(id))}
                ?busy=${this.busy}
                @plenary-inviting=${this.#invite}
              ></plenary-inviting-form>
            </section>`
          : nothing
      }
      <section>
        <h2>${this.#say('invited')}</h2>
        ${
          invitations.length === 0
            ? html`<p class="lead">${this.#say('none')}</p>`
            : html`<ul>
                ${invitations.map((one) => this.#invited(one))}
              </ul>`
        }
        ${
          isOpen && invitations.length > 0
            ? html`<div class="steps">
                <button class="danger" @click=${this.#cancel}>${this.#say('cancel')}</button>
              </div>`
            : nothing
        }
      </section>`;
  }

  override render(): TemplateResult {
    const { view, fault } = this;
    if (fault?.status === 401 || fault?.status === 403)
      return html`<plenary-notice
        .heading=${this.#say('noSeat')}
        .text=${this.#say('noSeatText')}
        .steps=${[{ words: this.#say('toWorkshop'), path: `/w/${this.workshop}` }]}
      ></plenary-notice>`;
    return html`<h1 tabindex="-1">${this.#say('title')}</h1>
      <p class="lead">${this.#say('text')}</p>
      ${view === null && fault === null ? html`<p role="status">${this.#say('loading')}</p>` : nothing}
      ${
        fault === null
          ? nothing
          : html`<p class="fault" role="alert">${this.#words(fault)}</p>
              <button @click=${this.#load}>${this.#say('tryAgain')}</button>`
      }
      ${view === null ? nothing : this.#body(view)}
      <plenary-confirm ${ref(this.#confirm)}></plenary-confirm>`;
  }
}
