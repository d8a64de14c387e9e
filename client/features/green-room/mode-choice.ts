/** How much picture a person wants, remembered on this device. Owns the choice; what it does to media is client/media/mode.ts. */
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { greenRoomArea } from '../../../shared/languages/areas/green-room.ts';
import type { MediaSession } from '../../media/media-session.ts';
import { MODES, rememberedMode, rememberMode, type Mode } from '../../media/mode.ts';
import { base, fields } from '../../ui/base.css.ts';

@customElement('plenary-mode-choice')
export class ModeChoice extends LitElement {
  static override styles = [
    base,
    fields,
    css`
      fieldset {
        display: grid;
        gap: var(--gap-1);
        margin: 0;
        padding: 0;
        border: none;
      }

      legend {
        margin-block-end: var(--gap-2);
        padding: 0;
        font-weight: 500;
      }

      label {
        display: flex;
        align-items: center;
        gap: var(--gap-2);
        min-height: var(--target);
        margin: 0;
        font-weight: 400;
      }

      .what {
        display: grid;
      }

      .what span {
        color: var(--ink-soft);
        font-size: var(--size-1);
      }
    `,
  ];
  /** Null while one is not in the room: then the choice is only remembered. */
  @property({ attribute: false }) media: MediaSession | null = null;
  @property({ attribute: false }) language: Language = 'en';
  @state() private mode: Mode = rememberedMode();

  #choose(mode: Mode): void {
    this.mode = mode;
    rememberMode(mode);
    this.media?.setMode(mode);
  }

  protected override render(): TemplateResult {
    const { language } = this;
    return html`<fieldset>
      <legend>${say(greenRoomArea, language, 'mode')}</legend>
      ${MODES.map(
        (mode) =>
          html`<label>
            <input
              type="radio"
              name="mode"
              value=${mode}
              .checked=${mode === this.mode}
              @change=${() => this.#choose(mode)}
            />
            <span class="what"
              >${say(greenRoomArea, language, `mode.${mode}`)}
              <span>${say(greenRoomArea, language, `mode.${mode}.text`)}</span></span
            >
          </label>`,
      )}
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-mode-choice': ModeChoice;
  }
}
