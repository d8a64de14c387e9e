/** Where everything stands in the room: three columns on a desk; on small screens the stage above, one panel beneath, the bar under the thumb. */
import { css } from 'lit';

export const roomStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
    background: var(--paper);
    color: var(--ink);
  }
  .room {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template: minmax(0, 1fr) / auto auto minmax(0, 1fr) auto auto;
  }
  /* Each has its own column, so that a folded panel leaves its place empty rather than to its neighbour. */
  .left {
    grid-column: 1;
    width: var(--left);
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  .left > * {
    overflow: auto;
  }
  plenary-agenda {
    flex: 1;
    min-height: 6rem;
  }
  .left plenary-queue {
    flex: 0 1 auto;
    max-height: 60%;
  }
  plenary-divider {
    grid-column: 2;
  }
  .stage ~ plenary-divider {
    grid-column: 4;
  }
  .stage {
    grid-column: 3;
    min-width: 0;
    min-height: 0;
    position: relative;
    display: flex;
    flex-direction: column;
    overflow: hidden;
  }
  .stage > :last-child {
    flex: 1;
    min-height: 0;
  }
  .before {
    padding: var(--gap-2) var(--gap-4);
    background: var(--shade);
    font-size: var(--size-1);
  }
  .right {
    grid-column: 5;
    width: var(--right);
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  @media (min-width: 1024px) {
    .folded {
      display: none;
    }
  }
  .panel {
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .panel plenary-board {
    display: block;
    min-height: 100%;
  }
  plenary-queue {
    border-top: 1px solid var(--hairline);
  }
  .tabs {
    display: flex;
    gap: var(--gap-1);
    padding: var(--gap-1) var(--gap-2) 0;
    border-bottom: 1px solid var(--hairline);
    overflow: auto hidden;
    scrollbar-width: none;
  }
  .tabs button {
    flex: none;
    border: 0;
    border-bottom: 3px solid transparent;
    border-radius: 0;
    background: none;
    min-width: 0;
    color: var(--ink-soft);
  }
  .tabs button[aria-pressed='true'] {
    border-bottom-color: var(--green);
    color: var(--ink);
  }
  .tabs .waiting {
    color: var(--amber);
    font-weight: 600;
  }
  /* A mouse does not scroll sideways: what does not fit stands beneath. */
  .wide {
    flex-wrap: wrap;
    gap: 0;
    overflow: visible;
  }
  .wide button {
    padding-inline: var(--gap-2);
  }
  .narrow {
    display: none;
  }
  .note {
    padding: var(--gap-5);
    text-align: center;
    color: var(--ink-soft);
  }
  .note button {
    margin-top: var(--gap-3);
  }

  @media (max-width: 1023px) {
    .room {
      grid-template: minmax(180px, 40%) auto minmax(0, 1fr) / minmax(0, 1fr);
    }
    .room[data-shows='slides'] {
      grid-template-rows: minmax(270px, 50%) auto minmax(0, 1fr);
    }
    .room[data-phase='ended'] {
      grid-template-rows: minmax(180px, auto) auto minmax(40%, 1fr);
    }
    .stage {
      grid-area: 1 / 1;
    }
    .narrow {
      display: flex;
      grid-area: 2 / 1;
    }
    .wide,
    plenary-divider {
      display: none;
    }
    .left,
    .right {
      grid-area: 3 / 1;
      width: auto;
      display: none;
    }
    .room[data-tab='agenda'] .left,
    .room[data-tab='queue'] .left {
      display: flex;
    }
    .room:not([data-tab='agenda'], [data-tab='queue']) .right {
      display: flex;
    }
    .room[data-tab='agenda'] plenary-queue,
    .room[data-tab='queue'] plenary-agenda {
      display: none;
    }
    .left plenary-queue {
      border-top: 0;
      max-height: none;
      flex: 1;
    }
    .narrow button {
      flex: 1 0 auto;
      padding-inline: var(--gap-2);
      white-space: nowrap;
    }
  }
  @media (max-height: 520px) and (orientation: landscape) and (max-width: 1023px) {
    .room,
    .room[data-shows='slides'] {
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
    }
    .stage {
      grid-area: 1 / 1 / 3;
    }
    .narrow {
      grid-area: 1 / 2;
    }
    .left,
    .right {
      grid-area: 2 / 2;
    }
  }
`;
