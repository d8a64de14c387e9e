/** One language's text as it will appear, paragraph by paragraph. Owns its layout and the moving from sentence to sentence by keys. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { paragraphsOf } from '../../../shared/drafting/paragraphs.ts';
import type { Piece } from '../../../shared/drafting/working-copy.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { draftArea } from '../../../shared/languages/areas/draft.ts';
import { draftingArea } from '../../../shared/languages/areas/drafting.ts';
import { drawPiece } from './piece-view.ts';
import { isAt, type Sheet } from './sheet.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Arrow keys go from piece to piece within a text; the page hears which one was chosen. */
export const stepByKey = (event: KeyboardEvent): void => {
  const step = STEPS[event.key];
  const from = event.target;
  if (step === undefined || !(from instanceof HTMLElement) || from.dataset['piece'] === undefined) return;
  if (!(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-piece]')];
  const next = all[all.indexOf(from) + step];
  next?.click();
  next?.focus();
};

const drawPicture = (sheet: Sheet, language: Language, piece: Piece): TemplateResult => {
  const address = piece.file === null ? undefined : sheet.pictures[piece.file];
  const isChosen = isAt(sheet.chosen, language, piece.id);
  return html`<button
    class="picture ${piece.state} ${isChosen ? 'chosen' : ''}"
    data-piece=${piece.id}
    aria-pressed=${isChosen ? 'true' : 'false'}
    aria-label=${say(draftingArea, sheet.language, 'chosenPicture')}
    @click=${() => sheet.choose({ language, piece: piece.id })}
  >
    ${
      address === undefined
        ? html`<span class="frame" lang=${sheet.language}>${say(draftArea, sheet.language, 'pictureMissing')}</span>`
        : html`<img src=${address} alt="" />`
    }
  </button>`;
};

export const drawText = (sheet: Sheet, language: Language): TemplateResult => {
  const copy = sheet.state.copies[language];
  if (copy === undefined) return html``;
  const isShown = (piece: Piece): boolean => sheet.showDeleted || piece.state !== 'deleted';
  const headline = copy.pieces.find((piece) => piece.role === 'headline');
  const gap = language === 'en' ? ' ' : '';
  const paragraph = (all: readonly Piece[]): TemplateResult | typeof nothing => {
    const pieces = all.filter(isShown);
    const picture = pieces.find((piece) => piece.role === 'picture');
    const of = (...roles: readonly Piece['role'][]): readonly Piece[] =>
      pieces.filter((one) => roles.includes(one.role));
    const words = (some: readonly Piece[]) =>
      repeat(
        some,
        (piece) => piece.id,
        (piece) => html`${drawPiece(sheet, language, piece, false)}${gap}`,
      );
    const sentences = of('sentence');
    return html`${
      picture === undefined
        ? nothing
        : html`<figure>
            ${drawPicture(sheet, language, picture)}
            <figcaption>
              ${words(of('caption'))}${of('caption').length > 0 && of('credit').length > 0 ? '— ' : nothing}${words(of('credit'))}
            </figcaption>
          </figure>`
    }${sentences.length === 0 ? nothing : html`<div class="paragraph">${words(sentences)}</div>`}`;
  };
  return html`<article
    lang=${language}
    aria-label=${say(draftingArea, sheet.language, 'text', { language: say(draftingArea, sheet.language, `side.${language}`) })}
    @keydown=${stepByKey}
  >
    ${headline === undefined ? nothing : html`<h2>${drawPiece(sheet, language, headline, true)}</h2>`}
    ${repeat(
      paragraphsOf(copy.pieces),
      ([first]) => first?.id,
      (one) => paragraph(one),
    )}
  </article>`;
};
