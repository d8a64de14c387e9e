/**
 * The board's look: a page, not a form. Owns the style sheet, which is adopted by whatever root the board stands in, because the page's policy
 * allows no inline styles. Colours come from the tokens; the fallbacks are the same paper and ink.
 */
import { css, unsafeCSS } from 'lit';
import { blockStyles } from './block-styles.ts';
import { CARET_COLORS } from './carets.ts';

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
  .board-bar {
    position: sticky;
    top: 0;
    z-index: 2;
    background: var(--leaf, #fffdf9);
    border-bottom: 1px solid var(--hairline, #d9d2c3);
    padding: 0.4rem 0.75rem;
    font-size: 0.8125rem;
  }
  .board-state {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    align-items: baseline;
    justify-content: space-between;
  }
  .board-saved {
    color: var(--ink-soft, #5c564b);
  }
  .board-warning {
    flex: 1;
  }
  .board-saved-notSaved + .board-warning {
    color: var(--red, #a1261d);
  }
  .board-saved-offline + .board-warning {
    color: var(--amber, #8a5200);
  }
  .board .board-now {
    color: var(--green, #1d5c42);
    text-align: end;
  }
  .board-tools {
    display: flex;
    flex-wrap: wrap;
    margin-inline: -0.4rem;
    color: var(--ink-soft, #5c564b);
  }
  .board .board-tools button[aria-pressed='true'] {
    color: var(--green, #1d5c42);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  .board .board-capture {
    display: block;
    width: 100%;
    text-align: start;
    color: var(--green, #1d5c42);
    font-weight: 600;
    padding-block: 0.4rem;
    margin-inline: -0.4rem;
  }
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
  .board-text {
    position: relative;
    min-height: 2rem;
    padding-inline-start: var(--board-margin);
    white-space: pre-wrap;
    white-space: break-spaces;
    overflow-wrap: anywhere;
    font-variant-ligatures: none;
    font-feature-settings: 'liga' 0;
    font-family: var(--serif, Charter, 'Source Serif 4', 'Songti SC', 'Noto Serif SC', Georgia, serif);
    font-size: 1.0625rem;
  }
  .board .board-text:focus-visible {
    outline: none;
    box-shadow: -3px 0 0 0 var(--green, #1d5c42);
  }
  .board-text > * {
    margin-block: 0.35em;
  }
  .board-text p {
    margin-block: 0.35em;
  }
  .board-text h4,
  .board-text h5 {
    font-size: 1.0625rem;
    margin-block: 0.75em 0.25em;
  }
  .board-text ul,
  .board-text ol {
    padding-inline-start: 1.4em;
  }
  .board-text a {
    color: var(--green, #1d5c42);
  }
  .board-text img.ProseMirror-separator {
    display: inline !important;
    border: none !important;
    margin: 0 !important;
    width: 0 !important;
    height: 0 !important;
  }
  .board-text .ProseMirror-gapcursor {
    display: none;
    pointer-events: none;
    position: absolute;
    margin: 0;
  }
  .board-text.ProseMirror-focused .ProseMirror-gapcursor {
    display: block;
    border-top: 1px solid currentcolor;
    width: 20px;
  }
  .board-text .ProseMirror-hideselection *::selection {
    background: transparent;
  }
  .board-text .is-editor-empty:first-child::before {
    content: attr(data-placeholder);
    position: absolute;
    max-width: calc(100% - var(--board-margin));
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    pointer-events: none;
    color: var(--ink-soft, #5c564b);
  }
  ${blockStyles}
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
