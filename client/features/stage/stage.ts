/**
 * The stage: who has the floor large, the others in a strip, shared screens when there are any; or all in a grid.
 * Must not know how pictures travel: it reads a MediaSession.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import { say } from '../../../shared/languages/area.ts';
import { stageArea } from '../../../shared/languages/areas/stage.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { MediaSession, PictureSize } from '../../media/media-session.ts';
import { recall, remember } from '../../store/memory.ts';
import { icon } from '../../ui/icon.ts';
import { measures } from '../../ui/measures.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { arrange, columnsFor, tileKey, type Arrangement, type Layout, type Tile } from './arrangement.ts';
import { stageStyles } from './stage-styles.ts';
import { mediaNotice } from './media-notice.ts';
import './sound.ts';
import './tile.ts';
import { Watching } from './watching.ts';

const KEY = 'plenary.layout';

@customElement('plenary-stage')
export class Stage extends Region {
  static override styles = [...controls, stageStyles];
  @property({ attribute: false }) media: MediaSession | null = null;
  @state() private layout: Layout = recall(KEY) === 'grid' ? 'grid' : 'speaker';
  #watching: Watching | null = null;
  #watched: MediaSession | null = null;
  #heard: SeatId | null = null;

  switchLayout(): void {
    this.layout = this.layout === 'grid' ? 'speaker' : 'grid';
    remember(KEY, this.layout);
  }

  override render(): TemplateResult | typeof nothing {
    const { view, media, language } = this;
    if (view === null) return nothing;
    if (media !== this.#watched) {
      this.#watched = media;
      this.#watching = media === null ? null : new Watching(media);
    }
    const arrangement = this.#arranged(view);
    const notice = media === null ? null : mediaNotice(media, language);
    return html`${notice === null ? nothing : html`<p class="notice" role="status">${notice}</p>`}
      <plenary-sound .store=${this.store} .language=${language} .media=${media}></plenary-sound>
      <div class="field">
        <div class="views">
          ${this.#sharesScreen() ? html`<span class="sharing">${say(stageArea, language, 'youShare')}</span>` : nothing}
          <button class="quiet" @click=${() => this.switchLayout()}>
            ${icon(this.layout === 'grid' ? 'speaker' : 'grid')}
            ${say(stageArea, language, this.layout === 'grid' ? 'speakerView' : 'gridView')}
          </button>
        </div>
        ${this.#field(arrangement)}
      </div>`;
  }

  #sharesScreen(): boolean {
    return this.media?.own$.get().screen.kind === 'on';
  }

  #arranged(view: WorkshopState): Arrangement {
    const speaking = this.media?.speaking$.get() ?? [];
    this.#heard = speaking.find((seat) => seat !== this.store.seat) ?? this.#heard;
    const remote = this.media?.remote$.get() ?? [];
    return arrange(view, { self: this.store.seat, remote, heard: this.#heard }, this.layout);
  }

  #field({ large, strip }: Arrangement): TemplateResult {
    const { language } = this;
    const size = large.length === 1 ? 'large' : large.length <= 4 ? 'medium' : 'small';
    return html`<div class="large" ${measures({ '--columns': String(columnsFor(large.length)) })}>
        ${this.#tiles(large, size)}
      </div>
      ${
        strip.length === 0
          ? nothing
          : html`<div class="strip" role="group" aria-label=${say(stageArea, language, 'others')} tabindex="0">
              ${this.#tiles(strip, 'small')}
            </div>`
      }`;
  }

  #tiles(tiles: readonly Tile[], size: PictureSize): unknown {
    return repeat(
      tiles,
      tileKey,
      ({ seat, picture }) =>
        html`<plenary-tile
          .store=${this.store}
          .language=${this.language}
          .media=${this.media}
          .watching=${this.#watching}
          .seat=${seat}
          .picture=${picture}
          .size=${size}
        ></plenary-tile>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-stage': Stage;
  }
}
