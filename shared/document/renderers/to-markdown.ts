/** A document as Markdown with front matter, escaped throughout: nothing in it can become markup that was none. */
import { assertNever } from '../../kernel/assert-never.ts';
import type { Block, Document, List, Photo, Span } from '../document.ts';
import { safeLink } from '../links.ts';
import { escapeMarkdown } from './escape.ts';

/** Marks only hold around text without white space at its ends. */
const marked = (text: string, mark: string): string => {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return inner === '' ? text : `${before}${mark}${inner}${mark}${after}`;
};

const spanText = ({ text, bold, italic, link }: Span): string => {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  let written = escapeMarkdown(inner);
  if (italic) written = marked(written, '*');
  if (bold) written = marked(written, '**');
  const address = link === undefined ? null : safeLink(link);
  if (address !== null && written !== '')
    written = `[${written}](<${address.replace(/[<>\s\\]/g, encodeURIComponent)}>)`;
  return `${before && ' '}${written}${after && ' '}`;
};

const inline = (spans: readonly Span[]): string => spans.map(spanText).join('').trim();

const listLines = ({ ordered, items }: List, indent: string): readonly string[] =>
  items.flatMap(({ spans, below }, at) => {
    const mark = ordered ? `${at + 1}. ` : '- ';
    return [`${indent}${mark}${inline(spans)}`, ...(below ? listLines(below, indent + ' '.repeat(mark.length)) : [])];
  });

const blockText = (block: Block, picture: (photo: Photo) => string | null): string => {
  switch (block.kind) {
    case 'paragraph':
      return inline(block.spans);
    case 'heading':
      return `${'#'.repeat(block.level)} ${inline(block.spans)}`;
    case 'quote':
      return `> ${inline(block.spans)}`;
    case 'rule':
      return '---';
    case 'list':
      return listLines(block, '').join('\n');
    case 'table': {
      const width = block.head?.length ?? block.rows[0]?.length ?? 0;
      const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
      const head = block.head?.map(inline) ?? Array.from({ length: width }, () => '');
      return [row(head), row(head.map(() => '---')), ...block.rows.map((cells) => row(cells.map(inline)))].join('\n');
    }
    case 'photo': {
      const source = picture(block);
      const words = [block.caption, block.credit].flatMap((line) => (line === null ? [] : [escapeMarkdown(line)]));
      const below = words.length === 0 ? '' : `*${words.join(' — ')}*`;
      return [source === null ? '' : `![${escapeMarkdown(block.caption ?? '')}](<${source}>)`, below]
        .filter((line) => line !== '')
        .join('\n\n');
    }
    default:
      return assertNever(block, 'a block as Markdown');
  }
};

/** A JSON string is a YAML string too, whatever is in it. */
const frontMatter = (fields: Readonly<Record<string, string | readonly string[] | null>>): string =>
  Object.entries(fields)
    .flatMap(([name, value]) => (value === null ? [] : [`${name}: ${JSON.stringify(value)}\n`]))
    .join('');

export const documentMarkdown = (
  document: Document,
  fields: Readonly<Record<string, string | readonly string[] | null>>,
  picture: (photo: Photo) => string | null = () => null,
): string => {
  const blocks = document.blocks.map((block) => blockText(block, picture)).filter((text) => text !== '');
  const head = frontMatter({ title: document.title, language: document.language, ...fields });
  return `---\n${head}---\n\n${[`# ${escapeMarkdown(document.title)}`, ...blocks].join('\n\n')}\n`;
};
