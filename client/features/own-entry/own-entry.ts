/**
 * "Is this you?": the own entry as the workshop has it, for whoever came by a personal link. Owns asking once and the correction's form; it
 * stands beside what one came for and never in its way.
 */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { introduction } from '../../../shared/directory/introduction.ts';
import { HONORIFICS } from '../../../shared/directory/person.ts';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { rosterArea, type RosterPhrase } from '../../../shared/languages/areas/roster.ts';
import type { Connection } from '../../connection/connection.ts';
import { readOwnEntry, suggestOwnEntry, thisIsNotMe, type OwnEntry } from '../../connection/own-entry-api.ts';
import type { WorkshopStore } from '../../store/workshop-store.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import '../../ui/dialog.ts';
import { toast } from '../../ui/toast.ts';
import type { FieldFaults } from '../directory/draft.ts';
import { entryFault } from '../directory/entry-faults.ts';
import { choiceField, lineField, words } from '../directory/form.ts';
import { formStyles } from '../directory/form-styles.ts';
import { NO_POSITION, personDraft, personOf, type PersonDraft } from '../directory/person-draft.ts';
import { go } from '../page.ts';
import { wishOf, withPlaces } from './correction.ts';

type Step = 'ask' | 'correct' | 'notMe';

/** Answered or put off in this tab: between lobby and room nobody is asked twice. */
const settled = new Set<string>();

