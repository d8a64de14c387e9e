/** The organizer's home: which workshops there are, by how far they have come, as a list or a month. Owns the search and turning pages. */
import { SignalWatcher } from '@lit-labs/signals';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { organizingArea, type OrganizingPhrase } from '../../../shared/languages/areas/organizing.ts';
import { memberMay } from '../../../shared/organization/permissions.ts';
import { wallClock } from '../../../shared/times/wall-clock.ts';
import { listWorkshops, WORKSHOP_VIEWS, type WorkshopPage, type WorkshopView } from '../../connection/planning-api.ts';
import { me$ } from '../../store/account.ts';
import { typedIn } from '../../ui/field.ts';
import { PageShown } from '../page.ts';
import { ownZone } from '../in-both-zones.ts';
import { boundsOf, monthAfter, type Month } from './month.ts';
import './month.ts';
import { organizingStyles } from './styles.ts';
import { Wishes } from './wishes.ts';
import type { Wished } from './workshop-rows.ts';
import './workshop-rows.ts';

const PAGE = 25;
const MONTH_LIMIT = 200;
const REST_MS = 250;

type Shown =
  | { readonly kind: 'loading' }
  | { readonly kind: 'known'; readonly page: WorkshopPage }
  | { readonly kind: 'failed' | 'stranger' };

@customElement('plenary-organizing')
export class OrganizingPage extends SignalWatcher(LitElement) {
  static override styles = organizingStyles;

