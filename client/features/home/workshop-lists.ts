/** The workshops of this installation: those this device has been to, those to come, those held. Owns fetching and telling them apart. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { homeArea } from '../../../shared/languages/areas/home.ts';
import { phasesArea } from '../../../shared/languages/areas/phases.ts';
import type { Installation, WorkshopSummary } from '../../connection/api.ts';
import { keptSeat, keptWorkshops } from '../../store/memory.ts';
import { base, buttons } from '../../ui/base.css.ts';
import { titleIn } from '../title.ts';
import { dayOf } from '../when.ts';

export type Lists =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'known'; readonly installation: Installation };

@customElement('plenary-workshop-lists')
export class PlenaryWorkshopLists extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      h2 {
        margin-block: var(--gap-6) var(--gap-2);
      }

      section:first-of-type h2 {
        margin-block-start: 0;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--gap-1) var(--gap-4);
        padding-block: var(--gap-3);
        border-block-start: 1px solid var(--hairline);
      }

      .title {
        flex: 1 1 20rem;
        font: 600 var(--size-3) / 1.4 var(--serif);
        overflow-wrap: anywhere;
      }

      .more {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-1) var(--gap-4);
        color: var(--ink-soft);
      }

      .live {
        color: var(--green);
        font-weight: 600;
      }

      .note {
        margin-block-end: var(--gap-4);
        padding: var(--gap-3);
        border-inline-start: 3px solid var(--amber);
        background: var(--amber-wash);
      }

      a {
        padding-block: var(--gap-1);
      }
    `,
  ];

  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) lists: Lists = { kind: 'loading' };
  /** Fetches them once more. */
  @property({ attribute: false }) again: () => unknown = () => undefined;

  private say(key: keyof (typeof homeArea)['en']): string {
    return say(homeArea, this.language, key);
  }

  private renderWorkshop(one: WorkshopSummary): TemplateResult {
    const hasSeat = keptSeat(one.id) !== null;
    const title = titleIn(one.title, this.language);
    const at = one.phase === 'ended' ? (one.endedAt ?? one.startsAt) : one.startsAt;
    return html`<li>
      <span class="title">${hasSeat ? html`<a href="/w/${one.id}">${title}</a>` : title}</span>
      <span class="more">
        <span class=${one.phase}>${say(phasesArea, this.language, one.phase)}</span>
        <span>${at === null ? this.say('noTime') : dayOf(at, this.language)}</span>
        ${
          hasSeat
            ? one.phase === 'ended'
              ? html`<a href="/w/${one.id}/draft">${this.say('openDraft')}</a>`
              : nothing
            : html`<span>${this.say('byLink')}</span>`
        }
      </span>
    </li>`;
  }

  private renderList(heading: 'mine' | 'upcoming' | 'held', workshops: readonly WorkshopSummary[]): TemplateResult {
    if (workshops.length === 0) return html``;
    return html`<section aria-labelledby=${heading}>
      <h2 id=${heading}>${this.say(heading)}</h2>
      <ul>
        ${workshops.map((one) => this.renderWorkshop(one))}
      </ul>
    </section>`;
  }

  override render(): TemplateResult {
    const { lists } = this;
    if (lists.kind === 'loading') return html`<p class="soft" role="status">${this.say('listsLoading')}</p>`;
    if (lists.kind === 'failed') {
      return html`<p class="note" role="alert">${this.say('listsFailed')}</p>
        <button @click=${this.again}>${this.say('tryAgain')}</button>`;
    }
    const { upcoming, held, empty, mediaUp } = lists.installation;
    const kept = new Set(keptWorkshops().map(({ id }) => id));
    const isMine = ({ id }: WorkshopSummary): boolean => kept.has(id);
    const isOthers = (one: WorkshopSummary): boolean => !isMine(one);
    return html`${mediaUp ? nothing : html`<p class="note">${this.say('mediaDown')}</p>`}
    ${empty ? html`<p class="soft">${this.say('empty')}</p>` : nothing}
    ${this.renderList('mine', [...upcoming, ...held].filter(isMine))}
    ${this.renderList('upcoming', upcoming.filter(isOthers))} ${this.renderList('held', held.filter(isOthers))}`;
  }
}
