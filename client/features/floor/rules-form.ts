/** The rules of the floor as the desk sets them; each holds as soon as it is chosen. Must not know the queue. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { fullName } from '../../../shared/directory/names.ts';
import { id, type OrganizationId, type PersonId } from '../../../shared/kernel/ids.ts';
import { textIn } from '../../../shared/kernel/language.ts';
import { valuesOf } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { floorArea } from '../../../shared/languages/areas/floor.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';
import { ENTRY_KINDS, POLICIES, type EntryKind, type FloorRules } from '../../../shared/workshop/floor/types.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import '../../ui/dialog.ts';
import { valueOf } from '../../ui/field.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

const FLAGS = ['callsNext', 'coupled', 'carriesOver', 'showsTalkTimes'] as const;
const MINUTES = [1, 2, 3, 5, 10, 15, 20, 30];

@customElement('plenary-floor-rules')
export class FloorRulesForm extends Region {
  static override styles = [
    ...controls,
    css`
      .fields {
        display: flex;
        flex-direction: column;
        gap: var(--gap-3);
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        font-weight: 600;
        padding: 0;
      }
      .own {
        display: grid;
        grid-template-columns: 2fr 1fr auto;
        gap: var(--gap-2);
        align-items: end;
      }
      @media (max-width: 40rem) {
        .own {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];
  @state() private open = false;

  show(): void {
    this.open = true;
  }

  override render(): TemplateResult {
    const { view, language } = this;
    return html`<ui-dialog
      .open=${this.open}
      .heading=${this.#say('rules')}
      .closeLabel=${say(roomArea, language, 'close')}
      @close=${() => (this.open = false)}
    >
      ${this.open && view !== null ? this.#fields(view) : nothing}
    </ui-dialog>`;
  }

  #say(key: keyof (typeof floorArea)['en'], values?: Readonly<Record<string, string | number>>): string {
    return say(floorArea, this.language, key, values);
  }

  #set(rules: Partial<FloorRules>): void {
    void this.ask({ type: 'floor/setRules', rules });
  }

  #fields(view: WorkshopState): TemplateResult {
    const { rules } = view.floor;
    return html`<div class="fields">
      <label
        >${this.#say('policy')}
        <select
          @change=${(event: Event) => {
            const policy = POLICIES.find((one) => one === (event.target as HTMLSelectElement).value);
            if (policy !== undefined) this.#set({ policy });
          }}
        >
          ${POLICIES.map(
            (policy) =>
              html`<option value=${policy} .selected=${rules.policy === policy}>
                ${this.#say(`policy.${policy}`)}
              </option>`,
          )}
        </select></label
      >
      <fieldset>
        <legend>${this.#say('kinds')}</legend>
        ${ENTRY_KINDS.map((kind) => this.#kind(rules, kind))}
      </fieldset>
      <fieldset>
        <legend>${this.#say('ending')}</legend>
        ${(['soft', 'hard'] as const).map(
          (ending) =>
            html`<label class="check">
              <input
                type="radio"
                name="ending"
                .checked=${rules.ending === ending}
                @change=${() => this.#set({ ending })}
              />
              ${this.#say(`ending.${ending}`)}
            </label>`,
        )}
      </fieldset>
      ${FLAGS.map(
        (flag) =>
          html`<label class="check">
            <input
              type="checkbox"
              name=${flag}
              .checked=${rules[flag]}
              @change=${() => this.#set({ [flag]: !rules[flag] })}
            />
            ${this.#say(flag)}
          </label>`,
      )}
      ${this.#personLimit(view)} ${this.#budget(view)}
    </div>`;
  }

  #kind({ kinds }: FloorRules, kind: EntryKind): TemplateResult {
    const on = kinds.includes(kind);
    const changed = on ? kinds.filter((one) => one !== kind) : [...kinds, kind];
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${on}
        ?disabled=${kind === 'contribution'}
        @change=${() => this.#set({ kinds: changed })}
      />
      ${this.#say(`kind.${kind}`)}
    </label>`;
  }

  #minutes(): TemplateResult {
    return html`<select name="minutes" aria-label=${this.#say('limit')}>
      <option value="">${this.#say('usual')}</option>
      ${MINUTES.map((minutes) => html`<option value=${minutes}>${this.#say('limitMinutes', { minutes })}</option>`)}
    </select>`;
  }

  #personLimit({ roster }: WorkshopState): TemplateResult {
    return html`<form
      class="own"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const form = event.target as HTMLFormElement;
        const minutes = Number(valueOf(form, 'minutes'));
        void this.ask({
          type: 'floor/setPersonLimit',
          person: id<PersonId>(valueOf(form, 'whose')),
          limitMs: minutes === 0 ? 'default' : minutes * 60_000,
        });
      }}
    >
      <label
        >${this.#say('personLimit')}
        <select name="whose" aria-label=${this.#say('whoseLimit')}>
          ${valuesOf(roster.people).map(
            (person) => html`<option value=${person.id}>${fullName(person.name, this.language)}</option>`,
          )}
        </select></label
      >
      ${this.#minutes()}<button>${this.#say('setIt')}</button>
    </form>`;
  }

  #budget({ roster }: WorkshopState): TemplateResult | typeof nothing {
    const organizations = valuesOf(roster.organizations);
    if (organizations.length === 0) return nothing;
    return html`<form
      class="own"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const form = event.target as HTMLFormElement;
        const minutes = Number(valueOf(form, 'minutes'));
        void this.ask({
          type: 'floor/setBudget',
          organization: id<OrganizationId>(valueOf(form, 'whose')),
          ms: minutes === 0 ? null : minutes * 60_000,
        });
      }}
    >
      <label
        >${this.#say('budget')}
        <select name="whose" aria-label=${this.#say('whoseBudget')}>
          ${organizations.map(
            (organization) =>
              html`<option value=${organization.id}>${textIn(organization.name, this.language)}</option>`,
          )}
        </select></label
      >
      ${this.#minutes()}<button>${this.#say('setIt')}</button>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-floor-rules': FloorRulesForm;
  }
}
