/** The green room's look: one column that becomes two where there is room. */
import { css } from 'lit';

export const greenRoomStyles = css`
  section {
    display: grid;
    gap: var(--gap-4);
  }

  .devices {
    display: grid;
    gap: var(--gap-4);
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    align-items: start;
  }

  .mirror {
    display: grid;
    place-items: center;
    width: 100%;
    aspect-ratio: 16 / 9;
    padding: var(--gap-3);
    border-radius: var(--round);
    background: var(--stage);
    color: var(--on-stage);
    margin-block-end: var(--gap-3);
    text-align: center;
    overflow: hidden;
  }

  .mirror.shows {
    padding: 0;
  }

  video {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
    transform: scaleX(-1);
  }

  .field {
    margin-block-end: var(--gap-3);
  }

  select {
    text-overflow: ellipsis;
  }

  .check {
    min-height: var(--target);
  }
`;
