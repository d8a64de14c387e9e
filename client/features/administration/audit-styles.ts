/** The look of the audit log: a table where there is room, else one block per line. */
import { css } from 'lit';

export const auditStyles = css`
  :host {
    max-width: 68rem;
  }

  form {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(12rem, 100%), 1fr));
    gap: var(--gap-3) var(--gap-4);
    margin-block: var(--gap-5) var(--gap-4);
  }

  form .field {
    margin: 0;
  }

  .steps {
    grid-column: 1 / -1;
    margin: 0;
  }

  table {
    width: 100%;
    margin-block: var(--gap-3);
    border-collapse: collapse;
  }

  th,
  td {
    padding: var(--gap-2) var(--gap-3) var(--gap-2) 0;
    border-block-end: 1px solid var(--hairline);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }

  th {
    color: var(--ink-soft);
    font: 500 var(--size-1) / 1.4 var(--sans);
  }

  td.time {
    white-space: nowrap;
  }

  td.who {
    min-width: 6rem;
  }

  td .small {
    display: block;
  }

  .mark {
    display: inline-block;
    padding-inline: var(--gap-2);
    border: 1px solid var(--red);
    border-radius: var(--round);
    background: var(--red-wash);
    font-weight: 600;
    white-space: nowrap;
  }

  code {
    font:
      400 var(--size-1) / 1.4 ui-monospace,
      monospace;
  }

  @media (max-width: 47.9rem) {
    table,
    tbody,
    tr,
    td {
      display: block;
    }

    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tr {
      padding-block: var(--gap-3);
      border-block-end: 1px solid var(--hairline);
    }

    td {
      padding: 0;
      border: 0;
    }

    td.act {
      font-weight: 500;
    }

    td.act .small {
      font-weight: 400;
    }

    td.time,
    td.where {
      color: var(--ink-soft);
      font-size: var(--size-1);
    }
  }
`;
