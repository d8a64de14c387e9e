/**
 * What can be done with a picture: pin it, fill the screen, take it out of the window; for the desk, mute, ask to unmute, stop a picture. Comes after
 * the room's first frame. Opens above everything, so that no strip cuts it off. Must not know how a tile is drawn.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import { say } from '../../../shared/languages/area.ts';
import { moderationArea } from '../../../shared/languages/areas/moderation.ts';
import { seatAtTable } from '../../../shared/workshop/participants/selectors.ts';
import { isSilencedByDesk, waitsForFloor } from '../../../shared/workshop/stage/selectors.ts';
import type { WorkshopCommand, WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { MediaSession } from '../../media/media-session.ts';
import { icon } from '../../ui/icon.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { whoIs } from '../room/who.ts';
import { tileKey } from './arrangement.ts';
import { Pinned } from './pin.ts';

@customElement('plenary-tile-menu')
export class TileMenu extends Region {
  static override styles = [
    ...controls,
    css`
      :host {
        position: absolute;
        inset: 4px 4px auto auto;
        z-index: 1;
      }
      .opener {
        min-width: 36px;
        min-height: 36px;
        padding: 0;
        justify-content: center;
        border-color: transparent;
        background: rgb(20 18 14 / 0.6);
        color: #f3efe6;
      }
      .opener:hover {
        background: #14120e;
      }
      @media (pointer: coarse) {
        .opener {
          min-width: var(--target);
          min-height: var(--target);
        }
      }
      [popover] {
        inset: 0;
        margin: auto;
        width: min(20rem, calc(100vw - 2rem));
        height: max-content;
        padding: var(--gap-3);
        border: 1px solid var(--hairline);
        border-radius: var(--round);
        background: var(--leaf);
        color: var(--ink);
        box-shadow: var(--lift);
      }
      [popover]:popover-open {
        display: grid;
      }
      [popover] button {
        justify-content: flex-start;
        border-color: transparent;
        min-height: var(--target);
      }
      strong {
        padding: var(--gap-1) var(--gap-2);
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property({ attribute: false }) media: MediaSession | null = null;
  @property({ attribute: false }) seat!: SeatId;
  @property({ attribute: false }) picture!: 'camera' | 'screen';
  @property({ type: Boolean }) pinned = false;
  /** The picture itself, while there is one. */
  @property({ attribute: false }) video: HTMLVideoElement | null = null;
  @query('[popover]') private list!: HTMLElement;

  override render(): TemplateResult | typeof nothing {
    const { view, language } = this;
    if (view === null) return nothing;
    const { name } = whoIs(view, this.seat, language);
    return html`<button class="opener" popovertarget="list" aria-label=${this.#say('actionsOf', { name })}>
        ${icon('more')}
      </button>
      <div id="list" popover role="group" aria-labelledby="who" @toggle=${this.#toggled}>
        <strong id="who">${name}</strong>
        ${this.#act(this.pinned ? 'unpin' : 'pin', () =>
          this.dispatchEvent(new Pinned(this.pinned ? null : tileKey({ seat: this.seat, picture: this.picture }))),
        )}
        ${document.fullscreenEnabled ? this.#act('fullScreen', () => this.#fillScreen()) : nothing}
        ${
          document.pictureInPictureEnabled && this.video !== null
            ? this.#act('pictureInPicture', () => this.video?.requestPictureInPicture())
            : nothing
        }
        ${this.#moderation(view)}
      </div>`;
  }

  #moderation(view: WorkshopState): TemplateResult | typeof nothing {
    const { seat, picture } = this;
    if (!this.store.may('stage.moderate') || seat === this.store.seat) return nothing;
    const publishes = (source: 'microphone' | 'camera' | 'screen'): boolean =>
      this.media?.remote$.get().some((one) => one.seat === seat && one.source === source && !one.paused) ?? false;
    if (picture === 'screen') {
      return isSilencedByDesk(view, seat, 'screen')
        ? nothing
        : this.#send('stopScreen', { type: 'stage/silence', seat, source: 'screen' });
    }
    const here = seatAtTable(view, seat)?.presence.kind === 'here';
    const asks = here && !publishes('microphone') && !waitsForFloor(view, seat) && !view.stage.asked.includes(seat);
    const lit = view.stage.spotlight === seat;
    return html`${
      publishes('microphone')
        ? this.#send('mute', { type: 'stage/silence', seat, source: 'microphone' })
        : asks
          ? this.#send('askToUnmute', { type: 'stage/askToUnmute', seat })
          : nothing
    }
    ${publishes('camera') ? this.#send('stopVideo', { type: 'stage/silence', seat, source: 'camera' }) : nothing}
    ${this.#send(lit ? 'endSpotlight' : 'spotlight', { type: 'stage/spotlight', seat: lit ? null : seat })}`;
  }

  #send(key: keyof (typeof moderationArea)['en'], command: WorkshopCommand): TemplateResult {
    return this.#act(key, () => this.ask(command));
  }

  #act(key: keyof (typeof moderationArea)['en'], act: () => unknown): TemplateResult {
    const acts = async (): Promise<void> => {
      this.list.hidePopover();
      await act();
    };
    return html`<button @click=${acts}>${this.#say(key)}</button>`;
  }

  #say(key: keyof (typeof moderationArea)['en'], values?: Readonly<Record<string, string | number>>): string {
    return say(moderationArea, this.language, key, values);
  }

  readonly #toggled = (event: ToggleEvent): void => {
    if (event.newState === 'open') this.list.querySelector('button')?.focus();
  };

  async #fillScreen(): Promise<void> {
    const root = this.getRootNode();
    const tile = root instanceof ShadowRoot ? root.querySelector('figure') : null;
    // A browser that will not is no fault of anybody's.
    await tile?.requestFullscreen().catch(() => undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-tile-menu': TileMenu;
  }
}
