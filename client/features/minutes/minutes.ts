/** The minutes as they stand, what they lack, and the review: proposing, answering, approving. Must not know how minutes are compiled. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fullName } from '../../../shared/directory/names.ts';
import { isId, id as idOf, type AgendaItemId, type PersonId } from '../../../shared/kernel/ids.ts';
import { textIn } from '../../../shared/kernel/language.ts';
import { lookUp } from '../../../shared/kernel/records.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { minutesArea } from '../../../shared/languages/areas/minutes.ts';
import { minutesChangesArea } from '../../../shared/languages/areas/minutes-changes.ts';
import type { Document } from '../../../shared/document/document.ts';
import type { Gap } from '../../../shared/minutes/minutes.ts';
import { itemsInOrder } from '../../../shared/workshop/agenda/selectors.ts';
import type { Correction } from '../../../shared/workshop/minutes/types.ts';
import { seatEver } from '../../../shared/workshop/participants/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { Connection } from '../../connection/connection.ts';
import { readMinutes, type MinutesReply } from '../../connection/minutes-api.ts';
import { saveFile } from '../../connection/save-file.ts';
import { valueOf } from '../../ui/field.ts';
import { documentStyles } from '../document/document-styles.ts';
import { drawDocument } from '../document/draw.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { dayOf } from '../when.ts';

/** As files, the most asked for first. */
const FORMATS = [
  ['docx', 'DOCX'],
  ['pdf', 'PDF'],
  ['html', 'HTML'],
  ['md', 'Markdown'],
] as const;

type Shown =
  | { readonly kind: 'loading' }
  | { readonly kind: 'minutes'; readonly reply: MinutesReply }
  | { readonly kind: 'denied' | 'offline' | 'failed' };

