/** Runs of text as they should be: no white space at the ends of lines, neighbours of one look joined, nothing empty. */
import type { Span } from '../../../shared/document/document.ts';

const isAlike = (a: Span, b: Span): boolean => a.bold === b.bold && a.italic === b.italic && a.link === b.link;

/** What XML and screens do not know, and signs that turn the direction of a text round. */
// eslint-disable-next-line no-control-regex -- they are what is taken out
const ODD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

export const tidySpans = (spans: readonly Span[]): Span[] => {
  const joined: { text: string; look: Span }[] = [];
  let before = '\n';
  for (const span of spans) {
    let text = span.text
      .replace(ODD, '')
      .replace(/[ \t]*\n\s*/g, '\n')
      .replace(/ {2,}/g, ' ');
    // One space between two runs, none at the beginning of a line, one line's end at a time.
    if (/\s$/.test(before))
      text = text.replace(/^\s+/, (white) =>
        white.includes('\n') && before !== '\n' && before.endsWith(' ') ? '\n' : '',
      );
    if (text === '') continue;
    before = text;
    const last = joined.at(-1);
    if (last && isAlike(last.look, span)) last.text += text;
    else joined.push({ text, look: span });
  }
  const last = joined.at(-1);
  if (last) last.text = last.text.replace(/\s+$/, '');
  return joined
    .map(({ text, look }) => ({ ...look, text: text.replace(/ +\n/g, '\n') }))
    .filter(({ text }) => text !== '');
};
