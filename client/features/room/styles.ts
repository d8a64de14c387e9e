/** What the room's regions look like in common, on top of the page's plain controls. */
import { css, type CSSResult } from 'lit';
import { base, buttons, fields } from '../../ui/base.css.ts';

const common = css`
  h2 {
    font: 600 var(--size-1) / 1.4 var(--sans);
    color: var(--ink-soft);
  }
  .quiet-words {
    color: var(--ink-soft);
    font-size: var(--size-1);
  }
  .pending {
    opacity: 0.65;
  }
  .soon {
    color: var(--amber);
    font-weight: 600;
  }
  .over {
    color: var(--red);
    font-weight: 600;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-2);
    align-items: center;
  }
  ui-menu button {
    border-color: transparent;
    justify-content: flex-start;
  }
  .clock {
    font-variant-numeric: tabular-nums;
  }
`;

export const controls: readonly CSSResult[] = [base, buttons, fields, common];
