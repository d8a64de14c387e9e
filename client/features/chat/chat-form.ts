/**
 * Writing in the chat: to whom, what, and sending by Enter, never by the Enter that ends a composed word. A refused text comes back into the
 * field. Must not know what has been said.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import { say } from '../../../shared/languages/area.ts';
import { chatArea, type ChatPhrase } from '../../../shared/languages/areas/chat.ts';
import { CHAT_TEXT, type ChatAudience } from '../../../shared/workshop/chat/types.ts';
import { presentSeats } from '../../../shared/workshop/participants/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { toast } from '../../ui/toast.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { whoIs } from '../room/who.ts';
import { isSending } from './sending-key.ts';

@customElement('plenary-chat-form')
export class ChatForm extends Region {
  static override styles = [
    ...controls,
    css`
      form,
      .notice {
        padding: var(--gap-2) var(--gap-4);
        border-top: 1px solid var(--hairline);
      }
      .notice {
        font-size: var(--size-1);
        color: var(--ink-soft);
      }
      .row {
        flex-wrap: nowrap;
        align-items: end;
        margin-top: var(--gap-2);
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--gap-2);
        font-size: var(--size-1);
        color: var(--ink-soft);
        white-space: nowrap;
      }
      select {
        min-width: 0;
        max-width: 100%;
      }
      textarea {
        flex: 1;
        min-width: 0;
        field-sizing: content;
        min-height: 2.75rem;
        max-height: 9rem;
        resize: none;
      }
    `,
  ];
  /** `all`, `desk` or a seat. */
  @state() private to = 'all';
  readonly #field = createRef<HTMLTextAreaElement>();

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null) return nothing;
    if (view.session.phase === 'ended') return html`<p class="notice">${this.#say('ended')}</p>`;
    if (!this.store.may('chat.write')) return html`<p class="notice">${this.#say('watchOnly')}</p>`;
    const moderates = this.store.may('chat.moderate');
    const closed = !view.chat.rules.open;
    const choices = this.#choices(view, closed && !moderates);
    const to = choices.some(({ value }) => value === this.to) ? this.to : (choices[0]?.value ?? 'desk');
    return html`<form @submit=${(event: SubmitEvent) => this.#submitted(event, to)}>
      ${closed ? html`<p class="quiet-words">${this.#say(moderates ? 'closedDesk' : 'closed')}</p>` : nothing}
      <label>
        ${this.#say('to')}
        <select @change=${(event: Event) => (this.to = (event.target as HTMLSelectElement).value)}>
          ${choices.map(({ value, words }) => html`<option value=${value} .selected=${value === to}>${words}</option>`)}
        </select>
      </label>
      <div class="row">
        <textarea
          ${ref(this.#field)}
          rows="1"
          maxlength=${CHAT_TEXT}
          aria-label=${this.#say('message')}
          placeholder=${this.#say('message')}
          title=${this.#say('hint')}
          @keydown=${(event: KeyboardEvent) => this.#pressed(event)}
        ></textarea>
        <button class="primary">${this.#say('send')}</button>
      </div>
    </form>`;
  }

  #say(key: ChatPhrase, values?: Readonly<Record<string, string | number>>): string {
    return say(chatArea, this.language, key, values);
  }

  #choices(view: WorkshopState, onlyDesk: boolean): readonly { readonly value: string; readonly words: string }[] {
    const desk = { value: 'desk', words: this.#say('to.desk') };
    if (onlyDesk) return [desk];
    const others = view.chat.rules.between
      ? presentSeats(view.participants).filter(({ id }) => id !== this.store.seat)
      : [];
    return [
      { value: 'all', words: this.#say('to.all') },
      desk,
      ...others.map(({ id }) => ({ value: id, words: whoIs(view, id, this.language).name })),
    ];
  }

  #pressed(event: KeyboardEvent): void {
    if (!isSending(event)) return;
    event.preventDefault();
    this.#field.value?.form?.requestSubmit();
  }

  async #submitted(event: SubmitEvent, to: string): Promise<void> {
    event.preventDefault();
    const field = this.#field.value;
    const text = field?.value.trim() ?? '';
    if (field === undefined || text === '') return;
    if (text.length > CHAT_TEXT) return toast(this.#say('tooLong', { limit: CHAT_TEXT }), 'kindNo');
    const audience: ChatAudience = to === 'all' || to === 'desk' ? { kind: to } : { kind: 'seat', seat: to as SeatId };
    field.value = '';
    this.dispatchEvent(new CustomEvent('plenary-chat-sent', { detail: text }));
    const accepted = await this.ask({ type: 'chat/say', to: audience, text });
    this.dispatchEvent(new CustomEvent('plenary-chat-answered', { detail: text }));
    if (!accepted && field.value === '') field.value = text;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-chat-form': ChatForm;
  }
}
