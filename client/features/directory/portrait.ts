/** A person's portrait in the form: shown, sent, taken away. Owns the upload; which entry it belongs to is saved with the form. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FileId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { portraitPath, sendPortrait } from '../../connection/directory-api.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { entryFault } from './entry-faults.ts';
import { words } from './form.ts';

export class PortraitChanged extends Event {
  static readonly type = 'plenary-portrait';
  readonly portrait: FileId | null;

  constructor(portrait: FileId | null) {
    super(PortraitChanged.type);
    this.portrait = portrait;
  }
}

@customElement('plenary-portrait')
export class Portrait extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      .whole {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-4);
        align-items: start;
      }

      img {
        width: 7rem;
        height: 7rem;
        border-radius: var(--round);
        object-fit: cover;
        background: var(--shade);
      }

      .choice {
        flex: 1 1 14rem;
      }
    `,
  ];

  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) portrait: FileId | null = null;
  @property({ type: Boolean }) readonly = false;
  @state() private isBusy = false;
  @state() private trouble = '';

  private readonly choose = async (event: Event): Promise<void> => {
    const { target } = event;
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (!file) return;
    this.isBusy = true;
    this.trouble = '';
    const answer = await sendPortrait(file);
    this.isBusy = false;
    if (target instanceof HTMLInputElement) target.value = '';
    if (answer.ok) this.dispatchEvent(new PortraitChanged(answer.value.portrait));
    else this.trouble = entryFault(answer.fault, this.language);
  };

  override render(): TemplateResult {
    const { language, portrait } = this;
    return html`<div class="whole">
      ${portrait === null ? nothing : html`<img src=${portraitPath(portrait)} alt=${words(language, 'portrait')} />`}
      ${
        this.readonly
          ? nothing
          : html`<div class="choice">
              <label for="picture">${words(language, 'portraitChoose')}</label>
              <input
                id="picture"
                type="file"
                accept="image/*"
                aria-describedby="picture-more"
                ?disabled=${this.isBusy}
                @change=${this.choose}
              />
              <p class="hint" id="picture-more" role="status">
                ${words(language, this.isBusy ? 'portraitBusy' : 'portraitHint')}
              </p>
              ${this.trouble === '' ? nothing : html`<p class="fault" role="alert">${this.trouble}</p>`}
              ${
                portrait === null
                  ? nothing
                  : html`<button
                      type="button"
                      class="quiet"
                      @click=${() => this.dispatchEvent(new PortraitChanged(null))}
                    >
                      ${words(language, 'portraitRemove')}
                    </button>`
              }
            </div>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementEventMap {
    'plenary-portrait': PortraitChanged;
  }
}
