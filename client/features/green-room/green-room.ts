/**
 * The green room: one's own picture and voice before others see and hear them, and the choice of devices and of how much picture.
 * Owns the form; what is open is tried-devices.ts. In the room it is given the media session, whose running devices it shows and changes.
 */
import { SignalWatcher } from '@lit-labs/signals';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { greenRoomArea, type GreenRoomPhrase } from '../../../shared/languages/areas/green-room.ts';
import { chooseBlur, offersBlur, tuneCamera, wantsBlur, type FoundDevice } from '../../media/devices.ts';
import type { MediaSession } from '../../media/media-session.ts';
import { rememberedMode } from '../../media/mode.ts';
import { chooseSpeaker, mayChooseSpeaker, speaker$ } from '../../media/speaker.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { typedIn } from '../../ui/field.ts';
import { wordsOfMediaFault } from '../stage/media-notice.ts';
import './level.ts';
import './mode-choice.ts';
import { greenRoomStyles } from './styles.ts';
import './trial.ts';
import { TriedDevices, type Tried } from './tried-devices.ts';

@customElement('plenary-green-room')
export class GreenRoom extends SignalWatcher(LitElement) {
  static override styles = [base, buttons, fields, greenRoomStyles];
  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) media: MediaSession | null = null;
  @state() private step: 'shut' | 'opening' | 'open' = 'shut';
  readonly #tried = new TriedDevices(
    () => this.media,
    () => this.requestUpdate(),
  );
  readonly #video = createRef<HTMLVideoElement>();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tried.close();
    this.step = 'shut';
  }

  protected override updated(_changed: PropertyValues): void {
    const video = this.#video.value;
    const { stream } = this.#tried.trial('camera');
    if (video !== undefined && video.srcObject !== stream) video.srcObject = stream;
  }

  #say(key: GreenRoomPhrase, values?: Values): string {
    return say(greenRoomArea, this.language, key, values);
  }

  readonly #begin = async (): Promise<void> => {
    this.step = 'opening';
    await this.#tried.open();
    if (this.isConnected) this.step = 'open';
  };

  async #blur(wanted: boolean, stream: MediaStream): Promise<void> {
    chooseBlur(wanted);
    const [track] = stream.getVideoTracks();
    if (track !== undefined) await tuneCamera(track, rememberedMode());
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    return html`<section>
      ${
        this.step === 'open'
          ? html`<p class="soft">${this.#say('private')}</p>
              <div class="devices">${this.#camera()}${this.#microphone()}</div>`
          : html`<p class="soft">${this.#say('private')} ${this.#say('beginText')}</p>
              <div>
                <button
                  class="primary"
                  aria-disabled=${this.step === 'opening' ? 'true' : nothing}
                  @click=${this.step === 'opening' ? nothing : this.#begin}
                >
                  ${this.#say(this.step === 'opening' ? 'opening' : 'begin')}
                </button>
              </div>`
      }
      <plenary-mode-choice .media=${this.media} .language=${this.language}></plenary-mode-choice>
    </section>`;
  }

  #camera(): TemplateResult {
    const { stream } = this.#tried.trial('camera');
    const track = stream?.getVideoTracks()[0];
    return html`<div>
      <div class="mirror ${stream === null ? '' : 'shows'}">
        ${
          stream === null
            ? html`<p>${this.#missing('camera', 'noCamera')}</p>`
            : html`<video
                ${ref(this.#video)}
                aria-label=${this.#say('picture')}
                autoplay
                playsinline
                .muted=${true}
              ></video>`
        }
      </div>
      ${this.#choice('camera')}
      ${
        stream === null || track === undefined || !offersBlur(track)
          ? nothing
          : html`<label class="check">
              <input
                type="checkbox"
                .checked=${wantsBlur()}
                @change=${(event: Event) => this.#blur((event.target as HTMLInputElement).checked, stream)}
              />
              ${this.#say('blur')}
            </label>`
      }
    </div>`;
  }

  #microphone(): TemplateResult {
    const { language } = this;
    const { stream } = this.#tried.trial('microphone');
    return html`<div>
      ${
        stream === null
          ? html`<p>${this.#missing('microphone', 'noMicrophone')}</p>`
          : html`${this.#choice('microphone')}
              <plenary-level class="field" .stream=${stream} .language=${language}></plenary-level>`
      }
      ${this.#speaker()}
      <plenary-trial .stream=${stream} .language=${language}></plenary-trial>
    </div>`;
  }

  /** A device that is not there is no failure; one that was refused or is busy is told with what helps. */
  #missing(kind: Tried, none: 'noCamera' | 'noMicrophone'): string {
    const { fault } = this.#tried.trial(kind);
    return fault === null || fault === 'media/noDevice' ? this.#say(none) : wordsOfMediaFault(fault, this.language);
  }

  #choice(kind: Tried): TemplateResult | typeof nothing {
    const found = this.#tried.listed(kind);
    if (found.length === 0) return nothing;
    return this.#select(kind, found, this.#tried.used(kind), (id) => void this.#tried.choose(kind, id));
  }

  #speaker(): TemplateResult | typeof nothing {
    const found = this.#tried.listed('speaker');
    if (!mayChooseSpeaker() || found.length === 0) return nothing;
    const system: FoundDevice = { id: '', label: this.#say('systemSpeaker') };
    return this.#select('speaker', [system, ...found], speaker$.get(), chooseSpeaker);
  }

  #select(
    kind: 'camera' | 'microphone' | 'speaker',
    found: readonly FoundDevice[],
    used: string,
    choose: (id: string) => void,
  ): TemplateResult {
    return html`<div class="field">
      <label for=${kind}>${this.#say(kind)}</label>
      <select id=${kind} @change=${(event: Event) => choose(typedIn(event))}>
        ${found.map(
          ({ id, label }, place) =>
            html`<option value=${id} .selected=${id === used}>
              ${label === '' ? this.#say('unnamed', { number: place + 1 }) : label}
            </option>`,
        )}
      </select>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-green-room': GreenRoom;
  }
}
