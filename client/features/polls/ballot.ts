/** The ballot of an open poll: what there is to choose, what becomes of the vote in words, and the vote again where it may be changed. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { lookUp } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { pollsArea, type PollsPhrase } from '../../../shared/languages/areas/polls.ts';
import { choiceWords, valueWords } from '../../../shared/records/poll-words.ts';
import { mayVote, valueCount } from '../../../shared/workshop/polls/selectors.ts';
import type { Choice, Poll, PollPlan } from '../../../shared/workshop/polls/types.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

@customElement('plenary-ballot')
export class Ballot extends Region {
  static override styles = [
    ...controls,
    css`
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
        min-width: 0;
      }
      legend {
        font-size: var(--size-1);
        color: var(--ink-soft);
      }
      .check {
        min-height: var(--target);
        margin: 0;
        overflow-wrap: anywhere;
      }
      .check input {
        flex: none;
      }
      .scale {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-1) var(--gap-3);
      }
      form,
      .given {
        display: grid;
        justify-items: start;
        gap: var(--gap-2);
      }
    `,
  ];
  @property({ attribute: false }) poll!: Poll;
  @state() private changing = false;

  #say(key: PollsPhrase, values?: Readonly<Record<string, string | number>>): string {
    return say(pollsArea, this.language, key, values);
  }

  override render(): TemplateResult | typeof nothing {
    const { view, poll } = this;
    if (view === null) return nothing;
    const { plan } = poll;
    const given = lookUp(poll.votes, this.store.seat);
    if (given === undefined && !mayVote(view, poll, this.store.seat))
      return html`<p class="quiet-words">${this.#say('mayNot')}</p>`;
    if (given === null) return html`<p role="status">${this.#say('votedAnonymous')}</p>`;
    if (given !== undefined && !this.changing) {
      return html`<div class="given">
        <p role="status">${this.#say('voted', { choice: choiceWords(plan, given, this.language) })}</p>
        <button @click=${() => (this.changing = true)}>${this.#say('change')}</button>
      </div>`;
    }
    return this.#form(plan, given ?? []);
  }

  #form(plan: PollPlan, given: Choice): TemplateResult {
    const secrecy = plan.anonymous ? 'anonymous' : plan.hidden ? 'namedHidden' : 'named';
    return html`<form @submit=${this.#vote}>
      <fieldset>
        <legend>${this.#legend(plan)}</legend>
        <div class=${plan.kind === 'scale' ? 'scale' : ''}>
          ${Array.from(
            { length: valueCount(plan) },
            (_, place) =>
              html`<label class="check"
                ><input
                  type=${plan.kind === 'multiple' ? 'checkbox' : 'radio'}
                  name="choice"
                  value=${place}
                  ?required=${plan.kind !== 'multiple'}
                  .checked=${given.includes(place)}
                />
                ${valueWords(plan, place, this.language)}</label
              >`,
          )}
        </div>
      </fieldset>
      <p class="hint">${this.#say(secrecy)}</p>
      <div class="row">
        <button class="primary">${this.#say('vote')}</button>
        ${
          this.changing
            ? html`<button type="button" @click=${() => (this.changing = false)}>${this.#say('keep')}</button>`
            : nothing
        }
      </div>
    </form>`;
  }

  #legend(plan: PollPlan): string {
    if (plan.kind === 'scale') return this.#say('scaleEnds', { steps: valueCount(plan) });
    if (plan.kind !== 'multiple') return this.#say('choose');
    const [min, max] = [plan.min ?? 1, plan.max ?? plan.options.length];
    return min === max ? this.#say('chooseExactly', { min }) : this.#say('chooseSome', { min, max });
  }

  readonly #vote = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const choice = new FormData(form).getAll('choice').map(Number);
    if (await this.ask({ type: 'polls/vote', poll: this.poll.id, choice })) this.changing = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-ballot': Ballot;
  }
}
