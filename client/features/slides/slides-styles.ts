/** The slides' look: the whole page, never cut, on the stage's dark ground; its controls in one row beneath. */
import { css } from 'lit';

export const slidesStyles = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
    height: 100%;
    color: var(--on-stage);
  }
  section {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }
  .page {
    flex: 1;
    min-height: 0;
    display: grid;
    place-items: center;
    border-radius: 8px;
    background: #0f0e0c;
  }
  .page:focus-visible {
    outline: 3px solid #86c9a6;
    outline-offset: -3px;
  }
  img {
    width: 100%;
    height: 100%;
    min-height: 0;
    object-fit: contain;
  }
  .turning {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0 var(--gap-2);
    font-size: var(--size-1);
    font-variant-numeric: tabular-nums;
  }
  .turning .quiet {
    color: var(--on-stage);
  }
  .turning .quiet:hover:not(:disabled) {
    background: #3a382f;
  }
  .turning .quiet:disabled {
    opacity: 0.4;
  }
  .turn {
    min-width: var(--target);
    min-height: var(--target);
    justify-content: center;
  }
  .back {
    display: inline-flex;
    transform: scaleX(-1);
  }
  .apart {
    color: #f0c878;
  }
  .ears {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
