/** How the draft looks: an article in serif, its evidence in the margin, lists above it. */
import { css } from 'lit';

export const articleStyles = css`
  article {
    font: 400 1.1875rem/1.7 var(--serif);
    max-width: 65ch;
  }
  article:lang(zh) {
    max-width: 36em;
    line-height: 1.9;
    text-align: justify;
  }
  h2 {
    font-size: var(--size-5);
    margin-block-end: var(--gap-4);
    text-wrap: balance;
  }
  p {
    margin-block-end: var(--gap-4);
  }
  .sentence {
    border-radius: 0.15em;
    cursor: default;
  }
  .sentence:hover,
  .sentence.shown {
    background: var(--green-wash);
  }
  figure {
    margin-block: var(--gap-4) var(--gap-5);
  }
  img {
    display: block;
    max-width: 100%;
    height: auto;
  }
  .frame {
    display: grid;
    place-items: center;
    aspect-ratio: 16 / 9;
    border: 1px dashed var(--edge);
    color: var(--ink-soft);
    font: 400 var(--size-2) / 1.5 var(--sans);
  }
  figcaption {
    margin-block-start: var(--gap-2);
    font: 400 var(--size-2) / 1.5 var(--sans);
    color: var(--ink-soft);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 15rem;
    gap: var(--gap-5);
  }
  aside {
    position: sticky;
    top: var(--gap-4);
    align-self: start;
    border-inline-start: 1px solid var(--hairline);
    padding-inline-start: var(--gap-4);
    font-size: var(--size-2);
  }
  aside h3 {
    margin-block-end: var(--gap-2);
  }
  aside li {
    margin-block-end: var(--gap-3);
  }
  blockquote {
    margin: var(--gap-1) 0 0;
    color: var(--ink-soft);
    overflow-wrap: anywhere;
  }
  :host([narrow]) .columns {
    grid-template-columns: minmax(0, 1fr);
  }
  :host([narrow]) aside {
    position: sticky;
    top: auto;
    bottom: 0;
    background: var(--paper);
    border-inline-start: 0;
    border-block-start: 1px solid var(--hairline);
    padding: var(--gap-3) 0;
  }
  @media (max-width: 60rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    aside {
      position: sticky;
      bottom: 0;
      top: auto;
      max-height: 35vh;
      overflow: auto;
      background: var(--paper);
      border-inline-start: 0;
      border-block-start: 1px solid var(--hairline);
      padding: var(--gap-3) 0;
    }
  }
`;

export const pageStyles = css`
  :host {
    max-width: 66rem;
    margin: 0 auto;
    padding: var(--gap-5) var(--gap-4) var(--gap-6);
  }
  :host(.both) {
    max-width: 96rem;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
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
  button[aria-pressed='true'] {
    border-color: var(--green);
    color: var(--green);
    font-weight: 600;
  }
  .facts {
    border-block: 1px solid var(--hairline);
    padding-block: var(--gap-3);
    margin-block-end: var(--gap-5);
  }
  .facts h2 {
    font: 600 var(--size-2) / 1.4 var(--sans);
  }
  .facts li {
    padding-block: var(--gap-1);
  }
  summary {
    cursor: pointer;
    min-height: var(--target);
    display: flex;
    align-items: center;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--gap-6);
  }
  @media (max-width: 60rem) {
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
