/**
 * The page of a workshop: finds the seat this browser has, or shows the door. Owns the way from a link to a seat; what happens at the table
 * is table.ts. The secret stands in the fragment, which no server ever sees in an address.
 */
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { doorArea } from '../../../shared/languages/areas/door.ts';
import { readDoor, type Doorplate } from '../../connection/api.ts';
import type { ApiFault } from '../../connection/http.ts';
import { keepSeat, keepWorkshop, keptSeat, type KeptSeat } from '../../store/memory.ts';
import { base } from '../../ui/base.css.ts';
import '../door/door.ts';
import type { SeatTaken } from '../door/door.ts';
import { wordsOfFault } from '../faults.ts';
import { titleIn } from '../title.ts';
import './notice.ts';

type Step =
  | { readonly kind: 'reading' }
  | { readonly kind: 'noLink' }
  | { readonly kind: 'shut'; readonly fault: ApiFault }
  | { readonly kind: 'door'; readonly secret: string; readonly plate: Doorplate }
  | { readonly kind: 'loadFailed'; readonly seat: KeptSeat }
  | { readonly kind: 'table'; readonly seat: KeptSeat };

const secretIn = (hash: string): string | null => new URLSearchParams(hash.slice(1)).get('k');

@customElement('plenary-workshop')
export class PlenaryWorkshop extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        height: 100%;
      }
    `,
  ];

  @property({ attribute: false }) workshop!: WorkshopId;
  @property({ attribute: false }) language: Language = 'en';
  @state() private step: Step = { kind: 'reading' };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.arrive);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.arrive);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('workshop')) this.arrive();
  }

  private readonly arrive = (): void => {
    const secret = secretIn(location.hash);
    const seat = keptSeat(this.workshop);
    if (seat !== null && (secret === null || seat.link === secret)) void this.sitDown(seat);
    else if (secret === null) this.step = { kind: 'noLink' };
    else void this.ring(secret);
  };

  private async ring(secret: string): Promise<void> {
    this.step = { kind: 'reading' };
    const answer = await readDoor(this.workshop, secret);
    this.step = answer.ok ? { kind: 'door', secret, plate: answer.value } : { kind: 'shut', fault: answer.fault };
  }

  private async sitDown(seat: KeptSeat): Promise<void> {
    // The key leaves the address bar, where a shared screen would show it; it stays where the seat could not be kept.
    if (keptSeat(this.workshop) !== null) history.replaceState(null, '', location.pathname);
    this.step = { kind: 'reading' };
    try {
      await import('./table.ts');
      this.step = { kind: 'table', seat };
    } catch {
      this.step = { kind: 'loadFailed', seat };
    }
  }

  private readonly seatTaken = ({ seat, title }: SeatTaken): void => {
    keepSeat(this.workshop, seat);
    keepWorkshop({ id: this.workshop, title });
    void this.sitDown(seat);
  };

  private readonly seatLost = (): void => {
    const link = keptSeat(this.workshop)?.link ?? null;
    keepSeat(this.workshop, null);
    if (link === null) this.arrive();
    else void this.ring(link);
  };

  override render(): TemplateResult {
    const { step, language, workshop } = this;
    const home = [{ words: say(doorArea, language, 'toHome'), path: '/' }];
    switch (step.kind) {
      case 'reading':
        return html`<plenary-notice quiet .heading=${say(doorArea, language, 'reading')}></plenary-notice>`;
      case 'noLink':
        return html`<plenary-notice
          .heading=${say(doorArea, language, 'noLink')}
          .text=${say(doorArea, language, 'noLinkText')}
          .steps=${home}
        ></plenary-notice>`;
      case 'shut':
        return html`<plenary-notice
          .heading=${say(doorArea, language, 'shut')}
          .text=${wordsOfFault(step.fault, language)}
          .steps=${[{ words: say(doorArea, language, 'tryAgain'), act: this.arrive }, ...home]}
        ></plenary-notice>`;
      case 'loadFailed':
        return html`<plenary-notice
          .heading=${say(doorArea, language, 'shut')}
          .text=${say(doorArea, language, 'roomFailed')}
          .steps=${[{ words: say(doorArea, language, 'tryAgain'), act: () => this.sitDown(step.seat) }, ...home]}
        ></plenary-notice>`;
      case 'door': {
        const kept = keptSeat(workshop);
        return html`<plenary-door
          .workshop=${workshop}
          .secret=${step.secret}
          .plate=${step.plate}
          .heading=${titleIn(step.plate.title, language)}
          .language=${language}
          .kept=${kept}
          @plenary-seat-taken=${this.seatTaken}
          @plenary-seat-kept=${() => kept && this.sitDown(kept)}
        ></plenary-door>`;
      }
      case 'table':
        return html`<plenary-table
          .workshop=${workshop}
          .kept=${step.seat}
          .language=${language}
          @plenary-seat-lost=${this.seatLost}
        ></plenary-table>`;
    }
  }
}
