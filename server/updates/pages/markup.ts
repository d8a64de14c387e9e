/** HTML by template: every value is escaped unless it is markup already. Owns escaping for the public pages. */
import { escapeHtml } from '../../../shared/document/renderers/escape.ts';

export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

type Value = Markup | string | number | null | undefined | readonly Value[];

const written = (value: Value): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Markup) return value.html;
  return typeof value === 'object' ? value.map(written).join('') : escapeHtml(String(value));
};

export const markup = (strings: TemplateStringsArray, ...values: readonly Value[]): Markup =>
  new Markup(strings.reduce((html, piece, at) => html + written(values[at - 1]) + piece));

/** What a renderer of ours has made and escaped. Never for text from outside. */
export const trusted = (html: string): Markup => new Markup(html);

/** Data for machines inside a page: no character of it can end the element it stands in. */
export const dataBlock = (data: unknown): Markup =>
  new Markup(
    `<script type="application/ld+json">${JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)}</script>`,
  );
