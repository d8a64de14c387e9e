/** The queue's look: places in figures, the holder in a green frame. */
import { css } from 'lit';

export const queueStyles = css`
  :host {
    padding: var(--gap-4);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 2.25rem;
  }
  ol {
    margin: var(--gap-2) 0;
  }
  .holder,
  .hand {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: var(--gap-2);
    padding: var(--gap-2) 0;
    border-bottom: 1px solid var(--hairline);
  }
  .holder {
    padding: var(--gap-2) var(--gap-3);
    border: 1px solid var(--green);
    border-radius: var(--round);
    background: var(--green-wash);
  }
  .place {
    min-width: 1.5rem;
    font-weight: 600;
    color: var(--green);
  }
  .what {
    flex: 1 1 6rem;
    min-width: 0;
    display: flex;
    flex-direction: column;
    overflow-wrap: anywhere;
  }
  .topic {
    font-size: var(--size-1);
    font-style: normal;
  }
  .desk {
    margin-top: var(--gap-3);
  }
  .limit {
    display: flex;
    align-items: center;
    gap: var(--gap-2);
    margin: 0;
    font-size: var(--size-1);
    font-weight: 400;
  }
  .limit select {
    width: auto;
    min-height: 2.25rem;
    padding-block: 0;
  }
  p {
    padding: var(--gap-2) 0;
  }
`;
