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
