/** What every shadow root starts from: type, focus, buttons, fields. Owns the look of plain controls; must not know what they do. */
import { css } from 'lit';

export const base = css`
  :host {
    display: block;
    box-sizing: border-box;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h1 {
    font: 600 var(--size-5) / 1.25 var(--serif);
  }

  h2 {
    font: 600 var(--size-4) / 1.3 var(--serif);
  }

  h3 {
    font: 600 var(--size-2) / 1.4 var(--sans);
  }

  a {
    color: var(--green);
    text-underline-offset: 0.2em;
  }

  :focus-visible {
    outline: 2px solid var(--green);
    outline-offset: 2px;
  }

  .soft {
    color: var(--ink-soft);
  }

  .small {
    font-size: var(--size-1);
  }

  .clock {
    font-variant-numeric: tabular-nums;
  }

  .for-ears {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .icon svg {
    display: block;
    width: 1.25em;
    height: 1.25em;
    stroke-width: 1.75;
  }
`;

export const buttons = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--gap-2);
    min-height: 2.25rem;
    padding: 0 var(--gap-3);
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--leaf);
    color: var(--ink);
    font: 500 var(--size-2) / 1.2 var(--sans);
    text-decoration: none;
    cursor: pointer;
    white-space: nowrap;
  }

  button:hover,
  .button:hover {
    background: var(--shade);
  }

  button.primary,
  .button.primary {
    border-color: var(--green);
    background: var(--green);
    color: var(--on-green);
  }

  button.primary:hover,
  .button.primary:hover {
    border-color: var(--green-deep);
    background: var(--green-deep);
  }

  button.quiet,
  .button.quiet {
    border-color: transparent;
    background: transparent;
  }

  button.quiet:hover {
    background: var(--shade);
  }

  button.danger {
    border-color: var(--red);
    color: var(--red);
  }

  button.danger:hover {
    background: var(--red-wash);
  }

  button.bare {
    padding: 0 var(--gap-2);
    min-width: 2.25rem;
  }

  button[aria-pressed='true'] {
    border-color: var(--green);
    background: var(--green-wash);
    color: var(--green-deep);
  }

  button:disabled,
  button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }

  @media (pointer: coarse), (max-width: 47.9rem) {
    button,
    .button {
      min-height: var(--target);
      min-width: var(--target);
    }
  }
`;

export const fields = css`
  label {
    display: block;
    margin-block-end: var(--gap-1);
    font-weight: 500;
  }

  input,
  select,
  textarea {
    width: 100%;
    min-height: var(--target);
    padding: var(--gap-2) var(--gap-3);
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--leaf);
    color: var(--ink);
    font: 400 max(1rem, var(--size-2)) / 1.4 var(--sans);
  }

  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    width: 1.25rem;
    min-height: 1.25rem;
    height: 1.25rem;
    accent-color: var(--green);
  }

  input[aria-invalid='true'] {
    border-color: var(--red);
  }

  .field {
    margin-block-end: var(--gap-4);
  }

  .hint {
    margin-block-start: var(--gap-1);
    color: var(--ink-soft);
    font-size: var(--size-1);
  }

  .fault {
    margin-block: var(--gap-2);
    padding: var(--gap-2) var(--gap-3);
    border-inline-start: 3px solid var(--red);
    background: var(--red-wash);
    color: var(--ink);
  }

  .check {
    display: flex;
    align-items: center;
    gap: var(--gap-2);
    font-weight: 400;
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-2);
    margin-block-start: var(--gap-4);
  }
`;
