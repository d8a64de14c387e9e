/**
 * The stage: who has the floor large, the others in a strip, slides and shared screens when there are any; or all in pages of a grid.
 * Must not know how pictures travel: it reads a MediaSession.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import { say } from '../../../shared/languages/area.ts';
import { stageArea } from '../../../shared/languages/areas/stage.ts';
import { mayPublish } from '../../../shared/workshop/stage/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { Connection } from '../../connection/connection.ts';
import type { MediaSession, PictureSize } from '../../media/media-session.ts';
import { recall, remember } from '../../store/memory.ts';
import { measures } from '../../ui/measures.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import {
  arrange,
  columnsFor,
  LAYOUTS,
  pageSize,
  tileKey,
  type Arrangement,
  type Field,
  type Layout,
  type Tile,
} from './arrangement.ts';
import { stageStyles } from './stage-styles.ts';
import { mediaNotice } from './media-notice.ts';
import { pageOf } from './pages.ts';
import { mostFor } from './picture-size.ts';
import { Pinned } from './pin.ts';
import './sound.ts';
import './tile.ts';
import type { Looking } from './views.ts';
import { Watching } from './watching.ts';

const KEY = 'plenary.layout';
const remembered = (): Layout => LAYOUTS.find((one) => one === recall(KEY)) ?? 'speaker';

@customElement('plenary-stage')
export class Stage extends Region {
  static override styles = [...controls, stageStyles];
  @property({ attribute: false }) media: MediaSession | null = null;
  @property({ attribute: false }) connection!: Connection;
  @state() private layout: Layout = remembered();
  @state() private page = 0;
  @state() private pinned: string | null = null;
  @state() private field: Field = { width: 960, height: 540 };
  #watching: Watching | null = null;
  #watched: MediaSession | null = null;
  #heard: SeatId | null = null;
  /** Scripts that are fetched when they are first needed; asked for once. */
  readonly #asked = new Set<string>();
  readonly #measure = new ResizeObserver(([entry]) => {
    if (entry) this.field = { width: entry.contentRect.width, height: entry.contentRect.height };
  });

  constructor() {
    super();
    this.addEventListener(Pinned.type, (event) => {
      if (event instanceof Pinned) this.pinned = event.tile;
    });
    this.addEventListener('keydown', this.#pressed);
  }

  /** To the next way of looking at the stage. */
  switchLayout(): void {
    this.#look(LAYOUTS[(LAYOUTS.indexOf(this.layout) + 1) % LAYOUTS.length] ?? 'speaker');
  }

  #look(layout: Layout): void {
    this.layout = layout;
    this.page = 0;
    remember(KEY, layout);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#measure.disconnect();
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    // After the first frame: a stage without menus is whole.
    this.#fetch('menus', () => Promise.all([import('./tile-menu.ts'), import('./views.ts')]));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const large = this.renderRoot.querySelector('.large');
    if (large) this.#measure.observe(large);
    const { view } = this;
    // The server has withdrawn it by the same rule; the browser is told to let go of the screen.
    if (view !== null && this.#sharesScreen() && !mayPublish(view, this.store.seat, 'screen'))
      void this.media?.turnOff('screen');
    if (view?.slides.shown) this.#fetch('slides', () => import('../slides/slides-view.ts'));
    if (view !== null && (view.floor.rules.coupled || view.stage.asked.includes(this.store.seat)))
      this.#fetch('call', () => import('./microphone-call.ts'));
  }

  #fetch(what: string, load: () => Promise<unknown>): void {
    if (this.#asked.has(what)) return;
    this.#asked.add(what);
    load().catch(() => this.#asked.delete(what));
  }

  override render(): TemplateResult | typeof nothing {
    const { view, media, language, store } = this;
    if (view === null) return nothing;
    if (media !== this.#watched) {
      this.#watched = media;
      this.#watching?.close();
      this.#watching = media === null ? null : new Watching(media);
    }
    const arrangement = this.#arranged(view);
    const notice = media === null ? null : mediaNotice(media, language);
    return html`${notice === null ? nothing : html`<p class="notice" role="status">${notice}</p>`}
      <plenary-microphone-call .store=${store} .language=${language} .media=${media}></plenary-microphone-call>
      <plenary-sound .store=${store} .language=${language} .media=${media}></plenary-sound>
      <div class="field ${arrangement.slides ? 'shows' : ''}">${this.#field(arrangement)}</div>`;
  }

  #arranged(view: WorkshopState): Arrangement {
    const speaking = this.media?.speaking$.get() ?? [];
    this.#heard = speaking.find((seat) => seat !== this.store.seat) ?? this.#heard;
    const seen = {
      self: this.store.seat,
      remote: this.media?.remote$.get().filter(({ sound }) => !sound) ?? [],
      heard: this.#heard,
      pinned: this.pinned,
      slides: view.slides.shown !== null,
    };
    return arrange(view, seen, this.layout);
  }

  #field({ slides, large, strip }: Arrangement): TemplateResult {
    const { language, layout } = this;
    const room = pageSize(this.field) - (slides ? 1 : 0);
    const shown = pageOf(large, this.page, layout === 'grid' ? Math.max(1, room) : Math.max(1, large.length));
    const cells = shown.tiles.length + (slides ? 1 : 0);
    return html`<div class="views">
        ${this.#sharesScreen() ? html`<span class="sharing">${say(stageArea, language, 'youShare')}</span>` : nothing}
        <plenary-views
          .language=${language}
          .layout=${layout}
          .page=${shown.page}
          .pages=${shown.pages}
          ?pinned=${this.pinned !== null}
          .looking=${this.#looking}
        ></plenary-views>
      </div>
      <div class="large" ${measures({ '--columns': String(columnsFor(cells, this.field)) })}>
        ${slides ? this.#slides() : nothing} ${this.#tiles(shown.tiles, mostFor(cells))}
      </div>
      ${
        strip.length === 0
          ? nothing
          : html`<div class="strip" role="group" aria-label=${say(stageArea, language, 'others')} tabindex="0">
              ${this.#tiles(strip, 'small')}
            </div>`
      }`;
  }

  #slides(): TemplateResult {
    const { store, language, connection } = this;
    return html`<plenary-slides .store=${store} .language=${language} .connection=${connection}></plenary-slides>`;
  }

  #sharesScreen(): boolean {
    return this.media?.own$.get().screen.kind === 'on';
  }

  #tiles(tiles: readonly Tile[], most: PictureSize): unknown {
    return repeat(
      tiles,
      tileKey,
      (tile) =>
        html`<plenary-tile
          .store=${this.store}
          .language=${this.language}
          .media=${this.media}
          .watching=${this.#watching}
          .seat=${tile.seat}
          .picture=${tile.picture}
          .most=${tile.picture === 'screen' && most !== 'small' ? 'large' : most}
          .pinned=${this.pinned === tileKey(tile)}
        ></plenary-tile>`,
    );
  }

  readonly #looking: Looking = {
    look: (layout) => this.#look(layout),
    turn: (page) => (this.page = page),
    unpin: () => (this.pinned = null),
    fill: () => this.#fillScreen(),
  };

  async #fillScreen(): Promise<void> {
    // A browser that will not is no fault of anybody's.
    if (document.fullscreenElement === null) await this.requestFullscreen().catch(() => undefined);
    else await document.exitFullscreen();
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
    if (step === 0 || event.defaultPrevented || this.layout !== 'grid') return;
    event.preventDefault();
    this.page = Math.max(0, this.page + step);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-stage': Stage;
  }
}
