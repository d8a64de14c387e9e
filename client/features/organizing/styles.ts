/** The look of the organizer's pages. */
import { css } from 'lit';
import { base, buttons, fields } from '../../ui/base.css.ts';

export const organizingStyles = [
  base,
  buttons,
  fields,
  css`
    :host {
      max-width: 68rem;
      margin: 0 auto;
      padding: var(--gap-5) var(--gap-4) var(--gap-6);
    }

    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--gap-3);
    }

    .views {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-2);
      margin-block: var(--gap-4) var(--gap-3);
    }

    .views .count {
      color: var(--ink-soft);
      font-variant-numeric: tabular-nums;
    }

    .tools {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--gap-3);
      margin-block-end: var(--gap-4);
    }

    .tools .search {
      flex: 1 1 16rem;
    }

    .turn {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--gap-3);
      margin-block: var(--gap-4);
    }
  `,
];
