/** The test of one's set-up as a list that fills, and what follows from it in a sentence. Owns the words; the looks are run-pre-flight.ts. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { preFlightArea, type PreFlightPhrase } from '../../../shared/languages/areas/pre-flight.ts';
import type { ApiFault } from '../../connection/http.ts';
import type { RehearsalKey } from '../../connection/rehearsal-api.ts';
import { ALL_RUNNING, CHECKS, closed, verdictOf, type Check, type Outcomes } from '../../media/pre-flight.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { icon } from '../../ui/icon.ts';
import { wordsOfFault } from '../faults.ts';
import { runPreFlight } from './run-pre-flight.ts';

@customElement('plenary-pre-flight')
export class PreFlight extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      section {
        display: grid;
        gap: var(--gap-3);
      }

      li {
        display: grid;
        grid-template-columns: 1.5rem 1fr auto;
        gap: var(--gap-1) var(--gap-2);
        padding-block: var(--gap-2);
        border-block-end: 1px solid var(--hairline);
      }

      .fix {
        grid-column: 2 / -1;
        color: var(--ink-soft);
        font-size: var(--size-1);
      }

      .good {
        color: var(--green);
      }

      .bad,
      .missing {
        color: var(--amber);
      }

      .running,
      .unasked {
        color: var(--ink-soft);
      }

      .verdict {
        padding: var(--gap-3) var(--gap-4);
        border-inline-start: 3px solid var(--green);
        background: var(--green-wash);
      }

      .verdict.amber {
        border-color: var(--amber);
        background: var(--amber-wash);
      }

      .verdict.red {
        border-color: var(--red);
        background: var(--red-wash);
      }
    `,
  ];
  @property({ attribute: false }) workshop!: WorkshopId;
  @property({ attribute: false }) key!: RehearsalKey;
  @property({ attribute: false }) language: Language = 'en';
  @state() private outcomes: Outcomes | null = null;
  @state() private busy = false;
  @state() private fault: ApiFault | null = null;

  #say(key: PreFlightPhrase): string {
    return say(preFlightArea, this.language, key);
  }

  readonly #run = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    this.fault = null;
    this.outcomes = ALL_RUNNING;
    let over = false;
    this.fault = await runPreFlight(this.workshop, this.key, (check, outcome) => {
      // What is told after the bound has been answered for already.
      if (!over && this.outcomes !== null) this.outcomes = { ...this.outcomes, [check]: outcome };
    });
    over = true;
    this.outcomes = this.fault === null ? closed(this.outcomes) : null;
    this.busy = false;
  };

  #asksDevices(outcomes: Outcomes): boolean {
    return this.busy && (outcomes.microphone === 'running' || outcomes.camera === 'running');
  }

  protected override render(): TemplateResult {
    const { outcomes, busy, language, fault } = this;
    const verdict = outcomes === null || busy ? null : verdictOf(outcomes);
    return html`<section>
      <p class="soft">${this.#say('text')}</p>
      <div>
        <button class="primary" aria-disabled=${busy ? 'true' : nothing} @click=${this.#run}>
          ${this.#say(busy ? 'running' : outcomes === null ? 'start' : 'again')}
        </button>
      </div>
      <div role="status">
        ${outcomes !== null && this.#asksDevices(outcomes) ? html`<p>${this.#say('asking')}</p>` : nothing}
        ${verdict === null ? nothing : html`<p class="verdict ${verdict}">${this.#say(`verdict.${verdict}`)}</p>`}
      </div>
      ${fault === null ? nothing : html`<p class="fault" role="alert">${fault.code === 'rehearsal/full' ? this.#say(fault.code) : wordsOfFault(fault, language)}</p>`}
      ${
        outcomes === null
          ? nothing
          : html`<ul aria-label=${this.#say('title')}>
              ${CHECKS.map((check) => this.#line(check, outcomes))}
            </ul>`
      }
    </section>`;
  }

  #line(check: Check, outcomes: Outcomes): TemplateResult {
    const outcome = outcomes[check];
    const helps = outcome === 'bad' || outcome === 'missing';
    return html`<li>
      <span class="icon ${outcome}" aria-hidden="true"
        >${outcome === 'good' ? icon('check') : helps ? icon('close') : outcome === 'running' ? '…' : '–'}</span
      >
      <span>${this.#say(`check.${check}`)}</span>
      <span class=${outcome}>${this.#say(`outcome.${outcome}`)}</span>
      ${helps ? html`<span class="fix">${this.#say(`fix.${check}`)}</span>` : nothing}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-pre-flight': PreFlight;
  }
}
