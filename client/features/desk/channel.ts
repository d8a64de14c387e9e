/** The desk's channel: what was said among chair, co-chairs and rapporteur, and a line to say more. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { say } from '../../../shared/languages/area.ts';
import { deskArea } from '../../../shared/languages/areas/desk.ts';
import { valueOf } from '../../ui/field.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { whoIs } from '../room/who.ts';
import { clockOf } from '../when.ts';

@customElement('plenary-desk-channel')
export class DeskChannel extends Region {
  static override styles = [
    ...controls,
    css`
      ol {
        max-height: 16rem;
        overflow: auto;
      }
      li {
        padding: var(--gap-1) 0;
        overflow-wrap: anywhere;
      }
      form {
        display: flex;
        gap: var(--gap-2);
        margin-top: var(--gap-2);
      }
      input {
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { view, language } = this;
    if (view === null) return nothing;
    const { messages } = view.desk;
    const label = say(deskArea, language, 'message');
    return html`<p class="quiet-words">${say(deskArea, language, 'channelHint')}</p>
      ${
        messages.length === 0
          ? html`<p class="quiet-words">${say(deskArea, language, 'channelEmpty')}</p>`
          : html`<ol tabindex="0" aria-label=${say(deskArea, language, 'channel')}>
              ${repeat(
                messages,
                ({ id }) => id,
                ({ seat, at, text, id }) =>
                  html`<li class=${this.store.pending$.get().has(id) ? 'pending' : ''}>
                    <span class="quiet-words">${whoIs(view, seat, language).name} · ${clockOf(at, language)}</span
                    ><br />
                    ${text}
                  </li>`,
              )}
            </ol>`
      }
      <form @submit=${this.#say}>
        <input name="text" maxlength="500" autocomplete="off" required aria-label=${label} placeholder=${label} />
        <button>${say(deskArea, language, 'send')}</button>
      </form>`;
  }

  readonly #say = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const text = valueOf(form, 'text');
    if (text !== '' && (await this.ask({ type: 'desk/say', text }))) form.reset();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-desk-channel': DeskChannel;
  }
}
