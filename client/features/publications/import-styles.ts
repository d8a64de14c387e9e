/** The look of the import: a form of one column, a table that becomes cards on a phone. */
import { css } from 'lit';

export const importStyles = css`
  :host {
    margin-block-end: var(--gap-5);
    padding: var(--gap-4);
    border: 1px solid var(--hairline);
    border-radius: var(--round);
    background: var(--leaf);
  }

  h2 {
    margin-block-end: var(--gap-2);
  }

  .soft {
    max-width: 44rem;
    margin-block-end: var(--gap-4);
    color: var(--ink-soft);
  }

  form:not(.steps) {
    max-width: 32rem;
  }

  input[type='file'] {
    padding: var(--gap-2);
  }

  progress {
    width: 100%;
    max-width: 32rem;
    margin-block-start: var(--gap-2);
    accent-color: var(--green);
  }

  details {
    margin-block-start: var(--gap-4);
  }

  summary {
    min-height: var(--target);
    padding-block: var(--gap-2);
    cursor: pointer;
  }

  .table {
    overflow-x: auto;
    max-height: 32rem;
    margin-block: var(--gap-4);
    border-block: 1px solid var(--hairline);
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--size-1);
  }

  th,
  td {
    padding: var(--gap-2) var(--gap-3) var(--gap-2) 0;
    border-block-end: 1px solid var(--hairline);
    text-align: start;
    vertical-align: top;
  }

  th {
    position: sticky;
    inset-block-start: 0;
    background: var(--leaf);
    color: var(--ink-soft);
    font-weight: 600;
    white-space: nowrap;
  }

  td:nth-child(2),
  td:nth-child(3) {
    white-space: nowrap;
  }

  .path,
  .remark,
  .no {
    display: block;
    overflow-wrap: anywhere;
  }

  .path {
    color: var(--ink-soft);
  }

  .no {
    color: var(--red);
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-3);
    align-items: center;
  }

  .choice {
    display: flex;
    flex: 1 1 100%;
    gap: var(--gap-2);
    align-items: center;
    min-height: var(--target);
    font-weight: 400;
  }

  .choice input {
    flex: none;
  }

  .report {
    margin-block: var(--gap-3);
  }

  .report > li {
    padding-block: var(--gap-2);
    border-block-start: 1px solid var(--hairline);
    overflow-wrap: anywhere;
  }

  .report ul {
    color: var(--ink-soft);
  }

  @media (width < 40rem) {
    .table {
      max-height: none;
      overflow: visible;
    }

    thead {
      position: absolute;
      clip-path: inset(50%);
    }

    tr {
      display: block;
      padding-block: var(--gap-3);
      border-block-end: 1px solid var(--hairline);
    }

    td {
      display: block;
      padding: 0;
      border: 0;
    }

    td:nth-child(n + 2):not(:last-child)::before {
      content: attr(data-label) ' ';
      color: var(--ink-soft);
    }
  }
`;
