/** The agenda's look: hairlines, the current item marked by a green edge and the word beside it. */
import { css } from 'lit';

export const agendaStyles = css`
  :host {
    display: block;
    padding: 16px;
  }
  ol {
    margin: 8px -8px;
  }
  .item {
    display: flex;
    align-items: flex-start;
    gap: 4px;
    padding: 8px;
    border-bottom: 1px solid var(--hairline);
    border-left: 3px solid transparent;
  }
  .item.current {
    border-left-color: var(--green);
    background: var(--green-wash);
  }
  .item.dropped .title {
    text-decoration: line-through;
  }
  .item.done .title,
  .item.dropped .title {
    color: var(--ink-soft);
  }
  .what {
    flex: 1;
    min-width: 0;
    display: flex;
    flex-direction: column;
    gap: 2px;
  }
  .title {
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .current .title {
    font-weight: 600;
  }
  .when {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 10px;
    font-size: 0.8125rem;
    color: var(--ink-soft);
  }
  .current .status {
    color: var(--green);
    font-weight: 600;
  }
`;
