/**
 * One picture with its name: who it is, hand, mute, voice. Asks for its picture only while it is on the screen.
 * Must not know where it stands on the stage.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import { say } from '../../../shared/languages/area.ts';
import { chatArea } from '../../../shared/languages/areas/chat.ts';
import { stageArea } from '../../../shared/languages/areas/stage.ts';
import { positionOf } from '../../../shared/workshop/floor/selectors.ts';
import { seatAtTable } from '../../../shared/workshop/participants/selectors.ts';
import { isSilenced, isSilencedByDesk } from '../../../shared/workshop/stage/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { MediaSession, PictureSize } from '../../media/media-session.ts';
import { icon } from '../../ui/icon.ts';
import { sign } from '../../ui/signs.ts';
import { showsReactions } from '../reactions/shown.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { whoIs } from '../room/who.ts';
import { sizeFor } from './picture-size.ts';
import { tileStyles } from './tile-styles.ts';
import type { Watching } from './watching.ts';

@customElement('plenary-tile')
export class StageTile extends Region {
  static override styles = [...controls, tileStyles];
  @property({ attribute: false }) media: MediaSession | null = null;
  @property({ attribute: false }) watching: Watching | null = null;
  @property({ attribute: false }) seat!: SeatId;
  @property({ attribute: false }) picture!: 'camera' | 'screen';
  /** The largest layer that there is room for beside the others. */
  @property({ attribute: false }) most: PictureSize = 'small';
  @property({ attribute: false }) pinned = false;
  @state() private inSight = true;
  @state() private width = 0;
  readonly #video = createRef<HTMLVideoElement>();
  readonly #measure = new ResizeObserver(([entry]) => {
    if (entry) this.width = entry.contentRect.width;
  });
  readonly #sight = new IntersectionObserver(([entry]) => (this.inSight = entry?.isIntersecting ?? true));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sight.observe(this);
    this.#measure.observe(this);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sight.disconnect();
    this.#measure.disconnect();
    this.watching?.want(this, this.seat, this.picture, null);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('watching')) {
      const before: unknown = changed.get('watching');
      if (before !== undefined && before !== null) (before as Watching).want(this, this.seat, this.picture, null);
    }
    const shown = this.isConnected && this.inSight && !this.#own && this.#isPublished();
    this.watching?.want(this, this.seat, this.picture, shown ? this.#size() : null);
    const video = this.#video.value;
    const stream = this.#stream();
    if (video !== undefined && video.srcObject !== stream) video.srcObject = stream;
  }

  #size(): PictureSize {
    return sizeFor(this.width, window.devicePixelRatio, this.most);
  }

  get #own(): boolean {
    return this.seat === this.store.seat;
  }

  #isPublished(): boolean {
    const { media } = this;
    return (
      media !== null &&
      media.remote$.get().some((one) => one.seat === this.seat && one.source === this.picture && !one.sound)
    );
  }

  #stream(): MediaStream | null {
    const { media } = this;
    if (media === null) return null;
    if (this.#own) {
      const own = media.own$.get()[this.picture];
      return own.kind === 'on' ? own.stream : null;
    }
    const remote = media.remote$
      .get()
      .find((one) => one.seat === this.seat && one.source === this.picture && !one.sound);
    return remote === undefined || remote.paused ? null : remote.stream;
  }

  /** Null while nothing is known of this seat's sound. */
  #isMuted(view: WorkshopState): boolean {
    if (isSilenced(view, this.seat, 'microphone')) return true;
    const { media } = this;
    if (media === null) return false;
    if (this.#own) return media.own$.get().microphone.kind !== 'on';
    const sound = media.remote$.get().find((one) => one.seat === this.seat && one.source === 'microphone');
    return sound === undefined || sound.paused;
  }

  override render(): TemplateResult | typeof nothing {
    const { view, language } = this;
    if (view === null) return nothing;
    const { name, line, initials } = whoIs(view, this.seat, language);
    const stream = this.#stream();
    const screen = this.picture === 'screen';
    const voice = !screen && (this.media?.speaking$.get().includes(this.seat) ?? false) && !this.#isMuted(view);
    const shownName = screen ? say(stageArea, language, 'screenOf', { name }) : name;
    return html`<figure class="${voice ? 'speaking' : ''} ${screen ? 'screen' : ''} ${this.most}">
        ${
          stream === null
            ? html`<span class="initials" aria-hidden="true">${initials}</span>`
            : html`<video
                ${ref(this.#video)}
                class=${this.#own && !screen ? 'mirrored' : ''}
                autoplay
                playsinline
                .muted=${true}
                aria-hidden="true"
              ></video>`
        }
        <figcaption>
          <span class="name"
            >${shownName}${this.#own ? html` <span class="soft-words">(${say(stageArea, language, 'you')})</span>` : nothing}</span
          >
          ${line === '' || screen ? nothing : html`<span class="line">${line}</span>`}
          ${screen ? nothing : this.#marks(view, voice)}
        </figcaption>
      </figure>
      <plenary-tile-menu
        .store=${this.store}
        .language=${language}
        .media=${this.media}
        .seat=${this.seat}
        .picture=${this.picture}
        .pinned=${this.pinned}
        .video=${stream === null ? null : (this.#video.value ?? null)}
      ></plenary-tile-menu>`;
  }

  #marks(view: WorkshopState, voice: boolean): TemplateResult {
    const { language } = this;
    const hand = positionOf(view.floor, this.seat);
    const lost = seatAtTable(view, this.seat)?.presence.kind === 'lost';
    const silenced = isSilencedByDesk(view, this.seat, 'microphone');
    const reaction = showsReactions() ? this.store.reactions$.get().get(this.seat) : undefined;
    return html`<span class="marks">
      ${
        reaction === undefined
          ? nothing
          : html`<span class="mark">
              ${sign(reaction)}<span class="word">${say(chatArea, language, `reaction.${reaction}`)}</span>
            </span>`
      }
      ${
        view.floor.holder?.seat === this.seat
          ? html`<span class="mark floor">${say(stageArea, language, 'hasFloor')}</span>`
          : nothing
      }
      ${
        hand === null
          ? nothing
          : html`<span class="mark hand">${icon('hand')} ${say(stageArea, language, 'hand', { position: hand })}</span>`
      }
      ${voice ? html`<span class="mark voice">${icon('microphone')}<span class="word">${say(stageArea, language, 'speaking')}</span></span>` : nothing}
      ${
        this.#isMuted(view)
          ? html`<span class="mark"
              >${icon('microphoneOff')}<span class="word"
                >${say(stageArea, language, silenced ? 'silenced' : 'muted')}</span
              ></span
            >`
          : nothing
      }
      ${lost ? html`<span class="mark">${say(stageArea, language, 'lost')}</span>` : nothing}
    </span>`;
  }
}