@customElement('plenary-minutes')
export class PlenaryMinutes extends Region {
  static override styles = [
    ...controls,
    documentStyles,
    css`
      :host {
        max-width: 46rem;
        margin: 0 auto;
      }
      section {
        margin-block: var(--gap-4);
        padding-block-start: var(--gap-3);
        border-block-start: 1px solid var(--hairline);
      }
      section li {
        padding-block: var(--gap-2);
      }
      .standing,
      details {
        margin-bottom: var(--gap-4);
      }
      form {
        display: grid;
        gap: var(--gap-2);
        margin-block-start: var(--gap-3);
      }
      textarea {
        min-height: 6rem;
      }
    `,
  ];
  @property({ attribute: false }) connection!: Connection;
  @state() private shown: Shown = { kind: 'loading' };
  @state() private fileFailed = false;
  @state() private comparing = false;
  #asked = '';

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const phase = this.view?.minutes.standing.phase ?? '';
    const asked = `${this.language} ${phase}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    void this.#fetch();
  }

  readonly #fetch = async (): Promise<void> => {
    const { connection, language } = this;
    if (this.shown.kind !== 'minutes') this.shown = { kind: 'loading' };
    const answer = await readMinutes(connection.workshop, connection.authorization(), language);
    if (language !== this.language) return;
    if (answer.ok) this.shown = { kind: 'minutes', reply: answer.value };
    else if (answer.fault.status === 0) this.shown = { kind: 'offline' };
    else this.shown = { kind: answer.fault.status === 401 || answer.fault.status === 403 ? 'denied' : 'failed' };
  };

  async #save(format: (typeof FORMATS)[number][0]): Promise<void> {
    const { connection, language } = this;
    const path = `/api/workshops/${connection.workshop}/minutes.${format}?language=${language}`;
    this.fileFailed = !(await saveFile(path, `minutes-${language}.${format}`, connection.authorization()));
  }

  #say(key: keyof (typeof minutesArea)['en'], values?: Values): string {
    return say(minutesArea, this.language, key, values);
  }

  #name(view: WorkshopState, person: PersonId | undefined): string {
    const found = person === undefined ? undefined : lookUp(view.roster.people, person);
    return found === undefined ? '—' : fullName(found.name, this.language);
  }

  #item(view: WorkshopState, item: AgendaItemId | null | undefined): string {
    const found = item === null || item === undefined ? undefined : lookUp(view.agenda.items, item);
    return found === undefined ? this.#say('whole') : textIn(found.title, this.language);
  }

  override render(): TemplateResult | typeof nothing {
    const { view, shown } = this;
    if (view === null) return nothing;
    if (shown.kind === 'loading') return html`<p role="status">${this.#say('loading')}</p>`;
    if (shown.kind !== 'minutes') {
      return html`<div role="alert">
        <p>${this.#say(shown.kind)}</p>
        ${shown.kind === 'denied' ? nothing : html`<button @click=${this.#fetch}>${this.#say('tryAgain')}</button>`}
      </div>`;
    }
    return html`${this.#standing(view)} ${this.#files()} ${this.#gaps(view, shown.reply.gaps)}
    ${view.minutes.standing.phase === 'draft' ? nothing : this.#changes(view, shown.reply.document)}
    ${drawDocument(shown.reply.document)} ${view.minutes.standing.phase === 'draft' ? nothing : this.#corrections(view)}`;
  }

  #standing(view: WorkshopState): TemplateResult {
    const { standing } = view.minutes;
    const { language, store } = this;
    const words = (): string => {
      if (standing.phase !== 'approved') return this.#say(`standing.${standing.phase}`);
      const when = dayOf(standing.at, language);
      if (standing.by === null) return this.#say('standing.approvedHost', { when });
      return this.#say('standing.approved', { when, name: this.#name(view, seatEver(view, standing.by)?.person) });
    };
    const step = (
      type: 'minutes/openReview' | 'minutes/approve' | 'minutes/takeUpAgain',
      key: 'openReview' | 'approve' | 'takeUpAgain',
    ) =>
      html`<button class=${key === 'takeUpAgain' ? '' : 'primary'} @click=${() => this.ask({ type })}>
        ${this.#say(key)}
      </button>`;
    return html`<div class="standing row" role="status">
      <p>${words()}</p>
      ${standing.phase === 'draft' && store.may('minutes.edit') ? step('minutes/openReview', 'openReview') : nothing}
      ${standing.phase === 'review' && store.may('minutes.approve') ? step('minutes/approve', 'approve') : nothing}
      ${standing.phase === 'approved' && store.may('minutes.approve') ? step('minutes/takeUpAgain', 'takeUpAgain') : nothing}
      ${standing.phase === 'approved' ? nothing : html`<button class="quiet" @click=${this.#fetch}>${this.#say('refresh')}</button>`}
    </div>`;
  }

  #files(): TemplateResult {
    return html`<div class="standing row" role="group" aria-label=${this.#say('download')}>
      ${FORMATS.map(
        ([format, words]) =>
          html`<button class="quiet" @click=${() => this.#save(format)}>${this.#say('download')} ${words}</button>`,
      )}
      ${this.fileFailed ? html`<p role="alert">${this.#say('downloadFailed')}</p>` : nothing}
    </div>`;
  }

  #changes(view: WorkshopState, now: Document): TemplateResult {
    const open = async (event: Event): Promise<void> => {
      if (!(event.target instanceof HTMLDetailsElement) || !event.target.open) return;
      await import('./changes.ts');
      this.comparing = true;
    };
    return html`<details @toggle=${open}>
      <summary>${say(minutesChangesArea, this.language, 'title')}</summary>
      ${
        this.comparing
          ? html`<plenary-minutes-changes
              .workshop=${this.connection.workshop}
              .authorization=${() => this.connection.authorization()}
              .language=${this.language}
              .now=${now}
              phase=${view.minutes.standing.phase}
            ></plenary-minutes-changes>`
          : nothing
      }
    </details>`;
  }

  #gaps(view: WorkshopState, gaps: readonly Gap[]): TemplateResult | typeof nothing {
    if (gaps.length === 0 || !this.store.may('minutes.edit')) return nothing;
    return html`<details>
      <summary>${this.#say('gaps')} (${gaps.length})</summary>
      <ul>
        ${gaps.map(
          ({ code, item, text }) =>
            html`<li>${this.#say(`gap.${code}`, { text: text ?? this.#item(view, item) })}</li>`,
        )}
      </ul>
    </details>`;
  }

  #corrections(view: WorkshopState): TemplateResult {
    const { corrections, standing } = view.minutes;
    return html`<section aria-label=${this.#say('corrections')}>
      <h3>${this.#say('corrections')}</h3>
      ${
        corrections.length === 0
          ? html`<p class="quiet-words">${this.#say('noCorrections')}</p>`
          : html`<ol>
              ${corrections.map((one) => this.#correction(view, one))}
            </ol>`
      }
      ${standing.phase === 'review' ? this.#form(view) : nothing}
    </section>`;
  }

  #correction(view: WorkshopState, { id, person, item, text, answer }: Correction): TemplateResult {
    const mayAnswer = view.minutes.standing.phase === 'review' && this.store.may('minutes.edit');
    const button = (given: 'accepted' | 'declined', key: 'accept' | 'decline'): TemplateResult =>
      html`<button
        aria-pressed=${answer?.given === given ? 'true' : 'false'}
        @click=${() => this.ask({ type: 'minutes/answer', correction: id, answer: given })}
      >
        ${this.#say(key)}
      </button>`;
    return html`<li>
      <p>${text}</p>
      <p class="quiet-words">
        ${this.#say('proposedBy', { name: this.#name(view, person), item: this.#item(view, item) })} ·
        ${this.#say(answer?.given ?? 'unanswered')}
      </p>
      ${mayAnswer ? html`<div class="row">${button('accepted', 'accept')} ${button('declined', 'decline')}</div>` : nothing}
    </li>`;
  }

  #form(view: WorkshopState): TemplateResult {
    return html`<form @submit=${this.#propose}>
      <h4>${this.#say('propose')}</h4>
      <div class="field">
        <label for="item">${this.#say('proposeItem')}</label>
        <select id="item" name="item">
          <option value="">${this.#say('whole')}</option>
          ${itemsInOrder(view.agenda).map((item) => html`<option value=${item.id}>${textIn(item.title, this.language)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="text">${this.#say('proposeText')}</label>
        <textarea id="text" name="text" maxlength="1000" required></textarea>
      </div>
      <div><button class="primary">${this.#say('send')}</button></div>
    </form>`;
  }

  readonly #propose = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const [item, text] = [valueOf(form, 'item'), valueOf(form, 'text')];
    if (text === '') return;
    const sent = await this.ask({ type: 'minutes/propose', item: isId(item) ? idOf<AgendaItemId>(item) : null, text });
    // What was refused stays in the form.
    if (sent) form.reset();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-minutes': PlenaryMinutes;
  }
}
