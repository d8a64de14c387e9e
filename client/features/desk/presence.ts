/** "Are you still here?": one button for whoever is asked and has not answered. Takes no focus and covers nothing. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { say } from '../../../shared/languages/area.ts';
import { deskArea } from '../../../shared/languages/areas/desk.ts';
import { openCheck } from '../../../shared/workshop/attendance/selectors.ts';
import { EverySecond } from '../room/every-second.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

@customElement('plenary-presence')
export class Presence extends Region {
  static override styles = [
    ...controls,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: var(--gap-3);
        padding: var(--gap-2) var(--gap-4);
        background: var(--green-wash);
        border-bottom: 1px solid var(--green);
      }
    `,
  ];

  constructor() {
    super();
    this.addController(new EverySecond(this));
  }

  override render(): TemplateResult {
    const { view, language } = this;
    const check = view === null ? null : openCheck(view.attendance, this.store.now());
    const asked = check !== null && check.asked.includes(this.store.seat) && !check.answered.includes(this.store.seat);
    return html`<div role="status">
      ${
        asked
          ? html`<p>
              <span>${say(deskArea, language, 'stillHere')}</span>
              <button class="primary" @click=${() => this.ask({ type: 'attendance/answer' })}>
                ${say(deskArea, language, 'yesHere')}
              </button>
            </p>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-presence': Presence;
  }
}
