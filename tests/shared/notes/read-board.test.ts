/** Reading a board: what is understood, what becomes prose, and that no JSON breaks it. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { id, instant, type AgendaItemId, type BlockId, type PersonId } from '../../../shared/kernel/ids.ts';
import { BLOCK_KINDS, type BoardJson } from '../../../shared/notes/blocks.ts';
import { boardJson } from '../../../shared/notes/board-json.ts';
import { BLOCK_NODE_SPECS } from '../../../shared/notes/node-specs.ts';
import { readBoard, type NameOfMentioned } from '../../../shared/notes/read-board.ts';

const item = (name: string) => id<AgendaItemId>(name);
const line = (type: string, text: string, attrs: Record<string, unknown> = {}) => ({
  type,
  attrs,
  content: [{ type: 'text', text }],
});

describe('reading a board', () => {
  test('given fragments in any order, when read, then blocks stand in agenda order and the general ones last', () => {
    const json: BoardJson = {
      general: { type: 'doc', content: [line('paragraph', 'between')] },
      b: { type: 'doc', content: [line('decision', 'go', { blockId: 'x2' })] },
      a: { type: 'doc', content: [line('statement', 'I agree', { blockId: 'x1', person: 'p1' })] },
      z: { type: 'doc', content: [line('nextStep', 'dropped but kept', { blockId: 'x3' })] },
    };
    const { blocks } = readBoard(json, [item('a'), item('b')]);
    expect(blocks.map((block) => [block.item, block.kind, block.text])).toEqual([
      ['a', 'statement', 'I agree'],
      ['b', 'decision', 'go'],
      ['z', 'nextStep', 'dropped but kept'],
      [null, 'prose', 'between'],
    ]);
    expect(blocks[0]).toMatchObject({ person: 'p1', id: 'x1' });
  });

  test('given lists and unknown nodes, when read, then each line is prose of its own and marks are gone', () => {
    const list = {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [line('paragraph', 'one')] },
        { type: 'listItem', content: [line('paragraph', 'two')] },
      ],
    };
    const marked = {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'bold ', marks: [{ type: 'bold' }] },
        { type: 'text', text: 'move' },
      ],
    };
    const { blocks } = readBoard({ a: { type: 'doc', content: [list, line('hologram', 'odd'), marked] } }, [item('a')]);
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['prose', 'one'],
      ['prose', 'two'],
      ['prose', 'odd'],
      ['prose', 'bold move'],
    ]);
  });

  test('given wrong attributes, when read, then they count as not given', () => {
    const json: BoardJson = {
      a: {
        type: 'doc',
        content: [
          line('action', 'x', { owner: '../etc', due: '2026-02-30', blockId: '__proto__', done: 'perhaps' }),
          line('photo', 'caption', { place: 'everywhere', file: 7, alt: [], at: '-1', offset: '1e3' }),
          line('action', 'y', { owner: 'p1', due: '2024-02-29', author: 'p9' }),
        ],
      },
    };
    const { blocks } = readBoard(json, [item('a')]);
    const action = { item: 'a', kind: 'action', done: false, carried: null };
    expect(blocks[0]).toEqual({ ...action, id: 'a-b1', text: 'x', owner: null, due: null });
    expect(blocks[1]).toMatchObject({ place: '', file: null, credit: null, alt: null });
    expect(blocks[2]).toEqual({ ...action, id: 'a-b3', text: 'y', owner: 'p1', due: '2024-02-29' });
  });

  test('given people mentioned in a line, when read, then they are written as the reader wishes, or else as the author saw them', () => {
    const mention = (attrs: Record<string, unknown>) => ({ type: 'mention', attrs });
    const content = [
      { type: 'text', text: 'with ' },
      mention({ of: 'person', ref: 'p1', label: 'Lin Mei' }),
      mention({ of: 'organization', ref: 'gone', label: ', Green Yard' }),
      mention({ of: 'person', ref: '__proto__', label: 7 }),
    ];
    const json = { a: { type: 'doc', content: [{ type: 'statement', attrs: {}, content }, mention({ label: 'Bo' })] } };
    const texts = (nameOf?: NameOfMentioned) => readBoard(json, [item('a')], nameOf).blocks.map(({ text }) => text);
    expect(texts()).toEqual(['with Lin Mei, Green Yard', 'Bo']);
    expect(texts((of, ref) => (of === 'person' && ref === 'p1' ? '林美' : null))).toEqual([
      'with 林美, Green Yard',
      'Bo',
    ]);
  });

  test('given any JSON at all, when read, then nothing is thrown and ids are unique', () => {
    const hostile = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'medium' },
        fc.jsonValue(),
        fc.record(
          {
            type: fc.oneof(fc.constantFrom(...BLOCK_KINDS, 'doc', 'text', 'paragraph', '__proto__'), fc.jsonValue()),
            attrs: fc.oneof(
              fc.dictionary(fc.constantFrom('blockId', 'person', 'due', '__proto__', 'constructor'), fc.jsonValue()),
              fc.jsonValue(),
            ),
            text: fc.oneof(fc.string(), fc.jsonValue()),
            content: fc.array(tie('node'), { maxLength: 4 }),
          },
          { requiredKeys: [] },
        ),
      ),
    })).node;
    fc.assert(
      fc.property(
        fc.dictionary(fc.oneof(fc.constantFrom('a', 'general', '__proto__', 'constructor'), fc.string()), hostile),
        (json) => {
          const { blocks } = readBoard(json as BoardJson, [item('a')]);
          expect(new Set(blocks.map((block) => block.id)).size).toBe(blocks.length);
          for (const block of blocks) expect(typeof block.text).toBe('string');
        },
      ),
    );
  });

  test('given a type that no word can be made of, when read, then it is skipped', () => {
    const json: unknown = { a: { content: [{ type: { toString: 0 }, content: [{ type: 'text', text: 'kept' }] }] } };
    expect(readBoard(json as BoardJson, [item('a')]).blocks.map(({ text }) => text)).toEqual(['kept']);
  });

  test('given nesting deeper than any editor makes, when read, then the reading ends', () => {
    let node: unknown = { type: 'text', text: 'bottom' };
    for (let depth = 0; depth < 5000; depth += 1) node = { type: 'blockquote', content: [node] };
    expect(readBoard({ a: { type: 'doc', content: [node] } } as BoardJson, [item('a')]).blocks).toEqual([]);
  });

  test('given any blocks, when written as JSON and read again, then they are the same', () => {
    const base = { text: fc.stringMatching(/^[a-z\u4e00-\u9fa5]{1,12}$/), item: fc.constantFrom(item('a'), item('b')) };
    const person = fc.constantFrom(null, id<PersonId>('p1'));
    const block = fc.oneof(
      fc.record({ ...base, kind: fc.constantFrom('keyPoint', 'statement', 'quote', 'suggestion'), person }),
      fc.record({ ...base, kind: fc.constantFrom('decision', 'consensus', 'nextStep', 'prose') }),
      fc.record({
        ...base,
        kind: fc.constant('action'),
        owner: person,
        due: fc.constantFrom(null, '2026-03-26'),
        done: fc.boolean(),
        carried: fc.constantFrom(null, 'w0.b7'),
        at: fc.constant(instant(1_800_000_000_000)),
        offset: fc.nat(),
      }),
      fc.record({ ...base, kind: fc.constant('figure'), source: fc.constantFrom(null, 'IEA') }),
      fc.record({
        ...base,
        kind: fc.constant('photo'),
        file: fc.constant(null),
        credit: fc.constantFrom(null, 'ISP'),
        place: fc.constantFrom('', 'after-lead'),
        alt: fc.constantFrom(null, 'People at a table'),
      }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (drawn) => {
        const blocks = drawn
          .map((one, at) => ({ ...one, id: id<BlockId>(`k${at}`) }))
          .sort((one, two) => String(one.item).localeCompare(String(two.item)));
        expect(readBoard(boardJson({ blocks }), [item('a'), item('b')]).blocks).toEqual(blocks);
      }),
    );
  });

  test('given the node specs, then every kind has one line of text and a block id', () => {
    expect(BLOCK_NODE_SPECS.map(({ name }) => name)).toEqual(BLOCK_KINDS);
    for (const spec of BLOCK_NODE_SPECS)
      expect(spec).toMatchObject({ content: '(text|mention)*', attributes: { blockId: '' } });
  });
});
