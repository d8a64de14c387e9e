/** What the desk may set about the chat, and the organizers' copy of it. Nothing for anybody else. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { say } from '../../../shared/languages/area.ts';
import { chatArea, type ChatPhrase } from '../../../shared/languages/areas/chat.ts';
import type { ChatRules } from '../../../shared/workshop/chat/types.ts';
import type { Connection } from '../../connection/connection.ts';
import { toast } from '../../ui/toast.ts';
import { downloadTable } from '../desk/download.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

@customElement('plenary-chat-rules')
export class ChatRulesForm extends Region {
  static override styles = [
    ...controls,
    css`
      details {
        padding: 0 var(--gap-4) var(--gap-2);
        font-size: var(--size-1);
      }
      summary {
        padding-block: var(--gap-1);
        cursor: pointer;
      }
      label {
        display: flex;
        gap: var(--gap-2);
        align-items: start;
        padding-block: var(--gap-1);
      }
      input {
        flex: none;
      }
      p {
        margin-top: var(--gap-2);
      }
    `,
  ];
  @property({ attribute: false }) connection!: Connection;

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null || !this.store.may('chat.moderate')) return nothing;
    const ended = view.session.phase === 'ended';
    return html`<details>
      <summary>${this.#say('rules')}</summary>
      ${ended ? nothing : html`${this.#rule('open', view.chat.rules)} ${this.#rule('between', view.chat.rules)}`}
      ${
        this.store.may('workshop.export')
          ? html`<p>
              <button @click=${this.#download}>${this.#say('download')}</button>
              <span class="quiet-words">${this.#say('downloadHint')}</span>
            </p>`
          : nothing
      }
    </details>`;
  }

  #say(key: ChatPhrase): string {
    return say(chatArea, this.language, key);
  }

  #rule(rule: keyof ChatRules, rules: ChatRules): TemplateResult {
    return html`<label>
      <input
        type="checkbox"
        .checked=${rules[rule]}
        @change=${(event: Event) =>
          this.ask({ type: 'chat/setRules', rules: { [rule]: (event.target as HTMLInputElement).checked } })}
      />
      ${this.#say(`rules.${rule}`)}
    </label>`;
  }

  readonly #download = async (): Promise<void> => {
    if (!(await downloadTable(this.connection, 'chat', this.language))) toast(this.#say('downloadFailed'), 'harm');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-chat-rules': ChatRulesForm;
  }
}
