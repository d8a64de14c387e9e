/**
 * Asks a person to switch the own microphone on: because the desk asks, or because microphones follow the floor and this person has it. Nobody's
 * microphone is opened without the own click. Must not know pictures.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Instant } from '../../../shared/kernel/ids.ts';
import { say } from '../../../shared/languages/area.ts';
import { moderationArea } from '../../../shared/languages/areas/moderation.ts';
import { isSilenced } from '../../../shared/workshop/stage/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { MediaSession } from '../../media/media-session.ts';
import { toast } from '../../ui/toast.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { wordsOfMediaFault } from './media-notice.ts';

@customElement('plenary-microphone-call')
export class MicrophoneCall extends Region {
  static override styles = [
    ...controls,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: var(--gap-2) var(--gap-3);
        padding: var(--gap-2) var(--gap-3);
        background: var(--amber-wash);
        color: var(--ink);
      }
    `,
  ];
  @property({ attribute: false }) media: MediaSession | null = null;
  /** The speech for which "not now" was said. */
  @state() private passed: Instant | null = null;

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    const why = view === null ? null : this.#why(view);
    if (why === null) return nothing;
    return html`<div role="alertdialog" aria-label=${this.#say(why)}>
      <span>${this.#say(why)}</span>
      <button class="primary" @click=${this.#unmute}>${this.#say('unmute')}</button>
      <button @click=${() => this.#pass(why)}>${this.#say('notNow')}</button>
    </div>`;
  }

  #why(view: WorkshopState): 'youAreAsked' | 'youHaveFloor' | null {
    const { seat } = this.store;
    if (view.session.phase === 'ended') return null;
    if (view.stage.asked.includes(seat)) return 'youAreAsked';
    const { holder, rules } = view.floor;
    const off = this.media?.own$.get().microphone.kind !== 'on';
    return rules.coupled && holder?.seat === seat && off && holder.from !== this.passed ? 'youHaveFloor' : null;
  }

  #say(key: keyof (typeof moderationArea)['en']): string {
    return say(moderationArea, this.language, key);
  }

  readonly #unmute = async (): Promise<void> => {
    const { media, view } = this;
    if (media === null || view === null) return;
    // Taking it back answers the asking as well.
    if (isSilenced(view, this.store.seat, 'microphone')) {
      if (!(await this.ask({ type: 'stage/resume', source: 'microphone' }))) return;
    } else if (view.stage.asked.includes(this.store.seat)) await this.ask({ type: 'stage/answerAsk' });
    await media.turnOn('microphone');
    const own = media.own$.get().microphone;
    if (own.kind === 'failed') toast(wordsOfMediaFault(own.fault, this.language), 'harm');
  };

  #pass(why: 'youAreAsked' | 'youHaveFloor'): void {
    if (why === 'youAreAsked') void this.ask({ type: 'stage/answerAsk' });
    else this.passed = this.view?.floor.holder?.from ?? null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-microphone-call': MicrophoneCall;
  }
}
