/** The stage's look: always dark, so that pictures stand out from the paper around them. */
import { css } from 'lit';

export const stageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    height: 100%;
    position: relative;
    container: stage / size;
    background: var(--stage);
    color: var(--on-stage);
  }
  .notice {
    padding: var(--gap-2) var(--gap-4);
    background: var(--amber-wash);
    color: var(--ink);
    font-size: var(--size-2);
  }
  plenary-microphone-call {
    position: absolute;
    inset: auto 0 0;
    z-index: 3;
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
    grid-auto-rows: minmax(min(84px, 100%), 1fr);
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
      gap: var(--gap-1);
      padding: 0 var(--gap-1);
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
      flex-basis: 108px;
      height: 60px;
    }
  }
  /* On a low stage what is shown comes before faces. */
  @container stage (max-height: 380px) {
    .shows .strip {
      display: none;
    }
  }
`;
