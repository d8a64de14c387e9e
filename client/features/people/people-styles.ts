/** The look of the list of people. */
import { css } from 'lit';

export const peopleStyles = css`
  :host {
    padding: var(--gap-4);
  }
  .head {
    margin-bottom: var(--gap-2);
  }
  .head h2 {
    margin-inline-end: auto;
  }
  ul + h2 {
    margin-top: var(--gap-4);
  }
  .seat {
    display: flex;
    align-items: center;
    gap: var(--gap-2);
    padding: var(--gap-2) 0;
    border-bottom: 1px solid var(--hairline);
  }
  .what {
    flex: 1;
    min-width: 0;
    display: flex;
    flex-direction: column;
    overflow-wrap: anywhere;
  }
  select.role {
    width: auto;
    max-width: 9rem;
    min-height: 2.25rem;
    padding: 0 var(--gap-2);
    font-size: var(--size-1);
  }
  .choice {
    display: flex;
    gap: var(--gap-2);
    align-items: center;
    min-height: 2.75rem;
  }
  .choice input {
    flex: none;
  }
`;
