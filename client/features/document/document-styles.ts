/** How a drawn document looks: a page to be read. */
import { css } from 'lit';

export const documentStyles = css`
  .document {
    font: var(--size-3) / 1.65 var(--serif);
    color: var(--ink);
  }
  .document h2 {
    font: 600 var(--size-5) / 1.3 var(--serif);
    color: var(--ink);
    margin-bottom: var(--gap-4);
  }
  .document h3 {
    font: 600 var(--size-4) / 1.35 var(--serif);
    margin: var(--gap-5) 0 var(--gap-2);
  }
  .document h4,
  .document h5 {
    font: 600 var(--size-3) / 1.4 var(--serif);
    margin: var(--gap-4) 0 var(--gap-1);
  }
  .document p,
  .document ul,
  .document ol {
    margin-bottom: var(--gap-2);
    overflow-wrap: anywhere;
  }
  .document ul {
    list-style: disc;
  }
  .document ol {
    list-style: decimal;
  }
  .document ul,
  .document ol {
    padding-inline-start: 1.4em;
  }
  .document blockquote {
    margin: 0 0 var(--gap-2);
    padding-inline-start: var(--gap-3);
    border-inline-start: 2px solid var(--hairline);
  }
  .wide {
    overflow-x: auto;
    margin-bottom: var(--gap-3);
  }
  .document table {
    width: 100%;
    border-collapse: collapse;
    font: var(--size-2) / 1.5 var(--sans);
  }
  .document th,
  .document td {
    padding: var(--gap-2) var(--gap-3) var(--gap-2) 0;
    border-bottom: 1px solid var(--hairline);
    text-align: start;
    vertical-align: top;
  }
  .document thead th {
    color: var(--ink-soft);
    font-weight: 500;
  }
  .document tbody th {
    font-weight: 500;
  }
`;
