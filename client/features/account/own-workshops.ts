/** The workshops of an account: those of its organizations, whose chair one click takes, and those it was at. Owns claiming this browser's seats. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { id, type SeatId, type WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { accountArea, type AccountPhrase } from '../../../shared/languages/areas/account.ts';
import { phasesArea } from '../../../shared/languages/areas/phases.ts';
import { claimSeat, readOwnWorkshops, takeOwnSeat, type OwnWorkshop } from '../../connection/account-api.ts';
import { keepSeat, keepWorkshop, keptSeat, keptWorkshops } from '../../store/memory.ts';
import { base, buttons } from '../../ui/base.css.ts';
import { toast } from '../../ui/toast.ts';
import { go } from '../page.ts';
import { titleIn } from '../title.ts';
import { accountStyles } from './account-styles.ts';
import { accountFaultWords } from './fault-words.ts';
import { partStyles } from './parts-styles.ts';

@customElement('plenary-own-workshops')
export class PlenaryOwnWorkshops extends LitElement {
  static override styles = [base, buttons, accountStyles, partStyles];

  @property({ attribute: false }) language: Language = 'en';
  /** Whether this account may manage its organizations' workshops. */
  @property({ attribute: false }) manages = false;
  @state() private owned: readonly OwnWorkshop[] = [];
  @state() private attended: readonly OwnWorkshop[] = [];
  @state() private isKnown = false;
  @state() private fault: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.fetch();
  }

  private t(key: AccountPhrase, values?: Values): string {
    return say(accountArea, this.language, key, values);
  }

  private readonly fetch = async (): Promise<void> => {
    const answer = await readOwnWorkshops();
    this.fault = answer.ok ? null : answer.fault.code;
    this.isKnown = answer.ok;
    if (answer.ok) ({ owned: this.owned, attended: this.attended } = answer.value);
  };

  private readonly open = async (one: OwnWorkshop): Promise<void> => {
    const workshop = id<WorkshopId>(one.id);
    if (!keptSeat(workshop)) {
      const taken = await takeOwnSeat(one.id);
      this.fault = taken.ok ? null : taken.fault.code;
      if (!taken.ok) return;
      keepSeat(workshop, { seat: id<SeatId>(taken.value.seat), seatToken: taken.value.seatToken });
      keepWorkshop({ id: workshop, title: titleIn(one.title, this.language) });
    }
    go(this, `/w/${one.id}`);
  };

  private readonly claim = async (): Promise<void> => {
    let count = 0;
    for (const { id: workshop } of keptWorkshops()) {
      const seat = keptSeat(workshop);
      if (seat && (await claimSeat(seat.seatToken)).ok) count += 1;
    }
    toast(this.t('claimed', { count }));
    await this.fetch();
  };

  private renderOne(one: OwnWorkshop, isOwned: boolean): TemplateResult {
    const title = titleIn(one.title, this.language);
    const hasSeat = keptSeat(id<WorkshopId>(one.id)) !== null;
    return html`<li>
      <span class="what"
        >${hasSeat ? html`<a href="/w/${one.id}">${title}</a>` : title}
        <span class="soft small">${say(phasesArea, this.language, one.phase)}</span></span
      >
      ${
        isOwned && this.manages && !hasSeat
          ? html`<button aria-label="${this.t('openRoom')}: ${title}" @click=${() => this.open(one)}>
              ${this.t('openRoom')}
            </button>`
          : nothing
      }
    </li>`;
  }

  override render(): TemplateResult {
    const { owned, attended, fault, isKnown } = this;
    const hasSeats = keptWorkshops().some(({ id: workshop }) => keptSeat(workshop) !== null);
    return html`${
        fault === null ? nothing : html`<p class="fault" role="alert">${accountFaultWords(fault, this.language)}</p>`
      }
      ${isKnown && owned.length + attended.length === 0 ? html`<p class="soft">${this.t('workshopsEmpty')}</p>` : nothing}
      <ul>
        ${owned.map((one) => this.renderOne(one, true))} ${attended.map((one) => this.renderOne(one, false))}
      </ul>
      ${hasSeats ? html`<button @click=${this.claim}>${this.t('claimHere')}</button>` : nothing}`;
  }
}
