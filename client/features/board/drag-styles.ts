/** The look of moving a block by hand: the grip in the margin, and the line where the block would stand. A part of board-styles.ts. */
import { css } from 'lit';

export const dragStyles = css`
  .board-grip {
    position: absolute;
    z-index: 1;
    inset-inline-start: calc(var(--board-margin) - 1.35rem);
    display: flex;
    align-items: center;
    justify-content: center;
    width: 1.35rem;
    height: 1.75rem;
    border-radius: 0.25rem;
    color: var(--ink-soft, #5c564b);
    cursor: grab;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
  }
  .board-grip[hidden],
  .board-drop-line[hidden] {
    display: none;
  }
  .board-grip:hover {
    background: var(--shade, #f1ede3);
  }
  .board-grip svg {
    display: block;
    width: 1rem;
    height: 1rem;
  }
  .board-dragging .board-grip {
    cursor: grabbing;
    color: var(--green, #1d5c42);
  }
  .board-dragging .board-text {
    user-select: none;
  }
  .board-drop-line {
    position: absolute;
    z-index: 2;
    inset-inline: var(--board-margin) 0;
    height: 0;
    margin-top: -1px;
    border-top: 2px solid var(--green, #1d5c42);
    pointer-events: none;
  }
  @container (max-width: 26rem) {
    .board .board-text {
      padding-inline-start: 1.5rem;
    }
    .board-grip {
      inset-inline-start: 0;
    }
    .board-drop-line {
      inset-inline-start: 1.5rem;
    }
  }
  @media (pointer: coarse) {
    .board .board-text {
      padding-inline-end: 2.25rem;
    }
    .board-grip {
      inset-inline: auto 0;
      width: 2.75rem;
      height: 2.75rem;
      margin-inline-end: -0.5rem;
    }
    @container (max-width: 26rem) {
      .board .board-text {
        padding-inline-start: 0.25rem;
      }
      .board-drop-line {
        inset-inline-start: 0.25rem;
      }
    }
  }
`;
