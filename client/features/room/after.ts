/** What stands on the stage when the workshop is over: what happened, and the way to the draft for those who may read it. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { say } from '../../../shared/languages/area.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';
import { attendance } from '../../../shared/workshop/participants/selectors.ts';
import { sessionElapsedMs } from '../../../shared/workshop/session/selectors.ts';
import type { Connection } from '../../connection/connection.ts';
import { minutesArea } from '../../../shared/languages/areas/minutes.ts';
import { Region } from './region.ts';
import { controls } from './styles.ts';

@customElement('plenary-after')
export class After extends Region {
  static override styles = [
    ...controls,
    css`
      :host {
        height: 100%;
        display: grid;
        align-content: safe center;
        justify-items: center;
        gap: var(--gap-5);
        overflow: auto;
        padding: var(--gap-4) var(--gap-5);
        background: var(--leaf);
      }
      article {
        max-width: 34rem;
      }
      h2 {
        font: 600 var(--size-5) / 1.25 var(--serif);
        color: var(--ink);
        margin-bottom: var(--gap-3);
      }
      p {
        font: var(--size-3) / 1.6 var(--serif);
        margin-bottom: var(--gap-2);
      }
      .button,
      button {
        margin: var(--gap-3) var(--gap-2) 0 0;
      }
      plenary-minutes {
        width: 100%;
        padding: var(--gap-5);
        background: var(--paper);
        border: 1px solid var(--hairline);
      }
    `,
  ];

  @property({ attribute: false }) connection!: Connection;
  @state() private minutes: 'closed' | 'opening' | 'open' | 'failed' = 'closed';

  readonly #toggleMinutes = async (): Promise<void> => {
    if (this.minutes === 'open') {
      this.minutes = 'closed';
      return;
    }
    this.minutes = 'opening';
    try {
      await import('../minutes/minutes.ts');
      this.minutes = 'open';
    } catch {
      this.minutes = 'failed';
    }
  };

  override render(): TemplateResult | typeof nothing {
    const { view, language, store } = this;
    if (view?.session.phase !== 'ended') return nothing;
    const now = store.now();
    const minutes = Math.max(1, Math.round(sessionElapsedMs(view.session, now) / 60_000));
    const people = attendance(view, now).length;
    const reads = store.may('draft.read');
    return html`<article>
        <h2>${say(roomArea, language, 'ended')}</h2>
        <p>${say(roomArea, language, people === 0 ? 'endedLasted' : 'endedHeld', { minutes, people })}</p>
        <p>${say(roomArea, language, reads ? 'endedDraft' : 'endedThanks')}</p>
        ${
          reads
            ? html`<a class="button primary" href="/w/${store.workshop}/draft">${say(roomArea, language, 'draft')}</a>`
            : html`<p>${say(roomArea, language, 'endedLater')}</p>`
        }
        <button
          aria-expanded=${this.minutes === 'open' ? 'true' : 'false'}
          aria-busy=${this.minutes === 'opening' ? 'true' : 'false'}
          @click=${this.#toggleMinutes}
        >
          ${say(minutesArea, language, this.minutes === 'open' ? 'hide' : 'show')}
        </button>
        ${this.minutes === 'failed' ? html`<p role="alert">${say(minutesArea, language, 'failed')}</p>` : nothing}
      </article>
      ${
        this.minutes === 'open'
          ? html`<plenary-minutes
              .store=${store}
              .language=${language}
              .connection=${this.connection}
            ></plenary-minutes>`
          : nothing
      }`;
  }
}
