/**
 * Asks before a person's name is taken out of the workshop, one's own or somebody's whom the chair names, and says what is lost. Owns the
 * question; what becomes of the log is the server's.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { fullName } from '../../../shared/directory/names.ts';
import type { PersonId } from '../../../shared/kernel/ids.ts';
import { lookUp } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { privacyArea, type PrivacyPhrase } from '../../../shared/languages/areas/privacy.ts';
import '../../ui/dialog.ts';
import { toast } from '../../ui/toast.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

interface Asked {
  readonly person: PersonId;
  /** Null: it is one's own. As it stood when it was asked: the name is gone before the dialog is. */
  readonly name: string | null;
}

@customElement('plenary-name-removal')
export class NameRemoval extends Region {
  static override styles = [
    ...controls,
    css`
      p + p {
        margin-block-start: var(--gap-3);
      }
    `,
  ];
  @state() private asked: Asked | null = null;
  @state() private sending = false;

  show(person: PersonId): void {
    const { view } = this;
    const known = lookUp(view?.roster.people ?? {}, person);
    if (view === null || known === undefined) return;
    const isOwn = lookUp(view.participants.seats, this.store.seat)?.person === person;
    this.asked = { person, name: isOwn ? null : fullName(known.name, this.language) };
  }

  override render(): TemplateResult {
    const { asked } = this;
    return html`<ui-dialog
      .open=${asked !== null}
      .heading=${asked === null ? '' : this.#of(asked, 'takeOwnTitle', 'takeTitle')}
      .closeLabel=${this.#say('keep')}
      @close=${this.#close}
    >
      ${
        asked === null
          ? nothing
          : html`<p>${this.#of(asked, 'takeOwnText', 'takeText')}</p>
              <p>${this.#say('stays')}</p>
              <p><strong>${this.#say('forGood')}</strong></p>
              <div class="steps">
                <button class="danger" ?disabled=${this.sending} @click=${() => this.#take(asked)}>
                  ${this.#of(asked, 'takeOwn', 'take')}
                </button>
                <button @click=${this.#close}>${this.#say('keep')}</button>
              </div>`
      }
    </ui-dialog>`;
  }

  #say(key: PrivacyPhrase, values?: Readonly<Record<string, string>>): string {
    return say(privacyArea, this.language, key, values);
  }

  #of({ name }: Asked, own: PrivacyPhrase, other: PrivacyPhrase): string {
    return name === null ? this.#say(own) : this.#say(other, { name });
  }

  readonly #close = (): void => {
    this.asked = null;
  };

  async #take({ person }: Asked): Promise<void> {
    this.sending = true;
    const isTaken = await this.ask({ type: 'participants/anonymize', person });
    this.sending = false;
    this.#close();
    if (isTaken) toast(this.#say('taken'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-name-removal': NameRemoval;
  }
}
