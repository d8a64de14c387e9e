/** The offer to try camera and microphone, at the door and in the lobby: a button, and what it opens. Owns fetching that; small itself. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { greenRoomArea, type GreenRoomPhrase } from '../../../shared/languages/areas/green-room.ts';
import { base, buttons } from '../../ui/base.css.ts';

@customElement('plenary-green-room-offer')
export class GreenRoomOffer extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .room {
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
  @state() private step: 'shut' | 'loading' | 'failed' | 'open' = 'shut';

  #say(key: GreenRoomPhrase): string {
    return say(greenRoomArea, this.language, key);
  }

  readonly #toggle = async (): Promise<void> => {
    if (this.step === 'open' || this.step === 'loading') {
      this.step = 'shut';
      return;
    }
    this.step = 'loading';
    const came = await import('./green-room.ts').then(
      () => true,
      () => false,
    );
    // Whoever has changed their mind meanwhile is not asked for their camera.
    if (this.step === 'loading') this.step = came ? 'open' : 'failed';
  };

  protected override render(): TemplateResult {
    const { step, language } = this;
    const open = step === 'open' || step === 'loading';
    return html`<button aria-expanded=${open} @click=${this.#toggle}>
        ${this.#say(open ? 'offerHide' : step === 'failed' ? 'tryAgain' : 'offer')}
      </button>
      <div role="status">
        ${step === 'loading' ? html`<p class="soft">${this.#say('loading')}</p>` : nothing}
        ${step === 'failed' ? html`<p>${this.#say('loadFailed')}</p>` : nothing}
      </div>
      ${
        step === 'open'
          ? html`<div class="room">
              <h2>${this.#say('title')}</h2>
              <plenary-green-room .language=${language}></plenary-green-room>
            </div>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-green-room-offer': GreenRoomOffer;
  }
}
