/** The look of the page around the parts: one column, the parts set apart by a hairline, the standing in sight. */
import { css } from 'lit';

export const pageStyles = css`
  :host {
    max-width: 52rem;
    margin: 0 auto;
    padding: var(--gap-5) var(--gap-4) var(--gap-6);
  }

  header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--gap-2) var(--gap-4);
    align-items: start;
  }

  header p {
    grid-column: 1 / -1;
  }

  h1 {
    overflow-wrap: anywhere;
  }

  .standing {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-1) var(--gap-4);
    margin-block: var(--gap-3);
    padding-block: var(--gap-2);
    border-block-end: 1px solid var(--hairline);
    background: var(--paper);
    font-size: var(--size-1);
  }

  .standing .warn {
    color: var(--amber);
    font-weight: 600;
  }

  .standing .lately {
    color: var(--green);
    font-weight: 500;
  }

  section {
    padding-block: var(--gap-4) var(--gap-5);
    border-block-end: 1px solid var(--hairline);
  }

  section:last-of-type {
    border-block-end: 0;
  }

  h2 {
    margin-block-end: var(--gap-4);
  }

  @media (max-width: 30rem) {
    header {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
