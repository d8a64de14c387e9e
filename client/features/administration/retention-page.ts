/** How long things are kept, for administrators: days by kind, the hour of the night, a purge at once. Owns what is typed until it is saved. */
import { SignalWatcher } from '@lit-labs/signals';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { retentionArea } from '../../../shared/languages/areas/retention.ts';
import { MOST_DAYS, RETENTION_KINDS, type RetentionKind } from '../../../shared/privacy/retention.ts';
import { changeRetention, purgeNow, readRetention, type RetentionRule } from '../../connection/retention-api.ts';
import type { ApiFault } from '../../connection/http.ts';
import { me$, refreshMe } from '../../store/account.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { toast } from '../../ui/toast.ts';
import { accountStyles } from '../account/account-styles.ts';
import { accountFaultWords } from '../account/fault-words.ts';
import { go, PageShown } from '../page.ts';
import type { Confirm } from '../room/confirm.ts';
import '../room/confirm.ts';
import { dayOf } from '../when.ts';

type RetentionPhrase = keyof (typeof retentionArea)['en'];
type Wrong = RetentionKind | 'timeZone';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

@customElement('plenary-retention')
export class PlenaryRetention extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    buttons,
    fields,
    accountStyles,
    css`
      li input[type='number'] {
        width: 7rem;
      }

      li .days {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--gap-2) var(--gap-4);
      }

      li .check {
        margin: 0;
        min-height: var(--target);
      }

      li .fault {
        flex-basis: 100%;
        margin: 0;
      }
    `,
  ];

  @property({ attribute: false }) language: Language = 'en';
  @state() private rule: RetentionRule | null = null;
  @state() private ever: ReadonlySet<RetentionKind> = new Set();
  @state() private wrong: ReadonlySet<Wrong> = new Set();
  @state() private fault: ApiFault | null = null;
  @state() private counts: Readonly<Record<string, number>> | null = null;
  @state() private isPurging = false;
  private readonly confirm = createRef<Confirm>();

  override connectedCallback(): void {
    super.connectedCallback();
    void refreshMe();
    void this.fetch();
  }

  override firstUpdated(): void {
    this.dispatchEvent(new PageShown(this.t('title')));
  }

  private t(key: RetentionPhrase, values?: Values): string {
    return say(retentionArea, this.language, key, values);
  }

  private take(rule: RetentionRule): void {
    this.rule = rule;
    this.ever = new Set(RETENTION_KINDS.filter((kind) => rule.days[kind] === null));
  }

  private readonly fetch = async (): Promise<void> => {
    const answer = await readRetention();
    this.fault = answer.ok ? null : answer.fault;
    if (answer.ok) this.take(answer.value);
    else if (answer.fault.status === 401) go(this, '/sign-in');
  };

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || this.rule === null) return;
    const days = { ...this.rule.days };
    const wrong = new Set<Wrong>();
    for (const kind of RETENTION_KINDS) {
      const typed = valueOf(form, kind);
      days[kind] = this.ever.has(kind) ? null : Number(typed);
      const isWhole = /^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= MOST_DAYS;
      if (!this.ever.has(kind) && !isWhole) wrong.add(kind);
    }
    const timeZone = valueOf(form, 'timeZone');
    if (!isZone(timeZone)) wrong.add('timeZone');
    this.wrong = wrong;
    const [first] = wrong;
    if (first !== undefined) {
      form.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
      return;
    }
    const answer = await changeRetention({ days, hour: Number(valueOf(form, 'hour')), timeZone });
    this.fault = answer.ok ? null : answer.fault;
    if (!answer.ok) {
      // The server may know fewer zones than the browser.
      if (answer.fault.fields.some(({ path }) => path.endsWith('timeZone'))) this.wrong = new Set(['timeZone']);
      return;
    }
    this.take(answer.value);
    toast(this.t('saved'));
  };

  private readonly purge = async (): Promise<void> => {
    const sure = await this.confirm.value?.asks({
      title: this.t('purgeNow'),
      text: this.t('sure'),
      yes: this.t('sureGo'),
      no: this.t('cancel'),
      harm: true,
    });
    if (sure !== true) return;
    this.isPurging = true;
    const answer = await purgeNow();
    this.isPurging = false;
    this.fault = answer.ok ? null : answer.fault;
    if (!answer.ok) return;
    this.counts = answer.value.counts;
    const { rule } = this;
    const now = await readRetention();
    // Only when it ran and when it runs again: what is typed and not saved stays.
    if (now.ok && rule !== null) this.rule = { ...rule, purgedAt: now.value.purgedAt, nextAt: now.value.nextAt };
  };

  private keep(kind: RetentionKind, event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const ever = new Set(this.ever);
    if (event.target.checked) ever.add(kind);
    else ever.delete(kind);
    this.ever = ever;
  }

  private renderKind(kind: RetentionKind, { days, usual }: RetentionRule): TemplateResult {
    const isEver = this.ever.has(kind);
    const isWrong = this.wrong.has(kind);
    const name = this.t(kind);
    return html`<li>
      <span class="what"
        >${name}
        <span class="soft small" id="${kind}-text"
          >${this.t(`${kind}.text`)} (${this.t('usual', { days: usual[kind] ?? this.t('ever') })})</span
        ></span
      >
      <span class="days">
        <input
          name=${kind}
          type="number"
          min="1"
          max=${MOST_DAYS}
          inputmode="numeric"
          aria-label=${this.t('daysOf', { kind: name })}
          aria-describedby="${kind}-text${isWrong ? ` ${kind}-more` : ''}"
          aria-invalid=${isWrong ? 'true' : nothing}
          .value=${String(days[kind] ?? '')}
          ?disabled=${isEver}
        />
        <label class="check"
          ><input type="checkbox" .checked=${isEver} @change=${(event: Event) => this.keep(kind, event)} /><span
            >${this.t('ever')}<span class="for-ears">: ${name}</span></span
          ></label
        >
      </span>
      ${isWrong ? html`<p class="fault" id="${kind}-more">${this.t('wrongDays', { most: MOST_DAYS })}</p>` : nothing}
    </li>`;
  }

  private renderNight({ hour, timeZone }: RetentionRule): TemplateResult {
    return html`<div class="inline">
      <div class="field">
        <label for="hour">${this.t('hour')}</label>
        <select id="hour" name="hour">
          ${HOURS.map(
            (one) => html`<option value=${one} ?selected=${one === hour}>${String(one).padStart(2, '0')}:00</option>`,
          )}
        </select>
      </div>
      ${field({
        name: 'timeZone',
        label: this.t('timeZone'),
        value: timeZone,
        maxLength: 64,
        ...(this.wrong.has('timeZone') && { fault: this.t('wrongZone') }),
      })}
    </div>`;
  }

  private renderPurge({ purgedAt, nextAt }: RetentionRule): TemplateResult {
    const { counts } = this;
    const total = Object.values(counts ?? {}).reduce((sum, one) => sum + one, 0);
    return html`<section aria-labelledby="purge">
      <h2 id="purge">${this.t('purgeNow')}</h2>
      <p class="soft">
        ${purgedAt === null ? this.t('never') : this.t('last', { when: dayOf(purgedAt, this.language) })}
        ${this.t('next', { when: dayOf(nextAt, this.language) })}
      </p>
      <div class="steps">
        <button class="danger" ?disabled=${this.isPurging} @click=${this.purge}>${this.t('purgeNow')}</button>
      </div>
      <div role="status">
        ${
          counts === null
            ? nothing
            : html`<p class="note">${this.t('purged', { count: total })}</p>
                <ul>
                  ${RETENTION_KINDS.filter((kind) => (counts[kind] ?? 0) > 0).map(
                    (kind) => html`<li><span>${this.t(kind)}</span><span class="clock">${counts[kind]}</span></li>`,
                  )}
                </ul>`
        }
      </div>
    </section>`;
  }

  override render(): TemplateResult {
    const { fault, rule, language } = this;
    const top = html`<p><a href="/administration">${this.t('back')}</a></p>
      <h1 tabindex="-1">${this.t('title')}</h1>`;
    if (me$.get()?.isAdministrator === false || fault?.status === 403)
      return html`${top}
        <p class="note">${this.t('denied')}</p>`;
    const words =
      fault === null ? nothing : html`<p class="fault" role="alert">${accountFaultWords(fault.code, language)}</p>`;
    if (rule === null)
      return fault === null
        ? html`${top}
            <p class="soft" role="status">${this.t('opening')}</p>`
        : html`${top} ${words} <button @click=${this.fetch}>${this.t('tryAgain')}</button>`;
    return html`${top}
      <p class="soft">${this.t('lead')}</p>
      <form novalidate @submit=${this.save}>
        <ul>
          ${RETENTION_KINDS.map((kind) => this.renderKind(kind, rule))}
        </ul>
        ${this.renderNight(rule)} ${words}
        <div class="steps"><button class="primary">${this.t('save')}</button></div>
      </form>
      ${this.renderPurge(rule)}
      <plenary-confirm ${ref(this.confirm)}></plenary-confirm>`;
  }
}
