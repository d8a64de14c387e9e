/** How the door stands, for the desk: knock or walk in, open or closed, a word to those waiting, and who is barred. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { fullName } from '../../../shared/directory/names.ts';
import { valuesOf } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { peopleArea } from '../../../shared/languages/areas/people.ts';
import { closing } from '../../../shared/workshop/lobby/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { valueOf } from '../../ui/field.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

@customElement('plenary-lobby-desk')
export class LobbyDesk extends Region {
  static override styles = [
    ...controls,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--gap-2);
        padding-block: var(--gap-1);
      }
      .line > span {
        flex: 1 1 9rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      summary {
        min-height: 2.25rem;
        align-content: center;
        cursor: pointer;
        color: var(--ink-soft);
        font-size: var(--size-1);
      }
      @media (pointer: coarse), (max-width: 47.9rem) {
        summary {
          min-height: var(--target);
        }
      }
      form {
        display: grid;
        gap: var(--gap-2);
        justify-items: start;
        margin-block: var(--gap-1) var(--gap-2);
      }
    `,
  ];
  @state() private writing = false;

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null || view.session.phase === 'ended') return nothing;
    const { door } = view.lobby;
    const closesAt = closing(view);
    const open = door === 'open';
    const closed = closesAt !== null && closesAt <= this.store.now();
    return html`<div class="line">
        <span class="quiet-words">${this.#say(closed ? 'doorClosed' : open ? 'doorOpen' : 'doorKnock')}</span>
        ${
          closed
            ? nothing
            : html`<button @click=${() => this.ask({ type: 'lobby/setDoor', door: open ? 'knock' : 'open' })}>
                ${this.#say(open ? 'closeDoor' : 'openDoor')}
              </button>`
        }
        <button @click=${() => this.ask({ type: 'lobby/setClosing', at: closed ? null : this.store.now() })}>
          ${this.#say(closed ? 'reopenDoor' : 'noMore')}
        </button>
      </div>
      ${this.#message(view)} ${this.#barred(view)}`;
  }

  #say(key: keyof (typeof peopleArea)['en'], values?: Readonly<Record<string, string | number>>): string {
    return say(peopleArea, this.language, key, values);
  }

  #message(view: WorkshopState): TemplateResult {
    const { message } = view.lobby;
    if (message !== null && !this.writing) {
      return html`<div class="line">
        <span><span class="quiet-words">${this.#say('toldWaiting')}</span> ${message.text}</span>
        <button @click=${() => (this.writing = true)}>${this.#say('tellOther')}</button>
        <button @click=${() => this.ask({ type: 'lobby/tellWaiting', text: null })}>${this.#say('takeBack')}</button>
      </div>`;
    }
    if (!this.writing)
      return html`<div class="line">
        <button @click=${() => (this.writing = true)}>${this.#say('tellWaiting')}</button>
      </div>`;
    return html`<form @submit=${this.#tell}>
      <label for="word">${this.#say('tellWaiting')}</label>
      <textarea id="word" name="word" rows="2" maxlength="500" required .value=${message?.text ?? ''}></textarea>
      <div class="row">
        <button class="primary">${this.#say('tell')}</button>
        <button type="button" @click=${() => (this.writing = false)}>${this.#say('cancel')}</button>
      </div>
    </form>`;
  }

  readonly #tell = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const text = valueOf(event.target, 'word');
    if (text !== '' && (await this.ask({ type: 'lobby/tellWaiting', text }))) this.writing = false;
  };

  #barred(view: WorkshopState): TemplateResult | typeof nothing {
    const bans = valuesOf(view.lobby.banned);
    if (bans.length === 0) return nothing;
    return html`<details>
      <summary>${this.#say('barred', { count: bans.length })}</summary>
      <ul>
        ${bans.map(
          ({ seat, name }) =>
            html`<li class="line">
              <span>${fullName(name, this.language)}</span>
              <button @click=${() => this.ask({ type: 'lobby/unban', seat })}>${this.#say('unbar')}</button>
            </li>`,
        )}
      </ul>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-lobby-desk': LobbyDesk;
  }
}
