/** HTML as a tree that is safe to walk: as deep as texts are and no deeper. Owns the parser; what the tree means is read elsewhere. */
import { DomHandler, Parser } from 'htmlparser2';

export interface HtmlText {
  readonly kind: 'text';
  readonly text: string;
}

export interface HtmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
}

export type HtmlNode = HtmlText | HtmlElement;

/** Nobody writes so; walking it would cost the stack. */
export class TooDeep extends Error {}

const DEEPEST = 150;

type Parsed = DomHandler['dom'][number];

/** Comments, directives and doctypes are nothing to us. */
const nodeOf = (node: Parsed): readonly HtmlNode[] => {
  if (node.type === 'text') return [{ kind: 'text', text: node.data }];
  if (!('attribs' in node)) return [];
  const attributes = Object.assign(Object.create(null) as Record<string, string>, node.attribs);
  return [{ kind: 'element', name: node.name, attributes, children: node.children.flatMap(nodeOf) }];
};

export const htmlTree = (html: string): readonly HtmlNode[] => {
  const handler = new DomHandler();
  let depth = 0;
  const { onopentag, onclosetag } = handler;
  handler.onopentag = (name, attributes) => {
    depth += 1;
    if (depth > DEEPEST) throw new TooDeep();
    onopentag.call(handler, name, attributes);
  };
  handler.onclosetag = () => {
    depth -= 1;
    onclosetag.call(handler);
  };
  new Parser(handler, { decodeEntities: true, lowerCaseTags: true }).end(html);
  return handler.dom.flatMap(nodeOf);
};

/** Every element in the order of the text. */
export function* elementsIn(nodes: readonly HtmlNode[]): Generator<HtmlElement> {
  for (const node of nodes) {
    if (node.kind === 'text') continue;
    yield node;
    yield* elementsIn(node.children);
  }
}

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'head', 'title', 'svg', 'math', 'iframe', 'object']);

/** What can be read in it, in one line. */
export const textOfNodes = (nodes: readonly HtmlNode[]): string => {
  const written = (node: HtmlNode): string => {
    if (node.kind === 'text') return node.text;
    if (SILENT.has(node.name)) return '';
    return node.name === 'br' ? '\n' : node.children.map(written).join('');
  };
  return nodes.map(written).join('').replace(/\s+/g, ' ').trim();
};
