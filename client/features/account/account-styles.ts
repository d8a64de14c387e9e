/** The look of the account's pages: one column, hairlines between parts. */
import { css } from 'lit';

export const accountStyles = css`
  :host {
    max-width: 42rem;
    margin: 0 auto;
    padding: var(--gap-6) var(--gap-5);
  }

  :host(.narrow) {
    max-width: 30rem;
  }

  h1 {
    margin-block-end: var(--gap-3);
  }

  h2 {
    margin-block-end: var(--gap-2);
  }

  section {
    margin-block-start: var(--gap-5);
    padding-block-start: var(--gap-5);
    border-block-start: 1px solid var(--hairline);
  }

  .lead {
    margin-block-end: var(--gap-5);
    color: var(--ink-soft);
    font-size: var(--size-3);
  }

  .note {
    margin-block: var(--gap-3);
    padding: var(--gap-3);
    border-inline-start: 3px solid var(--amber);
    background: var(--amber-wash);
  }

  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--gap-2) var(--gap-4);
    padding-block: var(--gap-3);
    border-block-start: 1px solid var(--hairline);
  }

  li:first-child {
    border-block-start: 0;
  }

  li > .what {
    flex: 1 1 14rem;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .what > .small {
    display: block;
  }

  p + form,
  p + .field {
    margin-block-start: var(--gap-4);
  }

  h2 + .field,
  h2 + form {
    margin-block-start: var(--gap-3);
  }

  .secret {
    display: block;
    margin-block: var(--gap-1) var(--gap-4);
  }

  .or {
    margin-block: var(--gap-5) var(--gap-3);
    padding-block-start: var(--gap-4);
    border-block-start: 1px solid var(--hairline);
    color: var(--ink-soft);
  }

  .codes {
    columns: 2;
    margin-block: var(--gap-3);
    font:
      500 var(--size-3) / 2 ui-monospace,
      monospace;
  }

  .codes li {
    display: block;
    padding: 0;
    border: 0;
  }

  .secret {
    overflow-wrap: anywhere;
    font-family: ui-monospace, monospace;
  }

  svg.qr {
    display: block;
    width: 12rem;
    height: 12rem;
    margin-block: var(--gap-3);
    background: #fff;
  }

  pre {
    flex-basis: 100%;
    margin: 0;
    padding: var(--gap-3);
    overflow-x: auto;
    background: var(--shade);
    font:
      400 var(--size-1) / 1.5 ui-monospace,
      monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .inline {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--gap-3);
  }

  .inline .field {
    flex: 1 1 12rem;
    margin-block-end: 0;
  }

  li select {
    width: auto;
  }
`;
