/** The look of what is written: lines, headings, lists, tables, links, names. A part of board-styles.ts. */
import { css } from 'lit';

export const textStyles = css`
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
  .board-text ul[data-type='taskList'] {
    list-style: none;
    padding-inline-start: 0;
  }
  .board-text ul[data-type='taskList'] li {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
  }
  .board-text ul[data-type='taskList'] li > label {
    flex: none;
    user-select: none;
  }
  .board-text ul[data-type='taskList'] li > div {
    flex: 1;
    min-width: 0;
  }
  .board-text ul[data-type='taskList'] input {
    width: 1rem;
    height: 1rem;
    min-height: 0;
    margin: 0;
    vertical-align: -0.1em;
    accent-color: var(--green, #1d5c42);
  }
  .board-text ul[data-type='taskList'] li[data-checked='true'] > div {
    color: var(--ink-soft, #5c564b);
    text-decoration: line-through;
  }
  .board-text .tableWrapper,
  .board-text table {
    max-width: 100%;
  }
  .board-text table {
    border-collapse: collapse;
    table-layout: fixed;
    width: 100%;
    margin-block: 0.5em;
    font-size: 0.9375rem;
    line-height: 1.45;
  }
  .board-text th,
  .board-text td {
    position: relative;
    border: 1px solid var(--hairline, #d9d2c3);
    padding: 0.3em 0.5em;
    vertical-align: top;
    text-align: start;
    font-weight: 400;
  }
  .board-text th {
    background: var(--shade, #f1ede3);
    font-weight: 600;
  }
  .board-text :is(th, td) p {
    margin-block: 0;
  }
  .board-text .selectedCell {
    background: var(--green-wash, #e4eee6);
  }
  .board-mention {
    padding-inline: 0.15em;
    border-radius: 0.2em;
    background: var(--green-wash, #e4eee6);
    color: var(--green-deep, #123e2c);
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
`;
