/** The board's history: what of a section stands as it did, what was changed, what is gone, what came since. */
import { describe, expect, test } from 'vitest';
import { anchorOf, compareSections, differing } from '../../../shared/notes/compare.ts';

const line = (blockId: string, text: string, type = 'paragraph', more: object = {}) => ({
  type,
  attrs: { blockId, at: '1', ...more },
  content: text === '' ? [] : [{ type: 'text', text }],
});
const section = (...content: readonly object[]) => ({ type: 'doc', content });

describe('a section compared', () => {
  test('given one block as it was, one changed, one gone, one new, then each is told', () => {
    const compared = compareSections(
      section(line('a', 'same'), line('b', 'two days', 'decision'), line('c', 'gone'), line('e', '')),
      section(line('a', 'same', 'paragraph', { at: '9' }), line('b', 'three days', 'decision'), line('d', 'new')),
    );
    expect(compared.was.map(({ key, kind, standing, now }) => [key, kind, standing, now])).toEqual([
      ['a', 'prose', 'same', 'same'],
      ['b', 'decision', 'changed', 'three days'],
      ['c', 'prose', 'gone', null],
    ]);
    expect(compared.since.map(({ key, text }) => [key, text])).toEqual([['d', 'new']]);
    expect(anchorOf(compared.was, 'c')).toBe('b');
    expect(anchorOf(compared.was, 'a')).toBeNull();
  });

  test('given a field that was changed, then the block is changed though its words are the same', () => {
    const { was } = compareSections(
      section(line('a', 'Send it', 'action', { due: '2026-01-01' })),
      section(line('a', 'Send it', 'action', { due: '2026-02-01' })),
    );
    expect(was[0]?.standing).toBe('changed');
  });

  test('given a list, then it is one block with a line an item, known by its first named line', () => {
    const item = (blockId: string, text: string) => ({ type: 'listItem', content: [line(blockId, text)] });
    const list = section({ type: 'bulletList', content: [item('a', 'one'), item('b', 'two')] });
    expect(compareSections(list, section()).was).toMatchObject([{ key: 'a', text: 'one\ntwo', standing: 'gone' }]);
  });

  test.each([null, 3, 'x', [], { content: 'x' }, { content: [null, 7, { attrs: 3, content: [{}] }] }])(
    'given %j for a section, then nothing is thrown',
    (hostile) => {
      expect(compareSections(hostile, hostile).since).toEqual([]);
    },
  );

  test('given two texts, then the one stretch that differs is found, also among letters of two units', () => {
    expect(differing('in two days', 'in three days')).toEqual({ before: 'in t', own: 'wo', after: ' days' });
    expect(differing('😀a', '😃a')).toEqual({ before: '', own: '😀', after: 'a' });
    expect(differing('same', 'same')).toEqual({ before: 'same', own: '', after: '' });
  });
});
