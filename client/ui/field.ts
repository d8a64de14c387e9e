/** A labelled line of input with its hint and its fault. Owns the wiring of labels; must not know what is asked. */
import { html, nothing, type TemplateResult } from 'lit';

export interface FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly autocomplete?: AutoFill;
  readonly type?: 'text' | 'number' | 'email' | 'password';
}

export const field = ({
  name,
  label,
  value = '',
  hint,
  fault,
  required = false,
  maxLength = 200,
  autocomplete = 'off',
  type = 'text',
}: FieldOptions): TemplateResult =>
  html`<div class="field">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      name=${name}
      type=${type}
      .value=${value}
      ?required=${required}
      maxlength=${maxLength}
      autocomplete=${autocomplete}
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${hint || fault ? `${name}-more` : nothing}
    />
    ${hint || fault ? html`<p class=${fault ? 'fault' : 'hint'} id="${name}-more">${fault ?? hint}</p>` : nothing}
  </div>`;

/** The trimmed value of a named field in a form; '' when it is not there. */
export const valueOf = (form: HTMLFormElement, name: string): string => {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** What stands in the control an event comes from; '' when it is none. */
export const typedIn = (event: Event): string => {
  const { target } = event;
  return target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
    ? target.value
    : '';
};
