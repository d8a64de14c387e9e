/** What the workshop is: title, series, programme, themes, language, and whether there is a room as well. */
import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LANGUAGES, type LocalText } from '../../../shared/kernel/language.ts';
import type { BriefState } from '../../../shared/workshop/brief/types.ts';
import { typedIn } from '../../ui/field.ts';
import './both-languages.ts';
import type { Written } from './both-languages.ts';
import { Part, wholeIn } from './part.ts';
import { partStyles } from './plan-styles.ts';

const MOST_THEMES = 12;

/** Line by line, the two languages beside each other. */
const asLines = (themes: readonly LocalText[] = []): LocalText => {
  const lines = LANGUAGES.map(
    (language) => [language, themes.map((theme) => theme[language] ?? '').join('\n')] as const,
  );
  return Object.fromEntries(lines.filter(([, text]) => text.trim() !== ''));
};

const fromLines = (text: LocalText | null): readonly LocalText[] => {
  const [en, zh] = LANGUAGES.map((language) => (text?.[language] ?? '').split('\n').map((one) => one.trim()));
  return Array.from({ length: Math.max(en?.length ?? 0, zh?.length ?? 0) }, (_, n) => ({
    ...(en?.[n] && { en: en[n].slice(0, 100) }),
    ...(zh?.[n] && { 'zh-Hans': zh[n].slice(0, 100) }),
  }))
    .filter((theme) => Object.keys(theme).length > 0)
    .slice(0, MOST_THEMES);
};

@customElement('plenary-plan-what')
export class WhatPart extends Part {
  static override styles = partStyles;

  override render(): TemplateResult {
    const brief = this.view?.brief;
    if (brief === undefined) return html``;
    const { language } = this;
    return html`<plenary-both-languages
        class="title"
        .language=${language}
        .label=${this.t('title')}
        .text=${brief.title}
        @plenary-written=${({ text }: Written) => text !== null && this.revise({ title: text })}
      ></plenary-both-languages>
      <plenary-both-languages
        .language=${language}
        .label=${this.t('seriesName')}
        .text=${brief.series?.name ?? {}}
        @plenary-written=${({ text }: Written) =>
          this.giveOrClear('series', text === null ? null : { name: text, ordinal: brief.series?.ordinal ?? 1 })}
      ></plenary-both-languages>
      <div class="row">
        ${
          brief.series === undefined
            ? ''
            : html`<div class="field">
                <label for="ordinal">${this.t('ordinal')}</label>
                <input
                  id="ordinal"
                  type="number"
                  min="1"
                  max="9999"
                  .value=${String(brief.series.ordinal)}
                  @change=${(event: Event) => this.#ordinal(brief, typedIn(event))}
                />
              </div>`
        }
        <div class="field">
          <label for="language">${this.t('language')}</label>
          <select
            id="language"
            @change=${(event: Event) => this.revise({ language: typedIn(event) === 'en' ? 'en' : 'zh-Hans' })}
          >
            ${LANGUAGES.map(
              (one) =>
                html`<option value=${one} .selected=${one === brief.language}>
                  ${this.t(one === 'en' ? 'english' : 'chinese')}
                </option>`,
            )}
          </select>
        </div>
        <div class="field">
          <label for="mode">${this.t('mode')}</label>
          <select
            id="mode"
            @change=${(event: Event) => this.revise({ mode: typedIn(event) === 'hybrid' ? 'hybrid' : 'online' })}
          >
            ${(['online', 'hybrid'] as const).map(
              (one) => html`<option value=${one} .selected=${one === brief.mode}>${this.t(one)}</option>`,
            )}
          </select>
        </div>
      </div>
      <plenary-both-languages
        .language=${language}
        .label=${this.t('programme')}
        .text=${brief.programme ?? {}}
        @plenary-written=${({ text }: Written) => this.giveOrClear('programme', text)}
      ></plenary-both-languages>
      <plenary-both-languages
        long
        .language=${language}
        .limit=${1200}
        .label=${this.t('themes')}
        .text=${asLines(brief.themes)}
        @plenary-written=${({ text }: Written) => {
          const themes = fromLines(text);
          this.giveOrClear('themes', themes.length === 0 ? null : themes);
        }}
      ></plenary-both-languages>`;
  }

  #ordinal({ series }: BriefState, typed: string): void {
    const ordinal = wholeIn(typed, 1, 9999);
    if (series !== undefined && typeof ordinal === 'number') this.revise({ series: { ...series, ordinal } });
  }
}
