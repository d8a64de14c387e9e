/** How the text looks on the editors' page: the article in serif with its marks, both languages in rows. */
import { css } from 'lit';

export const textStyles = css`
  article {
    max-width: 65ch;
    font: 400 var(--size-3) / 1.75 var(--serif);
  }
  article:lang(zh) {
    max-width: 38em;
    line-height: 1.95;
  }
  article h2 {
    margin-block-end: var(--gap-4);
    font-size: var(--size-5);
    text-wrap: balance;
  }
  .paragraph {
    margin-block-end: var(--gap-4);
  }
  .piece {
    border-radius: 0.15em;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .piece:hover {
    background: var(--shade);
  }
  .piece.chosen {
    background: var(--green-wash);
    box-shadow: 0 0 0 0.15em var(--green-wash);
  }
  .piece.edited {
    text-decoration: underline dotted var(--green) 1.5px;
    text-underline-offset: 0.28em;
  }
  .piece.tagOvertaken,
  .piece.tagStale {
    background: var(--amber-wash);
  }
  .piece.deleted {
    color: var(--ink-soft);
    text-decoration: line-through;
  }
  .tag {
    display: inline-block;
    margin-inline: 0.3em;
    padding: 0 0.4em;
    border: 1px solid var(--hairline);
    border-radius: 1em;
    color: var(--ink-soft);
    background: var(--leaf);
    font: 500 0.75rem / 1.5 var(--sans);
    vertical-align: 0.1em;
    white-space: nowrap;
  }
  .tag.tagOvertaken,
  .tag.tagStale {
    border-color: var(--amber);
    color: var(--amber);
  }
  .tag.present {
    border-color: var(--green);
    color: var(--paper);
    background: var(--green);
  }
  .tag.comments {
    border-color: var(--green);
    color: var(--green);
  }
  figure {
    margin-block: var(--gap-4) var(--gap-5);
  }
  figcaption {
    margin-block-start: var(--gap-2);
    color: var(--ink-soft);
    font: 400 var(--size-2) / 1.5 var(--sans);
  }
  button.picture {
    display: block;
    width: 100%;
    height: auto;
    padding: 0;
    overflow: hidden;
    border-color: transparent;
    background: transparent;
  }
  button.picture.chosen {
    border-color: var(--green);
  }
  button.picture.deleted {
    opacity: 0.4;
  }
  button.picture img {
    display: block;
    width: 100%;
    height: auto;
  }
  .frame {
    display: grid;
    place-items: center;
    min-height: 9rem;
    border: 1px dashed var(--edge);
    color: var(--ink-soft);
    font: 400 var(--size-2) / 1.5 var(--sans);
  }
`;

export const twinStyles = css`
  .row {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--gap-5);
    padding-block: var(--gap-2);
  }
  .row.begins {
    margin-block-start: var(--gap-2);
    padding-block-start: var(--gap-3);
    border-block-start: 1px solid var(--hairline);
  }
  .row.headline .cell {
    font: 600 var(--size-4) / 1.4 var(--serif);
  }
  .head {
    color: var(--ink-soft);
    font: 600 var(--size-1) / 1.5 var(--sans);
  }
  .cell {
    font: 400 var(--size-3) / 1.7 var(--serif);
  }
  .cell.empty {
    padding: var(--gap-2) var(--gap-3);
    border: 1px dashed var(--hairline);
    border-radius: var(--round);
    font: 400 var(--size-2) / 1.6 var(--sans);
  }
  .cell.empty span {
    margin-inline-end: var(--gap-2);
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-2);
    margin-block-start: var(--gap-2);
  }
  @media (max-width: 47.9rem) {
    .row {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--gap-2);
      border-block-start: 1px solid var(--hairline);
    }
    .heads {
      display: none;
    }
  }
`;
