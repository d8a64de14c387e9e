/** Why the workshop is held: purpose, background facts with their sources, and who the hosts are. */
import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { BackgroundFact } from '../../../shared/workshop/brief/types.ts';
import './both-languages.ts';
import type { Written } from './both-languages.ts';
import { Part } from './part.ts';
import { partStyles } from './plan-styles.ts';

@customElement('plenary-plan-why')
export class WhyPart extends Part {
  static override styles = partStyles;

  #put(facts: readonly BackgroundFact[], at: number, fact: BackgroundFact | null): void {
    const rest = fact === null ? [] : [fact];
    this.revise({ background: [...facts.slice(0, at), ...rest, ...facts.slice(at + 1)] });
  }

  #fact(facts: readonly BackgroundFact[], fact: BackgroundFact | null, at: number): TemplateResult {
    return html`<plenary-both-languages
        long
        .language=${this.language}
        .limit=${1000}
        .label=${`${this.t('background')} ${at + 1}`}
        .text=${fact?.text ?? {}}
        @plenary-written=${({ text }: Written) =>
          this.#put(facts, at, text === null ? null : { ...(fact?.source && { source: fact.source }), text })}
      ></plenary-both-languages>
      ${
        fact === null
          ? ''
          : html`<plenary-both-languages
              .language=${this.language}
              .label=${this.t('backgroundSource')}
              .text=${fact.source ?? {}}
              @plenary-written=${({ text }: Written) =>
                this.#put(facts, at, { text: fact.text, ...(text !== null && { source: text }) })}
            ></plenary-both-languages>`
      }`;
  }

  override render(): TemplateResult {
    const brief = this.view?.brief;
    if (brief === undefined) return html``;
    const facts = brief.background;
    return html`<plenary-both-languages
        long
        .language=${this.language}
        .limit=${1000}
        .label=${this.t('purpose')}
        .text=${brief.purpose ?? {}}
        @plenary-written=${({ text }: Written) => this.giveOrClear('purpose', text)}
      ></plenary-both-languages>
      ${[...facts, null].slice(0, 50).map((fact, at) => this.#fact(facts, fact, at))}
      <plenary-both-languages
        long
        .language=${this.language}
        .limit=${2000}
        .label=${this.t('about')}
        .text=${brief.about ?? {}}
        @plenary-written=${({ text }: Written) => this.giveOrClear('about', text)}
      ></plenary-both-languages>`;
  }
}
