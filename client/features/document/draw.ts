/** A document's blocks as elements. Owns what each block becomes; must not know where pictures are kept: of a photo it draws the words. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Block, Document, List, Span } from '../../../shared/document/document.ts';

const span = ({ text, bold, italic, link }: Span): TemplateResult => {
  const words = link === undefined ? html`${text}` : html`<a href=${link} rel="noreferrer">${text}</a>`;
  const leaning = italic ? html`<em>${words}</em>` : words;
  return bold ? html`<strong>${leaning}</strong>` : leaning;
};

const spans = (all: readonly Span[]): readonly TemplateResult[] => all.map(span);

const list = ({ ordered, items }: List): TemplateResult => {
  const lines = items.map((item) => html`<li>${spans(item.spans)}${item.below ? list(item.below) : nothing}</li>`);
  return ordered
    ? html`<ol>
        ${lines}
      </ol>`
    : html`<ul>
        ${lines}
      </ul>`;
};

const block = (one: Block): TemplateResult | typeof nothing => {
  switch (one.kind) {
    case 'paragraph':
      return html`<p>${spans(one.spans)}</p>`;
    case 'heading':
      // The document's title is the first level, and stands within a region that has the page's second.
      if (one.level === 2) return html`<h3>${spans(one.spans)}</h3>`;
      return one.level === 3 ? html`<h4>${spans(one.spans)}</h4>` : html`<h5>${spans(one.spans)}</h5>`;
    case 'list':
      return list(one);
    case 'quote':
      return html`<blockquote>${spans(one.spans)}</blockquote>`;
    case 'rule':
      return html`<hr />`;
    case 'photo':
      return html`<p class="photo">${[one.caption, one.credit].filter((words) => words !== null).join(' — ')}</p>`;
    case 'table':
      // A table wider than the screen scrolls by itself, also by keyboard.
      return html`<div class="wide" tabindex="0">
        <table>
          ${
            one.head === null
              ? nothing
              : html`<thead>
                  <tr>
                    ${one.head.map((cell) => html`<th scope="col">${spans(cell)}</th>`)}
                  </tr>
                </thead>`
          }
          <tbody>
            ${one.rows.map(
              (row) =>
                html`<tr>
                  ${row.map((cell, at) =>
                    at === 0 ? html`<th scope="row">${spans(cell)}</th>` : html`<td>${spans(cell)}</td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }
};

export const drawDocument = ({ title, language, blocks }: Document): TemplateResult =>
  html`<article class="document" lang=${language}>
    <h2>${title}</h2>
    ${blocks.map(block)}
  </article>`;
