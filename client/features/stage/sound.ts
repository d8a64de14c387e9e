/** Plays everyone's voice. When the browser holds sound back, says so and offers the button that the browser waits for. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { say } from '../../../shared/languages/area.ts';
import { stageArea } from '../../../shared/languages/areas/stage.ts';
import type { MediaSession, RemoteSource } from '../../media/media-session.ts';
import { playThroughSpeaker } from '../../media/speaker.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

@customElement('plenary-sound')
export class Sound extends Region {
  static override styles = [
    ...controls,
    css`
      .blocked {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: var(--gap-3);
        padding: var(--gap-1) var(--gap-3);
        font-size: var(--size-1);
        background: var(--amber-wash);
        color: var(--ink);
      }
      .blocked button {
        flex: none;
      }
    `,
  ];
  @property({ attribute: false }) media: MediaSession | null = null;
  @state() private blocked = false;

  get #voices(): readonly RemoteSource[] {
    return (
      this.media?.remote$
        .get()
        .filter(({ source, sound, stream }) => (source === 'microphone' || sound) && stream !== null) ?? []
    );
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const players = this.renderRoot.querySelectorAll('audio');
    this.#voices.forEach(({ stream }, index) => {
      const player = players[index];
      if (player !== undefined) void playThroughSpeaker(player);
      if (player === undefined || player.srcObject === stream) return;
      player.srcObject = stream;
      void this.#play(player);
    });
  }

  async #play(player: HTMLAudioElement): Promise<void> {
    try {
      await player.play();
    } catch (fault) {
      // AbortError only means that a newer stream took its place.
      if (fault instanceof DOMException && fault.name === 'NotAllowedError') this.blocked = true;
    }
  }

  readonly #allow = (): void => {
    this.blocked = false;
    for (const player of this.renderRoot.querySelectorAll('audio')) void this.#play(player);
  };

  override render(): TemplateResult {
    return html`${
      this.blocked
        ? html`<div class="blocked" role="alert">
            <span>${say(stageArea, this.language, 'soundBlocked')}</span>
            <button class="primary" @click=${this.#allow}>${say(stageArea, this.language, 'turnOnSound')}</button>
          </div>`
        : nothing
    }
    ${repeat(
      this.#voices,
      ({ seat, source }) => `${source}/${seat}`,
      () => html`<audio></audio>`,
    )}`;
  }
}
