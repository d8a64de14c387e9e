/** The look that all parts of the plan share. */
import { css } from 'lit';
import { controls } from '../room/styles.ts';

export const partStyles = [
  ...controls,
  css`
    .field,
    plenary-both-languages,
    plenary-finder,
    plenary-zone-picker {
      display: block;
      margin-block-end: var(--gap-4);
    }

    .row {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr));
      gap: var(--gap-2) var(--gap-4);
      align-items: end;
      margin-block-end: var(--gap-4);
    }

    .row .field {
      margin-block-end: 0;
    }

    .warn {
      margin-block: var(--gap-2);
      padding: var(--gap-2) var(--gap-3);
      border-inline-start: 3px solid var(--amber);
      background: var(--amber-wash);
    }

    .times {
      margin-block-end: var(--gap-4);
      padding: var(--gap-3);
      border: 1px solid var(--hairline);
      border-radius: var(--round);
      background: var(--leaf);
    }

    .times p + p {
      margin-block-start: var(--gap-1);
    }

    .chosen li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--gap-1);
      padding-block: var(--gap-1);
      border-block-end: 1px solid var(--hairline);
    }

    .chosen span {
      flex: 1 1 10rem;
      overflow-wrap: anywhere;
    }

    .chosen {
      margin-block-end: var(--gap-2);
    }

    h3 {
      margin-block: var(--gap-4) var(--gap-2);
    }
  `,
];
