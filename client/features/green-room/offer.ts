/**
 * The offer to try camera and microphone and to test the set-up, at the door and in the lobby: two buttons, and what they open.
 * Owns fetching that; small itself.
 */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { greenRoomArea, type GreenRoomPhrase } from '../../../shared/languages/areas/green-room.ts';
import type { RehearsalKey } from '../../connection/rehearsal-api.ts';
import { base, buttons } from '../../ui/base.css.ts';

type Thing = 'room' | 'test';

@customElement('plenary-green-room-offer')
export class GreenRoomOffer extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .offers {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-2);
      }

      .opened {
        margin-block-start: var(--gap-4);
        padding-block-start: var(--gap-4);
        border-block-start: 1px solid var(--hairline);
      }

      h2 {
        margin-block-end: var(--gap-2);
      }
    `,
  ];
  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) workshop!: WorkshopId;
  @property({ attribute: false }) key!: RehearsalKey;
  @state() private wanted: Thing | null = null;
  @state() private step: 'loading' | 'failed' | 'open' = 'loading';

  #say(key: GreenRoomPhrase): string {
    return say(greenRoomArea, this.language, key);
  }

  async #toggle(thing: Thing): Promise<void> {
    if (this.wanted === thing && this.step !== 'failed') {
      this.wanted = null;
      return;
    }
    this.wanted = thing;
    this.step = 'loading';
    const script = thing === 'room' ? import('./green-room.ts') : import('./pre-flight.ts');
    const came = await script.then(
      () => true,
      () => false,
    );
    // Whoever has changed their mind meanwhile is not asked for their camera.
    if (this.wanted === thing) this.step = came ? 'open' : 'failed';
  }

  protected override render(): TemplateResult {
    const { step, wanted } = this;
    return html`<div class="offers">${this.#button('room', 'offer')}${this.#button('test', 'offerTest')}</div>
      <div role="status">
        ${wanted !== null && step === 'loading' ? html`<p class="soft">${this.#say('loading')}</p>` : nothing}
        ${wanted !== null && step === 'failed' ? html`<p>${this.#say('loadFailed')}</p>` : nothing}
      </div>
      ${wanted === null || step !== 'open' ? nothing : this.#opened(wanted)}`;
  }

  #button(thing: Thing, words: 'offer' | 'offerTest'): TemplateResult {
    const open = this.wanted === thing && this.step !== 'failed';
    return html`<button aria-expanded=${open} @click=${() => this.#toggle(thing)}>${this.#say(words)}</button>`;
  }

  #opened(thing: Thing): TemplateResult {
    const { language } = this;
    return html`<div class="opened">
      <h2>${this.#say(thing === 'room' ? 'title' : 'testTitle')}</h2>
      ${
        thing === 'room'
          ? html`<plenary-green-room .language=${language}></plenary-green-room>`
          : html`<plenary-pre-flight
              .workshop=${this.workshop}
              .key=${this.key}
              .language=${language}
            ></plenary-pre-flight>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-green-room-offer': GreenRoomOffer;
  }
}
