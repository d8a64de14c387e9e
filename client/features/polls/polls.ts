/** The panel of polls: those that are open first, then results, and for the chairs those that are prepared and the form for more. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CommandId } from '../../../shared/kernel/ids.ts';
import { say } from '../../../shared/languages/area.ts';
import { pollsArea, type PollsPhrase } from '../../../shared/languages/areas/polls.ts';
import type { Poll, PollStanding } from '../../../shared/workshop/polls/types.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import './poll-card.ts';
import './poll-form.ts';

@customElement('plenary-polls')
export class Polls extends Region {
  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        padding: var(--gap-4);
      }
      section + section {
        margin-block-start: var(--gap-4);
      }
      h2 {
        padding-block-end: var(--gap-1);
        border-bottom: 1px solid var(--hairline);
      }
      li + li {
        border-top: 1px solid var(--hairline);
      }
      .form {
        margin-block: var(--gap-4);
      }
      .form h2 {
        margin-block-end: var(--gap-3);
      }
    `,
  ];
  /** What is written in the form just now: a new poll, the one with this id, or nothing. */
  @state() private writing: CommandId | 'new' | null = null;

  #say(key: PollsPhrase): string {
    return say(pollsArea, this.language, key);
  }

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null) return nothing;
    const { polls } = view.polls;
    const of = (kind: PollStanding['kind']) => polls.filter(({ standing }) => standing.kind === kind);
    const manages = this.store.may('polls.manage') && view.session.phase !== 'ended';
    return html`${
      polls.length === 0 && this.writing === null
        ? html`<p class="quiet-words">${this.#say(manages ? 'noneDesk' : 'none')}</p>`
        : nothing
    }
    ${this.#section('open', of('open'))} ${manages ? this.#making(polls) : nothing}
    ${this.#section('prepared', manages ? of('prepared') : [])} ${this.#section('closed', of('closed').toReversed())}`;
  }

  #making(polls: readonly Poll[]): TemplateResult {
    const { writing } = this;
    if (writing === null) {
      return html`<div class="form">
        <button @click=${() => this.#write('new')}>${this.#say('newPoll')}</button>
      </div>`;
    }
    const poll = polls.find(({ id }) => id === writing) ?? null;
    return html`<section class="form" aria-labelledby="form">
      <h2 id="form">${this.#say(poll === null ? 'newPoll' : 'editPoll')}</h2>
      <plenary-poll-form
        .store=${this.store}
        .language=${this.language}
        .poll=${poll}
        @plenary-poll-done=${() => (this.writing = null)}
      ></plenary-poll-form>
    </section>`;
  }

  #section(heading: 'open' | 'prepared' | 'closed', polls: readonly Poll[]): TemplateResult | typeof nothing {
    if (polls.length === 0) return nothing;
    return html`<section aria-labelledby=${heading}>
      <h2 id=${heading}>${this.#say(heading)}</h2>
      <ol>
        ${repeat(
          polls,
          ({ id }) => id,
          (poll) =>
            html`<li>
              <plenary-poll
                .store=${this.store}
                .language=${this.language}
                .poll=${poll}
                @plenary-poll-edit=${() => this.#write(poll.id)}
              ></plenary-poll>
            </li>`,
        )}
      </ol>
    </section>`;
  }

  async #write(what: CommandId | 'new'): Promise<void> {
    // A form that is open on another poll begins anew.
    this.writing = null;
    await this.updateComplete;
    this.writing = what;
    await this.updateComplete;
    const form = this.renderRoot.querySelector('plenary-poll-form');
    await form?.updateComplete;
    form?.renderRoot.querySelector('input')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-polls': Polls;
  }
}
