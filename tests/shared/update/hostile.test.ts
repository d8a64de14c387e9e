// What hostile people write into titles, names and notes comes out of the renderers as words, never as markup or script.
import { describe, expect, it } from 'vitest';
import type { Article, Sentence } from '../../../shared/update/article.ts';
import { toHtml } from '../../../shared/update/renderers/to-html.ts';
import { toMarkdown } from '../../../shared/update/renderers/to-markdown.ts';

const CORPUS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "'; alert(1); //",
  '</p><iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '[click](javascript:alert(1))',
  '![x](javascript:alert(1))',
  '&lt;script&gt;',
  '<!-- --><style>*{display:none}</style>',
  '</title><script>alert(1)</script>',
  '`<b>`',
];

const articleOf = (text: string): Article => {
  const sentence: Sentence = { text, sources: ['block:x'] };
  return {
    language: 'en',
    headline: sentence,
    parts: [
      { kind: 'paragraph', section: 'lead', sentences: [sentence, sentence] },
      { kind: 'photo', section: 'photo', file: null, caption: sentence, credit: sentence },
    ],
    missing: [],
    leftOut: [],
  };
};

describe.each(CORPUS)('%s', (text) => {
  it('is only words in HTML', () => {
    const plain = toHtml(articleOf('PLAIN'));
    const tags = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];
    expect(tags(toHtml(articleOf(text)))).toEqual(tags(plain));
  });

  it('is only words in Markdown', () => {
    const markdown = toMarkdown(articleOf(text));
    expect(markdown).not.toMatch(/(^|[^\\])<[a-z!/]/i);
    expect(markdown).not.toMatch(/[^\\]\]\((?!#)/);
  });
});
