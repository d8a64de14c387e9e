/** The look of the directory's lists and tables. */
import { css } from 'lit';

export const directoryStyles = css`
  :host {
    max-width: 56rem;
    margin: 0 auto;
    padding: var(--gap-5) var(--gap-4);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-2);
    margin-block: var(--gap-4);
  }

  .bar select {
    width: auto;
  }

  li {
    padding-block: var(--gap-2);
    border-block-end: 1px solid var(--hairline);
    overflow-wrap: anywhere;
  }

  .faced {
    position: relative;
    min-height: 4rem;
    padding-inline-end: 4rem;
  }

  .face {
    position: absolute;
    inset-block-start: var(--gap-2);
    inset-inline-end: 0;
    width: 3rem;
    height: 3rem;
    border-radius: var(--round);
    object-fit: cover;
  }

  li > a {
    display: inline-block;
    padding-block: var(--gap-1);
    color: var(--ink);
    font-weight: 500;
    text-decoration-color: var(--hairline);
  }

  .mend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-2);
    margin-block-start: var(--gap-1);
  }

  .mend input {
    flex: 1;
    min-width: 10rem;
  }

  progress {
    width: 100%;
    accent-color: var(--green);
  }
`;
