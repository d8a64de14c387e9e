/**
 * Blocks as HTML: for the public page, for a page that stands alone, and with a style on every element for what strips stylesheets. Owns the
 * elements and escaping; where pictures are and how things look is given.
 */
import { assertNever } from '../../kernel/assert-never.ts';
import type { Block, List, Photo, Span } from '../document.ts';
import { safeLink } from '../links.ts';
import { escapeHtml } from './escape.ts';

export interface DrawnPicture {
  readonly src: string;
  readonly srcset?: string;
  readonly width?: number;
  readonly height?: number;
}

type Styled =
  | 'p'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'ul'
  | 'ol'
  | 'li'
  | 'table'
  | 'th'
  | 'td'
  | 'blockquote'
  | 'hr'
  | 'figure'
  | 'img'
  | 'figcaption'
  | 'a';
export type Styles = Readonly<Partial<Record<Styled, string>>>;

export interface Drawing {
  /** Null: the picture cannot be shown here, and its figure is left out. */
  readonly picture: (photo: Photo) => DrawnPicture | null;
  /** Inline styles, where the reader's program drops stylesheets. */
  readonly styles?: Styles;
}

export const blocksHtml = (blocks: readonly Block[], { picture, styles = {} }: Drawing): string => {
  const open = (tag: Styled, attributes = ''): string => {
    const style = styles[tag];
    return `<${tag}${attributes}${style === undefined ? '' : ` style="${escapeHtml(style)}"`}>`;
  };
  const element = (tag: Styled, content: string, attributes = ''): string =>
    `${open(tag, attributes)}${content}</${tag}>`;

  const spanHtml = ({ text, bold, italic, link }: Span): string => {
    let html = escapeHtml(text).replaceAll('\n', '<br>');
    if (italic) html = `<em>${html}</em>`;
    if (bold) html = `<strong>${html}</strong>`;
    const address = link === undefined ? null : safeLink(link);
    return address === null ? html : element('a', html, ` href="${escapeHtml(address)}" rel="noopener"`);
  };
  const inline = (spans: readonly Span[]): string => spans.map(spanHtml).join('');

  const list = ({ ordered, items }: List): string =>
    element(
      ordered ? 'ol' : 'ul',
      items.map(({ spans, below }) => element('li', inline(spans) + (below ? list(below) : ''))).join(''),
    );

  const figure = (photo: Photo): string => {
    const drawn = picture(photo);
    if (!drawn) return '';
    const { src, srcset, width, height } = drawn;
    const measures = width && height ? ` width="${width}" height="${height}"` : '';
    const set = srcset === undefined ? '' : ` srcset="${escapeHtml(srcset)}" sizes="(max-width: 46rem) 100vw, 42rem"`;
    const lines = [photo.caption, photo.credit].filter((line) => line !== null && line !== '');
    const caption = lines
      .map((line, at) => (at === 0 ? escapeHtml(line ?? '') : `<br>${escapeHtml(line ?? '')}`))
      .join('');
    return element(
      'figure',
      open('img', ` src="${escapeHtml(src)}"${set}${measures} alt="${escapeHtml(photo.caption ?? '')}"`) +
        (caption === '' ? '' : element('figcaption', caption)),
    );
  };

  const blockHtml = (block: Block): string => {
    switch (block.kind) {
      case 'paragraph':
        return element('p', inline(block.spans));
      case 'heading':
        return element(`h${block.level}`, inline(block.spans));
      case 'quote':
        return element('blockquote', element('p', inline(block.spans)));
      case 'rule':
        return open('hr');
      case 'list':
        return list(block);
      case 'photo':
        return figure(block);
      case 'table': {
        const row = (cells: readonly (readonly Span[])[], tag: 'th' | 'td'): string =>
          `<tr>${cells.map((cell) => element(tag, inline(cell), tag === 'th' ? ' scope="col"' : '')).join('')}</tr>`;
        const head = block.head ? `<thead>${row(block.head, 'th')}</thead>` : '';
        return element('table', `${head}<tbody>${block.rows.map((cells) => row(cells, 'td')).join('')}</tbody>`);
      }
      default:
        return assertNever(block, 'blocks as HTML');
    }
  };

  return blocks
    .map(blockHtml)
    .filter((html) => html !== '')
    .join('\n');
};
