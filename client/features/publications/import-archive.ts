/**
 * An archive of updates moves in: sent, read, looked at file by file, taken, reported. Owns the steps as they are seen; what is read and taken is
 * the server's. Loaded when it is opened.
 */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { importUpdatesArea } from '../../../shared/languages/areas/import-updates.ts';
import { memberMay } from '../../../shared/organization/permissions.ts';
import { readMe } from '../../connection/account-api.ts';
import type { Answer } from '../../connection/http.ts';
import { dropImport, readImport, sendArchive, takeImport, type ImportUnderWay } from '../../connection/import-api.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { ownZone } from '../in-both-zones.ts';
import { importTable } from './import-table.ts';
import { importStyles } from './import-styles.ts';
import { wordsOfPublicationFault } from './words.ts';

type Phrase = keyof (typeof importUpdatesArea)['en'];

const ASKED_EVERY_MS = 700;

@customElement('plenary-import-archive')
export class PlenaryImportArchive extends LitElement {
  static override styles = [base, buttons, fields, importStyles];

  @property({ attribute: false }) language: Language = 'en';
  @state() private owners: readonly { readonly id: string; readonly name: string }[] = [];
  @state() private underWay: ImportUnderWay | null = null;
  @state() private fault = '';
  @state() private busy = false;
  private timeZone = ownZone();
  private asking: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.findOwners();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.asking);
    const { underWay } = this;
    // Nobody looks at it any more; what is being taken goes on.
    if (underWay && underWay.phase !== 'taking' && underWay.phase !== 'done') void dropImport(underWay.id);
  }

  #say(key: Phrase, values?: Values): string {
    return say(importUpdatesArea, this.language, key, values);
  }

  private async findOwners(): Promise<void> {
    const answer = await readMe();
    if (!answer.ok || !answer.value.me) return;
    const { organizations, isAdministrator } = answer.value.me;
    this.owners = [
      ...organizations
        .filter(({ role }) => memberMay(role, 'updates.publish'))
        .map(({ id, name }) => ({ id, name: name[this.language] ?? name.en ?? name['zh-Hans'] ?? id })),
      ...(isAdministrator ? [{ id: '', name: this.#say('nobodys') }] : []),
    ];
  }

  private wordsOf(code: string): string {
    const known = (key: string): key is Phrase => Object.hasOwn(importUpdatesArea.en, key);
    return known(code) ? this.#say(code) : wordsOfPublicationFault({ code }, this.language);
  }

  private async learn(asked: Promise<Answer<ImportUnderWay>>): Promise<void> {
    this.busy = true;
    const answer = await asked;
    this.busy = false;
    this.fault = answer.ok ? '' : this.wordsOf(answer.fault.code);
    if (!answer.ok || !this.isConnected) return;
    const before = this.underWay?.phase;
    this.underWay = answer.value;
    const { phase, id } = answer.value;
    clearTimeout(this.asking);
    if (phase === 'reading' || phase === 'taking') {
      this.asking = setTimeout(() => void this.learn(readImport(id)), ASKED_EVERY_MS);
    }
    if (phase === 'done' && before === 'taking') this.dispatchEvent(new Event('changed'));
  }

  private readonly send = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const given = new FormData(form);
    const file = given.get('zip');
    if (!(file instanceof File) || file.size === 0) return;
    this.timeZone = valueOf(form, 'timeZone');
    const organization = given.get('organization');
    const wish = {
      organization: typeof organization === 'string' ? organization : '',
      timeZone: this.timeZone,
      credit: valueOf(form, 'credit'),
    };
    void this.learn(sendArchive(file, wish));
  };

  private readonly take = (event: SubmitEvent): void => {
    event.preventDefault();
    const { underWay } = this;
    if (!underWay || !(event.target instanceof HTMLFormElement)) return;
    void this.learn(takeImport(underWay.id, new FormData(event.target).get('publish') !== null));
  };

  private readonly again = (): void => {
    if (this.underWay) void dropImport(this.underWay.id);
    this.underWay = null;
    this.fault = '';
  };

  private renderForm(): TemplateResult {
    return html`<form @submit=${this.send}>
      <div class="field">
        <label for="zip">${this.#say('zip')}</label>
        <input id="zip" name="zip" type="file" accept=".zip,application/zip" required />
      </div>
      ${
        this.owners.length < 2
          ? html`<input type="hidden" name="organization" value=${this.owners[0]?.id ?? ''} />`
          : html`<div class="field">
              <label for="organization">${this.#say('organization')}</label>
              <select id="organization" name="organization">
                ${this.owners.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
              </select>
            </div>`
      }
      ${field({ name: 'timeZone', label: this.#say('timeZone'), value: this.timeZone, required: true })}
      ${field({ name: 'credit', label: this.#say('credit'), hint: this.#say('creditHint') })}
      <button class="primary" ?disabled=${this.busy}>${this.#say(this.busy ? 'sending' : 'look')}</button>
      <details>
        <summary>${this.#say('more')}</summary>
        <p>${this.#say('moreText')}</p>
      </details>
    </form>`;
  }

  private renderReady(underWay: ImportUnderWay): TemplateResult {
    const { files, counts } = underWay;
    const letGo = html`<button type="button" @click=${this.again}>${this.#say('drop')}</button>`;
    if (counts.files === 0)
      return html`<p role="status">${this.#say('nothing')}</p>
        ${letGo}`;
    return html`<p role="status">
        ${this.#say('found', counts)} ${counts.bad === 0 ? this.#say('allGood') : this.#say('bad', counts)}
        ${files.length < counts.files ? this.#say('shownFirst', { shown: files.length }) : nothing}
      </p>
      ${importTable(files, { language: this.language, timeZone: this.timeZone, wordsOf: (code) => this.wordsOf(code) })}
      <form class="steps" @submit=${this.take}>
        <label class="choice"
          ><input type="checkbox" name="publish" checked /><span>${this.#say('publishNow')}</span></label
        >
        <button class="primary" ?disabled=${this.busy || counts.updates === 0}>${this.#say('take', counts)}</button>
        ${letGo}
      </form>`;
  }

  private renderDone({ taken, counts }: ImportUnderWay): TemplateResult {
    const sums = new Map<string, number>();
    for (const { outcome } of taken) sums.set(outcome, (sums.get(outcome) ?? 0) + 1);
    const said = [...sums].map(([outcome, count]) => this.#say(`count.${outcome}` as Phrase, { count }));
    const remarkable = taken.filter(
      ({ outcome, obstacles, faults }) =>
        outcome === 'editedHere' ||
        obstacles.length > 0 ||
        faults.some(({ code }) => code === 'file/pictureUnreadable'),
    );
    const remark = (code: string, about: string | undefined): TemplateResult =>
      html`<li>${this.wordsOf(code)}${about ? html` <q>${about}</q>` : nothing}</li>`;
    return html`<p role="status">
        ${this.#say('finished', { total: counts.updates })}
        ${said.join(this.language === 'en' ? ', ' : '，')}${this.language === 'en' ? '.' : '。'}
      </p>
      ${
        remarkable.length === 0
          ? nothing
          : html`<ul class="report">
              ${remarkable.map(
                ({ title, outcome, obstacles, faults }) =>
                  html`<li>
                    <b>${title}</b> · ${this.#say(`outcome.${outcome}` as Phrase)}
                    <ul>
                      ${obstacles.map(({ code, about }) => remark(code, about))}
                      ${faults.filter(({ code }) => code === 'file/pictureUnreadable').map(({ code, about }) => remark(code, about))}
                    </ul>
                  </li>`,
              )}
            </ul>`
      }
      <button type="button" @click=${this.again}>${this.#say('another')}</button>`;
  }

  private renderStep(): TemplateResult {
    const { underWay } = this;
    if (!underWay) return this.renderForm();
    const { phase, progress } = underWay;
    switch (phase) {
      case 'reading':
      case 'taking':
        return html`<p role="status">${this.#say(phase, progress)}</p>
          <progress
            max=${Math.max(1, progress.total)}
            .value=${progress.done}
            aria-label=${this.#say(phase, progress)}
          ></progress>`;
      case 'ready':
        return this.renderReady(underWay);
      case 'done':
        return this.renderDone(underWay);
      case 'failed':
        return html`<p class="fault" role="alert">
            ${this.wordsOf(underWay.fault?.code ?? 'import/failed')}
            ${underWay.fault?.about ? html`<q>${underWay.fault.about}</q>` : nothing}
          </p>
          <button type="button" @click=${this.again}>${this.#say('another')}</button>`;
    }
  }

  override render(): TemplateResult {
    return html`<h2>${this.#say('title')}</h2>
      <p class="soft">${this.#say('about')}</p>
      ${this.fault === '' ? nothing : html`<p class="fault" role="alert">${this.fault}</p>`}${this.renderStep()}`;
  }
}
