/**
 * Tells while one is in the room that a device changed hands: unplugged and replaced, or taken by the system for a call, with the button that
 * takes it back. Owns those words; what happened comes from the media session.
 */
import { SignalWatcher } from '@lit-labs/signals';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { lineArea } from '../../../shared/languages/areas/line-quality.ts';
import { greenRoomArea } from '../../../shared/languages/areas/green-room.ts';
import { gradeOf } from '../../media/quality.ts';
import type { MediaSession, OwnSource } from '../../media/media-session.ts';
import { base, buttons } from '../../ui/base.css.ts';
import { figuresOf, ownLineWords } from './line-words.ts';
import { toast } from '../../ui/toast.ts';

const WATCHED = ['microphone', 'camera'] as const;
type Watched = (typeof WATCHED)[number];

const openOne = (own: OwnSource | undefined) => (own?.kind === 'on' || own?.kind === 'muted' ? own : null);

@customElement('plenary-media-watch')
export class MediaWatch extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        position: fixed;
        z-index: 90;
        inset-block-start: var(--gap-3);
        inset-inline: 0;
        display: grid;
        justify-items: center;
        pointer-events: none;
      }

      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--gap-3);
        max-width: min(40rem, calc(100vw - 2rem));
        padding: var(--gap-2) var(--gap-4);
        border: 1px solid var(--amber);
        border-radius: var(--round);
        background: var(--amber-wash);
        color: var(--ink);
        box-shadow: var(--lift);
        pointer-events: auto;
      }
    `,
  ];
  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) media: MediaSession | null = null;
  /** The streams whose replacement was told already. */
  readonly #told = new WeakSet<MediaStream>();

  protected override updated(): void {
    for (const source of WATCHED) {
      const own = openOne(this.media?.own$.get()[source]);
      if (own?.instead === undefined || this.#told.has(own.stream)) continue;
      this.#told.add(own.stream);
      const device = own.instead === '' ? say(greenRoomArea, this.language, 'another') : own.instead;
      toast(say(greenRoomArea, this.language, `instead.${source}`, { device }), 'harm');
    }
  }

  protected override render(): TemplateResult {
    const own = this.media?.own$.get();
    return html`${this.#line()}${WATCHED.map((source) => {
      const one = own?.[source];
      return one?.kind === 'on' && one.held === true ? this.#held(source) : nothing;
    })}`;
  }

  #line(): TemplateResult | typeof nothing {
    const quality = this.media?.quality$.get() ?? null;
    if (quality === null || gradeOf(quality) !== 'poor') return nothing;
    const { language } = this;
    return html`<div role="status">
      <span>${ownLineWords(quality, language)} ${figuresOf(quality, language)}</span>
      <button @click=${this.#open}>${say(lineArea, language, 'open')}</button>
    </div>`;
  }

  readonly #open = (): void => {
    this.dispatchEvent(new Event('plenary-open-devices', { bubbles: true, composed: true }));
  };

  #held(source: Watched): TemplateResult {
    return html`<div role="alert">
      <span>${say(greenRoomArea, this.language, `held.${source}`)}</span>
      <button class="primary" @click=${() => this.media?.turnOn(source)}>
        ${say(greenRoomArea, this.language, `back.${source}`)}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-media-watch': MediaWatch;
  }
}
