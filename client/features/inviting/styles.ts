/** The look of the desk's page of invitations. */
import { css } from 'lit';

export const invitingStyles = css`
  :host {
    max-width: 64rem;
    margin: 0 auto;
    padding: var(--gap-6) var(--gap-4);
  }
  .lead {
    max-width: 44rem;
    margin-block: var(--gap-3) var(--gap-4);
    color: var(--ink-soft);
  }
  section {
    margin-block-start: var(--gap-6);
  }
  h2,
  h3 {
    margin-block-end: var(--gap-2);
  }
  form {
    padding: 0;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(8rem, 1.2fr) minmax(12rem, 2fr) minmax(8rem, 1fr) minmax(7rem, 0.8fr);
    gap: var(--gap-2) var(--gap-3);
    align-items: center;
    padding-block: var(--gap-2);
    border-block-start: 1px solid var(--hairline);
  }
  .name {
    overflow-wrap: anywhere;
    font-weight: 500;
  }
  .field {
    margin-block-start: var(--gap-4);
    max-width: 44rem;
  }
  .note,
  .fault {
    margin-block: var(--gap-4);
    padding: var(--gap-2) var(--gap-3);
    border-inline-start: 3px solid var(--amber);
    background: var(--amber-wash);
    overflow-wrap: anywhere;
  }
  .fault {
    border-color: var(--red);
    background: var(--red-wash);
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gap-2);
    margin-block-start: var(--gap-4);
  }
  .invited {
    display: grid;
    grid-template-columns: minmax(10rem, 2fr) 1fr 1fr 1fr auto;
    gap: var(--gap-1) var(--gap-3);
    align-items: center;
    padding-block: var(--gap-2);
    border-block-start: 1px solid var(--hairline);
  }
  .failed {
    color: var(--red);
    font-weight: 600;
  }
  .yes {
    color: var(--green);
    font-weight: 600;
  }
  @media (max-width: 47.9rem) {
    .row {
      grid-template-columns: 1fr 1fr;
    }
    .row .name,
    .row .wide {
      grid-column: 1 / -1;
    }
    .invited {
      grid-template-columns: 1fr 1fr auto;
    }
    .invited .who {
      grid-column: 1 / 3;
    }
    .invited ui-menu {
      grid-column: 3;
      grid-row: 1;
    }
  }
`;
