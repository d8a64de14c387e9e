/** The look of entries side by side: duplicates, and what people said of their own. */
import { css } from 'lit';

export const duplicatesStyles = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-2);
    margin-block: var(--gap-4);
  }

  h2 {
    margin-block: var(--gap-6) var(--gap-3);
  }

  .pair {
    margin-block-start: var(--gap-4);
    padding: var(--gap-4);
    border: 1px solid var(--hairline);
    border-radius: var(--round);
    background: var(--leaf);
    overflow-wrap: anywhere;
  }

  .reason {
    margin-block-end: var(--gap-2);
    color: var(--amber);
    font-weight: 600;
  }

  .both {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: var(--gap-2) var(--gap-4);
    margin-block-end: var(--gap-3);
    font-size: var(--size-3);
  }

  fieldset {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: 0 var(--gap-4);
    min-width: 0;
    margin: 0;
    padding: var(--gap-2) 0;
    border: 0;
    border-block-start: 1px solid var(--hairline);
  }

  legend {
    float: inline-start;
    width: 100%;
    padding: 0;
    color: var(--ink-soft);
    font-size: var(--size-1);
    grid-column: 1 / -1;
  }

  label {
    display: flex;
    align-items: start;
    gap: var(--gap-2);
    min-height: var(--target);
    padding-block: var(--gap-2);
    min-width: 0;
  }

  input {
    flex: none;
    width: 1.25rem;
    height: 1.25rem;
    accent-color: var(--green);
  }

  img {
    width: 4rem;
    height: 4rem;
    border-radius: var(--round);
    object-fit: cover;
  }

  .act {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--gap-2);
    padding-block: var(--gap-2);
    border-block-end: 1px solid var(--hairline);
    overflow-wrap: anywhere;
  }

  .fault {
    margin-block: var(--gap-2);
    padding: var(--gap-2) var(--gap-3);
    border-inline-start: 3px solid var(--red);
    background: var(--red-wash);
  }
`;
