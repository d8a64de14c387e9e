/** One poll as it stands: prepared, open with its ballot, or closed with its result; for the chairs the step that comes next. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { textIn } from '../../../shared/kernel/language.ts';
import { lookUp } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { pollsArea, type PollsPhrase } from '../../../shared/languages/areas/polls.ts';
import { pollSentence } from '../../../shared/records/poll-words.ts';
import { isResultShown, pollsToVoteIn, resultOf } from '../../../shared/workshop/polls/selectors.ts';
import type { Poll, PollResult, PollStanding } from '../../../shared/workshop/polls/types.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { toast } from '../../ui/toast.ts';
import { clockText } from '../room/clock-text.ts';
import { EverySecond } from '../room/every-second.ts';
import { ToBoard } from '../room/panel-events.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import './ballot.ts';
import { resultStyles, resultView } from './result-view.ts';

@customElement('plenary-poll')
export class PollCard extends Region {
  static override styles = [
    ...controls,
    resultStyles,
    css`
      article {
        display: grid;
        gap: var(--gap-3);
        padding-block: var(--gap-4);
      }
      h3 {
        overflow-wrap: anywhere;
        text-wrap: pretty;
      }
    `,
  ];
  @property({ attribute: false }) poll!: Poll;

  constructor() {
    super();
    this.addController(new EverySecond(this));
  }

  #say(key: PollsPhrase, values?: Readonly<Record<string, string | number>>): string {
    return say(pollsArea, this.language, key, values);
  }

  override render(): TemplateResult | typeof nothing {
    const { view, poll } = this;
    if (view === null) return nothing;
    return html`<article aria-labelledby="question">
      <div>
        <h3 id="question">${poll.plan.question}</h3>
        <p class="quiet-words">${this.#facts(view, poll)}</p>
      </div>
      ${this.#body(view, poll)}
    </article>`;
  }

  #facts({ agenda }: WorkshopState, { plan, standing, turnout }: Poll): string {
    const title = plan.item === null ? undefined : lookUp(agenda.items, plan.item)?.title;
    const result = standing.kind === 'closed' ? standing.result : null;
    return [
      this.#say(`kind.${plan.kind}`),
      ...(plan.anonymous ? [this.#say('setAnonymous')] : []),
      ...(plan.weighted ? [this.#say('weighed')] : []),
      ...(title === undefined ? [] : [textIn(title, this.language)]),
      ...(standing.kind === 'open' ? [this.#say('turnout', { turnout })] : []),
      ...(result === null ? [] : [this.#say('turnoutOf', { turnout, eligible: result.eligible })]),
      ...this.#left(standing),
    ].join(' · ');
  }

  #left(standing: PollStanding): readonly string[] {
    if (standing.kind !== 'open' || standing.until === null) return [];
    const time = clockText(Math.max(0, standing.until - this.store.now()), 'up');
    return [this.#say('left', { time })];
  }

  #body(view: WorkshopState, poll: Poll): TemplateResult | typeof nothing {
    switch (poll.standing.kind) {
      case 'prepared':
        return this.#prepared(view, poll);
      case 'open':
        return html`<plenary-ballot .store=${this.store} .language=${this.language} .poll=${poll}></plenary-ballot> ${
            isResultShown(poll) && !this.#mayStillVote(view, poll)
              ? resultView(poll.plan, resultOf(view, poll), this.language)
              : html`<p class="quiet-words">${this.#say(isResultShown(poll) ? 'afterVoting' : 'hiddenUntil')}</p>`
          }
          ${
            this.store.may('polls.manage')
              ? html`<div>
                  <button @click=${() => this.ask({ type: 'polls/close', poll: poll.id })}>
                    ${this.#say('close')}
                  </button>
                </div>`
              : nothing
          }`;
      case 'closed':
        return html`${resultView(poll.plan, poll.standing.result, this.language)}
        ${this.store.may('polls.manage') || this.store.may('minutes.edit') ? this.#toBoard(poll, poll.standing.result) : nothing}`;
    }
  }

  /** Who has yet to vote is not to be led by how others did. */
  #mayStillVote(view: WorkshopState, poll: Poll): boolean {
    return pollsToVoteIn(view, this.store.seat).some(({ id }) => id === poll.id);
  }

  #prepared({ session }: WorkshopState, { id }: Poll): TemplateResult {
    return html`<div class="row">
      <button
        class="primary"
        ?disabled=${session.phase !== 'live'}
        @click=${() => this.ask({ type: 'polls/open', poll: id })}
      >
        ${this.#say('openPoll')}
      </button>
      <button @click=${() => this.dispatchEvent(new Event('plenary-poll-edit'))}>${this.#say('edit')}</button>
      <button class="quiet" @click=${() => this.ask({ type: 'polls/discard', poll: id })}>
        ${this.#say('discard')}
      </button>
    </div>`;
  }

  #toBoard(poll: Poll, result: PollResult): TemplateResult | typeof nothing {
    if (!this.store.may('notes.write')) return nothing;
    const put = (kind: 'figure' | 'decision'): void => {
      const event = new ToBoard({
        item: poll.plan.item,
        kind,
        text: pollSentence(poll, result, this.language),
        attributes: kind === 'figure' ? { source: this.#say('boardSource') } : {},
      });
      this.dispatchEvent(event);
      toast(this.#say(event.taken ? 'onBoard' : 'noBoard'), event.taken ? 'plain' : 'kindNo');
    };
    return html`<div class="row">
      <button @click=${() => put('figure')}>${this.#say('toBoard')}</button>
      <button class="quiet" @click=${() => put('decision')}>${this.#say('toBoardDecision')}</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-poll': PollCard;
  }
}
