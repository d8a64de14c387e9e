/** The look of the board's bar: the saved word, the tools, the rows for links and tables. A part of board-styles.ts. */
import { css } from 'lit';

export const barStyles = css`
  .board-bar {
    position: sticky;
    top: 0;
    z-index: 2;
    background: var(--leaf, #fffdf9);
    border-bottom: 1px solid var(--hairline, #d9d2c3);
    padding: 0.4rem 0.75rem;
    font-size: 0.8125rem;
  }
  .board-state {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    align-items: baseline;
    justify-content: space-between;
  }
  .board-saved {
    color: var(--ink-soft, #5c564b);
  }
  .board-warning {
    flex: 1;
  }
  .board-saved-notSaved + .board-warning {
    color: var(--red, #a1261d);
  }
  .board-saved-offline + .board-warning {
    color: var(--amber, #8a5200);
  }
  .board .board-now {
    color: var(--green, #1d5c42);
    text-align: end;
  }
  .board-tools {
    display: flex;
    flex-wrap: wrap;
    margin-inline: -0.4rem;
    color: var(--ink-soft, #5c564b);
  }
  .board .board-tools button {
    white-space: nowrap;
  }
  .board .board-follow {
    display: inline-flex;
    gap: 0.25rem;
    align-items: center;
    color: var(--ink-soft, #5c564b);
  }
  .board .board-follow[aria-pressed='true'] {
    background: var(--green-wash, #e4eee6);
    color: var(--green, #1d5c42);
    font-weight: 600;
  }
  .board-bar .icon svg {
    display: block;
    width: 1.125rem;
    height: 1.125rem;
    stroke-width: 1.75;
  }
  .board .board-format button {
    padding: 0.35rem 0.4rem;
  }
  .board .board-format .board-insert {
    display: none;
    color: var(--green, #1d5c42);
    font-weight: 600;
  }
  .board .board-format button[aria-pressed='true'] {
    background: var(--green-wash, #e4eee6);
    color: var(--green, #1d5c42);
  }
  .board-row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    align-items: baseline;
    margin-inline: 0;
    padding-block: 0.25rem;
    border-top: 1px solid var(--hairline, #d9d2c3);
  }
  .board-row a,
  .board .board-row button {
    color: var(--green, #1d5c42);
  }
  .board-address {
    flex: 1 1 14rem;
  }
  .board-address input {
    flex: 1;
    max-width: none;
  }
  .board-shown-address {
    flex: 0 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--ink-soft, #5c564b);
  }
  .board .board-kinds button[aria-pressed='true'] {
    color: var(--green, #1d5c42);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  .board .board-capture {
    display: block;
    width: 100%;
    text-align: start;
    color: var(--green, #1d5c42);
    font-weight: 600;
    padding-block: 0.4rem;
    margin-inline: -0.4rem;
  }
  /* One row that is pushed sideways: a narrow page keeps its height for the text. */
  @container (max-width: 26rem) {
    .board-bar {
      padding-inline: 0.5rem;
    }
    .board-format {
      flex-wrap: nowrap;
      overflow-x: auto;
      scrollbar-width: none;
    }
    .board .board-format .board-insert {
      display: inline-flex;
      align-items: center;
      gap: 0.25rem;
      flex: none;
      position: sticky;
      inset-inline-start: 0;
      background: var(--leaf, #fffdf9);
    }
    .board .board-format button {
      flex: none;
      min-width: 2.5rem;
      display: inline-flex;
      align-items: center;
      justify-content: center;
    }
    .board-kinds {
      display: none;
    }
  }
`;
