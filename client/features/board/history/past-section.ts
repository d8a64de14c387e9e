/** One section of the board as it stood at some time, each block beside what became of it. Owns the look only; what differs comes in. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../../../shared/kernel/language.ts';
import { say } from '../../../../shared/languages/area.ts';
import { boardArea } from '../../../../shared/languages/areas/board.ts';
import { boardHistoryArea } from '../../../../shared/languages/areas/board-history.ts';
import { differing, type Compared, type ComparedBlock } from '../../../../shared/notes/compare.ts';

export interface PastSection {
  readonly language: Language;
  readonly title: string;
  readonly compared: Compared;
  readonly onlyDifferences: boolean;
  /** Null: it cannot be put back. */
  readonly putBack: ((block: ComparedBlock) => void) | null;
}

export const pastStyles = css`
  .past + .past {
    margin-block-start: var(--gap-4);
    padding-block-start: var(--gap-3);
    border-block-start: 1px solid var(--hairline);
  }
  .block {
    padding-block: var(--gap-1);
    font-family: var(--serif);
    overflow-wrap: anywhere;
  }
  .words {
    white-space: pre-line;
  }
  .kind,
  .became {
    font: 400 var(--size-1) / 1.5 var(--sans);
    color: var(--ink-soft);
  }
  .block.gone,
  .block.changed {
    padding-inline-start: var(--gap-3);
    border-inline-start: 3px solid var(--amber);
  }
  .block.gone {
    border-color: var(--red);
  }
  mark {
    background: var(--amber-wash);
    color: inherit;
  }
  .since {
    margin-block-start: var(--gap-2);
    font-size: var(--size-1);
    color: var(--ink-soft);
  }
  .since li {
    white-space: pre-line;
    overflow-wrap: anywhere;
    padding-block: var(--gap-1);
  }
`;

const wordsOf = (block: ComparedBlock, language: Language): TemplateResult | string => {
  const text = block.text === '' ? say(boardHistoryArea, language, 'photo') : block.text;
  if (block.standing !== 'changed' || block.now === null || block.now === block.text) return text;
  const { before, own, after } = differing(block.text, block.now);
  return html`${before}<mark>${own}</mark>${after}`;
};

const nowOf = ({ now, text }: ComparedBlock, language: Language): TemplateResult => {
  if (now === null || now === text) return html`${say(boardHistoryArea, language, 'nowElse')}`;
  const { before, own, after } = differing(now, text);
  const [lead, rest] = say(boardHistoryArea, language, 'nowReads', { text: '\u0000' }).split('\u0000');
  return html`${lead}${before}<mark>${own}</mark>${after}${rest}`;
};

const drawBlock = (block: ComparedBlock, { language, putBack }: PastSection): TemplateResult => {
  const words = (key: 'gone' | 'changed' | 'bringBack' | 'putBelow'): string => say(boardHistoryArea, language, key);
  const { standing, kind } = block;
  return html`<li class=${`block ${standing}`}>
    ${kind === 'prose' ? nothing : html`<span class="kind">${say(boardArea, language, kind)}</span>`}
    <p class="words">${wordsOf(block, language)}</p>
    ${
      standing === 'same'
        ? nothing
        : html`<p class="became">
              ${words(standing)}${standing === 'changed' ? html`. ${nowOf(block, language)}` : nothing}
            </p>
            ${
              putBack === null
                ? nothing
                : html`<button @click=${() => putBack(block)}>
                    ${words(standing === 'gone' ? 'bringBack' : 'putBelow')}
                  </button>`
            }`
    }
  </li>`;
};

export const pastSection = (wishes: PastSection): TemplateResult => {
  const { language, title, compared, onlyDifferences } = wishes;
  const shown = onlyDifferences ? compared.was.filter(({ standing }) => standing !== 'same') : compared.was;
  const { since } = compared;
  const empty = onlyDifferences && compared.was.length > 0 ? 'asNow' : 'nothingThen';
  return html`<section class="past">
    <h3>${title}</h3>
    ${
      shown.length === 0
        ? html`<p class="quiet-words">${say(boardHistoryArea, language, empty)}</p>`
        : html`<ul>
            ${shown.map((block) => drawBlock(block, wishes))}
          </ul>`
    }
    ${
      since.length === 0
        ? nothing
        : html`<details class="since">
            <summary>${say(boardHistoryArea, language, 'since', { count: since.length })}</summary>
            <ul>
              ${since.map(({ text }) => html`<li>${text === '' ? say(boardHistoryArea, language, 'photo') : text}</li>`)}
            </ul>
          </details>`
    }
  </section>`;
};
