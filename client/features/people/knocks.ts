/** Those at the door, longest wait first, and whether people must knock at all. For the desk only. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { fullName } from '../../../shared/directory/names.ts';
import { textIn } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { peopleArea } from '../../../shared/languages/areas/people.ts';
import { waiting } from '../../../shared/workshop/lobby/selectors.ts';
import type { Knock } from '../../../shared/workshop/lobby/types.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

@customElement('plenary-knocks')
export class Knocks extends Region {
  static override styles = [
    ...controls,
    css`
      :host {
        margin-bottom: var(--gap-4);
      }
      .waiting {
        padding: var(--gap-3);
        border: 1px solid var(--amber);
        border-radius: var(--round);
        background: var(--amber-wash);
        margin-bottom: var(--gap-3);
      }
      .waiting li,
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--gap-2);
        padding-block: var(--gap-1);
      }
      .who {
        flex: 1 1 7rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .door .quiet-words {
        flex: 1 1 9rem;
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null || view.session.phase === 'ended') return nothing;
    const knocks = waiting(view.lobby);
    const open = view.lobby.door === 'open';
    return html`${
        knocks.length === 0
          ? nothing
          : html`<div class="waiting">
              <div class="head">
                <h2 id="door" class="who">${this.#say('atTheDoor')}</h2>
                ${
                  knocks.length > 1
                    ? html`<button class="primary" @click=${() => this.ask({ type: 'lobby/admitAll' })}>
                        ${this.#say('admitAll')}
                      </button>`
                    : nothing
                }
              </div>
              <ul aria-labelledby="door">
                ${repeat(
                  knocks,
                  ({ seat }) => seat,
                  (knock) => this.#knock(knock),
                )}
              </ul>
            </div>`
      }
      <div class="row door">
        <span class="quiet-words">${this.#say(open ? 'doorOpen' : 'doorKnock')}</span>
        <button @click=${() => this.ask({ type: 'lobby/setDoor', door: open ? 'knock' : 'open' })}>
          ${this.#say(open ? 'closeDoor' : 'openDoor')}
        </button>
      </div>`;
  }

  #say(key: keyof (typeof peopleArea)['en'], values?: Readonly<Record<string, string | number>>): string {
    return say(peopleArea, this.language, key, values);
  }

  #knock({ seat, person, organization, role }: Knock): TemplateResult {
    const name = fullName(person.name, this.language);
    const where = organization === undefined ? '' : textIn(organization.name, this.language);
    return html`<li>
      <span class="who"
        >${name} <span class="quiet-words">${where === '' ? this.#say(`role.${role}`) : where}</span></span
      >
      <button
        class="primary"
        aria-label=${this.#say('admitNamed', { name })}
        @click=${() => this.ask({ type: 'lobby/admit', seat })}
      >
        ${this.#say('admit')}
      </button>
      <button
        aria-label=${this.#say('turnAwayNamed', { name })}
        @click=${() => this.ask({ type: 'lobby/turnAway', seat })}
      >
        ${this.#say('turnAway')}
      </button>
    </li>`;
  }
}
