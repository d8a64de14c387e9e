/** How approvals look: a person, what of theirs is to be published, where each stands. */
import { css } from 'lit';

export const approvalStyles = css`
  .asks {
    display: flex;
    gap: var(--gap-2);
    align-items: center;
    min-height: var(--target);
    margin-block: var(--gap-2);
    cursor: pointer;
  }
  .asks input {
    flex: none;
  }
  .people {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));
    gap: var(--gap-4);
  }
  .person {
    padding: var(--gap-4);
    border: 1px solid var(--hairline);
    border-radius: var(--round);
    background: var(--leaf);
  }
  h4 {
    font: 600 var(--size-3) / 1.4 var(--serif);
  }
  .person li {
    padding-block: var(--gap-2);
    overflow-wrap: anywhere;
  }
  .state {
    margin-inline-end: var(--gap-2);
    font-weight: 600;
    color: var(--amber);
  }
  .state.approved {
    color: var(--green);
  }
  .state.refused {
    color: var(--red);
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-2);
    margin-block-start: var(--gap-2);
  }
  .link .steps {
    flex-wrap: nowrap;
  }
  .ask {
    margin-block-start: var(--gap-3);
  }
  .ask .field {
    margin-block-end: var(--gap-2);
  }
`;
