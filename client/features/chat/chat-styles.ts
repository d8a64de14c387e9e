/** The chat's look: lines as in a book of minutes, the form at the foot. */
import { css } from 'lit';

export const chatStyles = css`
  :host {
    height: 100%;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow: auto;
    padding: var(--gap-3) var(--gap-4);
    overscroll-behavior: contain;
  }
  li {
    padding-block: var(--gap-2);
    border-bottom: 1px solid var(--hairline);
  }
  li:last-child {
    border-bottom: 0;
  }
  .head {
    display: flex;
    align-items: baseline;
    flex-wrap: wrap;
    gap: 0 var(--gap-2);
    min-height: 1.75rem;
  }
  .head button {
    margin-inline-start: auto;
    min-height: 1.75rem;
    font-size: var(--size-1);
    color: var(--ink-soft);
  }
  .name {
    font-weight: 600;
  }
  .alone {
    color: var(--green);
    font-size: var(--size-1);
    font-weight: 600;
  }
  .words {
    display: block;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .trace {
    color: var(--ink-soft);
    font-style: italic;
  }
  :host(:lang(zh-Hans)) .trace {
    font-style: normal;
  }
  .newest {
    align-self: center;
    margin-block: var(--gap-1);
  }
  .notice {
    padding: var(--gap-2) var(--gap-4);
    background: var(--shade);
    font-size: var(--size-1);
  }
  @media (pointer: coarse) {
    .head button {
      min-height: 44px;
    }
  }
`;
