/** The bar's button for passing signs, each with its word, and the choice to see none. Must not know where others' signs stand. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { say } from '../../../shared/languages/area.ts';
import { chatArea } from '../../../shared/languages/areas/chat.ts';
import { REACTIONS, type Reaction } from '../../../shared/protocol/workshop-messages.ts';
import '../../ui/menu.ts';
import { sign } from '../../ui/signs.ts';
import { toast } from '../../ui/toast.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { showReactions, showsReactions } from './shown.ts';

@customElement('plenary-reactions')
export class Reactions extends Region {
  static override styles = [
    ...controls,
    css`
      ui-menu [slot] {
        display: inline-flex;
        align-items: center;
        gap: var(--gap-2);
      }
      ui-menu button {
        min-height: 44px;
      }
      @media (max-width: 1023px) {
        ui-menu [slot] {
          flex-direction: column;
          gap: 2px;
          font-size: 0.75rem;
        }
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { language } = this;
    if (!this.store.may('reactions.send')) return nothing;
    const shown = showsReactions();
    return html`<ui-menu up .label=${say(chatArea, language, 'reactions')}>
      <span slot="face">${sign('react')}<span>${say(chatArea, language, 'react')}</span></span>
      ${REACTIONS.map(
        (reaction) =>
          html`<button @click=${() => this.#react(reaction)}>
            ${sign(reaction)} ${say(chatArea, language, `reaction.${reaction}`)}
          </button>`,
      )}
      <button @click=${() => showReactions(!shown)}>
        ${say(chatArea, language, shown ? 'hideReactions' : 'showReactions')}
      </button>
    </ui-menu>`;
  }

  async #react(reaction: Reaction): Promise<void> {
    if (!(await this.store.react(reaction))) toast(say(chatArea, this.language, 'tooManyReactions'), 'kindNo');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-reactions': Reactions;
  }
}
