/**
 * The floor as a list: who speaks, who waits and in which place, the same for everyone; for the desk what can be done with each.
 * Must not know sound or pictures.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { say } from '../../../shared/languages/area.ts';
import { floorArea } from '../../../shared/languages/areas/floor.ts';
import { nextToSpeak, queueWithPositions, type QueuedHand } from '../../../shared/workshop/floor/selectors.ts';
import type { Speech } from '../../../shared/workshop/floor/types.ts';
import { seatAtTable } from '../../../shared/workshop/participants/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import '../../ui/menu.ts';
import { fetched } from '../room/fetched.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { whoIs } from '../room/who.ts';
import { queueStyles } from './queue-styles.ts';
import './call.ts';
import './hand-form.ts';
import { reasonWords } from './reason-words.ts';
import type { FloorRulesForm } from './rules-form.ts';
import './running-speech.ts';

@customElement('plenary-queue')
export class Queue extends Region {
  static override styles = [...controls, queueStyles];
  readonly #rules = createRef<FloorRulesForm>();
  readonly #showRules = async (): Promise<void> => {
    if (await fetched(() => import('./rules-form.ts'), this.language)) this.#rules.value?.show();
  };

  override render(): TemplateResult {
    const { view } = this;
    if (view === null) return html``;
    const desk = this.store.may('floor.manage') && view.session.phase !== 'ended';
    const hands = queueWithPositions(view);
    return html`<div class="head">
        <h2 id="heading">
          ${this.#say('queue')}${view.floor.open ? nothing : html` · <span class="soon">${this.#say('closed')}</span>`}
        </h2>
        ${desk ? this.#deskMenu(view) : nothing}
      </div>
      ${this.#holder(view, view.floor.holder, desk)}
      <plenary-call .store=${this.store} .language=${this.language}></plenary-call>
      ${
        hands.length === 0
          ? html`<p class="quiet-words">${this.#say(view.floor.open ? 'empty' : 'emptyClosed')}</p>`
          : html`<ol aria-labelledby="heading">
              ${repeat(
                hands,
                ({ seat }) => seat,
                (hand) => this.#hand(view, hand, desk),
              )}
            </ol>`
      }
      <plenary-hand-form .store=${this.store} .language=${this.language}></plenary-hand-form>
      ${desk ? this.#desk(view) : nothing}
      ${
        desk
          ? html`<plenary-floor-rules
              ${ref(this.#rules)}
              .store=${this.store}
              .language=${this.language}
            ></plenary-floor-rules>`
          : nothing
      }`;
  }

  #say(key: keyof (typeof floorArea)['en'], values?: Readonly<Record<string, string | number>>): string {
    return say(floorArea, this.language, key, values);
  }

  #holder(view: WorkshopState, speech: Speech | null, desk: boolean): TemplateResult {
    if (speech === null) return html`<p class="quiet-words">${this.#say('nobody')}</p>`;
    const mine = speech.seat === this.store.seat;
    const lost = seatAtTable(view, speech.seat)?.presence.kind === 'lost';
    return html`<div class="holder">
      <div class="what">
        <strong>${whoIs(view, speech.seat, this.language).name}</strong>
        <span class="small">
          ${this.#say(mine ? 'youHaveFloor' : 'hasFloor')} ·
          <plenary-speech-clock
            .store=${this.store}
            .language=${this.language}
            .speech=${speech}
          ></plenary-speech-clock>
          ${lost ? html`<span class="soon">· ${this.#say('lost')}</span>` : nothing}
        </span>
      </div>
      ${
        mine
          ? html`<button class="primary" @click=${() => this.ask({ type: 'floor/yield' })}>
              ${this.#say('done')}
            </button>`
          : desk
            ? html`<button @click=${() => this.ask({ type: 'floor/takeBack' })}>${this.#say('takeBack')}</button>`
            : nothing
      }
      ${desk ? this.#speechMenu(view, speech) : nothing}
    </div>`;
  }

  #speechMenu(view: WorkshopState, { seat, pausedSince, limitMs }: Speech): TemplateResult {
    const { name } = whoIs(view, seat, this.language);
    return html`<ui-menu .label=${this.#say('actionsOf', { name })}>
      <button
        @click=${() => this.ask({ type: pausedSince === undefined ? 'floor/pauseSpeech' : 'floor/resumeSpeech' })}
      >
        ${this.#say(pausedSince === undefined ? 'pauseSpeech' : 'resumeSpeech')}
      </button>
      ${
        limitMs === undefined
          ? nothing
          : html`<button @click=${() => this.ask({ type: 'floor/addTime', ms: 60_000 })}>
              ${this.#say('addMinute')}
            </button>`
      }
    </ui-menu>`;
  }

  #hand(view: WorkshopState, hand: QueuedHand, desk: boolean): TemplateResult {
    const { name, line } = whoIs(view, hand.seat, this.language);
    const pending = this.store.pending$.get().has(hand.id);
    const lost = seatAtTable(view, hand.seat)?.presence.kind === 'lost';
    const mine = hand.seat === this.store.seat;
    const showsTime = desk || view.floor.rules.showsTalkTimes;
    const details = [
      hand.kind === undefined ? '' : this.#say(`kind.${hand.kind}`),
      reasonWords(view, hand.reason, this.language, showsTime),
    ].filter((words) => words !== '');
    return html`<li
      class="hand ${pending ? 'pending' : ''}"
      @keydown=${(event: KeyboardEvent) => this.#byKey(event, hand)}
    >
      <span class="place clock">${hand.position}</span>
      <div class="what">
        <span>${name}${mine ? html` <span class="quiet-words">(${this.#say('you')})</span>` : nothing}</span>
        ${
          hand.topic === undefined
            ? line === ''
              ? nothing
              : html`<span class="quiet-words">${line}</span>`
            : html`<span class="topic">${hand.topic}</span>`
        }
        ${details.length > 0 ? html`<span class="quiet-words">${details.join(' · ')}</span>` : nothing}
        ${pending ? html`<span class="quiet-words">${this.#say('pending')}</span>` : nothing}
        ${lost ? html`<span class="small soon">${this.#say('lost')}</span>` : nothing}
      </div>
      ${
        mine
          ? html`<button class="quiet" @click=${() => this.ask({ type: 'floor/lowerHand' })}>
              ${this.#say('lowerMine')}
            </button>`
          : nothing
      }
      ${desk ? this.#handActions(view, hand, name) : nothing}
    </li>`;
  }

  #handActions(view: WorkshopState, { seat, position, placed }: QueuedHand, name: string): TemplateResult {
    const last = position === view.floor.queue.length;
    return html`<ui-menu .label=${this.#say('actionsOf', { name })}>
      <button @click=${() => this.ask({ type: 'floor/give', seat })}>${this.#say('give')}</button>
      <button ?disabled=${position === 1} @click=${() => this.ask({ type: 'floor/move', seat, index: position - 2 })}>
        ${this.#say('moveUp')}
      </button>
      <button ?disabled=${last} @click=${() => this.ask({ type: 'floor/move', seat, index: position })}>
        ${this.#say('moveDown')}
      </button>
      ${
        placed
          ? html`<button @click=${() => this.ask({ type: 'floor/unplace', seat })}>${this.#say('unplace')}</button>`
          : nothing
      }
      <button @click=${() => this.ask({ type: 'floor/lowerOther', seat })}>${this.#say('lower')}</button>
    </ui-menu>`;
  }

  #byKey(event: KeyboardEvent, { seat, position }: QueuedHand): void {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const index = position - 1 + step;
    if (!event.altKey || step === 0 || !this.store.may('floor.manage')) return;
    event.preventDefault();
    if (index >= 0 && index < (this.view?.floor.queue.length ?? 0)) void this.ask({ type: 'floor/move', seat, index });
  }

  #deskMenu({ floor }: WorkshopState): TemplateResult {
    return html`<ui-menu .label=${this.#say('deskActions')}>
      <button @click=${() => this.ask({ type: 'floor/setOpen', open: !floor.open })}>
        ${this.#say(floor.open ? 'close' : 'open')}
      </button>
      <button ?disabled=${floor.queue.length === 0} @click=${() => this.ask({ type: 'floor/lowerAll' })}>
        ${this.#say('lowerAll')}
      </button>
      <button @click=${this.#showRules}>${this.#say('rules')}</button>
    </ui-menu>`;
  }

  #desk(view: WorkshopState): TemplateResult {
    const { floor } = view;
    const limits = [1, 2, 3, 5, 10, 15];
    const setLimit = (event: Event): void => {
      if (!(event.target instanceof HTMLSelectElement)) return;
      const minutes = Number(event.target.value);
      void this.ask({ type: 'floor/setLimit', limitMs: minutes === 0 ? null : minutes * 60_000 });
    };
    return html`<div class="row desk">
      ${
        floor.queue.length > 0
          ? html`<button
              class="primary"
              ?disabled=${nextToSpeak(view) === null}
              @click=${() => this.ask({ type: 'floor/giveNext' })}
            >
              ${this.#say('giveNext')}
            </button>`
          : nothing
      }
      ${
        floor.open
          ? nothing
          : html`<button @click=${() => this.ask({ type: 'floor/setOpen', open: true })}>${this.#say('open')}</button>`
      }
      <label class="limit"
        >${this.#say('limit')}
        <select @change=${setLimit}>
          <option value="0" .selected=${floor.limitMs === null}>${this.#say('limitNone')}</option>
          ${limits.map(
            (minutes) =>
              html`<option value=${minutes} .selected=${floor.limitMs === minutes * 60_000}>
                ${this.#say('limitMinutes', { minutes })}
              </option>`,
          )}
        </select>
      </label>
    </div>`;
  }
}
