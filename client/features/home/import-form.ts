/** A workshop file brought in: the file, what to do with it, its faults by line, or its links. Owns the form; the server reads the file. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { homeArea } from '../../../shared/languages/areas/home.ts';
import { rolesArea } from '../../../shared/languages/areas/roles.ts';
import { workshopFileArea } from '../../../shared/languages/areas/workshop-file.ts';
import { importWorkshop, type FileFault, type Imported } from '../../connection/api.ts';
import type { ApiFault } from '../../connection/http.ts';
import { keepLinks } from '../../store/memory.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { wordsOfFault } from '../faults.ts';

type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'noFile' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'refused'; readonly fault: ApiFault }
  | { readonly kind: 'faulty'; readonly faults: readonly FileFault[] }
  | { readonly kind: 'done'; readonly imported: Imported };

const isWorded = (code: string): code is keyof (typeof workshopFileArea)['en'] =>
  Object.hasOwn(workshopFileArea.en, code);

const wordsOfFileFault = ({ code, details }: FileFault, language: Language): string =>
  isWorded(code) ? say(workshopFileArea, language, code, details) : code;

@customElement('plenary-import-form')
export class PlenaryImportForm extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      .faults {
        display: grid;
        gap: var(--gap-2);
        max-height: 20rem;
        margin-block-start: var(--gap-3);
        overflow: auto;
      }

      .faults li {
        padding-block-end: var(--gap-2);
        border-block-end: 1px solid var(--hairline);
      }

      code {
        overflow-wrap: anywhere;
        font-size: var(--size-1);
      }

      .links {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-2);
        margin-block-start: var(--gap-3);
      }
    `,
  ];

  @property({ attribute: false }) language: Language = 'en';
  @state() private outcome: Outcome = { kind: 'none' };

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  private readonly bring = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.outcome.kind === 'reading') return;
    const file = this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
    if (!file) {
      this.outcome = { kind: 'noFile' };
      return;
    }
    const mode = event.submitter?.getAttribute('value') === 'again' ? 'again' : 'held';
    this.outcome = { kind: 'reading' };
    const answer = await importWorkshop(await file.text(), mode);
    if (answer.ok) {
      keepLinks(answer.value.workshop, answer.value.links);
      this.outcome = { kind: 'done', imported: answer.value };
    } else {
      const { faults } = answer.fault;
      this.outcome = faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'refused', fault: answer.fault };
    }
  };

  private say(key: keyof (typeof homeArea)['en'], values?: Values): string {
    return say(homeArea, this.language, key, values);
  }

  private renderFaults(faults: readonly FileFault[]): TemplateResult {
    return html`<div role="alert">
      <p class="fault">${this.say('importFaults', { count: faults.length })}</p>
      <ol class="faults">
        ${faults.map(
          (fault) =>
            html`<li>
              <p>${wordsOfFileFault(fault, this.language)}</p>
              <p class="soft small">
                ${this.say('importPlace', { line: fault.line, column: fault.column })} ·
                <code>${fault.path === '' ? this.say('importWhole') : fault.path}</code>
              </p>
            </li>`,
        )}
      </ol>
    </div>`;
  }

  private renderOutcome(): TemplateResult | typeof nothing {
    const { outcome, language } = this;
    switch (outcome.kind) {
      case 'none':
      case 'reading':
        return nothing;
      case 'noFile':
        return html`<p class="fault" role="alert">${this.say('importNoFile')}</p>`;
      case 'refused':
        return html`<p class="fault" role="alert">${wordsOfFault(outcome.fault, language)}</p>`;
      case 'faulty':
        return this.renderFaults(outcome.faults);
      case 'done':
        return html`<div role="status">
          <p>${this.say('importDone')}</p>
          <ul class="links">
            ${outcome.imported.links.map(
              ({ role, url }, index) =>
                html`<li>
                  <a class=${index === 0 ? 'button primary' : 'button'} href=${url}
                    >${this.say('enterAs', { role: say(rolesArea, language, role) })}</a
                  >
                </li>`,
            )}
          </ul>
        </div>`;
    }
  }

  override render(): TemplateResult {
    const isReading = this.outcome.kind === 'reading';
    return html`<form @submit=${this.bring}>
      <div class="field">
        <label for="file">${this.say('importFile')}</label>
        <input id="file" type="file" accept=".json,application/json" aria-describedby="file-more" />
        <p class="hint" id="file-more">${this.say('importHint')}</p>
      </div>
      <div class="steps">
        <button class="primary" value="held" ?disabled=${isReading}>
          ${this.say(isReading ? 'importing' : 'importHeld')}
        </button>
        <button value="again" ?disabled=${isReading}>${this.say('importAgain')}</button>
      </div>
      ${this.renderOutcome()}
    </form>`;
  }
}
