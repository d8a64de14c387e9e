/** The audit log for administrators: looking through it by kind, outcome, days and workshop, and taking it along. Owns the filters asked for. */
import { SignalWatcher } from '@lit-labs/signals';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { AUDIT_KINDS } from '../../../shared/audit/acts.ts';
import { isId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { auditArea } from '../../../shared/languages/areas/audit.ts';
import {
  AUDIT_OUTCOMES,
  auditLinesPath,
  readAudit,
  type AuditLine,
  type AuditPage,
  type AuditWanted,
} from '../../connection/audit-api.ts';
import { me$, refreshMe } from '../../store/account.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { accountStyles } from '../account/account-styles.ts';
import { accountFaultWords } from '../account/fault-words.ts';
import { go, PageShown } from '../page.ts';
import { titleIn } from '../title.ts';
import { dayOf } from '../when.ts';
import { auditStyles } from './audit-styles.ts';
import { actWords, targetWords, whoWords } from './audit-words.ts';

type CodeWords = (code: string, language: Language) => string | undefined;
type AuditPhrase = keyof (typeof auditArea)['en'];

/** Midnight of a day as a date field gives it, in the reader's zone; undefined for an empty one. */
const midnight = (day: string, daysOn = 0): number | undefined => {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  return new Date(year, month - 1, date + daysOn).getTime();
};

@customElement('plenary-audit')
export class PlenaryAudit extends SignalWatcher(LitElement) {
  static override styles = [base, buttons, fields, accountStyles, auditStyles];

  @property({ attribute: false }) language: Language = 'en';
  @state() private shown: AuditPage | null = null;
  @state() private wanted: AuditWanted = {};
  @state() private codeWords: CodeWords | null = null;
  @state() private isAsking = false;
  @state() private fault: { readonly code: string; readonly status: number } | null = null;
  @state() private wrong: 'wrongWorkshop' | 'wrongDays' | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void refreshMe();
    void this.look({});
    // Without them the codes alone stand there.
    import('./code-words.ts').then(
      ({ codeWords }) => (this.codeWords = codeWords),
      () => undefined,
    );
  }

  override firstUpdated(): void {
    this.dispatchEvent(new PageShown(this.t('title')));
  }

  private t(key: AuditPhrase, values?: Values): string {
    return say(auditArea, this.language, key, values);
  }

  private async look(wanted: AuditWanted, last?: AuditLine): Promise<void> {
    this.wanted = wanted;
    this.isAsking = true;
    const answer = await readAudit(wanted, last);
    // Somebody asked for something else meanwhile.
    if (this.wanted !== wanted) return;
    this.isAsking = false;
    this.fault = answer.ok ? null : answer.fault;
    if (!answer.ok) {
      if (answer.fault.status === 401) go(this, '/sign-in');
      return;
    }
    const before = last === undefined ? null : this.shown;
    this.shown = {
      ...answer.value,
      records: [...(before?.records ?? []), ...answer.value.records],
      accounts: { ...before?.accounts, ...answer.value.accounts },
      seats: { ...before?.seats, ...answer.value.seats },
      workshops: { ...before?.workshops, ...answer.value.workshops },
    };
  }

  private readonly filter = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const kind = AUDIT_KINDS.find((one) => one === valueOf(form, 'kind'));
    const outcome = AUDIT_OUTCOMES.find((one) => one === valueOf(form, 'outcome'));
    const workshop = valueOf(form, 'workshop');
    const from = midnight(valueOf(form, 'from'));
    const until = midnight(valueOf(form, 'to'), 1);
    this.wrong = null;
    if (workshop !== '' && !isId(workshop)) this.wrong = 'wrongWorkshop';
    else if (from !== undefined && until !== undefined && from >= until) this.wrong = 'wrongDays';
    if (this.wrong !== null) return;
    void this.look({
      ...(kind && { kind }),
      ...(outcome && { outcome }),
      ...(workshop !== '' && { workshop }),
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
    });
  };

  private readonly reset = (): void => {
    this.renderRoot.querySelector('form')?.reset();
    this.wrong = null;
    void this.look({});
  };

  private readonly again = (): void => void this.look(this.wanted);

  private choice(name: 'kind' | 'outcome', options: readonly (readonly [string, string])[]): TemplateResult {
    return html`<div class="field">
      <label for=${name}>${this.t(name)}</label>
      <select id=${name} name=${name}>
        <option value="">${this.t('all')}</option>
        ${options.map(([value, words]) => html`<option value=${value}>${words}</option>`)}
      </select>
    </div>`;
  }

  private day(name: 'from' | 'to'): TemplateResult {
    const fault = name === 'from' && this.wrong === 'wrongDays';
    return html`<div class="field">
      <label for=${name}>${this.t(name)}</label>
      <input
        id=${name}
        name=${name}
        type="date"
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? 'from-more' : nothing}
      />
      ${fault ? html`<p class="fault" id="from-more" role="alert">${this.t('wrongDays')}</p>` : nothing}
    </div>`;
  }

  private renderFilters(): TemplateResult {
    return html`<form novalidate @submit=${this.filter}>
      ${this.choice(
        'kind',
        AUDIT_KINDS.map((kind) => [kind, this.t(`kind.${kind}`)]),
      )}
      ${this.choice(
        'outcome',
        AUDIT_OUTCOMES.map((outcome) => [outcome, this.t(`outcome.${outcome}`)]),
      )}
      ${this.day('from')} ${this.day('to')}
      ${field({
        name: 'workshop',
        label: this.t('workshop'),
        hint: this.t('workshopHint'),
        maxLength: 64,
        ...(this.wrong === 'wrongWorkshop' && { fault: this.t('wrongWorkshop') }),
      })}
      <div class="steps">
        <button class="primary">${this.t('show')}</button>
        <button type="button" @click=${this.reset}>${this.t('reset')}</button>
        <a class="button" href=${auditLinesPath(this.wanted)} download="audit.jsonl">${this.t('download')}</a>
      </div>
    </form>`;
  }

  private renderOutcome({ outcome, code }: AuditLine): TemplateResult {
    const words = this.t(`outcome.${outcome}`);
    return html`${
      outcome === 'done'
        ? html`<span class="soft">${words}</span>`
        : html`<span class="mark"><span aria-hidden="true">${outcome === 'refused' ? '✕' : '!'}</span> ${words}</span>`
    }
    ${
      code === undefined
        ? nothing
        : html`<span class="small">${this.codeWords?.(code, this.language)}</span
            ><code class="small soft">${code}</code>`
    }`;
  }

  private renderLine(line: AuditLine, page: AuditPage): TemplateResult {
    const { workshops } = page;
    const who = whoWords(line, page, this.language);
    const { action, workshop, target } = line;
    const title = workshop === undefined ? '' : titleIn(workshops[workshop] ?? {}, this.language);
    const act = actWords(line, this.language);
    // A block is no row to every reader of screens: the roles say it again.
    return html`<tr role="row">
      <td role="cell" class="time clock">${dayOf(line.at, this.language)}</td>
      <td role="cell" class="who">
        ${who.words} ${who.id === undefined ? nothing : html`<code class="small soft">${who.id}</code>`}
      </td>
      <td role="cell" class="act">
        ${act.words} ${act.isItsOwn ? nothing : html`<code class="small soft">${action}</code>`}
        ${!target ? nothing : html`<span class="small soft">${this.t('target', { target: targetWords(target, page, this.language) })}</span>`}
      </td>
      <td role="cell" class="where">
        ${
          workshop === undefined
            ? nothing
            : html`${title === '' ? nothing : title}<code class="small soft">${workshop}</code>`
        }
      </td>
      <td role="cell">${this.renderOutcome(line)}</td>
    </tr>`;
  }

  private renderTable(shown: AuditPage): TemplateResult {
    const { records, more } = shown;
    if (records.length === 0)
      return html`<p class="soft" role="status">
        ${this.t(Object.keys(this.wanted).length === 0 ? 'none' : 'noneFound')}
      </p>`;
    const columns = ['time', 'who', 'act', 'where', 'outcome'] as const;
    return html`<p class="soft" role="status">${this.t('shown', { count: records.length })}</p>
      <table role="table" aria-label=${this.t('title')}>
        <thead role="rowgroup">
          <tr role="row">
            ${columns.map((one) => html`<th role="columnheader" scope="col">${this.t(one)}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${records.map((line) => this.renderLine(line, shown))}
        </tbody>
      </table>
      ${
        more
          ? html`<button ?disabled=${this.isAsking} @click=${() => this.look(this.wanted, records.at(-1))}>
              ${this.t('more')}
            </button>`
          : nothing
      }`;
  }

  private renderFault(code: string): TemplateResult {
    return html`<p class="fault" role="alert">${accountFaultWords(code, this.language)}</p>
      <button @click=${this.again}>${this.t('tryAgain')}</button>`;
  }

  override render(): TemplateResult {
    const { fault, shown } = this;
    const top = html`<p><a href="/administration">${this.t('back')}</a></p>
      <h1 tabindex="-1">${this.t('title')}</h1>`;
    if (me$.get()?.isAdministrator === false || fault?.status === 403)
      return html`${top}
        <p class="note">${this.t('denied')}</p>`;
    if (shown === null)
      return html`${top}
      ${fault === null ? html`<p class="soft" role="status">${this.t('loading')}</p>` : this.renderFault(fault.code)}`;
    return html`${top}
      <p class="soft">${this.t('lead')}</p>
      ${this.renderFilters()} ${fault === null ? nothing : this.renderFault(fault.code)} ${this.renderTable(shown)}`;
  }
}
