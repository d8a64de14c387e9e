/** What the desk does to all at once: mute, and say who may share a screen. Comes when the people's panel is opened by somebody of the desk. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { say } from '../../../shared/languages/area.ts';
import { moderationArea } from '../../../shared/languages/areas/moderation.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

@customElement('plenary-moderation')
export class Moderation extends Region {
  static override styles = [
    ...controls,
    css`
      .check {
        flex-basis: 100%;
        min-height: var(--target);
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null || view.session.phase === 'ended') return nothing;
    const limit = (event: Event): void => {
      const field = event.target;
      if (field instanceof HTMLInputElement)
        void this.ask({ type: 'stage/limitSharing', sharing: field.checked ? 'presenters' : 'all' });
    };
    return html`<div class="row">
      <button @click=${() => this.ask({ type: 'stage/silenceAll' })}>${this.#say('muteAll')}</button>
      <button @click=${() => this.ask({ type: 'stage/silenceAll', spare: 'speakers' })}>
        ${this.#say('muteListeners')}
      </button>
      <label class="check">
        <input type="checkbox" .checked=${view.stage.sharing === 'presenters'} @change=${limit} />
        ${this.#say('limitSharing')}
      </label>
    </div>`;
  }

  #say(key: keyof (typeof moderationArea)['en']): string {
    return say(moderationArea, this.language, key);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-moderation': Moderation;
  }
}
