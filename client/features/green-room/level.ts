/** How loud a microphone is, as a bar and in words. Owns listening to the stream; must not know where it comes from. */
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { greenRoomArea } from '../../../shared/languages/areas/green-room.ts';
import { base } from '../../ui/base.css.ts';
import { measures } from '../../ui/measures.ts';

const EVERY_MS = 100;
/** dBFS at which the bar is empty and full, and above which a voice counts as heard. */
const QUIET = -60;
const LOUD = -10;
const VOICE = -42;

/** 0 to 100 from samples between -1 and 1. */
const percentOf = (decibels: number): number =>
  Math.round(Math.min(1, Math.max(0, (decibels - QUIET) / (LOUD - QUIET))) * 100);

const decibelsOf = (samples: Float32Array): number => {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return 10 * Math.log10(sum / samples.length + 1e-12);
};

@customElement('plenary-level')
export class Level extends LitElement {
  static override styles = [
    base,
    css`
      .bar {
        height: 0.75rem;
        border: 1px solid var(--edge);
        border-radius: var(--round);
        background: var(--shade);
        overflow: hidden;
      }

      .bar::before {
        content: '';
        display: block;
        width: var(--level, 0%);
        height: 100%;
        background: var(--green);
      }

      p {
        margin-block-start: var(--gap-1);
        color: var(--ink-soft);
        font-size: var(--size-1);
      }
    `,
  ];
  @property({ attribute: false }) stream: MediaStream | null = null;
  @property({ attribute: false }) language: Language = 'en';
  @state() private percent = 0;
  @state() private heard = false;
  #stop = (): void => undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('stream')) this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  #listen(): void {
    this.#stop();
    this.percent = 0;
    this.heard = false;
    const { stream } = this;
    if (stream === null || stream.getAudioTracks().length === 0) return;
    const context = new AudioContext();
    void context.resume();
    const ear = new AnalyserNode(context, { fftSize: 2048 });
    context.createMediaStreamSource(stream).connect(ear);
    const samples = new Float32Array(ear.fftSize);
    const timer = setInterval(() => {
      ear.getFloatTimeDomainData(samples);
      const decibels = decibelsOf(samples);
      this.percent = percentOf(decibels);
      this.heard ||= decibels > VOICE;
    }, EVERY_MS);
    this.#stop = () => {
      clearInterval(timer);
      void context.close();
      this.#stop = () => undefined;
    };
  }

  protected override render(): TemplateResult {
    const { percent, language } = this;
    return html`<div
        class="bar"
        role="meter"
        aria-label=${say(greenRoomArea, language, 'level')}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${percent}
        ${measures({ '--level': `${percent}%` })}
      ></div>
      <p role="status">${say(greenRoomArea, language, this.heard ? 'heard' : 'notHeard')}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-level': Level;
  }
}
