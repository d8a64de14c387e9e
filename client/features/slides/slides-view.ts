/**
 * The slides on the stage: the presenter's page for everybody, and one's own looking around with a way back. Who presents turns for all.
 * Must not know how a page is drawn, nor what else is on the stage.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { textIn } from '../../../shared/kernel/language.ts';
import { lookUp } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { slidesArea } from '../../../shared/languages/areas/slides.ts';
import { mayPresent, slidesOnStage } from '../../../shared/workshop/slides/selectors.ts';
import type { Connection } from '../../connection/connection.ts';
import { icon } from '../../ui/icon.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { PageShelf } from './page-shelf.ts';
import { slidesStyles } from './slides-styles.ts';

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Home: -Infinity,
  End: Infinity,
};

@customElement('plenary-slides')
export class SlidesView extends Region {
  static override styles = [...controls, slidesStyles];
  @property({ attribute: false }) connection!: Connection;
  /** Where one looks alone; null: where the presenter is. */
  @state() private own: number | null = null;
  @state() private address: string | null = null;
  @state() private words = '';
  @state() private failed = false;
  #shelf: PageShelf | null = null;
  #shown = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#shelf?.close();
    this.#shelf = null;
    this.#shown = '';
  }

  get #presents(): boolean {
    const on = this.view && slidesOnStage(this.view);
    return this.view !== null && on !== null && mayPresent(this.view, this.store.seat, on.item);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const on = this.view && slidesOnStage(this.view);
    if (!on) return;
    if (this.#shelf?.deck !== on.slides.id) {
      this.#shelf?.close();
      this.#shelf = new PageShelf(this.connection, on.slides.id);
      this.own = null;
    }
    const page = this.own ?? on.slides.page;
    const shown = `${on.slides.id} ${page}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    void this.#bring(this.#shelf, page, shown, on.slides.pages);
  }

  async #bring(shelf: PageShelf, page: number, shown: string, pages: number): Promise<void> {
    this.failed = false;
    try {
      const address = await shelf.addressOf(page);
      if (this.#shown === shown) this.address = address;
    } catch {
      if (this.#shown === shown) this.failed = true;
      return;
    }
    const words = await shelf.wordsOf(page);
    if (this.#shown === shown) this.words = words ?? '';
    // The next page is here before it is turned to.
    if (page < pages) shelf.addressOf(page + 1).catch(() => undefined);
  }

  #turn(step: number, from: number, pages: number): void {
    const page = Math.min(pages, Math.max(1, from + step));
    const on = this.view && slidesOnStage(this.view);
    if (!on || page === from) return;
    if (this.#presents) void this.ask({ type: 'slides/turn', item: on.item, page });
    else this.own = page === on.slides.page ? null : page;
  }

  override render(): TemplateResult | typeof nothing {
    const { view, language } = this;
    const on = view && slidesOnStage(view);
    if (!on) return nothing;
    const { page: presenterPage, pages } = on.slides;
    const page = this.#presents ? presenterPage : (this.own ?? presenterPage);
    const item = lookUp(view.agenda.items, on.item);
    const title = item === undefined ? on.slides.name : textIn(item.title, language);
    const turn = (step: number) => () => this.#turn(step, page, pages);
    return html`<section aria-label=${this.#say('slidesOf', { title })}>
      <div
        class="page"
        tabindex="0"
        role="group"
        aria-label=${this.#say('turnKeys')}
        @keydown=${(event: KeyboardEvent) => this.#pressed(event, page, pages)}
      >
        ${
          this.failed
            ? html`<p role="alert">
                ${this.#say('pageFailed')} <button @click=${this.#again}>${this.#say('tryAgain')}</button>
              </p>`
            : this.address === null
              ? html`<p role="status">${this.#say('loading')}</p>`
              : html`<img src=${this.address} alt=${this.#say('pageOf', { page, pages })} aria-describedby="words" />`
        }
      </div>
      <p id="words" class="ears">${this.words === '' ? this.#say('noWords') : this.words}</p>
      <div class="turning">
        <button class="quiet turn" ?disabled=${page <= 1} aria-label=${this.#say('previous')} @click=${turn(-1)}>
          <span class="back">${icon('next')}</span>
        </button>
        <span class="where" aria-live="polite">${this.#say('pageOf', { page, pages })}</span>
        <button class="quiet turn" ?disabled=${page >= pages} aria-label=${this.#say('next')} @click=${turn(1)}>
          ${icon('next')}
        </button>
        ${
          page === presenterPage
            ? nothing
            : html`<span class="apart">${this.#say('presenterAt', { page: presenterPage })}</span>
                <button @click=${() => (this.own = null)}>${this.#say('backToPresenter')}</button>`
        }
        ${
          this.#presents
            ? html`<button class="quiet off" @click=${() => this.ask({ type: 'slides/hide' })}>
                ${this.#say('takeOff')}
              </button>`
            : nothing
        }
      </div>
    </section>`;
  }

  #say(key: keyof (typeof slidesArea)['en'], values?: Readonly<Record<string, string | number>>): string {
    return say(slidesArea, this.language, key, values);
  }

  readonly #again = (): void => {
    this.#shown = '';
    this.requestUpdate();
  };

  #pressed(event: KeyboardEvent, page: number, pages: number): void {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#turn(step, page, pages);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-slides': SlidesView;
  }
}
