/** The look of the page behind an invitation's link. */
import { css } from 'lit';

export const invitationStyles = css`
  :host {
    max-width: 44rem;
    margin: 0 auto;
    padding: var(--gap-6) var(--gap-4);
  }
  .hello {
    margin-block: var(--gap-3) var(--gap-4);
    font-size: var(--size-3);
  }
  .when {
    padding: var(--gap-4);
    border-inline-start: 3px solid var(--green);
    background: var(--leaf);
    font-size: var(--size-3);
    overflow-wrap: anywhere;
  }
  .zone {
    max-width: 24rem;
    margin-block-start: var(--gap-4);
  }
  section {
    margin-block-start: var(--gap-6);
  }
  h2 {
    margin-block-end: var(--gap-2);
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-2);
    margin-block-start: var(--gap-3);
  }
  .said,
  .fault {
    margin-block-start: var(--gap-3);
    padding: var(--gap-2) var(--gap-3);
    border-inline-start: 3px solid var(--green);
    background: var(--green-wash);
  }
  .fault {
    border-color: var(--red);
    background: var(--red-wash);
  }
  li {
    display: grid;
    grid-template-columns: minmax(9rem, 16rem) 1fr;
    gap: var(--gap-1) var(--gap-4);
    padding-block: var(--gap-3);
    border-block-start: 1px solid var(--hairline);
    overflow-wrap: anywhere;
  }
  li.theirs {
    font-weight: 600;
  }
  li .by {
    font-weight: 400;
  }
  @media (max-width: 36rem) {
    li {
      grid-template-columns: 1fr;
    }
  }
`;
