/** Workshops as a list that is easy to scan: when, what, how ready, and what can be done with each. Tells wishes by `plenary-wish`. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { organizingArea, type OrganizingPhrase } from '../../../shared/languages/areas/organizing.ts';
import type { ListedWorkshop } from '../../connection/planning-api.ts';
import { base, buttons } from '../../ui/base.css.ts';
import '../../ui/menu.ts';
import { titleIn } from '../title.ts';
import { placeWords, readinessWords, stateWords, whenWords } from './words.ts';

const WISHES = ['next', 'copy', 'repeat', 'saveTemplate', 'archive', 'remove'] as const;
export type Wish = (typeof WISHES)[number];

export class Wished extends Event {
  static readonly type = 'plenary-wish';
  readonly wish: Wish;
  readonly workshop: ListedWorkshop;
  constructor(wish: Wish, workshop: ListedWorkshop) {
    super(Wished.type, { bubbles: true, composed: true });
    this.wish = wish;
    this.workshop = workshop;
  }
}

@customElement('plenary-workshop-rows')
export class WorkshopRows extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      ul {
        border-block-start: 1px solid var(--hairline);
      }
      li {
        display: grid;
        grid-template-columns: minmax(13rem, 17rem) minmax(0, 1fr) auto;
        gap: var(--gap-2) var(--gap-4);
        padding-block: var(--gap-3);
        border-block-end: 1px solid var(--hairline);
      }
      .title {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .title a {
        color: var(--ink);
        text-decoration-color: var(--hairline);
      }
      .state {
        color: var(--green);
        font-weight: 500;
      }
      .state.cancelled {
        color: var(--red);
      }
      .state.draft {
        color: var(--amber);
      }
      .acts {
        display: flex;
        align-items: start;
        gap: var(--gap-2);
      }
      ui-menu button {
        border-color: transparent;
        justify-content: flex-start;
      }
      @media (max-width: 48rem) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) workshops: readonly ListedWorkshop[] = [];
  /** Whether this account may do more than look. */
  @property({ type: Boolean }) manages = false;

  private t(key: OrganizingPhrase, values?: Values): string {
    return say(organizingArea, this.language, key, values);
  }

  private renderActs(one: ListedWorkshop, title: string): TemplateResult {
    const path = `/w/${one.id}`;
    const labelled = (words: string): string => `${words}: ${title}`;
    return html`<div class="acts">
      ${
        one.phase === 'ended'
          ? html`<a class="button" href="${path}/draft" aria-label=${labelled(this.t('article'))}
              >${this.t('article')}</a
            >`
          : html`<a class="button" href="${path}/plan" aria-label=${labelled(this.t('plan'))}>${this.t('plan')}</a>`
      }
      ${
        this.manages
          ? html`<ui-menu .label=${this.t('more', { title })}>
              ${WISHES.filter((wish) => wish !== 'next' || (one.glance?.series ?? null) !== null).map(
                (wish) =>
                  html`<button
                    class=${wish === 'remove' ? 'danger' : ''}
                    @click=${() => this.dispatchEvent(new Wished(wish, one))}
                  >
                    ${this.t(wish === 'archive' && one.archived ? 'unarchive' : wish)}
                  </button>`,
              )}
            </ui-menu>`
          : nothing
      }
    </div>`;
  }

  private renderOne(one: ListedWorkshop): TemplateResult {
    const { language } = this;
    const title = titleIn(one.title, language);
    const when = whenWords(one, language);
    const place = placeWords(one, language);
    return html`<li>
      <div class="clock">
        ${
          when === null
            ? html`<p class="soft">${this.t('noTime')}</p>`
            : html`<p>${when.there}</p>
                ${when.here === '' ? nothing : html`<p class="soft small">${when.here}</p>`}`
        }
      </div>
      <div>
        <p class="title"><a href="/w/${one.id}${one.phase === 'ended' ? '' : '/plan'}">${title}</a></p>
        ${place === '' ? nothing : html`<p class="soft small">${place}</p>`}
        <p class="small">
          <span class="state ${one.phase === 'scheduled' ? one.stage : ''}">${stateWords(one, language)}</span
          >${readinessWords(one, language).map((words) => html` · ${words}`)}
        </p>
      </div>
      ${this.renderActs(one, title)}
    </li>`;
  }

  override render(): TemplateResult {
    return html`<ul>
      ${repeat(
        this.workshops,
        ({ id }) => id,
        (one) => this.renderOne(one),
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementEventMap {
    'plenary-wish': Wished;
  }
}
