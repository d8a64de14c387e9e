/**
 * What has changed in the minutes from one version to another, in words: as they were sent out for corrections, as they were approved, as they are.
 * Owns which two are compared. Fetched when somebody opens it.
 */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { compareDocuments, type LineDifference } from '../../../shared/document/compare.ts';
import type { Document } from '../../../shared/document/document.ts';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { minutesChangesArea, type MinutesChangesPhrase } from '../../../shared/languages/areas/minutes-changes.ts';
import { readMinutesVersions, type MinutesVersionReply } from '../../connection/minutes-api.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { differenceStyles, drawDifference } from '../../ui/difference.ts';
import { dayOf } from '../when.ts';

@customElement('plenary-minutes-changes')
export class PlenaryMinutesChanges extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    differenceStyles,
    css`
      .choice {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr));
        gap: 0 var(--gap-4);
        margin-block: var(--gap-3);
      }
      .all {
        display: flex;
        align-items: center;
        gap: var(--gap-2);
        min-height: var(--target);
      }
      .line {
        padding: var(--gap-1) var(--gap-3);
        border-inline-start: 3px solid transparent;
        overflow-wrap: anywhere;
      }
      .heading {
        font-weight: 600;
      }
      .item,
      .row {
        padding-inline-start: var(--gap-5);
      }
      .in,
      .out,
      .changed {
        border-inline-start-color: var(--edge);
        background: var(--shade);
      }
      .mark {
        margin-inline-end: var(--gap-2);
        color: var(--ink-soft);
        font-size: var(--size-1);
      }
    `,
  ];
  @property({ attribute: false }) workshop!: WorkshopId;
  @property({ attribute: false }) authorization: () => string = () => '';
  @property({ attribute: false }) language: Language = 'en';
  /** The minutes as they are. */
  @property({ attribute: false }) now!: Document;
  /** Where they stand; another one brings another version. */
  @property() phase = '';
  @state() private versions: readonly MinutesVersionReply[] | 'loading' | 'failed' = 'loading';
  @state() private from = '';
  @state() private to = 'now';
  @state() private isWhole = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('language') || changed.has('phase')) void this.#fetch();
  }

  readonly #fetch = async (): Promise<void> => {
    const answer = await readMinutesVersions(this.workshop, this.authorization(), this.language);
    if (!answer.ok) {
      this.versions = 'failed';
      return;
    }
    const { versions } = answer.value;
    this.versions = versions;
    // Approved minutes are what they were; what corrections made of them is what one wants to see.
    const last = versions.at(-1)?.phase === 'approved' && versions.length > 1 && this.phase === 'approved' ? -2 : -1;
    if (!versions.some(({ seq }) => String(seq) === this.from)) this.from = String(versions.at(last)?.seq ?? '');
  };

  #say(key: MinutesChangesPhrase, values?: Values): string {
    return say(minutesChangesArea, this.language, key, values);
  }

  #line({ kind, form, stretches }: LineDifference): TemplateResult {
    const words = { removed: this.#say('removed'), inserted: this.#say('inserted'), around: this.language };
    return html`<p class="line ${form} ${kind}">
      ${kind === 'same' ? nothing : html`<span class="mark">${this.#say(kind)}</span>`}${drawDifference(stretches, words)}
    </p>`;
  }

  /** Lines that stayed are left out, but for the heading above a change. */
  #shown(lines: readonly LineDifference[]): readonly LineDifference[] {
    if (this.isWhole) return lines;
    const shown: LineDifference[] = [];
    let above: LineDifference | null = null;
    for (const line of lines) {
      if (line.kind === 'same') {
        if (line.form === 'heading') above = line;
        continue;
      }
      if (above !== null && line.form !== 'heading') shown.push(above);
      above = null;
      shown.push(line);
    }
    return shown;
  }

  #choice(name: 'from' | 'to', versions: readonly MinutesVersionReply[]): TemplateResult {
    return html`<div class="field">
      <label for=${name}>${this.#say(name)}</label>
      <select
        id=${name}
        @change=${(event: Event) => event.target instanceof HTMLSelectElement && (this[name] = event.target.value)}
      >
        ${versions.map(
          ({ seq, at, phase }) =>
            html`<option value=${seq} ?selected=${this[name] === String(seq)}>
              ${this.#say(`version.${phase}`, { when: dayOf(at, this.language) })}
            </option>`,
        )}
        ${name === 'from' ? nothing : html`<option value="now" ?selected=${this.to === 'now'}>${this.#say('version.now')}</option>`}
      </select>
    </div>`;
  }

  override render(): TemplateResult {
    const { versions } = this;
    if (versions === 'loading') return html`<p role="status">${this.#say('loading')}</p>`;
    if (versions === 'failed')
      return html`<div role="alert">
        <p>${this.#say('failed')}</p>
        <button @click=${this.#fetch}>${this.#say('tryAgain')}</button>
      </div>`;
    if (versions.length === 0) return html`<p class="soft">${this.#say('none')}</p>`;
    const documentOf = (wanted: string): Document | undefined =>
      wanted === 'now' ? this.now : versions.find(({ seq }) => String(seq) === wanted)?.document;
    const [before, after] = [documentOf(this.from), documentOf(this.to)];
    const lines = before && after ? compareDocuments(before, after) : [];
    const changes = lines.filter(({ kind }) => kind !== 'same').length;
    return html`<div class="choice">${this.#choice('from', versions)} ${this.#choice('to', versions)}</div>
      <p role="status">${changes === 0 ? this.#say('unchanged') : this.#say('count', { count: changes })}</p>
      ${
        changes === 0
          ? nothing
          : html`<label class="all">
                <input
                  type="checkbox"
                  .checked=${this.isWhole}
                  @change=${(event: Event) =>
                    (this.isWhole = event.target instanceof HTMLInputElement && event.target.checked)}
                />
                ${this.#say('whole')}
              </label>
              ${this.#shown(lines).map((line) => this.#line(line))}`
      }`;
  }
}