  @property({ attribute: false }) language: Language = 'en';
  @state() private view: WorkshopView = 'upcoming';
  @state() private shown: Shown = { kind: 'loading' };
  @state() private q = '';
  @state() private offset = 0;
  /** Null: as a list. */
  @state() private month: Month | null = null;
  private asked = 0;
  private resting: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.resting);
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('language')) this.dispatchEvent(new PageShown(this.t('heading')));
  }

  private t(key: OrganizingPhrase, values?: Values): string {
    return say(organizingArea, this.language, key, values);
  }

  private readonly look = async (): Promise<void> => {
    const asked = ++this.asked;
    const { view, q, offset, month } = this;
    const span = month === null ? { offset, limit: PAGE } : { ...boundsOf(month), limit: MONTH_LIMIT };
    const answer = await listWorkshops({ view, q, ...span });
    if (asked !== this.asked) return;
    if (answer.ok) this.shown = { kind: 'known', page: answer.value };
    else this.shown = { kind: answer.fault.status === 401 ? 'stranger' : 'failed' };
  };

  private choose(change: { view?: WorkshopView; offset?: number; month?: Month | null }): void {
    this.view = change.view ?? this.view;
    this.offset = change.offset ?? 0;
    if (change.month !== undefined) this.month = change.month;
    void this.look();
  }

  private readonly search = (event: Event): void => {
    this.q = typedIn(event);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.choose({}), REST_MS);
  };

  private readonly wished = ({ wish, workshop }: Wished): void => {
    const dialogs = this.renderRoot.querySelector('plenary-wishes');
    if (dialogs instanceof Wishes) dialogs.show(wish, workshop);
  };

  private thisMonth(): Month {
    const { year, month } = wallClock(Date.now(), ownZone());
    return { year, month };
  }

  private renderViews(counts: WorkshopPage['counts'] | null): TemplateResult {
    return html`<div class="views" role="group" aria-label=${this.t('views')}>
      ${WORKSHOP_VIEWS.map(
        (view) =>
          html`<button aria-pressed=${view === this.view ? 'true' : 'false'} @click=${() => this.choose({ view })}>
            ${this.t(`view.${view}`)}${counts === null ? nothing : html`<span class="count">${counts[view] ?? 0}</span>`}
          </button>`,
      )}
    </div>`;
  }

  private renderTools(): TemplateResult {
    return html`<div class="tools">
      <div class="search">
        <label for="q">${this.t('search')}</label>
        <input id="q" type="search" maxlength="200" autocomplete="off" .value=${this.q} @input=${this.search} />
      </div>
      <div role="group" aria-label=${this.t('shape')}>
        <button aria-pressed=${this.month === null ? 'true' : 'false'} @click=${() => this.choose({ month: null })}>
          ${this.t('asList')}
        </button>
        <button
          aria-pressed=${this.month === null ? 'false' : 'true'}
          @click=${() => this.choose({ month: this.month ?? this.thisMonth() })}
        >
          ${this.t('asMonth')}
        </button>
      </div>
    </div>`;
  }

  private renderMonth({ workshops }: WorkshopPage, month: Month): TemplateResult {
    const name = new Intl.DateTimeFormat(this.language === 'en' ? 'en-GB' : 'zh-CN', {
      timeZone: 'UTC',
      month: 'long',
    }).format(Date.UTC(month.year, month.month - 1, 1));
    return html`<div class="turn">
        <button @click=${() => this.choose({ month: monthAfter(month, -1) })}>${this.t('earlierMonth')}</button>
        <h2 role="status">${this.t('month', { month: name, year: month.year })}</h2>
        <button @click=${() => this.choose({ month: monthAfter(month, 1) })}>${this.t('laterMonth')}</button>
        <button class="quiet" @click=${() => this.choose({ month: this.thisMonth() })}>${this.t('today')}</button>
      </div>
      <p class="soft small">${this.t('inYourZone')}</p>
      <plenary-month .language=${this.language} .month=${month} .workshops=${workshops}></plenary-month>`;
  }

  private renderList({ workshops, total }: WorkshopPage): TemplateResult {
    if (total === 0) {
      return html`<p role="status">${this.q.trim() === '' ? this.t(`empty.${this.view}`) : this.t('notFound')}</p>`;
    }
    const { offset } = this;
    const manages = (me$.get()?.organizations ?? []).some(({ role }) => memberMay(role, 'workshops.manage'));
    return html`<plenary-workshop-rows
        .language=${this.language}
        .workshops=${workshops}
        ?manages=${manages}
      ></plenary-workshop-rows>
      <div class="turn">
        <span class="soft clock" role="status"
          >${this.t('shown', { from: offset + 1, to: offset + workshops.length, total })}</span
        >
        ${
          total <= PAGE
            ? nothing
            : html`<button
                  ?disabled=${offset === 0}
                  @click=${() => this.choose({ offset: Math.max(0, offset - PAGE) })}
                >
                  ${this.t('previous')}
                </button>
                <button ?disabled=${offset + PAGE >= total} @click=${() => this.choose({ offset: offset + PAGE })}>
                  ${this.t('following')}
                </button>`
        }
      </div>`;
  }

  private renderShown(): TemplateResult {
    const { shown, month } = this;
    switch (shown.kind) {
      case 'loading':
        return html`<p class="soft" role="status">${this.t('loading')}</p>`;
      case 'failed':
        return html`<p class="fault" role="alert">${this.t('failed')}</p>
          <button @click=${this.look}>${this.t('tryAgain')}</button>`;
      case 'stranger':
        return html`<p>${this.t('signInText')}</p>
          <p><a class="button primary" href="/sign-in">${this.t('signIn')}</a></p>`;
      case 'known':
        return html`${this.renderViews(shown.page.counts)} ${this.renderTools()}
        ${month === null ? this.renderList(shown.page) : this.renderMonth(shown.page, month)}`;
    }
  }

  override render(): TemplateResult {
    return html`<header>
        <h1 tabindex="-1">${this.t('heading')}</h1>
        ${
          this.shown.kind === 'stranger'
            ? nothing
            : html`<a class="button primary" href="/workshops/new">${this.t('schedule')}</a>`
        }
      </header>
      <div @plenary-wish=${this.wished}>${this.renderShown()}</div>
      <plenary-wishes .language=${this.language} @plenary-done=${this.look}></plenary-wishes>`;
  }
}
