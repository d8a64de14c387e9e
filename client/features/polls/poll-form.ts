/** Preparing a poll, for later or to open at once: one short form; what is rarely needed is folded away. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { textIn } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { pollsArea, type PollsPhrase } from '../../../shared/languages/areas/polls.ts';
import { rolesArea } from '../../../shared/languages/areas/roles.ts';
import { itemsInOrder } from '../../../shared/workshop/agenda/selectors.ts';
import {
  FEWEST_ANONYMOUS,
  OPTIONS_LIMIT,
  POLL_KINDS,
  SCALE_LIMIT,
  type Poll,
  type PollKind,
} from '../../../shared/workshop/polls/types.ts';
import { ROLES } from '../../../shared/workshop/roles.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { DURATIONS, planFrom, USUAL_ROLES } from './plan-from-form.ts';

@customElement('plenary-poll-form')
export class PollForm extends Region {
  static override styles = [
    ...controls,
    css`
      form {
        display: grid;
        gap: var(--gap-3);
      }
      .field {
        margin: 0;
        min-width: 0;
      }
      .pair {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-3);
      }
      .pair > * {
        flex: 1 1 8rem;
        min-width: 0;
      }
      .check {
        margin: 0;
        min-height: 2.25rem;
      }
      .check input {
        flex: none;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      summary {
        min-height: 2.25rem;
        cursor: pointer;
      }
    `,
  ];
  /** The prepared poll that is edited; null: a new one. */
  @property({ attribute: false }) poll: Poll | null = null;
  @state() private kind: PollKind | null = null;
  @state() private anonymous: boolean | null = null;

  #say(key: PollsPhrase, values?: Readonly<Record<string, string | number>>): string {
    return say(pollsArea, this.language, key, values);
  }

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null) return nothing;
    const plan = this.poll?.plan ?? null;
    const kind = this.kind ?? plan?.kind ?? 'single';
    return html`<form @submit=${this.#submit}>
      <div class="field">
        <label for="question">${this.#say('question')}</label>
        <input
          id="question"
          name="question"
          maxlength="300"
          required
          autocomplete="off"
          .value=${plan?.question ?? ''}
        />
      </div>
      <div class="field">
        <label for="kind">${this.#say('kind')}</label>
        <select id="kind" name="kind" @change=${this.#kindChosen}>
          ${POLL_KINDS.map(
            (one) => html`<option value=${one} ?selected=${one === kind}>${this.#say(`kind.${one}`)}</option>`,
          )}
        </select>
      </div>
      ${this.#values(kind)} ${this.#settings()} ${this.#more(view)} ${this.#steps(view)}
    </form>`;
  }

  #values(kind: PollKind): TemplateResult | typeof nothing {
    const plan = this.poll?.plan ?? null;
    const number = (name: 'min' | 'max' | 'steps', value: number, least: number, most: number): TemplateResult =>
      html`<div class="field">
        <label for=${name}>${this.#say(name)}</label>
        <input id=${name} name=${name} type="number" min=${least} max=${most} required .value=${String(value)} />
      </div>`;
    switch (kind) {
      case 'consensus':
        return nothing;
      case 'scale':
        return number('steps', plan?.steps ?? 5, 2, SCALE_LIMIT);
      case 'single':
      case 'multiple':
        return html`<div class="field">
            <label for="options">${this.#say('options')}</label>
            <textarea
              id="options"
              name="options"
              rows="3"
              maxlength="2500"
              required
              aria-describedby="options-hint"
              .value=${plan?.options.join('\n') ?? ''}
            ></textarea>
            <p class="hint" id="options-hint">${this.#say('optionsHint')}</p>
          </div>
          ${
            kind === 'multiple'
              ? html`<div class="pair">
                  ${number('min', plan?.min ?? 1, 1, OPTIONS_LIMIT)} ${number('max', plan?.max ?? 2, 1, OPTIONS_LIMIT)}
                </div>`
              : nothing
          }`;
    }
  }

  #settings(): TemplateResult {
    const plan = this.poll?.plan ?? null;
    const anonymous = this.anonymous ?? plan?.anonymous ?? false;
    return html`<div>
      <label class="check"
        ><input
          type="checkbox"
          name="anonymous"
          aria-describedby="anonymous-hint"
          .checked=${anonymous}
          @change=${(event: Event) => (this.anonymous = (event.target as HTMLInputElement).checked)}
        />
        ${this.#say('setAnonymous')}</label
      >
      <p class="hint" id="anonymous-hint">${this.#say('setAnonymousHint', { count: FEWEST_ANONYMOUS })}</p>
      ${
        anonymous
          ? nothing
          : html`<label class="check"
              ><input type="checkbox" name="hidden" .checked=${plan?.hidden ?? false} />
              ${this.#say('setHidden')}</label
            >`
      }
    </div>`;
  }

  #more(view: WorkshopState): TemplateResult {
    const plan = this.poll?.plan ?? null;
    const roles = plan?.roles ?? USUAL_ROLES;
    const anonymous = this.anonymous ?? plan?.anonymous ?? false;
    const item = plan === null ? view.agenda.current : plan.item;
    return html`<div class="pair">
        <div class="field">
          <label for="seconds">${this.#say('duration')}</label>
          <select id="seconds" name="seconds">
            <option value="">${this.#say('byHand')}</option>
            ${DURATIONS.map(
              (minutes) =>
                html`<option value=${minutes * 60} ?selected=${plan?.seconds === minutes * 60}>
                  ${this.#say('afterMinutes', { minutes })}
                </option>`,
            )}
          </select>
        </div>
        <div class="field">
          <label for="item">${this.#say('item')}</label>
          <select id="item" name="item">
            <option value="">${this.#say('wholeWorkshop')}</option>
            ${itemsInOrder(view.agenda).map(
              ({ id, title }) =>
                html`<option value=${id} ?selected=${id === item}>${textIn(title, this.language)}</option>`,
            )}
          </select>
        </div>
      </div>
      <details ?open=${plan?.weighted === true}>
        <summary>${this.#say('roles')}</summary>
        <fieldset aria-label=${this.#say('roles')}>
          ${ROLES.map(
            (role) =>
              html`<label class="check"
                ><input type="checkbox" name="roles" value=${role} .checked=${roles.includes(role)} />
                ${say(rolesArea, this.language, role)}</label
              >`,
          )}
        </fieldset>
        <label class="check"
          ><input
            type="checkbox"
            name="weighted"
            aria-describedby="weighted-hint"
            ?disabled=${anonymous}
            .checked=${plan?.weighted ?? false}
          />
          ${this.#say('setWeighted')}</label
        >
        <p class="hint" id="weighted-hint">${this.#say('setWeightedHint')}</p>
      </details>`;
  }

  #steps({ session }: WorkshopState): TemplateResult {
    const now = this.poll === null && session.phase === 'live';
    return html`<div class="row">
      ${now ? html`<button class="primary" name="then" value="open">${this.#say('openNow')}</button>` : nothing}
      <button class=${now ? '' : 'primary'}>${this.#say(this.poll === null ? 'prepare' : 'save')}</button>
      <button type="button" class="quiet" @click=${this.#done}>${this.#say('cancel')}</button>
    </div>`;
  }

  readonly #kindChosen = (event: Event): void => {
    const chosen = (event.target as HTMLSelectElement).value;
    this.kind = POLL_KINDS.find((kind) => kind === chosen) ?? null;
  };

  readonly #done = (): void => void this.dispatchEvent(new Event('plenary-poll-done'));

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const plan = planFrom(event.target as HTMLFormElement);
    const opens = event.submitter instanceof HTMLButtonElement && event.submitter.value === 'open';
    const sent =
      this.poll === null
        ? await this.ask({ type: 'polls/prepare', plan, ...(opens && { open: true as const }) })
        : await this.ask({ type: 'polls/edit', poll: this.poll.id, plan });
    // What was refused stays in the form.
    if (sent) this.#done();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-poll-form': PollForm;
  }
}
