/** The look of typed blocks: a quiet word in the margin, the line, its fields beneath. A part of board-styles.ts. */
import { css } from 'lit';

export const blockStyles = css`
  .board-block {
    position: relative;
  }
  .board-mark {
    position: absolute;
    inset-inline-start: calc(-1 * var(--board-margin));
    width: calc(var(--board-margin) - 0.9rem);
    top: 0.28em;
    text-align: end;
    font-family: var(--sans, system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif);
    font-size: 0.75rem;
    line-height: 1.5;
    color: var(--ink-soft, #5c564b);
    user-select: none;
  }
  .board-block-decision > .board-mark,
  .board-block-consensus > .board-mark,
  .board-block-action > .board-mark {
    color: var(--green, #1d5c42);
    font-weight: 600;
  }
  .board-block > .board-line {
    margin: 0;
    min-height: 1.6em;
  }
  .board-block-quote > .board-line {
    font-style: italic;
  }
  .board-block-quote > .board-line:lang(zh) {
    font-style: normal;
  }
  .board-block-decision > .board-line,
  .board-block-consensus > .board-line {
    font-weight: 600;
  }
  .board-fields {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    font-family: var(--sans, system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif);
    font-size: 0.8125rem;
    color: var(--ink-soft, #5c564b);
    user-select: none;
  }
  .board-field {
    display: inline-flex;
    gap: 0.35rem;
    align-items: baseline;
    max-width: 100%;
  }
  .board-field > span {
    flex: none;
  }
  .board-field select,
  .board-field input {
    color: var(--ink, #1d1b17);
    background: transparent;
    border: 0;
    border-bottom: 1px solid var(--hairline, #d9d2c3);
    padding: 0.1rem 0;
    min-width: 0;
    max-width: 14rem;
  }
  .board-field select:disabled,
  .board-field input:disabled {
    opacity: 1;
    border-color: transparent;
  }
  .board-picture {
    flex-basis: 100%;
  }
  .board-picture img {
    display: block;
    max-width: min(100%, 24rem);
    max-height: 16rem;
    margin-block: 0.35rem;
  }
  .board-picture img[hidden] {
    display: none;
  }
  .board .board-picture button {
    color: var(--green, #1d5c42);
    padding-inline: 0;
  }
`;
