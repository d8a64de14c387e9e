/** One piece as it stands in the text: chosen by pointer or key, with its tags, or the field it is typed in. Must not know where it stands. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Piece } from '../../../shared/drafting/working-copy.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { draftingArea } from '../../../shared/languages/areas/drafting.ts';
import './piece-editor.ts';
import { isAt, openComments, tagsOf, typingAt, type Sheet } from './sheet.ts';

export const drawPiece = (sheet: Sheet, language: Language, piece: Piece, isFirst: boolean): TemplateResult => {
  const place = { language, piece: piece.id };
  const { session, language: around } = sheet;
  const typing = typingAt(sheet, language, piece.id).map(
    (name) => html`<span class="tag present" lang=${around}>${say(draftingArea, around, 'typing', { name })}</span>`,
  );
  if (isAt(sheet.editing, language, piece.id)) {
    return html`<plenary-piece-editor
        .session=${session}
        .piece=${piece}
        .textLanguage=${language}
        .language=${around}
        @left=${() => sheet.edit(null)}
      ></plenary-piece-editor
      >${typing}`;
  }
  const isChosen = isAt(sheet.chosen, language, piece.id);
  const tags = tagsOf(sheet, language, piece);
  const comments = openComments(sheet, language, piece.id).length;
  const byKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ' && event.key !== 'F2') return;
    event.preventDefault();
    if (event.key === 'F2' || (isChosen && piece.state !== 'deleted')) sheet.edit(place);
    else sheet.choose(place);
  };
  return html`<span
      class="piece ${piece.state} ${tags.join(' ')} ${isChosen ? 'chosen' : ''}"
      role="button"
      data-piece=${piece.id}
      tabindex=${isChosen || (sheet.chosen === null && isFirst) ? 0 : -1}
      aria-pressed=${isChosen ? 'true' : 'false'}
      @click=${() => sheet.choose(place)}
      @dblclick=${() => (piece.state === 'deleted' ? undefined : sheet.edit(place))}
      @keydown=${byKey}
      >${piece.text}</span
    >${typing}${tags.map((tag) => html`<span class="tag ${tag}" lang=${around}>${say(draftingArea, around, tag)}</span>`)}${
      comments === 0
        ? nothing
        : html`<span class="tag comments" lang=${around}
            >${say(draftingArea, around, 'tagComments', { count: comments })}</span
          >`
    }`;
};
