/**
 * The board's look: a page, not a form. Owns the style sheet, which is adopted by whatever root the board stands in, because the page's policy
 * allows no inline styles. Colours come from the tokens; the fallbacks are the same paper and ink.
 */
import { css, unsafeCSS } from 'lit';
import { authorsStyles } from './authors-styles.ts';
import { barStyles } from './bar-styles.ts';
import { blockStyles } from './block-styles.ts';
import { CARET_COLORS } from './carets.ts';
import { dragStyles } from './drag-styles.ts';
import { textStyles } from './text-styles.ts';

const caretColors = unsafeCSS(
  CARET_COLORS.map((color, at) => `.board-color-${at} { --board-caret: ${color}; }`).join('\n'),
);

const styles = css`
  .board {
    --board-margin: 6.5rem;
    display: block;
    color: var(--ink, #1d1b17);
    background: var(--leaf, #fffdf9);
    container-type: inline-size;
    line-height: 1.6;
  }
  .board[hidden] {
    display: none;
  }
  .board button,
  .board select,
  .board input {
    font: inherit;
    color: inherit;
  }
  .board button {
    background: none;
    border: 0;
    padding: 0.25rem 0.4rem;
    border-radius: 0.25rem;
    cursor: pointer;
  }
  .board button:hover {
    background: var(--shade, #f1ede3);
  }
  .board :focus-visible {
    outline: 2px solid var(--green, #1d5c42);
    outline-offset: 2px;
  }
  .board-loading {
    padding: 1rem;
    color: var(--ink-soft, #5c564b);
  }
  ${barStyles}
  .board-page {
    padding: 0.5rem 0.75rem 4rem;
  }
  .board-section {
    display: block;
    padding-block: 0.75rem;
    scroll-margin-top: 7rem;
  }
  .board-section + .board-section {
    border-top: 1px solid var(--hairline, #d9d2c3);
  }
  .board-title {
    margin: 0 0 0.25rem;
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.35;
  }
  .board-standing {
    font-weight: 400;
    font-size: 0.8125rem;
    color: var(--ink-soft, #5c564b);
  }
  .board-section-current .board-title {
    color: var(--green, #1d5c42);
  }
  .board-section-current .board-standing {
    color: inherit;
    border: 1px solid currentcolor;
    border-radius: 1em;
    padding: 0.05em 0.6em;
    margin-inline-start: 0.25em;
  }
  .board-mount {
    position: relative;
  }
  ${textStyles}
  ${blockStyles}
  ${authorsStyles}
  ${dragStyles}
  .board-menu small {
    color: inherit;
    opacity: 0.8;
  }
  .board-menu {
    position: absolute;
    z-index: 3;
    columns: 2;
    column-gap: 0;
    min-width: 14rem;
    padding: 0.25rem;
    background: var(--leaf, #fffdf9);
    border: 1px solid var(--hairline, #d9d2c3);
    border-radius: 0.375rem;
    box-shadow: 0 2px 10px rgb(0 0 0 / 12%);
    font-size: 0.875rem;
  }
  .board-menu > * {
    break-inside: avoid;
    padding: 0.3rem 0.6rem;
    border-radius: 0.25rem;
    cursor: pointer;
  }
  .board-menu > [aria-selected='true'] {
    background: var(--green, #1d5c42);
    color: var(--on-green, #ffffff);
  }
  .board-caret {
    position: relative;
    border-inline-start: 2px solid var(--board-caret);
    margin-inline: -1px;
    pointer-events: none;
  }
  .board-caret-name {
    position: absolute;
    bottom: 100%;
    inset-inline-start: -2px;
    padding: 0 0.3em;
    font-family: var(--sans, system-ui, sans-serif);
    font-size: 0.6875rem;
    font-style: normal;
    font-weight: 400;
    line-height: 1.4;
    white-space: nowrap;
    color: #ffffff;
    background: var(--board-caret);
    border-radius: 0.2em 0.2em 0.2em 0;
    user-select: none;
  }
  .board-selection {
    background: color-mix(in srgb, var(--board-caret) 20%, transparent);
  }
  ${caretColors}
  @container (max-width: 26rem) {
    .board-text {
      padding-inline-start: 0.25rem;
    }
    .board-mark {
      position: static;
      display: block;
      width: auto;
      text-align: start;
    }
  }
  @media (pointer: coarse) {
    .board button,
    .board-menu > *,
    .board-field select,
    .board-field input {
      min-height: 2.75rem;
    }
  }
`;

/**
 * Prepares the document or shadow root in which a board stands. In a shadow root y-tiptap would look for `createRange` and not find it;
 * ranges belong to the document there too.
 */
export const adoptStyles = (root: Node): void => {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  const sheet = styles.styleSheet;
  if (sheet !== undefined && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  if (root instanceof ShadowRoot && !('createRange' in root))
    Object.defineProperty(root, 'createRange', { value: () => root.ownerDocument.createRange() });
};
