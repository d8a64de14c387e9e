/** Listens for cues once a second and lets them be heard; a small switch, remembered in this browser. Must not know clocks nor tones. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { say } from '../../../shared/languages/area.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';
import { recall, remember } from '../../store/memory.ts';
import { EverySecond } from '../room/every-second.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { cueBetween, isHeard, momentOf, type Moment } from './cues.ts';
import { play } from './tones.ts';

const KEY = 'plenary.sounds';

const recalled = (): 'on' | 'off' | null => {
  const kept = recall(KEY);
  return kept === 'on' || kept === 'off' ? kept : null;
};

@customElement('plenary-sounds')
export class Sounds extends Region {
  static override styles = [
    ...controls,
    css`
      :host {
        padding-inline: var(--gap-2);
        text-align: end;
      }
      button {
        min-height: 2rem;
        color: var(--ink-soft);
        font-size: var(--size-1);
      }
      @media (pointer: coarse) {
        button {
          min-height: 44px;
        }
      }
    `,
  ];
  @state() private choice = recalled();
  #before: Moment | null = null;

  constructor() {
    super();
    this.addController(new EverySecond(this));
  }

  override render(): TemplateResult | typeof nothing {
    const view = this.store.confirmed$.get();
    if (view === null || view.session.phase === 'ended') return nothing;
    const heard = isHeard(this.choice, view, this.store.seat, this.store.may('floor.manage'));
    const moment = momentOf(view, this.store.seat, this.store.now());
    const cue = this.#before === null ? null : cueBetween(this.#before, moment);
    this.#before = moment;
    if (cue !== null && heard) void play(cue);
    return html`<button class="quiet" @click=${() => this.#choose(!heard)}>
      ${say(roomArea, this.language, heard ? 'soundsOn' : 'soundsOff')}
    </button>`;
  }

  #choose(on: boolean): void {
    this.choice = on ? 'on' : 'off';
    remember(KEY, this.choice);
    // So that one hears what one has chosen, and the browser allows the tones to come.
    if (on) void play('itemSoon');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-sounds': Sounds;
  }
}
