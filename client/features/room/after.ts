/** What stands on the stage when the workshop is over: what happened, and the way to the draft for those who may read it. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { say } from '../../../shared/languages/area.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';
import { attendance } from '../../../shared/workshop/participants/selectors.ts';
import { sessionElapsedMs } from '../../../shared/workshop/session/selectors.ts';
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
        place-content: safe center;
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
      .button {
        margin-top: var(--gap-3);
      }
    `,
  ];

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
    </article>`;
  }
}
