/** The stage's look: always dark, so that pictures stand out from the paper around them. */
import { css } from 'lit';

export const stageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    height: 100%;
    background: var(--stage);
    color: var(--on-stage);
  }
  .notice {
    padding: var(--gap-2) var(--gap-4);
    background: var(--amber-wash);
    color: var(--ink);
    font-size: var(--size-2);
  }
  .field {
    flex: 1;
    min-height: 0;
    position: relative;
    display: flex;
    flex-direction: column;
  }
  .views {
    display: flex;
    justify-content: flex-end;
    align-items: center;
    gap: var(--gap-3);
    padding: var(--gap-1) var(--gap-2) 0;
  }
  .views button {
    color: var(--on-stage);
  }
  .views button:hover {
    background: #3a382f;
  }
  .sharing {
    margin-inline-end: auto;
    padding-inline-start: var(--gap-2);
    font-size: var(--size-1);
  }
  .large {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
    grid-auto-rows: minmax(min(120px, 100%), 1fr);
    gap: var(--gap-2);
    padding: var(--gap-2);
    overflow: auto;
  }
  .strip {
    flex: none;
    display: flex;
    gap: var(--gap-2);
    padding: 0 var(--gap-2) var(--gap-2);
    overflow-x: auto;
  }
  .strip plenary-tile {
    flex: 0 0 192px;
    height: 108px;
  }
  @media (max-width: 1023px) {
    .views {
      position: absolute;
      inset: 0 0 auto auto;
      z-index: 1;
      padding: var(--gap-2);
    }
    .views button {
      background: rgb(20 18 14 / 0.6);
      font-size: var(--size-1);
      min-height: 36px;
    }
    .sharing {
      display: none;
    }
    .large {
      padding: var(--gap-1);
    }
    .strip {
      padding: var(--gap-1);
    }
  }
  @media (max-width: 640px) {
    .strip plenary-tile {
      flex-basis: 116px;
      height: 72px;
    }
  }
`;
