/** The first page's own look. */
import { css } from 'lit';

export const homeStyles = css`
  :host {
    max-width: 46rem;
    margin: 0 auto;
    padding: var(--gap-6) var(--gap-4);
  }

  h1 {
    max-width: 22ch;
    font-size: clamp(var(--size-5), 5vw, var(--size-6));
    text-wrap: balance;
  }

  h1:lang(zh-Hans) {
    max-width: none;
  }

  .how {
    max-width: 58ch;
    margin-block: var(--gap-3) var(--gap-5);
    font-size: var(--size-3);
    color: var(--ink-soft);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-3);
  }

  .actions.unknown {
    visibility: hidden;
  }

  .turned-away {
    max-width: 58ch;
    margin-block-end: var(--gap-4);
    padding: var(--gap-3);
    border-inline-start: 3px solid var(--green);
    background: var(--green-wash);
  }

  .actions button {
    min-height: var(--target);
    padding-inline: var(--gap-4);
  }

  .actions button[aria-expanded='true']:not(.primary) {
    background: var(--shade);
  }

  .beginning {
    max-width: 34rem;
    margin-block-start: var(--gap-5);
    padding-inline-start: var(--gap-4);
    border-inline-start: 3px solid var(--green);
  }

  plenary-workshop-lists {
    margin-block-start: var(--gap-6);
  }

  @media (max-width: 30rem) {
    .actions {
      display: grid;
    }

    .beginning {
      padding-inline-start: var(--gap-3);
    }
  }
`;
