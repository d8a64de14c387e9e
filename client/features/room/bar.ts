/**
 * The bar beneath the room: one's own microphone, camera, screen and hand, leaving, and the desk's next step.
 * Must not know the panels; what it is asked to do beyond its own buttons it tells by events.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { say } from '../../../shared/languages/area.ts';
import { floorArea } from '../../../shared/languages/areas/floor.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';
import { isQueued } from '../../../shared/workshop/floor/selectors.ts';
import { isSilenced, mayPublish } from '../../../shared/workshop/stage/selectors.ts';
import type { Source } from '../../../shared/workshop/stage/types.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { MediaSession } from '../../media/media-session.ts';
import { icon, type IconName } from '../../ui/icon.ts';
import { toast } from '../../ui/toast.ts';
import { raisedWords } from '../floor/hand-words.ts';
import { wordsOfMediaFault } from '../stage/media-notice.ts';
import { barStyles } from './bar-styles.ts';
import type { Confirm } from './confirm.ts';
import './confirm.ts';
import '../reactions/reactions.ts';
import './desk-step.ts';
import { Region } from './region.ts';
import { controls } from './styles.ts';

const ICONS: Readonly<Record<Source, { readonly on: IconName; readonly off: IconName }>> = {
  microphone: { on: 'microphone', off: 'microphoneOff' },
  camera: { on: 'camera', off: 'cameraOff' },
  screen: { on: 'screen', off: 'screen' },
};

@customElement('plenary-bar')
export class Bar extends Region {
  static override styles = [...controls, barStyles];
  @property({ attribute: false }) media: MediaSession | null = null;
  /** Asked for while sound and picture were still being loaded: switched on as soon as they are there. */
  @state() private wished: ReadonlySet<Source> = new Set();
  readonly #confirm = createRef<Confirm>();

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.media === null || this.wished.size === 0) return;
    const wished = [...this.wished];
    this.wished = new Set();
    for (const source of wished) void this.toggle(source);
  }

  async toggle(source: Source): Promise<void> {
    const { media, view } = this;
    if (view === null || !this.#mayUse(source) || this.#isDeaf(source)) return;
    if (media === null) {
      const others = [...this.wished].filter((one) => one !== source);
      this.wished = new Set(this.wished.has(source) ? others : [...others, source]);
      return;
    }
    if (this.#isOn(view, source)) return media.turnOff(source);
    if (isSilenced(view, this.store.seat, source) && !(await this.ask({ type: 'stage/resume', source }))) return;
    await media.turnOn(source);
    const own = media.own$.get()[source];
    if (own.kind === 'failed') toast(wordsOfMediaFault(own.fault, this.language), 'harm');
  }

  async toggleHand(): Promise<void> {
    const { view } = this;
    if (view === null || !this.store.may('floor.raise')) return;
    if (view.floor.holder?.seat === this.store.seat) return;
    await this.ask({ type: isQueued(view.floor, this.store.seat) ? 'floor/lowerHand' : 'floor/raiseHand' });
  }

  /** A device that is being opened is not asked for twice; a screen is chosen at the click itself, so it cannot be asked for later. */
  #isDeaf(source: Source): boolean {
    return this.media === null ? source === 'screen' : this.media.own$.get()[source].kind === 'starting';
  }

  #mayUse(source: Source): boolean {
    const { view } = this;
    if (source === 'screen') return view !== null && mayPublish(view, this.store.seat, 'screen');
    return this.store.may('stage.publish');
  }

  #isOn(view: WorkshopState, source: Source): boolean {
    return this.media?.own$.get()[source].kind === 'on' && !isSilenced(view, this.store.seat, source);
  }

  override render(): TemplateResult | typeof nothing {
    const { view, language } = this;
    if (view === null) return nothing;
    const ended = view.session.phase === 'ended';
    return html`<div class="bar ${ended ? 'ended' : ''}" role="toolbar" aria-label=${say(roomArea, language, 'bar')}>
        <div class="group">
          ${
            ended
              ? nothing
              : html`${this.#source(view, 'microphone')} ${this.#source(view, 'camera')} ${this.#source(view, 'screen')}
                  ${this.#hand(view)}
                  <plenary-reactions .store=${this.store} .language=${language}></plenary-reactions>`
          }
        </div>
        <plenary-desk-step .store=${this.store} .language=${language}></plenary-desk-step>
        <div class="group end">
          <button class="people quiet" @click=${() => this.dispatchEvent(new Event('plenary-show-people'))}>
            ${icon('people')} ${say(roomArea, language, 'people')}
          </button>
          <button class="devices quiet" title=${say(roomArea, language, 'devices')} @click=${this.#openDevices}>
            ${icon('settings')}<span class="ears">${say(roomArea, language, 'devices')}</span>
          </button>
          <button class="help quiet" title="?" @click=${() => this.dispatchEvent(new Event('plenary-show-shortcuts'))}>
            ${icon('keyboard')}<span class="ears">${say(roomArea, language, 'shortcuts')}</span>
          </button>
          <button class="leave" @click=${this.#leave}>${icon('door')} ${say(roomArea, language, 'leave')}</button>
        </div>
      </div>
      <plenary-confirm ${ref(this.#confirm)}></plenary-confirm>`;
  }

  #source(view: WorkshopState, source: Source): TemplateResult | typeof nothing {
    if (!this.#mayUse(source)) return nothing;
    const { language } = this;
    const starts = this.wished.has(source) || this.media?.own$.get()[source].kind === 'starting';
    const on = this.#isOn(view, source);
    const long = starts ? 'source.starting' : (`${source}.${on ? 'on' : 'off'}` as const);
    const silenced = isSilenced(view, this.store.seat, source);
    return html`<button
      class="own ${on ? 'on' : ''}"
      aria-disabled=${this.#isDeaf(source) ? 'true' : nothing}
      aria-busy=${starts ? 'true' : nothing}
      title=${silenced ? say(roomArea, language, 'silenced') : nothing}
      aria-label=${say(roomArea, language, long)}
      @click=${() => this.toggle(source)}
    >
      ${icon(ICONS[source][on ? 'on' : 'off'])}<span class="long">${say(roomArea, language, long)}</span
      ><span class="short">${say(roomArea, language, `${source}.short`)}</span>
    </button>`;
  }

  #hand(view: WorkshopState): TemplateResult | typeof nothing {
    if (!this.store.may('floor.raise')) return nothing;
    const { floor, session } = view;
    const { language } = this;
    const { seat } = this.store;
    const hand = floor.queue.find((one) => one.seat === seat);
    const pending = hand !== undefined && this.store.pending$.get().has(hand.id);
    const raised = raisedWords(floor, seat, language);
    if (floor.holder?.seat === seat) {
      return html`<button class="primary own" @click=${() => this.ask({ type: 'floor/yield' })}>
        ${icon('check')}<span>${say(floorArea, language, 'done')}</span>
      </button>`;
    }
    const words = raised ?? say(floorArea, language, 'raise');
    return html`<button
      class="own hand ${raised === null ? '' : 'raised'} ${pending ? 'pending' : ''}"
      ?disabled=${raised === null && (session.phase !== 'live' || !floor.open)}
      aria-label=${raised === null ? words : `${say(floorArea, language, 'lowerMine')} (${words})`}
      aria-keyshortcuts="h"
      @click=${() => this.toggleHand()}
    >
      ${icon('hand')}<span class="long">${words}</span
      ><span class="short">${raised === null ? say(floorArea, language, 'handShort') : words}</span>
    </button>`;
  }

  readonly #openDevices = (): void => {
    this.dispatchEvent(new Event('plenary-open-devices', { bubbles: true, composed: true }));
  };

  readonly #leave = async (): Promise<void> => {
    const words = (key: 'leaveTitle' | 'leaveText' | 'leave' | 'stay'): string => say(roomArea, this.language, key);
    const sure = await this.#confirm.value?.asks({
      title: words('leaveTitle'),
      text: words('leaveText'),
      yes: words('leave'),
      no: words('stay'),
    });
    if (sure === true) this.dispatchEvent(new Event('plenary-leave'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-bar': Bar;
  }
}
