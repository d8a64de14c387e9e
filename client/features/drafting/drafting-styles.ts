/** How the editors' page looks around the text: what to look at, settings, the panel beside a chosen sentence. */
import { css } from 'lit';

/** What folds says so. */
const folds = css`
  summary {
    display: flex;
    align-items: center;
    gap: var(--gap-2);
    min-height: var(--target);
    cursor: pointer;
  }
  summary::before {
    content: '';
    flex: none;
    width: 0.45em;
    height: 0.45em;
    border-inline-end: 2px solid var(--ink-soft);
    border-block-end: 2px solid var(--ink-soft);
    rotate: -45deg;
  }
  details[open] > summary::before {
    rotate: 45deg;
  }
`;

export const panelStyles = css`
  ${folds}
  :host {
    font: 400 var(--size-2) / 1.55 var(--sans);
  }
  .heading {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  h4,
  h5 {
    font: 600 var(--size-1) / 1.4 var(--sans);
    margin-block-end: var(--gap-2);
  }
  section,
  fieldset,
  form,
  details {
    margin: var(--gap-4) 0 0;
  }
  section {
    padding-block-start: var(--gap-3);
    border-block-start: 1px solid var(--hairline);
  }
  fieldset {
    padding: var(--gap-3) 0 0;
    border: 0;
    border-block-start: 1px solid var(--hairline);
  }
  legend {
    float: inline-start;
    width: 100%;
    padding: 0;
    font: 600 var(--size-1) / 1.4 var(--sans);
  }
  .choice {
    clear: both;
    display: flex;
    gap: var(--gap-2);
    align-items: start;
    min-height: var(--target);
    padding-block: var(--gap-2);
    margin: 0;
    font-weight: 400;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    margin: 0.15em 0 0;
  }
  .choice > span {
    display: grid;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-2);
    margin-block-start: var(--gap-3);
  }
  .notice li + li {
    margin-block-start: var(--gap-2);
  }
  .notice {
    margin-block-start: var(--gap-3);
    padding: var(--gap-2) var(--gap-3);
    border-inline-start: 3px solid var(--amber);
    background: var(--amber-wash);
  }
  blockquote {
    margin: var(--gap-1) 0;
    color: var(--ink-soft);
    overflow-wrap: anywhere;
  }
  .evidence li,
  section > ul > li {
    padding-block: var(--gap-2);
  }
  .words {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .answer {
    margin-block-start: var(--gap-2);
    padding-inline-start: var(--gap-3);
    border-inline-start: 2px solid var(--hairline);
  }
  .resolved {
    color: var(--ink-soft);
  }
`;

export const pageStyles = css`
  ${folds}
  :host {
    max-width: 76rem;
    margin: 0 auto;
    padding: var(--gap-5) var(--gap-4) var(--gap-6);
  }
  :host(.both) {
    max-width: 96rem;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: var(--gap-3);
    margin-block-end: var(--gap-4);
  }
  h1 {
    font-size: var(--size-4);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-2);
    align-items: center;
  }
  .standing {
    margin-block-start: var(--gap-1);
  }
  .standing.offline,
  .standing.failed,
  .standing.denied {
    padding: var(--gap-1) var(--gap-2);
    background: var(--amber-wash);
    color: var(--ink);
  }
  .facts {
    padding-block: var(--gap-2);
    border-block: 1px solid var(--hairline);
    margin-block-end: var(--gap-5);
  }
  .facts li {
    padding-block: var(--gap-1);
    overflow-wrap: anywhere;
  }
  .facts li button {
    justify-content: start;
    padding-inline: var(--gap-2);
    text-align: start;
    white-space: normal;
  }
  .facts > summary {
    font-weight: 600;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 20rem;
    gap: var(--gap-6);
    align-items: start;
  }
  aside {
    position: sticky;
    top: var(--gap-4);
    max-height: calc(100dvh - 2rem);
    overflow: auto;
    padding-inline-start: var(--gap-4);
    border-inline-start: 1px solid var(--hairline);
  }
  .reviewing {
    display: inline-flex;
    align-items: center;
    gap: var(--gap-2);
    min-height: var(--target);
    margin-block-end: var(--gap-2);
  }
  .settings {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
    gap: 0 var(--gap-5);
    padding-block: var(--gap-3);
  }
  @media (max-width: 60rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--gap-4);
    }
    aside {
      top: auto;
      bottom: 0;
      z-index: 1;
      max-height: 45dvh;
      margin-inline: calc(-1 * var(--gap-4));
      padding: var(--gap-3) var(--gap-4);
      border-inline-start: 0;
      border-block-start: 1px solid var(--edge);
      background: var(--paper);
    }
    /* The field and the keyboard of a phone need the room. */
    .typing aside {
      display: none;
    }
  }
`;