@customElement('plenary-own-entry')
export class PlenaryOwnEntry extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    formStyles,
    css`
      .card {
        max-width: 34rem;
        margin: var(--gap-3) auto;
        padding: var(--gap-4);
        border: 1px solid var(--hairline);
        border-radius: var(--round);
        background: var(--leaf);
        color: var(--ink);
      }

      h2 {
        margin-block: 0 var(--gap-1);
      }

      .as {
        margin-block: var(--gap-2);
        font: 400 var(--size-3) / 1.5 var(--serif);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) connection!: Connection;
  @property({ attribute: false }) store!: WorkshopStore;
  @state() private own: OwnEntry | null = null;
  @state() private step: Step = 'ask';
  @state() private draft: PersonDraft = personDraft(null);
  @state() private places: readonly string[] = [];
  @state() private faults: Readonly<FieldFaults> = {};
  @state() private trouble = '';
  @state() private isBusy = false;

  override firstUpdated(): void {
    if (!settled.has(this.connection.workshop)) void this.look();
  }

  private t(key: RosterPhrase, values?: Values): string {
    return say(rosterArea, this.language, key, values);
  }

  /** A question that cannot be asked is not asked: it must not stand in the way. */
  private async look(): Promise<void> {
    const answer = await readOwnEntry(this.connection);
    if (answer.ok && answer.value.personal && !answer.value.confirmed) this.own = answer.value;
  }

  private settle(said: RosterPhrase | null): void {
    settled.add(this.connection.workshop);
    this.own = null;
    if (said !== null) toast(this.t(said));
  }

  private readonly confirm = async (): Promise<void> => {
    // Who still waits has no seat to confirm at; the question is settled for this tab all the same.
    const isSeated = Object.hasOwn(this.store.view$.get()?.participants.seats ?? {}, this.store.seat);
    if (isSeated) await this.store.send({ type: 'roster/confirmOwn' });
    this.settle('thanks');
  };

  private readonly begin = (): void => {
    if (!this.own) return;
    ({ draft: this.draft, places: this.places } = withPlaces(this.own, this.language));
    this.faults = {};
    this.step = 'correct';
  };

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { own } = this;
    if (!own || this.isBusy) return;
    this.faults = personOf(this.draft).faults;
    if (Object.keys(this.faults).length > 0) return;
    this.isBusy = true;
    const answer = await suggestOwnEntry(this.connection, wishOf(own, this.draft, this.places, this.language));
    this.isBusy = false;
    if (answer.ok) this.settle('sent');
    else this.trouble = entryFault(answer.fault, this.language);
  };

  private readonly giveBack = async (): Promise<void> => {
    this.isBusy = true;
    const answer = await thisIsNotMe(this.connection);
    this.isBusy = false;
    if (answer.ok) go(this, '/');
    else this.trouble = entryFault(answer.fault, this.language);
  };

  private renderForm(): TemplateResult {
    const { language, faults, draft } = this;
    const form = { language, faults, isReadOnly: false };
    const set = (change: Partial<PersonDraft>): void => {
      this.draft = { ...this.draft, ...change };
    };
    const line = (name: 'family' | 'given' | 'hanFamily' | 'hanGiven', maxLength: number): TemplateResult =>
      lineField(form, {
        name,
        label: words(language, name),
        value: draft[name],
        typed: (text) => set({ [name]: text }),
        maxLength,
      });
    const titles = draft.positions.map((one, at) => {
      const title = (name: 'en' | 'zh', label: 'titleEn' | 'titleZh'): TemplateResult =>
        lineField(form, {
          name: `positions.${at}.${name}`,
          label: words(language, label),
          value: one[name],
          typed: (text) =>
            set({ positions: this.draft.positions.map((held, n) => (n === at ? { ...held, [name]: text } : held)) }),
        });
      return html`<fieldset>
        <legend>${words(language, 'position', { n: at + 1 })}</legend>
        <div class="two">${title('en', 'titleEn')}${title('zh', 'titleZh')}</div>
        ${lineField(form, {
          name: `places.${at}`,
          label: this.t('place', { n: at + 1 }),
          value: this.places[at] ?? '',
          typed: (text) => (this.places = draft.positions.map((_, n) => (n === at ? text : (this.places[n] ?? '')))),
          maxLength: 300,
        })}
      </fieldset>`;
    });
    return html`<form @submit=${this.send} novalidate>
      <fieldset>
        <legend>${words(language, 'latinName')}</legend>
        <div class="two">${line('family', 200)}${line('given', 200)}</div>
        ${choiceField(
          form,
          'order',
          words(language, 'order'),
          draft.order,
          (['family-first', 'given-first'] as const).map((one) => [one, words(language, `order.${one}`)]),
          (order) => set({ order: order === 'given-first' ? 'given-first' : 'family-first' }),
        )}
      </fieldset>
      <fieldset>
        <legend>${words(language, 'chineseName')}</legend>
        <div class="two">${line('hanFamily', 20)}${line('hanGiven', 40)}</div>
      </fieldset>
      ${choiceField(
        form,
        'honorific',
        words(language, 'honorific'),
        draft.honorific,
        [
          ['', words(language, 'noHonorific')],
          ...HONORIFICS.map((one) => [one, words(language, `honorific.${one}`)] as const),
        ],
        (honorific) => set({ honorific }),
      )}
      ${titles}
      <button type="button" @click=${() => set({ positions: [...this.draft.positions, NO_POSITION] })}>
        ${words(language, 'addPosition')}
      </button>
      ${this.trouble === '' ? nothing : html`<p class="fault" role="alert">${this.trouble}</p>`}
      <div class="steps">
        <button class="primary" ?disabled=${this.isBusy}>${this.t('send')}</button>
        <button type="button" @click=${() => (this.step = 'ask')}>${this.t('back')}</button>
      </div>
    </form>`;
  }

  private renderAsk({ person, organizations }: OwnEntry): TemplateResult {
    const find = (one: string) => organizations.find(({ id }) => id === one);
    const { latin, han } = person.name;
    const has = { en: latin !== undefined, 'zh-Hans': han !== undefined };
    const shown = LANGUAGES.filter((one) => one === this.language || has[one]);
    const lines = [...new Set(shown.map((one) => introduction(person, find, one)))];
    return html`<p class="soft small">${this.t('isThisYouText')}</p>
      ${lines.map((line) => html`<p class="as">${line}</p>`)}
      <div class="steps">
        <button class="primary" @click=${this.confirm}>${this.t('yes')}</button>
        <button @click=${this.begin}>${this.t('correct')}</button>
        <button @click=${() => (this.step = 'notMe')}>${this.t('notMe')}</button>
        <button class="quiet" @click=${() => this.settle(null)}>${this.t('later')}</button>
      </div>`;
  }

  private renderNotMe(): TemplateResult {
    return html`<p>${this.t('notMeSure')}</p>
      <div class="steps">
        <button class="danger" ?disabled=${this.isBusy} @click=${this.giveBack}>${this.t('notMeYes')}</button>
        <button @click=${() => (this.step = 'ask')}>${this.t('back')}</button>
      </div>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { own, step, trouble } = this;
    if (own === null) return nothing;
    return html`<section class="card" aria-labelledby="own">
      <h2 id="own">${this.t('isThisYou')}</h2>
      ${trouble === '' || step === 'correct' ? nothing : html`<p class="fault" role="alert">${trouble}</p>`}
      ${step === 'notMe' ? this.renderNotMe() : this.renderAsk(own)}
      <ui-dialog
        .open=${step === 'correct'}
        .heading=${this.t('correct')}
        .closeLabel=${this.t('back')}
        @close=${() => (this.step = 'ask')}
      >
        ${step === 'correct' ? this.renderForm() : nothing}
      </ui-dialog>
    </section>`;
  }
}
