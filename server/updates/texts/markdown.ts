/** Markdown as blocks. Owns the reader's settings; HTML inside of it goes the same way as any other HTML. */
import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { blocksOfHtml, type HtmlBlocks } from './html-blocks.ts';
import { htmlTree } from './html-tree.ts';

// Addresses are checked where spans are made; here they only must not be rewritten.
const reader = new MarkdownIt({ html: true, linkify: false, maxNesting: 40 }).use(cjkFriendly);
reader.validateLink = () => true;

export const blocksOfMarkdown = (text: string): HtmlBlocks => blocksOfHtml(htmlTree(reader.render(text)));
