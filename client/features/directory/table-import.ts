/** A table brought into the directory: read, its faults shown and mended, then written with progress; and tables out. The server reads and writes. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { directoryArea, type DirectoryPhrase } from '../../../shared/languages/areas/directory.ts';
import {
  badRowsPath,
  bringTable,
  mendCell,
  readImport,
  startImport,
  tablePath,
  type TableImport,
  type TableKind,
  type WhenKnown,
} from '../../connection/directory-api.ts';
import type { Answer } from '../../connection/http.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { valueOf } from '../../ui/field.ts';
import { wordsOfFault } from '../faults.ts';
import { directoryStyles } from './styles.ts';

const isWorded = (code: string): code is DirectoryPhrase => Object.hasOwn(directoryArea.en, code);
const CHOICES = [
  ['skip', 'skip'],
  ['update', 'update'],
  ['add', 'addAnyway'],
] as const satisfies readonly (readonly [WhenKnown, DirectoryPhrase])[];
const ASK_AGAIN_MS = 500;

@customElement('plenary-table-import')
export class PlenaryTableImport extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    directoryStyles,
    css`
      :host {
        padding: 0;
      }
    `,
  ];

  @property({ attribute: false }) language: Language = 'en';
  @state() private job: TableImport | null = null;
  @state() private isReading = false;
  @state() private trouble = '';

  private say(key: DirectoryPhrase, values?: Values): string {
    return say(directoryArea, this.language, key, values);
  }

  private take(answer: Answer<TableImport>): void {
    this.trouble = '';
    if (answer.ok) this.job = answer.value;
    else
      this.trouble = isWorded(answer.fault.code)
        ? this.say(answer.fault.code)
        : wordsOfFault(answer.fault, this.language);
  }

  private readonly bring = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target;
    const file = this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
    if (!(form instanceof HTMLFormElement) || this.isReading) return;
    if (!file) {
      this.trouble = this.say('chooseFile');
      return;
    }
    const kind: TableKind = valueOf(form, 'kind') === 'organization' ? 'organization' : 'person';
    this.isReading = true;
    this.take(await bringTable(kind, file));
    this.isReading = false;
  };

  private readonly begin = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement) || this.job === null) return;
    const chosen = valueOf(event.target, 'whenKnown');
    const whenKnown = CHOICES.find(([one]) => one === chosen)?.[0] ?? 'skip';
    this.take(await startImport(this.job.id, whenKnown));
    await this.follow();
  };

  private async follow(): Promise<void> {
    while (this.isConnected && this.job?.state === 'running' && this.trouble === '') {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
      this.take(await readImport(this.job.id));
    }
  }

  private readonly mend = async (event: SubmitEvent, line: number, column: string): Promise<void> => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement) || this.job === null) return;
    this.take(await mendCell(this.job.id, line, column, valueOf(event.target, 'cell')));
  };

  private renderBad({ bad, state, columns }: TableImport): TemplateResult {
    return html`<ol>
      ${bad.map(
        ({ line, cells, faults }) =>
          html`<li>
            <p class="small soft">
              ${this.say('line', { line })} · ${Object.values(cells).filter(Boolean).slice(0, 4).join(' · ')}
            </p>
            ${faults.map(
              ({ column, code }) =>
                html`<p>
                    ${column === '' ? nothing : html`<code>${column}</code> `}${isWorded(code) ? this.say(code) : code}
                  </p>
                  ${
                    state === 'preview' && columns.some((one) => one.column === column)
                      ? html`<form class="mend" @submit=${(event: SubmitEvent) => this.mend(event, line, column)}>
                          <input
                            name="cell"
                            maxlength="1000"
                            .value=${cells[column] ?? ''}
                            aria-label=${this.say('correctColumn', { line, column })}
                          />
                          <button>${this.say('correct')}</button>
                        </form>`
                      : nothing
                  }`,
            )}
          </li>`,
      )}
    </ol>`;
  }

  private renderJob(job: TableImport): TemplateResult {
    const { total, good, known, done, added, updated, skipped, state } = job;
    const left = job.columns.filter(({ column }) => column === null).map(({ heading }) => heading);
    const report = state === 'done' ? 'importDone' : 'importFailed';
    return html`<div role="status">
        <p>${this.say('readResult', { total, good, bad: total - good })}</p>
        ${left.length === 0 ? nothing : html`<p class="soft">${this.say('unknownColumns', { columns: left.join(', ') })}</p>`}
        ${
          state === 'running'
            ? html`<progress max=${total} value=${done} aria-label=${this.say('progress', { done, total })}></progress>`
            : nothing
        }
        ${
          state === 'done' || state === 'failed'
            ? html`<p>${this.say(report, { added, updated, skipped, done, total })}</p>`
            : nothing
        }
      </div>
      ${
        state === 'preview'
          ? html`<form @submit=${this.begin}>
              ${
                known === 0
                  ? nothing
                  : html`<div class="field">
                      <label for="whenKnown">${this.say('knownRows', { count: known })}</label>
                      <select id="whenKnown" name="whenKnown">
                        ${CHOICES.map(([value, words]) => html`<option value=${value}>${this.say(words)}</option>`)}
                      </select>
                    </div>`
              }
              <div class="steps">
                <button class="primary" ?disabled=${good === 0}>${this.say('start', { count: good })}</button>
              </div>
            </form>`
          : nothing
      }
      ${
        total === good
          ? nothing
          : html`${this.renderBad(job)}
              <div class="bar"><a class="button" download href=${badRowsPath(job.id)}>${this.say('badRows')}</a></div>`
      }
      ${
        state === 'running'
          ? nothing
          : html`<div class="bar"><button @click=${() => (this.job = null)}>${this.say('another')}</button></div>`
      }`;
  }

  private renderForm(): TemplateResult {
    return html`<form @submit=${this.bring}>
        <div class="field">
          <label for="kind">${this.say('tableKind')}</label>
          <select id="kind" name="kind">
            ${(['person', 'organization'] as const).map((one) => html`<option value=${one}>${this.say(one)}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="file">${this.say('tableFile')}</label>
          <input id="file" type="file" accept=".csv,.tsv,.txt,text/csv" />
        </div>
        <div class="steps">
          <button class="primary" ?disabled=${this.isReading}>${this.say(this.isReading ? 'reading' : 'read')}</button>
        </div>
      </form>
      <h2 id="out">${this.say('out')}</h2>
      <div class="bar" role="group" aria-labelledby="out">
        <a class="button" download href=${tablePath('person')}>${this.say('outPeople')}</a>
        <a class="button" download href=${tablePath('organization')}>${this.say('outOrganizations')}</a>
      </div>`;
  }

  override render(): TemplateResult {
    return html`${this.trouble === '' ? nothing : html`<p class="fault" role="alert">${this.trouble}</p>`}
    ${this.job === null ? this.renderForm() : this.renderJob(this.job)}`;
  }
}
