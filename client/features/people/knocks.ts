/** Those at the door, longest wait first, and whether people must knock at all. For the desk only. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { fullName } from '../../../shared/directory/names.ts';
import type { Person } from '../../../shared/directory/person.ts';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import { textIn } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { peopleArea } from '../../../shared/languages/areas/people.ts';
import { waiting, waitingOnRoster } from '../../../shared/workshop/lobby/selectors.ts';
import type { Knock } from '../../../shared/workshop/lobby/types.ts';
import '../../ui/menu.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import './lobby-desk.ts';
import type { RemovalDialog } from './removal.ts';
import './removal.ts';

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
    `,
  ];

  readonly #removal = createRef<RemovalDialog>();

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null || view.session.phase === 'ended') return nothing;
    const knocks = waiting(view.lobby);
    const known = waitingOnRoster(view);
    return html`${
        knocks.length === 0
          ? nothing
          : html`<div class="waiting">
              <div class="head">
                <h2 id="door" class="who">${this.#say('atTheDoor')}</h2>
                ${
                  known.size > 0 && known.size < knocks.length
                    ? html`<button @click=${() => this.ask({ type: 'lobby/admitRoster' })}>
                        ${this.#say('admitRoster', { count: known.size })}
                      </button>`
                    : nothing
                }
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
                  (knock) => this.#knock(knock, known.get(knock.seat) ?? null),
                )}
              </ul>
            </div>`
      }
      <plenary-lobby-desk .store=${this.store} .language=${this.language}></plenary-lobby-desk>
      <plenary-removal .language=${this.language} ${ref(this.#removal)}></plenary-removal>`;
  }

  #say(key: keyof (typeof peopleArea)['en'], values?: Readonly<Record<string, string | number>>): string {
    return say(peopleArea, this.language, key, values);
  }

  #knock({ seat, person, organization, role, again }: Knock, known: Person | null): TemplateResult {
    const name = fullName(person.name, this.language);
    const where = organization === undefined ? '' : textIn(organization.name, this.language);
    return html`<li>
      <span class="who"
        >${name} <span class="quiet-words">${where === '' ? this.#say(`role.${role}`) : where}</span> ${
          known === null
            ? nothing
            : html`<br /><span class="quiet-words"
                  >${this.#say('onRoster', { name: fullName(known.name, this.language) })}</span
                >`
        }
        ${again ? html`<br /><span class="quiet-words">${this.#say('cameBack')}</span>` : nothing}</span
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
      <ui-menu .label=${this.#say('actionsOf', { name })}>
        <button class="danger" @click=${() => this.#bar(seat, name)}>${this.#say('barMore')}</button>
      </ui-menu>
    </li>`;
  }

  async #bar(seat: SeatId, name: string): Promise<void> {
    const removal = await this.#removal.value?.asks(name, true);
    if (!removal) return;
    const { scope } = removal;
    await this.ask(scope === null ? { type: 'lobby/turnAway', seat } : { type: 'lobby/ban', seat, scope });
  }
}
