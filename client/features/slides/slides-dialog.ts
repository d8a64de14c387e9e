/** The dialog of an item's slides: bring a PDF, show it, take it away. Must not know how pages are drawn. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AgendaItemId } from '../../../shared/kernel/ids.ts';
import { textIn } from '../../../shared/kernel/language.ts';
import { lookUp } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { slidesArea } from '../../../shared/languages/areas/slides.ts';
import { slidesOf } from '../../../shared/workshop/slides/selectors.ts';
import type { ItemSlides } from '../../../shared/workshop/slides/types.ts';
import type { Connection } from '../../connection/connection.ts';
import type { ApiFault } from '../../connection/http.ts';
import { bringSlides } from '../../connection/slides-api.ts';
import '../../ui/dialog.ts';
import { wordsOfFault } from '../faults.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

type Phrase = keyof (typeof slidesArea)['en'];
const isPhrase = (code: string): code is Phrase => Object.hasOwn(slidesArea.en, code);

@customElement('plenary-slides-dialog')
export class SlidesDialog extends Region {
  static override styles = [
    ...controls,
    css`
      form {
        display: grid;
        gap: var(--gap-3);
        margin-block-start: var(--gap-3);
      }
      p {
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property({ attribute: false }) connection!: Connection;
  @state() private item: AgendaItemId | null = null;
  @state() private busy = false;
  @state() private fault: Pick<ApiFault, 'code'> | null = null;

  showFor(item: AgendaItemId): void {
    this.item = item;
    this.fault = null;
  }

  override render(): TemplateResult {
    const { item, view } = this;
    const found = item === null || view === null ? undefined : lookUp(view.agenda.items, item);
    const title = found === undefined ? '' : textIn(found.title, this.language);
    return html`<ui-dialog
      .open=${item !== null}
      .heading=${this.#say('slidesOf', { title })}
      .closeLabel=${this.#say('close')}
      @close=${() => (this.item = null)}
    >
      ${item === null || view === null ? nothing : this.#content(item, slidesOf(view, item), view.session.phase === 'live')}
    </ui-dialog>`;
  }

  #content(item: AgendaItemId, slides: ItemSlides | null, live: boolean): TemplateResult {
    const shown = this.view?.slides.shown === item;
    return html`${
        slides === null
          ? html`<p class="quiet-words">${this.#say('none')}</p>`
          : html`<p>${this.#say('has', { name: slides.name, pages: slides.pages })}</p>
              ${live ? nothing : html`<p class="quiet-words">${this.#say('notYet')}</p>`}
              <div class="row">
                <button class="primary" ?disabled=${!live} @click=${() => this.#show(item, shown)}>
                  ${this.#say(shown ? 'takeOff' : 'show')}
                </button>
                <button class="danger" @click=${() => this.ask({ type: 'slides/take', item })}>
                  ${this.#say('remove')}
                </button>
              </div>`
      }
      <form @submit=${(event: SubmitEvent) => this.#bring(event, item)}>
        <label
          >${this.#say('choose')}
          <input type="file" name="pdf" accept="application/pdf,.pdf" required ?disabled=${this.busy} />
        </label>
        <p class="quiet-words">${this.#say('chooseHint')}</p>
        ${this.busy ? html`<p role="status">${this.#say('bringing')}</p>` : nothing}
        ${this.fault === null ? nothing : html`<p class="fault" role="alert">${this.#faultWords(this.fault)}</p>`}
        <div class="row">
          <button class=${slides === null ? 'primary' : ''} ?disabled=${this.busy} aria-busy=${this.busy}>
            ${this.#say(slides === null ? 'bring' : 'replace')}
          </button>
        </div>
      </form>`;
  }

  #say(key: Phrase, values?: Readonly<Record<string, string | number>>): string {
    return say(slidesArea, this.language, key, values);
  }

  #faultWords({ code }: Pick<ApiFault, 'code'>): string {
    return isPhrase(code) ? this.#say(code) : wordsOfFault({ code }, this.language);
  }

  async #show(item: AgendaItemId, shown: boolean): Promise<void> {
    if ((await this.ask(shown ? { type: 'slides/hide' } : { type: 'slides/show', item })) && !shown) this.item = null;
  }

  async #bring(event: SubmitEvent, item: AgendaItemId): Promise<void> {
    event.preventDefault();
    const form = event.target;
    const file = form instanceof HTMLFormElement ? new FormData(form).get('pdf') : null;
    if (!(form instanceof HTMLFormElement) || !(file instanceof File)) return;
    this.busy = true;
    this.fault = null;
    const answer = await bringSlides(this.connection, item, file);
    this.busy = false;
    if (answer.ok) form.reset();
    else this.fault = answer.fault;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-slides-dialog': SlidesDialog;
  }
}
