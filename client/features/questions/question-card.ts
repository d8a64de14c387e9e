/** One question: its votes, its words, who asked, what has become of it, and what one may do with it. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fullName } from '../../../shared/directory/names.ts';
import type { PersonId } from '../../../shared/kernel/ids.ts';
import { textIn } from '../../../shared/kernel/language.ts';
import { lookUp } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { questionsArea, type QuestionsPhrase } from '../../../shared/languages/areas/questions.ts';
import type { ListedQuestion } from '../../../shared/workshop/questions/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { tokenOf } from '../../store/asked-tokens.ts';
import { icon } from '../../ui/icon.ts';
import '../../ui/menu.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { clockOf } from '../when.ts';
import { cardStyles } from './card-styles.ts';
import type { Wish } from './question-dialog.ts';

/** The chairs want to write or choose something about this question. */
export class QuestionWish extends Event {
  readonly wish: Wish;

  constructor(wish: Wish) {
    super('plenary-question-wish', { bubbles: true, composed: true });
    this.wish = wish;
  }
}

@customElement('plenary-question')
export class QuestionCard extends Region {
  static override styles = [...controls, cardStyles];
  @property({ attribute: false }) question!: ListedQuestion;

  #say(key: QuestionsPhrase, values?: Readonly<Record<string, string | number>>): string {
    return say(questionsArea, this.language, key, values);
  }

  #name(view: WorkshopState, person: PersonId): string {
    const found = lookUp(view.roster.people, person);
    return found === undefined ? '—' : fullName(found.name, this.language);
  }

  override render(): TemplateResult | typeof nothing {
    const { view, question } = this;
    if (view === null) return nothing;
    const pending = this.store.pending$.get().has(question.id);
    return html`<article class=${pending ? 'pending' : ''}>
      ${this.#votes(view, question)}
      <div class="what">
        <p class="words">${question.wording}</p>
        <p class="quiet-words">${this.#origin(view, question)}</p>
        ${this.#standing(view, question)} ${this.#merged(question)} ${this.#withdraw(question)}
      </div>
      ${this.#actions(view, question)}
    </article>`;
  }

  #votes({ session }: WorkshopState, { id, wording, voters, standing }: ListedQuestion): TemplateResult {
    const count = voters.length;
    const mine = voters.includes(this.store.seat);
    const may = this.store.may('questions.ask') && standing.kind === 'open' && session.phase !== 'ended';
    if (!may) {
      return html`<span class="count" aria-label=${this.#say('votes', { count })}>${count}</span>`;
    }
    return html`<button
      class="vote"
      aria-pressed=${mine ? 'true' : 'false'}
      aria-label=${this.#say('vote', { count, question: wording })}
      @click=${() => this.ask({ type: mine ? 'questions/takeBackVote' : 'questions/vote', question: id })}
    >
      ${icon('arrowUp')}<span>${count}</span>
    </button>`;
  }

  #origin(view: WorkshopState, { asker, item, at }: ListedQuestion): string {
    const title = item === null ? undefined : lookUp(view.agenda.items, item)?.title;
    return [
      asker === null ? this.#say('nobody') : this.#name(view, asker.person),
      clockOf(at, this.language),
      ...(title === undefined ? [] : [textIn(title, this.language)]),
    ].join(' · ');
  }

  #standing(view: WorkshopState, question: ListedQuestion): TemplateResult {
    const { standing, highlighted, promoted } = question;
    const waits = promoted !== undefined && view.floor.queue.some((hand) => hand.id === promoted.hand);
    return html`${standing.kind === 'answered' && standing.answer.kind === 'live' ? html`<p class="mark">${icon('check')} ${standing.answer.person === null ? this.#say('answered') : this.#say('answeredBy', { name: this.#name(view, standing.answer.person) })}</p>` : nothing}
    ${
      standing.kind === 'answered' && standing.answer.kind === 'written'
        ? html`<div class="answer">
            <p class="quiet-words">${this.#say('writtenAnswer')}</p>
            <p>${standing.answer.text}</p>
          </div>`
        : nothing
    }
    ${standing.kind === 'dismissed' ? html`<p class="quiet-words">${this.#say('dismissed', { reason: standing.reason })}</p>` : nothing}
    ${
      waits || highlighted
        ? html`<p class="marks">
            ${waits ? html`<span class="mark">${icon('hand')} ${this.#say('inQueue')}</span>` : nothing}
            ${highlighted ? html`<span class="mark">${icon('notes')} ${this.#say('highlighted')}</span>` : nothing}
          </p>`
        : nothing
    }`;
  }

  #merged({ others }: ListedQuestion): TemplateResult | typeof nothing {
    if (others.length === 0) return nothing;
    const may = this.store.may('questions.manage');
    return html`<details>
      <summary>${this.#say('merged', { count: others.length })}</summary>
      <ul>
        ${others.map(
          ({ id, text }) =>
            html`<li>
              <span>${text}</span>
              ${
                may
                  ? html`<button class="quiet" @click=${() => this.ask({ type: 'questions/unmerge', questions: [id] })}>
                      ${this.#say('unmerge')}
                    </button>`
                  : nothing
              }
            </li>`,
        )}
      </ul>
    </details>`;
  }

  #withdraw({ id, asker, seal, standing }: ListedQuestion): TemplateResult | typeof nothing {
    const token = tokenOf(this.store.workshop, seal);
    if (standing.kind !== 'open' || (asker === null ? token === null : asker.seat !== this.store.seat)) return nothing;
    return html`<button
      class="quiet own"
      @click=${() => this.ask({ type: 'questions/withdraw', question: id, ...(token !== null && { token }) })}
    >
      ${this.#say('withdraw')}
    </button>`;
  }

  #actions(view: WorkshopState, question: ListedQuestion): TemplateResult | typeof nothing {
    const { store } = this;
    const { id, wording, standing, highlighted } = question;
    const answers = store.may('questions.answer');
    const manages = store.may('questions.manage');
    if (!answers && !store.may('minutes.edit')) return nothing;
    const isOpen = standing.kind === 'open';
    const button = (key: QuestionsPhrase, act: () => unknown, values?: Readonly<Record<string, string>>) =>
      html`<button @click=${act}>${this.#say(key, values)}</button>`;
    const holder = view.floor.holder;
    return html`<ui-menu .label=${this.#say('actions', { question: wording })}>
      ${
        answers && isOpen && holder !== null
          ? button(
              'answerLiveBy',
              () =>
                this.ask({ type: 'questions/answer', question: id, answer: { kind: 'live', person: holder.person } }),
              { name: this.#name(view, holder.person) },
            )
          : nothing
      }
      ${
        answers && isOpen
          ? button('answerLive', () =>
              this.ask({ type: 'questions/answer', question: id, answer: { kind: 'live', person: null } }),
            )
          : nothing
      }
      ${answers ? button('answerWritten', () => this.dispatchEvent(new QuestionWish('answer'))) : nothing}
      ${manages && isOpen && view.session.phase === 'live' ? this.#queueActions(view, question) : nothing}
      ${
        store.may('minutes.edit')
          ? button(highlighted ? 'unhighlight' : 'highlight', () =>
              this.ask({ type: 'questions/highlight', question: id, on: highlighted !== true }),
            )
          : nothing
      }
      ${manages && isOpen ? button('merge', () => this.dispatchEvent(new QuestionWish('merge'))) : nothing}
      ${manages && isOpen ? button('dismiss', () => this.dispatchEvent(new QuestionWish('dismiss'))) : nothing}
      ${manages && !isOpen ? button('reopen', () => this.ask({ type: 'questions/reopen', question: id })) : nothing}
    </ui-menu>`;
  }

  #queueActions(view: WorkshopState, { id, asker, promoted }: ListedQuestion): TemplateResult {
    if (promoted !== undefined && view.floor.queue.some((hand) => hand.id === promoted.hand))
      return html`<button @click=${() => this.ask({ type: 'questions/unpromote', question: id })}>
        ${this.#say('fromQueue')}
      </button>`;
    const promote = (as: 'asker' | 'moderator') => this.ask({ type: 'questions/promote', question: id, as });
    return html`${
        asker === null
          ? nothing
          : html`<button @click=${() => promote('asker')}>
              ${this.#say('toQueue', { name: this.#name(view, asker.person) })}
            </button>`
      }<button @click=${() => promote('moderator')}>${this.#say('toQueueSelf')}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-question': QuestionCard;
  }
}
