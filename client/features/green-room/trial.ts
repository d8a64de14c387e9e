/** A trial of one's own voice and of the speaker: three seconds recorded and played back, or a short sound. Owns its steps and words. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { greenRoomArea } from '../../../shared/languages/areas/green-room.ts';
import { base, buttons } from '../../ui/base.css.ts';
import { playBack, record, tone } from './recording.ts';

type Step =
  | { readonly kind: 'idle' | 'playing' | 'played' | 'recordFailed' | 'tonePlayed' | 'toneFailed' }
  | { readonly kind: 'recording'; readonly left: number };

@customElement('plenary-trial')
export class Trial extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-2);
      }

      button {
        white-space: normal;
      }

      p {
        margin-block-start: var(--gap-2);
      }
    `,
  ];
  /** Null: there is no microphone to try. */
  @property({ attribute: false }) stream: MediaStream | null = null;
  @property({ attribute: false }) language: Language = 'en';
  @state() private step: Step = { kind: 'idle' };

  get #isBusy(): boolean {
    return this.step.kind === 'recording' || this.step.kind === 'playing';
  }

  readonly #try = async (): Promise<void> => {
    const { stream } = this;
    if (stream === null || this.#isBusy) return;
    try {
      const said = await record(stream, (left) => (this.step = { kind: 'recording', left }));
      this.step = { kind: 'playing' };
      await playBack(said);
      this.step = { kind: 'played' };
    } catch {
      this.step = { kind: 'recordFailed' };
    }
  };

  readonly #sound = async (): Promise<void> => {
    if (this.#isBusy) return;
    try {
      await playBack(tone());
      this.step = { kind: 'tonePlayed' };
    } catch {
      this.step = { kind: 'toneFailed' };
    }
  };

  #words(): string | null {
    const { step, language } = this;
    if (step.kind === 'idle') return null;
    return step.kind === 'recording'
      ? say(greenRoomArea, language, 'recording', { seconds: step.left })
      : say(greenRoomArea, language, step.kind);
  }

  protected override render(): TemplateResult {
    const { language } = this;
    const words = this.#words();
    const busy = this.#isBusy ? 'true' : nothing;
    return html`<div class="choices">
        ${
          this.stream === null
            ? nothing
            : html`<button aria-disabled=${busy} @click=${this.#try}>${say(greenRoomArea, language, 'record')}</button>`
        }
        <button aria-disabled=${busy} @click=${this.#sound}>${say(greenRoomArea, language, 'tone')}</button>
      </div>
      <div role="status">${words === null ? nothing : html`<p>${words}</p>`}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-trial': Trial;
  }
}
