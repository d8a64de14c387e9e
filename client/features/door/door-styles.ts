/** The door's own look. */
import { css } from 'lit';

export const doorStyles = css`
  :host {
    max-width: 34rem;
    margin: 0 auto;
    padding: var(--gap-6) var(--gap-4);
  }

  h1 {
    margin-block: var(--gap-1) var(--gap-4);
  }

  .plate {
    display: grid;
    gap: var(--gap-2);
    margin-block-end: var(--gap-5);
    padding-block-end: var(--gap-4);
    border-block-end: 1px solid var(--hairline);
  }

  .try {
    margin-block-start: var(--gap-5);
  }

  .kept {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gap-3);
    margin-block-end: var(--gap-5);
    padding: var(--gap-3);
    background: var(--green-wash);
    border-radius: var(--round);
  }
`;
