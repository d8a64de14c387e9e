/** What to look at before publishing: facts that changed, sides that lag, warnings, open comments, facts that are missing. Owns the list. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isOvertaken } from '../../../shared/drafting/working-copy.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { draftArea } from '../../../shared/languages/areas/draft.ts';
import { draftingArea, type DraftingPhrase } from '../../../shared/languages/areas/drafting.ts';
import { base, buttons } from '../../ui/base.css.ts';
import { wordsOfFix, wordsOfOrigin } from '../draft/origin-words.ts';
import { pageStyles } from './drafting-styles.ts';
import { openComments, type Place, type Sheet } from './sheet.ts';

@customElement('plenary-to-look-at')
export class PlenaryToLookAt extends LitElement {
  static override styles = [
    base,
    buttons,
    pageStyles,
    css`
      :host {
        max-width: none;
        padding: 0;
      }
      .facts {
        border-block-end: 0;
        margin: 0;
      }
    `,
  ];
  @property({ attribute: false }) sheet!: Sheet;
  @property({ attribute: false }) shown: readonly Language[] = [];

  #say(key: DraftingPhrase, values?: Values): string {
    return say(draftingArea, this.sheet.language, key, values);
  }

  #to(place: Place, words: string): TemplateResult {
    return html`<li><button class="quiet" @click=${() => this.sheet.choose(place)}>${words}</button></li>`;
  }

  #items(language: Language): readonly TemplateResult[] {
    const { sheet } = this;
    const pieces = (sheet.state.copies[language]?.pieces ?? []).filter((piece) => piece.state !== 'deleted');
    const first = (some: readonly { readonly id: string }[], key: DraftingPhrase): readonly TemplateResult[] =>
      some[0] === undefined ? [] : [this.#to({ language, piece: some[0].id }, this.#say(key, { count: some.length }))];
    const commented = pieces.filter((piece) => openComments(sheet, language, piece.id).length > 0);
    const warnings = sheet.reply.beside[language].warnings.filter((one) => pieces.some(({ id }) => id === one.piece));
    return [
      ...first(pieces.filter(isOvertaken), 'overtakenCount'),
      ...first(
        pieces.filter((piece) => sheet.stale[language].has(piece.id)),
        'staleCount',
      ),
      ...first(commented, 'commentCount'),
      ...warnings.map((one) =>
        this.#to({ language, piece: one.piece }, this.#say(`warning.${one.code}`, { about: one.about })),
      ),
    ];
  }

  #missing(language: Language): TemplateResult {
    const { sheet } = this;
    const { missing, leftOut, origins } = sheet.reply.beside[language];
    const draft = (key: keyof (typeof draftArea)['en']): string => say(draftArea, sheet.language, key);
    const of = this.shown.length > 1 ? ` · ${draft(`in.${language}`)}` : '';
    return html`${
      missing.length === 0
        ? nothing
        : html`<details class="facts">
            <summary>${this.#say('missing', { count: missing.length })}${of}</summary>
            <ul>
              ${missing.map((one) => {
                const origin = one.where.source === undefined ? undefined : origins[one.where.source];
                return html`<li>
                  ${draft(`missing.${one.code}`)}${one.about === undefined ? nothing : html`: <q>${one.about}</q>`}
                  <span class="soft"
                    >·
                    ${wordsOfFix(one, sheet.language)}${origin === undefined ? nothing : html` (${wordsOfOrigin(origin, sheet.language)})`}</span
                  >
                </li>`;
              })}
            </ul>
          </details>`
    }${
      leftOut.length === 0
        ? nothing
        : html`<details class="facts">
            <summary>${this.#say('leftOut', { count: leftOut.length })}${of}</summary>
            <ul>
              ${leftOut.map((one) => html`<li><q>${one.text}</q> <span class="soft">· ${draft(`leftOut.${one.reason}`)}</span></li>`)}
            </ul>
          </details>`
    }`;
  }

  override render(): TemplateResult {
    const items = this.shown.flatMap((language) => this.#items(language));
    return html`<details class="facts" ?open=${items.length > 0 && items.length < 6}>
        <summary>
          ${items.length === 0 ? this.#say('toPublishNone') : this.#say('toPublish', { count: items.length })}
        </summary>
        <ul>
          ${items}
        </ul>
      </details>
      ${this.shown.map((language) => this.#missing(language))}`;
  }
}
