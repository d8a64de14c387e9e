/** The wait at the door: what is being waited for, and how it ends. Owns the words; admission comes from the store. */
import { SignalWatcher } from '@lit-labs/signals';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { textIn, type Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { doorArea, type DoorPhrase } from '../../../shared/languages/areas/door.ts';
import type { Connection } from '../../connection/connection.ts';
import type { WorkshopStore } from '../../store/workshop-store.ts';
import { base, buttons } from '../../ui/base.css.ts';
import '../green-room/offer.ts';
import { PageShown } from '../page.ts';
import { whenIn } from '../in-both-zones.ts';
import { clockOf } from '../when.ts';

@customElement('plenary-lobby')
export class PlenaryLobby extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        max-width: 34rem;
        margin: 0 auto;
        padding: var(--gap-6) var(--gap-4);
      }

      h1 {
        margin-block: var(--gap-1) var(--gap-4);
      }

      .text {
        font-size: var(--size-3);
      }

      .word {
        margin: var(--gap-4) 0 0;
        padding: var(--gap-3) var(--gap-4);
        border-inline-start: 3px solid var(--green);
        background: var(--green-wash);
        font-size: var(--size-3);
        overflow-wrap: anywhere;
      }

      .word .said {
        white-space: pre-line;
      }

      .word .soft {
        font-size: var(--size-1);
      }

      .try {
        margin-block-end: var(--gap-5);
      }

      .more {
        display: grid;
        gap: var(--gap-2);
        margin-block: var(--gap-5);
        padding-block: var(--gap-4);
        border-block: 1px solid var(--hairline);
      }
    `,
  ];

  @property({ attribute: false }) store!: WorkshopStore;
  @property({ attribute: false }) connection!: Connection;
  @property({ attribute: false }) language: Language = 'en';

  private heading = '';

  override updated(): void {
    const heading = this.renderRoot.querySelector('h1')?.textContent ?? '';
    if (heading === this.heading) return;
    this.heading = heading;
    this.dispatchEvent(new PageShown(heading));
  }

  private say(key: DoorPhrase, values?: Readonly<Record<string, string>>): string {
    return say(doorArea, this.language, key, values);
  }

  private renderBeginning(startsAt: number, timeZone: string): TemplateResult {
    const { here, there } = whenIn(startsAt, timeZone, this.language);
    return html`<p>
      ${this.say('startsAt', { time: here })}${
        there === null
          ? nothing
          : html` <span class="soft">(${this.say('startsThere', { time: there, zone: timeZone })})</span>`
      }
    </p>`;
  }

  override render(): TemplateResult {
    const { store, language } = this;
    const view = store.view$.get();
    if (view === null) return html``;
    const { brief, session, lobby } = view;
    const isTurnedAway = Object.hasOwn(lobby.turnedAway, store.seat);
    const since = lobby.knocks[store.seat]?.since;
    const title = html`<p class="soft">${textIn(brief.title, language)}</p>`;
    if (isTurnedAway) {
      return html`${title}
        <h1 tabindex="-1">${this.say('turnedAway')}</h1>
        <p class="text" role="status">${this.say('turnedAwayText')}</p>`;
    }
    if (session.phase === 'ended') {
      return html`${title}
        <h1 tabindex="-1">${this.say('lobbyEnded')}</h1>`;
    }
    const startsAt = session.phase === 'scheduled' ? brief.startsAt : undefined;
    return html`${title}
      <h1 tabindex="-1">${this.say('lobbyTitle')}</h1>
      <p class="text" role="status">${this.say('lobbyText')}</p>
      ${
        lobby.message === null
          ? nothing
          : html`<blockquote class="word" role="status">
              <p class="soft">${this.say('fromTheDesk')} · ${clockOf(lobby.message.at, language)}</p>
              <p class="said">${lobby.message.text}</p>
            </blockquote>`
      }
      <div class="more">
        <p>${this.say(`phase.${session.phase}`)}</p>
        ${startsAt === undefined ? nothing : this.renderBeginning(startsAt, brief.timeZone)}
        ${
          since === undefined
            ? nothing
            : html`<p class="soft">${this.say('waitingSince', { time: clockOf(since, language) })}</p>`
        }
      </div>
      <plenary-green-room-offer
        class="try"
        .workshop=${store.workshop}
        .key=${{ authorization: this.connection.authorization() }}
        .language=${language}
      ></plenary-green-room-offer>
      <button @click=${() => this.dispatchEvent(new Event('plenary-stop-waiting'))}>${this.say('leaveLobby')}</button>`;
  }
}
