/** Who took a picture, told apart from what it shows. Owns how a credit is recognised in a caption. */
import { elementsIn, textOfNodes, type HtmlElement } from './html-tree.ts';

const BEGINS =
  /^[(（[]?\s*(?:(?:photo|photograph|image|picture|credit|source|courtesy)s?\b\s*(?:by\b|credit\b|courtesy\b|:|：)|(?:摄影|图片来源|图片|图源|图|摄|来源|供图)\s*[:：]|©)/i;
const ENDS = /(?:摄|供图|\/摄影)\s*[)）\]]?$/;
const MARKED = /\b(?:credit|photographer|source|copyright)\b/i;

const bare = (credit: string): string => credit.replace(/^[\s(（[—–|-]+|[\s)）\]|]+$/g, '');
const ended = (caption: string): string | null =>
  caption
    .replace(/\s+/g, ' ')
    .replace(/[\s—–|-]+$/, '')
    .trim() || null;

export interface Captioned {
  readonly caption: string | null;
  readonly credit: string | null;
}

/** A credit at the end: in a line or brackets of its own, or as the last sentence. */
export const splitCredit = (text: string): Captioned => {
  const whole = text.trim();
  if (whole === '') return { caption: null, credit: null };
  if (BEGINS.test(whole)) return { caption: null, credit: bare(whole) };
  const cuts = [...whole.matchAll(/\n|[(（[]|(?<=[.。；;!?！？])\s*|\s[—–|-]+\s/g)].map(({ index, 0: mark }) => ({
    at: index,
    after: index + (/^[(（[]$/.test(mark) ? 0 : mark.length),
  }));
  for (const { at, after } of cuts) {
    const rest = whole.slice(after).trim();
    if (rest !== '' && (BEGINS.test(rest) || (ENDS.test(rest) && rest.length <= 40))) {
      return { caption: ended(whole.slice(0, at)), credit: bare(rest) };
    }
  }
  return { caption: whole.replace(/\s+/g, ' '), credit: null };
};

export const withCredit = (caption: HtmlElement | null): Captioned => {
  if (!caption) return { caption: null, credit: null };
  const marked = [...elementsIn(caption.children)].find(
    ({ name, attributes }) =>
      name === 'cite' || MARKED.test(`${attributes['class'] ?? ''} ${attributes['itemprop'] ?? ''}`),
  );
  const lines = textOfNodes(caption.children);
  if (!marked) return splitCredit(lines);
  const credit = textOfNodes(marked.children);
  return { caption: ended(lines.replace(credit, '')), credit: credit || null };
};
