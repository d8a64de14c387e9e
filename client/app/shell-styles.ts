/** The frame's own look. */
import { css } from 'lit';

export const shellStyles = css`
  .frame {
    display: grid;
    grid-template: auto 1fr auto / minmax(0, 1fr);
    min-height: 100dvh;
  }

  .frame.fills {
    grid-template-rows: auto minmax(0, 1fr);
    height: 100dvh;
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--gap-3);
    padding: var(--gap-1) max(var(--gap-4), env(safe-area-inset-right)) var(--gap-1)
      max(var(--gap-4), env(safe-area-inset-left));
    border-block-end: 1px solid var(--hairline);
  }

  .name {
    color: var(--ink);
    font: 600 var(--size-4) / 2.25rem var(--serif);
    text-decoration: none;
    letter-spacing: 0.01em;
  }

  h1 {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    font: 500 var(--size-2) / 2.25rem var(--sans);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  nav {
    display: flex;
    flex: none;
    margin-inline-start: auto;
    gap: var(--gap-1);
  }

  nav button[aria-pressed='true'] {
    border-color: transparent;
    background: transparent;
    color: var(--green);
    text-decoration: underline;
    text-underline-offset: 0.35em;
    text-decoration-thickness: 2px;
  }

  nav button {
    padding-inline: var(--gap-2);
  }

  .skip {
    position: absolute;
    inset-block-start: var(--gap-1);
    inset-inline-start: 50%;
    z-index: 60;
    transform: translate(-50%, -200%);
  }

  .skip:focus {
    transform: translate(-50%, 0);
  }

  main {
    min-width: 0;
    min-height: 0;
  }

  main:focus {
    outline: none;
  }

  .fills main {
    overflow: hidden;
  }

  .note {
    padding: var(--gap-6) var(--gap-4);
    text-align: center;
    color: var(--ink-soft);
  }

  footer {
    padding: var(--gap-4);
    border-block-start: 1px solid var(--hairline);
    color: var(--ink-soft);
    font-size: var(--size-1);
    text-align: center;
  }

  @media (max-width: 30rem) {
    .theme .word {
      display: none;
    }
  }
`;
