/**
 * The chat's panel: what this seat may read, newest below, and the form. Keeps its place while one reads further up, and never takes the focus.
 * Must not know where the words are kept nor how many are new elsewhere.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { say } from '../../../shared/languages/area.ts';
import { chatArea, type ChatPhrase } from '../../../shared/languages/areas/chat.ts';
import type { ChatLine } from '../../../shared/workshop/chat/types.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { Connection } from '../../connection/connection.ts';
import { seeChat } from '../../store/chat-seen.ts';
import { ChatWords } from '../../store/chat-words.ts';
import type { Confirm } from '../room/confirm.ts';
import '../room/confirm.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { whoIs } from '../room/who.ts';
import { clockOf } from '../when.ts';
import './chat-form.ts';
import './chat-rules.ts';
import { chatStyles } from './chat-styles.ts';
import { linked } from './linked.ts';

/** How many lines are drawn at first, and how many more at each wish. */
const AT_ONCE = 150;
/** So near the end counts as at the end, CSS px. */
const NEAR = 48;

@customElement('plenary-chat')
export class Chat extends Region {
  static override styles = [...controls, chatStyles];
  @property({ attribute: false }) connection!: Connection;
  @state() private shown = AT_ONCE;
  @state() private inSight = false;
  @state() private atEnd = true;
  /** Texts that are on their way, in the order in which they were sent. */
  @state() private outbox: readonly string[] = [];
  #words: ChatWords | null = null;
  readonly #scroll = createRef<HTMLElement>();
  readonly #confirm = createRef<Confirm>();
  readonly #sight = new IntersectionObserver(([entry]) => (this.inSight = entry?.isIntersecting ?? false));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#words ??= new ChatWords(this.connection);
    this.#sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sight.disconnect();
    this.#words?.close();
    this.#words = null;
    this.inSight = false;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const lines = this.store.confirmed$.get()?.chat.lines ?? [];
    const last = lines.at(-1);
    if (!this.inSight) return;
    void this.#words?.want(lines.slice(-this.shown));
    if (!this.atEnd) return;
    this.#toEnd();
    if (last !== undefined) seeChat(this.store.workshop, last.id);
  }

  override render(): TemplateResult | typeof nothing {
    const { view, language, store } = this;
    if (view === null) return nothing;
    const { lines } = view.chat;
    const shown = lines.slice(-this.shown);
    return html`<div class="scroll" ${ref(this.#scroll)} tabindex="0" @scroll=${this.#scrolled}>
        ${this.#above(lines, shown)}
        ${
          lines.length === 0
            ? html`<p class="quiet-words">${this.#say('empty')}</p>`
            : html`<ol aria-label=${this.#say('messages')}>
                ${repeat(
                  shown,
                  ({ id }) => id,
                  (line) => this.#line(view, line, shown),
                )}
              </ol>`
        }
      </div>
      ${this.atEnd ? nothing : html`<button class="newest" @click=${this.#backToEnd}>${this.#say('newest')}</button>`}
      <plenary-chat-form
        .store=${store}
        .language=${language}
        @plenary-chat-sent=${({ detail }: CustomEvent<string>) => (this.outbox = [...this.outbox, detail])}
        @plenary-chat-answered=${({ detail }: CustomEvent<string>) => this.#arrived(detail)}
      ></plenary-chat-form>
      <plenary-chat-rules .store=${store} .language=${language} .connection=${this.connection}></plenary-chat-rules>
      <plenary-confirm ${ref(this.#confirm)}></plenary-confirm>`;
  }

  #say(key: ChatPhrase, values?: Readonly<Record<string, string | number>>): string {
    return say(chatArea, this.language, key, values);
  }

  #above(lines: readonly ChatLine[], shown: readonly ChatLine[]): TemplateResult | typeof nothing {
    if (this.#words?.failed$.get() === true)
      return html`<p role="alert">
        ${this.#say('failed')}
        <button @click=${() => this.#words?.tryAgain(shown)}>${this.#say('tryAgain')}</button>
      </p>`;
    if (lines.length <= shown.length) return nothing;
    return html`<button class="quiet" @click=${() => (this.shown += AT_ONCE)}>${this.#say('earlier')}</button>`;
  }

  #line(view: WorkshopState, line: ChatLine, shown: readonly ChatLine[]): TemplateResult {
    const mine = line.seat === this.store.seat;
    const { name } = whoIs(view, line.seat, this.language);
    const mayDelete = line.deleted === undefined && (mine || this.store.may('chat.moderate'));
    const pending = this.store.pending$.get().has(line.id);
    return html`<li class=${pending ? 'pending' : ''}>
      <div class="head">
        <span class="name">${mine ? this.#say('you') : name}</span>
        <span class="quiet-words">${clockOf(line.at, this.language)}</span>
        ${this.#addressee(view, line)}
        ${
          mayDelete && !pending
            ? html`<button
                class="quiet"
                aria-label=${this.#say('deleteOf', { name })}
                @click=${() => this.#delete(line)}
              >
                ${this.#say('delete')}
              </button>`
            : nothing
        }
      </div>
      ${this.#text(line, shown)}
    </li>`;
  }

  #addressee(view: WorkshopState, { to, seat }: ChatLine): TemplateResult | typeof nothing {
    if (to.kind === 'all') return nothing;
    const name = (): string => whoIs(view, to.kind === 'seat' ? to.seat : seat, this.language).name;
    const words =
      to.kind === 'desk'
        ? this.#say('toDesk')
        : to.seat === this.store.seat
          ? this.#say('toYou')
          : this.#say('toName', { name: name() });
    return html`<span class="alone">${words}</span>`;
  }

  #text(line: ChatLine, shown: readonly ChatLine[]): TemplateResult {
    if (line.deleted !== undefined)
      return html`<p class="trace">${this.#say(line.deleted === 'author' ? 'deletedByAuthor' : 'deletedByDesk')}</p>`;
    const text = this.#words?.words$.get().get(line.id) ?? this.#onItsWay(line, shown);
    if (text !== undefined)
      return html`<span class="words">${linked(text).map(({ text: piece, href }) => this.#piece(piece, href))}</span>`;
    return html`<p class="trace">${this.#say(this.#words?.isWithout(line.id) === true ? 'gone' : 'loading')}</p>`;
  }

  #piece(text: string, href: string | null): TemplateResult | string {
    if (href === null) return text;
    return html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow ugc" referrerpolicy="no-referrer"
      >${text}</a
    >`;
  }

  /** Own lines that the server has not acknowledged stand at the end, in the order in which they were sent. */
  #onItsWay({ id }: ChatLine, shown: readonly ChatLine[]): string | undefined {
    const pending = this.store.pending$.get();
    const index = shown.filter((line) => pending.has(line.id)).findIndex((line) => line.id === id);
    return index === -1 ? undefined : this.outbox[index];
  }

  #arrived(text: string): void {
    const index = this.outbox.indexOf(text);
    this.outbox = this.outbox.filter((_, at) => at !== index);
    this.#backToEnd();
  }

  readonly #scrolled = (): void => {
    const at = this.#scroll.value;
    if (at !== undefined) this.atEnd = at.scrollHeight - at.scrollTop - at.clientHeight < NEAR;
  };

  readonly #backToEnd = (): void => {
    this.atEnd = true;
    this.#toEnd();
  };

  #toEnd(): void {
    const at = this.#scroll.value;
    if (at !== undefined) at.scrollTop = at.scrollHeight;
  }

  async #delete({ id }: ChatLine): Promise<void> {
    const sure = await this.#confirm.value?.asks({
      title: this.#say('deleteTitle'),
      text: this.#say('deleteText'),
      yes: this.#say('delete'),
      no: this.#say('keep'),
    });
    if (sure === true) await this.ask({ type: 'chat/delete', line: id });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-chat': Chat;
  }
}
