/** How one question looks. */
import { css } from 'lit';

export const cardStyles = css`
  article {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: var(--gap-3);
    align-items: start;
    padding-block: var(--gap-3);
  }
  .vote,
  .count {
    min-width: 3rem;
    justify-content: center;
  }
  .vote {
    flex-direction: column;
    gap: 0;
    padding-block: var(--gap-1);
    font-variant-numeric: tabular-nums;
  }
  .count {
    padding-block: var(--gap-2);
    text-align: center;
    font-variant-numeric: tabular-nums;
    color: var(--ink-soft);
  }
  .what {
    display: grid;
    gap: var(--gap-1);
    min-width: 0;
    justify-items: start;
  }
  .words {
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-1) var(--gap-3);
  }
  .mark {
    display: inline-flex;
    align-items: center;
    gap: var(--gap-1);
    font-size: var(--size-1);
    color: var(--green-deep);
  }
  .answer {
    width: 100%;
    padding-inline-start: var(--gap-3);
    border-inline-start: 3px solid var(--green);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .answer p {
    margin: 0;
  }
  .own {
    margin-inline-start: calc(-1 * var(--gap-3));
  }
  summary {
    min-height: 2rem;
    font-size: var(--size-1);
    color: var(--ink-soft);
    cursor: pointer;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--gap-2);
    overflow-wrap: anywhere;
  }
`;
