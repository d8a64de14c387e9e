/** Whose words stand in a block, by the server's record alone; and how a name is shortened in the margin. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { authorsOf, initialsOf } from '../../../client/features/board/authors.ts';
import { id, type SeatId } from '../../../shared/kernel/ids.ts';

const paragraph = (doc: Y.Doc, blockId: string, text: string): Y.XmlText => {
  const block = new Y.XmlElement('paragraph');
  const line = new Y.XmlText();
  doc.getXmlFragment('a').push([block]);
  block.insert(0, [line]);
  block.setAttribute('blockId', blockId);
  // A claim that a peer writes into the document is no record.
  block.setAttribute('author', 'eve');
  line.insert(0, text);
  return line;
};

test('given a block that two have written, when read, then who wrote most stands first; what was taken out counts no more', () => {
  const ann = new Y.Doc();
  const bo = new Y.Doc();
  const line = paragraph(ann, 'b1', 'a word');
  paragraph(ann, 'b2', 'alone');
  Y.applyUpdate(bo, Y.encodeStateAsUpdate(ann));
  const theirs = (bo.getXmlFragment('a').get(0) as Y.XmlElement).get(0) as Y.XmlText;
  theirs.insert(6, ' and many more words');
  Y.applyUpdate(ann, Y.encodeStateAsUpdate(bo));
  const seats = { [ann.clientID]: id<SeatId>('ann'), [bo.clientID]: id<SeatId>('bo') };
  const read = () => [...authorsOf(ann.getXmlFragment('a'), seats)];
  expect(read()).toEqual([
    ['b1', ['bo', 'ann']],
    ['b2', ['ann']],
  ]);
  line.delete(0, 6);
  expect(read()[0]).toEqual(['b1', ['bo']]);
  expect([...authorsOf(ann.getXmlFragment('a'), {})][0]).toEqual(['b1', []]);
});

test.each([
  ['Ann Okafor', 'AO'],
  ['Jean-Luc van der Meer', 'JM'],
  ['bo', 'B'],
  ['林美', '林美'],
  ['欧阳修远', '修远'],
  ['', ''],
])('given the name %s, then the margin says %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
