/** Capacity, doors, and the rules of recording and of the floor. */
import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Doors } from '../../../shared/workshop/brief/types.ts';
import { CONSENT_POLICIES } from '../../../shared/workshop/consents/types.ts';
import { POLICIES } from '../../../shared/workshop/floor/types.ts';
import { typedIn } from '../../ui/field.ts';
import { Part, wholeIn } from './part.ts';
import { partStyles } from './plan-styles.ts';

const USUAL_DOORS: Doors = { guests: 15, speakers: 30 };

@customElement('plenary-plan-rules')
export class RulesPart extends Part {
  static override styles = partStyles;

  #number(
    name: string,
    label: string,
    value: number | undefined,
    most: number,
    set: (n: number | null) => void,
  ): TemplateResult {
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        type="number"
        min="0"
        max=${most}
        .value=${value === undefined ? '' : String(value)}
        @change=${(event: Event) => {
          const typed = wholeIn(typedIn(event), 0, most);
          if (typed !== undefined) set(typed);
        }}
      />
    </div>`;
  }

  #doors(doors: Doors | undefined, change: Partial<Record<keyof Doors, number | null>>): void {
    const { closing, ...rest } = { ...USUAL_DOORS, ...doors, ...change };
    this.revise({
      doors: {
        guests: rest.guests ?? 0,
        speakers: rest.speakers ?? 0,
        ...(typeof closing === 'number' && { closing }),
      },
    });
  }

  override render(): TemplateResult {
    const { view } = this;
    if (view === null) return html``;
    const { brief, floor } = view;
    const { doors } = brief;
    return html`${this.#number('capacity', this.t('capacity'), brief.capacity, 10_000, (n) =>
        this.giveOrClear('capacity', n === 0 ? null : n),
      )}
      <div class="row">
        ${this.#number('guests', this.t('doorsGuests'), doors?.guests, 1440, (guests) => this.#doors(doors, { guests }))}
        ${this.#number('speakers', this.t('doorsSpeakers'), doors?.speakers, 1440, (speakers) => this.#doors(doors, { speakers }))}
        ${this.#number('closing', this.t('doorsClosing'), doors?.closing, 1440, (closing) => this.#doors(doors, { closing }))}
      </div>
      <div class="row">
        <div class="field">
          <label for="recording">${this.t('recording')}</label>
          <select
            id="recording"
            @change=${(event: Event) => {
              const recording = CONSENT_POLICIES.find((one) => one === typedIn(event));
              if (recording) this.revise({ consentPolicy: { ...brief.consentPolicy, recording } });
            }}
          >
            ${CONSENT_POLICIES.map(
              (one) =>
                html`<option value=${one} .selected=${one === (brief.consentPolicy?.recording ?? 'ask')}>
                  ${this.t(`recording.${one}`)}
                </option>`,
            )}
          </select>
        </div>
        <div class="field">
          <label for="floor">${this.t('floor')}</label>
          <select
            id="floor"
            @change=${(event: Event) => {
              const policy = POLICIES.find((one) => one === typedIn(event));
              if (policy) void this.ask({ type: 'floor/setRules', rules: { policy } });
            }}
          >
            ${POLICIES.map(
              (one) =>
                html`<option value=${one} .selected=${one === floor.rules.policy}>${this.t(`floor.${one}`)}</option>`,
            )}
          </select>
        </div>
        ${this.#number(
          'speech',
          this.t('speech'),
          floor.limitMs === null ? undefined : Math.round(floor.limitMs / 60_000),
          120,
          (minutes) => void this.ask({ type: 'floor/setLimit', limitMs: minutes ? minutes * 60_000 : null }),
        )}
      </div>`;
  }
}
