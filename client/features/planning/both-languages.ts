/**
 * One text in both languages side by side. What stands in it while somebody writes is theirs: what others write comes in when the field is left.
 * Owns when it is told: half a second after the last key, and on leaving; must not know what it is for.
 */
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LANGUAGES, type Language, type LocalText } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { planningArea } from '../../../shared/languages/areas/planning.ts';
import { base, fields } from '../../ui/base.css.ts';
import { typedIn } from '../../ui/field.ts';

/** Null: it is empty in both. */
export class Written extends Event {
  static readonly type = 'plenary-written';
  readonly text: LocalText | null;
  constructor(text: LocalText | null) {
    super(Written.type);
    this.text = text;
  }
}

const REST_MS = 500;

@customElement('plenary-both-languages')
export class BothLanguages extends LitElement {
  static override styles = [
    base,
    fields,
    css`
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
        gap: var(--gap-2) var(--gap-4);
      }
      textarea {
        display: block;
        resize: vertical;
        field-sizing: content;
        min-height: 4.5rem;
      }
    `,
  ];

  @property({ attribute: false }) language: Language = 'en';
  @property() label = '';
  @property({ attribute: false }) text: LocalText = {};
  @property({ type: Number }) limit = 300;
  @property({ type: Boolean }) long = false;
  @state() private own: Readonly<Record<Language, string>> | null = null;
  private resting: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.tell();
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('input, textarea')?.focus();
  }

  private get shown(): Readonly<Record<Language, string>> {
    return this.own ?? { en: this.text.en ?? '', 'zh-Hans': this.text['zh-Hans'] ?? '' };
  }

  private readonly tell = (): void => {
    clearTimeout(this.resting);
    if (this.own === null) return;
    const given = LANGUAGES.flatMap((language) => {
      const text = this.own?.[language].trim() ?? '';
      return text === '' ? [] : [[language, text] as const];
    });
    const text: LocalText = Object.fromEntries(given);
    if (JSON.stringify(text) !== JSON.stringify({ ...this.text })) {
      this.dispatchEvent(new Written(given.length === 0 ? null : text));
    }
  };

  private typed(language: Language, event: Event): void {
    this.own = { ...this.shown, [language]: typedIn(event) };
    clearTimeout(this.resting);
    this.resting = setTimeout(this.tell, REST_MS);
  }

  private readonly left = (event: FocusEvent): void => {
    this.tell();
    if (event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget)) return;
    this.own = null;
  };

  private renderOne(language: Language): TemplateResult {
    const label = say(planningArea, this.language, language === 'en' ? 'inEnglish' : 'inChinese', {
      label: this.label,
    });
    const value = this.shown[language];
    return html`<div>
      <label for=${language}>${label}</label>
      ${
        this.long
          ? html`<textarea
              id=${language}
              lang=${language}
              maxlength=${this.limit}
              .value=${value}
              @input=${(event: Event) => this.typed(language, event)}
            ></textarea>`
          : html`<input
              id=${language}
              lang=${language}
              maxlength=${this.limit}
              autocomplete="off"
              .value=${value}
              @input=${(event: Event) => this.typed(language, event)}
            />`
      }
    </div>`;
  }

  override render(): TemplateResult {
    return html`<div class="pair" role="group" aria-label=${this.label} @focusout=${this.left}>
      ${LANGUAGES.map((language) => this.renderOne(language))}
    </div>`;
  }
}

declare global {
  interface HTMLElementEventMap {
    'plenary-written': Written;
  }
}
