/** Entries that may be one and the same, side by side: merged as chosen, told apart, and taken back. Owns the asking; nothing merges by itself. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { directoryKeepingArea, type KeepingPhrase } from '../../../shared/languages/areas/directory-keeping.ts';
import {
  mergeEntries,
  readActs,
  readDuplicates,
  tellApart,
  undoAct,
  type Act,
  type Duplicates,
  type Pair,
} from '../../connection/directory-api.ts';
import type { Answer } from '../../connection/http.ts';
import { base, buttons } from '../../ui/base.css.ts';
import { toast } from '../../ui/toast.ts';
import { duplicatesStyles } from './duplicates-styles.ts';
import { entryFault } from './entry-faults.ts';
import { entryWords } from './entry-words.ts';
import { differences, mergedOf, type Difference, type MergeField, type Side } from './merging.ts';
import { pathOfEntry } from './paths.ts';
import { valueWords } from './value-words.ts';

type Choices = Readonly<Partial<Record<MergeField, Side>>>;
const keyOf = ({ a, b }: Pair): string => `${a.entry.id} ${b.entry.id}`;

@customElement('plenary-duplicates')
export class PlenaryDuplicates extends LitElement {
  static override styles = [base, buttons, duplicatesStyles];

  @property({ attribute: false }) language: Language = 'en';
  @property({ type: Boolean }) readonly = false;
  @state() private kind: 'person' | 'organization' = 'person';
  @state() private found: Duplicates | null = null;
  @state() private acts: readonly Act[] = [];
  @state() private trouble = '';
  @state() private choices: Readonly<Record<string, Choices>> = {};

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }

  private t(key: KeepingPhrase, values?: Values): string {
    return say(directoryKeepingArea, this.language, key, values);
  }

  private readonly look = async (): Promise<void> => {
    const { kind } = this;
    const [pairs, acts] = await Promise.all([readDuplicates(kind), this.readonly ? null : readActs()]);
    if (kind !== this.kind) return;
    this.trouble = pairs.ok ? '' : entryFault(pairs.fault, this.language);
    this.found = pairs.ok ? pairs.value : null;
    if (acts?.ok) this.acts = acts.value.acts;
  };

  private async run<T>(work: Promise<Answer<T>>, done: (value: T) => string): Promise<void> {
    const answer = await work;
    if (answer.ok) toast(done(answer.value));
    await this.look();
    if (!answer.ok) this.trouble = entryFault(answer.fault, this.language);
  }

  private show(kind: 'person' | 'organization'): void {
    this.kind = kind;
    this.found = null;
    void this.look();
  }

  private renderChoice(pair: Pair, { field, a, b, mayBoth, first }: Difference): TemplateResult {
    const key = keyOf(pair);
    const chosen = this.choices[key]?.[field] ?? first;
    const organizations = this.found?.organizations ?? [];
    const side = (one: Side, value: TemplateResult | string | typeof nothing): TemplateResult =>
      html`<label>
        <input
          type="radio"
          name="${key} ${field}"
          .checked=${chosen === one}
          ?disabled=${this.readonly}
          @change=${() => (this.choices = { ...this.choices, [key]: { ...this.choices[key], [field]: one } })}
        />
        <span>${value === nothing ? html`<span class="soft">${this.t('nothing')}</span>` : value}</span>
      </label>`;
    return html`<fieldset>
      <legend>${this.t(`field.${field}`)}</legend>
      ${side('a', valueWords(field, a, organizations, this.language))}
      ${side('b', valueWords(field, b, organizations, this.language))}
      ${mayBoth ? side('both', this.t('both')) : nothing}
    </fieldset>`;
  }

  private renderPair(pair: Pair): TemplateResult {
    const { a, b, reason } = pair;
    const organizations = this.found?.organizations ?? [];
    const name = (one: Pair['a']): TemplateResult =>
      html`<a href=${pathOfEntry(one.entry)}>${entryWords(one.entry, organizations, this.language)}</a>`;
    const differ = differences(a.entry, b.entry);
    const merge = (): void => {
      const wish = mergedOf(a.entry, b.entry, this.choices[keyOf(pair)] ?? {});
      void this.run(mergeEntries(a, b, wish), () => this.t('merged'));
    };
    const apart = (): void => {
      void this.run(tellApart(a.entry.id, b.entry.id), () => this.t('toldApart'));
    };
    return html`<li class="pair">
      <p class="reason">${this.t(`reason.${reason}`)}</p>
      <div class="both">
        <p>${name(a)}</p>
        <p>${name(b)}</p>
      </div>
      ${
        differ.length === 0
          ? html`<p class="soft">${this.t('alike')}</p>`
          : differ.map((one) => this.renderChoice(pair, one))
      }
      ${
        this.readonly
          ? nothing
          : html`<div class="row">
              <button class="primary" @click=${merge}>${this.t('merge')}</button>
              <button @click=${apart}>${this.t('apart')}</button>
            </div>`
      }
    </li>`;
  }

  private renderActs(): TemplateResult | typeof nothing {
    if (this.acts.length === 0) return nothing;
    const name = (entry: Act['gone'] | null): string => (entry === null ? '' : entryWords(entry, [], this.language));
    const undone = (left: number): string => (left === 0 ? this.t('undone') : this.t('undoneLeft', { count: left }));
    return html`<section aria-labelledby="done">
      <h2 id="done">${this.t('done')}</h2>
      <ul>
        ${this.acts.map(({ id, kind, gone, into, undoneAt }) => {
          const said = this.t(`act.${kind}`, { gone: name(gone), into: name(into) });
          return html`<li class="act">
            <span>${said}</span>
            ${
              undoneAt === null
                ? html`<button
                    aria-label="${this.t('undo')}: ${said}"
                    @click=${() => this.run(undoAct(id), ({ left }) => undone(left))}
                  >
                    ${this.t('undo')}
                  </button>`
                : html`<span class="soft small">${this.t('wasUndone')}</span>`
            }
          </li>`;
        })}
      </ul>
    </section>`;
  }

  override render(): TemplateResult {
    const { found, trouble } = this;
    return html`<div class="row" role="group" aria-label=${this.t('whichKind')}>
        ${(['person', 'organization'] as const).map(
          (one) =>
            html`<button aria-pressed=${one === this.kind ? 'true' : 'false'} @click=${() => this.show(one)}>
              ${this.t(one === 'person' ? 'people' : 'organizations')}
            </button>`,
        )}
      </div>
      ${
        trouble === ''
          ? nothing
          : html`<p class="fault" role="alert">${trouble}</p>
              <button @click=${this.look}>${this.t('tryAgain')}</button>`
      }
      ${
        found === null
          ? trouble === ''
            ? html`<p class="soft" role="status">${this.t('loading')}</p>`
            : nothing
          : found.pairs.length === 0
            ? html`<p role="status">${this.t('none')}</p>`
            : html`<p class="soft">${this.t('intro')}</p>
                <ul>
                  ${repeat(found.pairs, keyOf, (pair) => this.renderPair(pair))}
                </ul>`
      }
      ${this.renderActs()}`;
  }
}
