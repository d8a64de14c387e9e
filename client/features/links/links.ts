/** The dialog with a link for each role: kept ones to copy, new ones to make. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { say } from '../../../shared/languages/area.ts';
import { peopleArea } from '../../../shared/languages/areas/people.ts';
import { ROLES, type Role } from '../../../shared/workshop/roles.ts';
import type { Connection } from '../../connection/connection.ts';
import { keepLinks, keptLinks } from '../../store/memory.ts';
import '../../ui/dialog.ts';
import { toast } from '../../ui/toast.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { issueLink } from './issue-link.ts';

@customElement('plenary-links')
export class Links extends Region {
  static override styles = [
    ...controls,
    css`
      li {
        padding: var(--gap-3) 0;
        border-bottom: 1px solid var(--hairline);
      }
      .line {
        display: flex;
        gap: var(--gap-2);
        margin-top: var(--gap-1);
      }
      input {
        flex: 1;
        min-width: 0;
        font-size: var(--size-1);
      }
      strong {
        flex: 1;
      }
      p {
        margin-bottom: var(--gap-2);
      }
    `,
  ];
  @property({ attribute: false }) connection!: Connection;
  @state() private open = false;
  @state() private making: Role | null = null;
  @state() private copied: Role | null = null;

  show(): void {
    this.copied = null;
    this.open = true;
  }

  override render(): TemplateResult {
    return html`<ui-dialog
      .open=${this.open}
      .heading=${this.#say('linksTitle')}
      .closeLabel=${this.#say('close')}
      @close=${() => (this.open = false)}
    >
      ${
        this.open
          ? html`<p class="quiet-words">${this.#say('linksText')}</p>
              <ul>
                ${ROLES.map((role) => this.#role(role))}
              </ul>`
          : nothing
      }
    </ui-dialog>`;
  }

  #say(key: keyof (typeof peopleArea)['en'], values?: Readonly<Record<string, string | number>>): string {
    return say(peopleArea, this.language, key, values);
  }

  #role(role: Role): TemplateResult {
    const link = keptLinks(this.connection.workshop).find((kept) => kept.role === role);
    const name = this.#say(`role.${role}`);
    const busy = this.making === role;
    const words = busy ? 'making' : link === undefined ? 'makeLink' : 'makeAnother';
    return html`<li>
      <div class="row">
        <strong>${name}</strong>
        <button ?disabled=${busy} @click=${() => this.#make(role)}>${this.#say(words)}</button>
      </div>
      ${
        link === undefined
          ? nothing
          : html`<div class="line">
              <input
                readonly
                .value=${link.url}
                aria-label=${this.#say('linkFor', { role: name })}
                @focus=${selectAll}
              />
              <button @click=${(event: Event) => this.#copy(role, link.url, event)}>
                ${this.#say(this.copied === role ? 'copied' : 'copy')}
              </button>
            </div>`
      }
    </li>`;
  }

  async #make(role: Role): Promise<void> {
    this.making = role;
    const link = await issueLink(this.connection, role);
    this.making = null;
    if (link === null) {
      toast(this.#say('linkFailed'), 'harm');
      return;
    }
    const { workshop } = this.connection;
    keepLinks(workshop, [...keptLinks(workshop).filter((kept) => kept.role !== role), link]);
  }

  /** Outside a secure context there is no clipboard: the address is selected instead, to be copied by hand. */
  async #copy(role: Role, url: string, event: Event): Promise<void> {
    const field = event.target instanceof Element ? event.target.parentElement?.querySelector('input') : null;
    try {
      await navigator.clipboard.writeText(url);
      this.copied = role;
    } catch {
      field?.select();
      toast(this.#say('copyByHand'));
    }
  }
}

const selectAll = (event: FocusEvent): void => {
  if (event.target instanceof HTMLInputElement) event.target.select();
};

declare global {
  interface HTMLElementTagNameMap {
    'plenary-links': Links;
  }
}
