/** The look of who wrote what: initials and the hour beside the block, by letters and not by colour. A part of board-styles.ts. */
import { css } from 'lit';

export const authorsStyles = css`
  .board-with-authors .board-text {
    padding-inline-end: 6rem;
  }
  .board-with-authors .board-text :is(p, h4, h5, pre, .board-block)[data-authors] {
    position: relative;
  }
  .board-with-authors .board-text [data-authors]::after {
    content: attr(data-authors);
    position: absolute;
    inset-inline-end: -6rem;
    top: 0.4em;
    width: 5.5rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font: 400 0.6875rem / 1.5 var(--sans, system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif);
    color: var(--ink-soft, #5c564b);
    user-select: none;
    pointer-events: none;
  }
  @container (max-width: 26rem) {
    .board-with-authors .board-text {
      padding-inline-end: 0;
    }
    .board-with-authors .board-text [data-authors]::after {
      position: static;
      display: block;
      width: auto;
    }
  }
`;
