/** The look of the directory's forms: fields in two columns where there is room, the preview beside them. */
import { css } from 'lit';

export const formStyles = css`
  :host(plenary-entry) {
    max-width: 68rem;
    margin: 0 auto;
    padding: var(--gap-5) var(--gap-4);
  }

  h1 {
    margin-block: var(--gap-3) var(--gap-4);
    overflow-wrap: anywhere;
  }

  h2 {
    margin-block: var(--gap-5) var(--gap-3);
  }

  fieldset {
    min-width: 0;
    margin: 0 0 var(--gap-4);
    padding: var(--gap-3) var(--gap-4) 0;
    border: 1px solid var(--hairline);
    border-radius: var(--round);
  }

  legend {
    padding-inline: var(--gap-1);
    font-weight: 600;
  }

  .label {
    display: block;
    margin-block-end: var(--gap-1);
    font-weight: 500;
  }

  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    column-gap: var(--gap-4);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-2);
    margin-block-end: var(--gap-3);
  }

  .steps {
    align-items: center;
  }

  .beside {
    display: grid;
    gap: var(--gap-5);
  }

  .preview {
    padding: var(--gap-4);
    border: 1px solid var(--hairline);
    border-radius: var(--round);
    background: var(--leaf);
  }

  .preview h2 {
    margin-block: 0 var(--gap-3);
  }

  .preview dl {
    display: grid;
    gap: var(--gap-3);
  }

  .preview dd {
    font-family: var(--serif);
    font-size: var(--size-3);
    overflow-wrap: anywhere;
  }

  .member {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr));
    gap: 0 var(--gap-3);
    align-items: end;
    padding-block: var(--gap-2);
    border-block-end: 1px solid var(--hairline);
  }

  .member span {
    align-self: center;
    overflow-wrap: anywhere;
  }

  .member button {
    margin-block-end: var(--gap-4);
    justify-self: start;
  }

  li {
    padding-block: var(--gap-1);
    overflow-wrap: anywhere;
  }

  .end {
    margin-block-start: var(--gap-6);
    padding-block-start: var(--gap-4);
    border-block-start: 1px solid var(--hairline);
  }

  @media (min-width: 60rem) {
    .beside {
      grid-template-columns: minmax(0, 1fr) 20rem;
    }

    .aside {
      position: sticky;
      top: var(--gap-4);
      align-self: start;
    }
  }
`;
