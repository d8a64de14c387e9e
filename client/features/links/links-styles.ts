/** The look of the list of links. */
import { css } from 'lit';

export const linksStyles = css`
  :host {
    display: contents;
  }
  ul {
    margin-block-start: var(--gap-4);
  }
  li {
    padding: var(--gap-3) 0;
    border-top: 1px solid var(--hairline);
  }
  .head {
    display: flex;
    align-items: start;
    gap: var(--gap-2);
  }
  .what {
    flex: 1;
    min-width: 0;
    display: flex;
    flex-direction: column;
    overflow-wrap: anywhere;
  }
  .line {
    display: flex;
    gap: var(--gap-2);
    margin-top: var(--gap-1);
  }
  input {
    flex: 1;
    min-width: 0;
    font-size: var(--size-1);
  }
`;
