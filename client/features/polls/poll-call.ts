/** "A poll is open": one line for whoever may vote and has not. Takes no focus and covers nothing. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { say } from '../../../shared/languages/area.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';
import { pollsToVoteIn } from '../../../shared/workshop/polls/selectors.ts';
import { ShowPanel } from '../room/panel-events.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

@customElement('plenary-poll-call')
export class PollCall extends Region {
  static override styles = [
    ...controls,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: var(--gap-2) var(--gap-3);
        padding: var(--gap-2) var(--gap-4);
        background: var(--green-wash);
        border-bottom: 1px solid var(--green);
        overflow-wrap: anywhere;
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { view, language } = this;
    const [poll] = view === null || view.session.phase !== 'live' ? [] : pollsToVoteIn(view, this.store.seat);
    if (poll === undefined) return nothing;
    return html`<p>
      <span>${say(roomArea, language, 'pollOpen', { question: poll.plan.question })}</span>
      <button class="primary" @click=${() => this.dispatchEvent(new ShowPanel('polls'))}>
        ${say(roomArea, language, 'pollVote')}
      </button>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-poll-call': PollCall;
  }
}
