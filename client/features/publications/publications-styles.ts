/** The look of the editors' page. */
import { css } from 'lit';

export const publicationsStyles = css`
  :host {
    max-width: 60rem;
    margin: 0 auto;
    padding: var(--gap-5) var(--gap-4) var(--gap-6);
  }

  .about {
    margin-block: var(--gap-2) var(--gap-5);
    color: var(--ink-soft);
  }

  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-2);
    margin-block-end: var(--gap-4);
  }

  .import {
    margin-block-end: var(--gap-4);
  }

  li {
    padding-block: var(--gap-4);
    border-block-start: 1px solid var(--hairline);
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--gap-1) var(--gap-4);
  }

  .headline {
    flex: 1 1 22rem;
    font: 600 var(--size-3) / 1.4 var(--serif);
    overflow-wrap: anywhere;
  }

  .more {
    color: var(--ink-soft);
    font-size: var(--size-1);
  }

  .state {
    font-weight: 600;
  }

  .state.published {
    color: var(--green);
  }

  .state.withdrawn {
    color: var(--red);
  }
`;

export const formStyles = css`
  :host {
    margin-block-start: var(--gap-4);
    padding: var(--gap-4);
    border: 1px solid var(--hairline);
    border-radius: var(--round);
    background: var(--leaf);
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
    gap: 0 var(--gap-4);
  }

  textarea {
    min-height: 6rem;
  }

  section {
    margin-block-start: var(--gap-5);
    padding-block-start: var(--gap-4);
    border-block-start: 1px solid var(--hairline);
  }

  .obstacles {
    padding: var(--gap-2) var(--gap-3);
    border-inline-start: 3px solid var(--amber);
    background: var(--amber-wash);
  }

  .obstacles li {
    padding-block: var(--gap-1);
    overflow-wrap: anywhere;
  }

  .renew {
    display: flex;
    gap: var(--gap-2);
    align-items: center;
    min-height: var(--target);
    margin-block-end: var(--gap-2);
    font-weight: 400;
  }

  .renew input {
    flex: none;
  }

  .when {
    flex: 0 1 16rem;
  }

  details {
    margin-block-start: var(--gap-4);
  }

  summary {
    cursor: pointer;
    min-height: 2.25rem;
  }
`;
