/** What the forms of the directory are made of: labelled fields that tell their fault where it is. Must not know which entry it is. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { directoryEntryArea, type EntryPhrase } from '../../../shared/languages/areas/directory-entry.ts';
import type { KeptEntry } from '../../connection/directory-api.ts';
import { typedIn } from '../../ui/field.ts';
import type { FieldFaults } from './draft.ts';

export interface Form<Draft> {
  readonly draft: Draft;
  readonly language: Language;
  readonly isReadOnly: boolean;
  /** Of the fields that were looked at; none before the first try to save. */
  readonly faults: Readonly<FieldFaults>;
  /** The organizations that the draft names. */
  readonly organizations: readonly KeptEntry[];
  readonly set: (change: Partial<Draft>) => void;
  /** An organization that was found or added is known from now on. */
  readonly learn: (organization: KeptEntry) => void;
}

export const words = (language: Language, key: EntryPhrase, values?: Values): string =>
  say(directoryEntryArea, language, key, values);

interface Line {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly typed: (text: string) => void;
  readonly hint?: string;
  readonly maxLength?: number;
  readonly lang?: Language;
  readonly type?: 'text' | 'email';
  readonly rows?: number;
}

const below = (form: Pick<Form<unknown>, 'faults' | 'language'>, name: string, hint?: string) => {
  const fault = form.faults[name];
  if (fault === undefined && hint === undefined) return nothing;
  return html`<p class=${fault === undefined ? 'hint' : 'fault'} id="${name}-more">
    ${fault === undefined ? hint : words(form.language, fault)}
  </p>`;
};

export const lineField = (
  form: Pick<Form<unknown>, 'faults' | 'language' | 'isReadOnly'>,
  { name, label, value, typed, hint, maxLength = 200, lang, type = 'text', rows }: Line,
): TemplateResult => {
  const told = form.faults[name] !== undefined || hint !== undefined ? `${name}-more` : nothing;
  const invalid = form.faults[name] === undefined ? nothing : 'true';
  const input = (event: Event): void => typed(typedIn(event));
  return html`<div class="field">
    <label for=${name}>${label}</label>
    ${
      rows === undefined
        ? html`<input
            id=${name}
            type=${type}
            lang=${lang ?? nothing}
            maxlength=${maxLength}
            autocomplete="off"
            ?readonly=${form.isReadOnly}
            aria-invalid=${invalid}
            aria-describedby=${told}
            .value=${value}
            @input=${input}
          />`
        : html`<textarea
            id=${name}
            rows=${rows}
            ?readonly=${form.isReadOnly}
            aria-invalid=${invalid}
            aria-describedby=${told}
            .value=${value}
            @input=${input}
          ></textarea>`
    }
    ${below(form, name, hint)}
  </div>`;
};

export const choiceField = (
  form: Pick<Form<unknown>, 'isReadOnly'>,
  name: string,
  label: string,
  value: string,
  options: readonly (readonly [value: string, words: string])[],
  chosen: (value: string) => void,
): TemplateResult =>
  html`<div class="field">
    <label for=${name}>${label}</label>
    <select id=${name} ?disabled=${form.isReadOnly} @change=${(event: Event) => chosen(typedIn(event))}>
      ${options.map(([one, said]) => html`<option value=${one} .selected=${one === value}>${said}</option>`)}
    </select>
  </div>`;

export const faultBelow = (
  form: Pick<Form<unknown>, 'faults' | 'language'>,
  name: string,
): TemplateResult | typeof nothing => below(form, name);
