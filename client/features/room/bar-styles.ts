/** The bar's look: words beside icons on a desk, beneath them under a thumb. */
import { css } from 'lit';

export const barStyles = css`
  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--gap-3);
    padding: var(--gap-2) max(var(--gap-3), env(safe-area-inset-right)) max(var(--gap-2), env(safe-area-inset-bottom))
      max(var(--gap-3), env(safe-area-inset-left));
    border-top: 1px solid var(--hairline);
    background: var(--paper);
  }
  .group {
    display: flex;
    align-items: center;
    gap: var(--gap-2);
    flex: 1 0 auto;
  }
  .end {
    justify-content: flex-end;
  }
  .short {
    display: none;
  }
  .ears {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .raised {
    border-color: var(--amber);
    background: var(--amber-wash);
    color: var(--ink);
  }
  .on {
    border-color: var(--green);
  }
  .leave {
    color: var(--red);
  }
  .hand {
    max-width: 18rem;
  }
  @media (max-width: 1279px) {
    .people {
      display: none;
    }
  }
  @media (max-width: 1023px) {
    .bar {
      flex-wrap: wrap;
      gap: var(--gap-1) var(--gap-2);
      padding-inline: var(--gap-2);
    }
    plenary-desk-step {
      order: -1;
      flex: 1 0 100%;
    }
    .ended plenary-desk-step {
      flex: 1 1 0;
    }
    .ended .group:first-child {
      display: none;
    }
    .help {
      display: none;
    }
    .group {
      flex: 1 1 0;
      min-width: 0;
    }
    .end {
      flex: none;
    }
    plenary-reactions {
      flex: 0 1 auto;
    }
    .own,
    .leave {
      flex: 1 1 0;
      flex-direction: column;
      gap: 2px;
      min-height: 52px;
      padding: 4px 2px;
      font-size: 0.75rem;
      white-space: normal;
    }
    .leave {
      min-width: 56px;
    }
    .long {
      display: none;
    }
    .short {
      display: inline;
    }
    .devices {
      padding: 0;
    }
  }
  /* Too narrow for one row of targets that a thumb can hit. */
  @media (max-width: 350px) {
    .group {
      flex-basis: 100%;
    }
    .end {
      flex: 1 0 100%;
    }
  }
`;
