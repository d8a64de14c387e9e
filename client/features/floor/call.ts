/** "You are next": who was called, and for that person to take the floor at once or not now. Nothing while nobody is called. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { say } from '../../../shared/languages/area.ts';
import { floorArea } from '../../../shared/languages/areas/floor.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { whoIs } from '../room/who.ts';

@customElement('plenary-call')
export class Call extends Region {
  static override styles = [
    ...controls,
    css`
      .call {
        padding: var(--gap-2) var(--gap-3);
        border-inline-start: 3px solid var(--green);
        background: var(--green-wash);
      }
      .row {
        margin-top: var(--gap-2);
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { view, language } = this;
    const called = view?.floor.called ?? null;
    if (view === null || called === null) return nothing;
    if (called.seat !== this.store.seat)
      return html`<p class="call">
        ${say(floorArea, language, 'isNext', { name: whoIs(view, called.seat, language).name })}
      </p>`;
    return html`<div class="call">
      <strong>${say(floorArea, language, 'youAreNext')}</strong>
      <div class="row">
        <button class="primary" @click=${() => this.ask({ type: 'floor/answerCall' })}>
          ${say(floorArea, language, 'answerCall')}
        </button>
        <button @click=${() => this.ask({ type: 'floor/lowerHand' })}>${say(floorArea, language, 'pass')}</button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-call': Call;
  }
}
