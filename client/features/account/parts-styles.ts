/** What a part of an account's page takes back from the page's own look: it stands inside one. */
import { css } from 'lit';

export const partStyles = css`
  :host {
    max-width: none;
    margin: 0;
    padding: 0;
  }
`;
