/** Who stands for the workshop: hosts, co-hosts, convener and supporters, each in the order in which they are named. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { id, type OrganizationId } from '../../../shared/kernel/ids.ts';
import { textIn } from '../../../shared/kernel/language.ts';
import { lookUp } from '../../../shared/kernel/records.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { icon } from '../../ui/icon.ts';
import './finder.ts';
import type { Found } from './finder.ts';
import { Part } from './part.ts';
import { partStyles } from './plan-styles.ts';

const LISTS = ['hosts', 'coHosts', 'convener', 'supporters'] as const;
type List = (typeof LISTS)[number];

@customElement('plenary-plan-who')
export class WhoPart extends Part {
  static override styles = partStyles;

  #chosen({ brief }: WorkshopState, list: List): readonly OrganizationId[] {
    if (list === 'convener') return brief.convener === undefined ? [] : [brief.convener];
    return brief[list];
  }

  #set(list: List, chosen: readonly OrganizationId[]): void {
    if (list === 'convener') this.giveOrClear('convener', chosen.at(-1) ?? null);
    else this.revise({ [list]: chosen });
  }

  #add(list: List, found: OrganizationId): void {
    const { view } = this;
    if (view === null) return;
    const chosen = this.#chosen(view, list);
    if (!chosen.includes(found)) this.#set(list, [...chosen, found]);
  }

  #move(list: List, chosen: readonly OrganizationId[], one: OrganizationId, step: number): void {
    const at = chosen.indexOf(one) + step;
    const rest = chosen.filter((other) => other !== one);
    this.#set(list, [...rest.slice(0, at), one, ...rest.slice(at)]);
  }

  #list(view: WorkshopState, list: List): TemplateResult {
    const chosen = this.#chosen(view, list);
    const name = (one: OrganizationId): string =>
      textIn(lookUp(view.roster.organizations, one)?.name ?? {}, this.language);
    return html`<section aria-label=${this.t(list)}>
      <h3>${this.t(list)}</h3>
      <ol class="chosen">
        ${repeat(
          chosen,
          (one) => one,
          (one, index) =>
            html`<li>
              <span>${name(one)}</span>
              ${
                chosen.length < 2
                  ? nothing
                  : html`<button
                        class="quiet bare"
                        aria-label=${this.t('earlierNamed', { name: name(one) })}
                        ?disabled=${index === 0}
                        @click=${() => this.#move(list, chosen, one, -1)}
                      >
                        ${icon('arrowUp')}
                      </button>
                      <button
                        class="quiet bare"
                        aria-label=${this.t('laterNamed', { name: name(one) })}
                        ?disabled=${index === chosen.length - 1}
                        @click=${() => this.#move(list, chosen, one, 1)}
                      >
                        ${icon('arrowDown')}
                      </button>`
              }
              <button
                class="quiet bare"
                aria-label=${this.t('removeNamed', { name: name(one) })}
                @click=${() =>
                  this.#set(
                    list,
                    chosen.filter((other) => other !== one),
                  )}
              >
                ${icon('close')}
              </button>
            </li>`,
        )}
      </ol>
      <plenary-finder
        kind="organization"
        .label=${this.t(list)}
        .store=${this.store}
        .language=${this.language}
        @plenary-found=${({ found }: Found) => this.#add(list, id<OrganizationId>(found))}
      ></plenary-finder>
    </section>`;
  }

  override render(): TemplateResult {
    const { view } = this;
    return view === null ? html`` : html`${LISTS.map((list) => this.#list(view, list))}`;
  }
}
