// Whether somebody else writes in a block: known also while the letter they stand behind is still on its way.
import { expect, test } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { othersWriteIn } from '../../../client/features/board/carets.ts';

const block = (document: Y.Doc, index: number): unknown => document.getXmlFragment('x').get(index);

test('given a caret whose message overtakes its letter, then the block it stands in counts as written in, and no other', () => {
  const theirs = new Y.Doc();
  const words = ['first', 'second'].map((word) => {
    const line = new Y.XmlElement('paragraph');
    const text = new Y.XmlText(word);
    line.insert(0, [text]);
    theirs.getXmlFragment('x').push([line]);
    return text;
  });
  const mine = new Y.Doc();
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  const [first] = words;
  if (!first) throw new Error('no line');
  first.insert(5, 'more');
  const head = Y.createRelativePositionFromTypeIndex(first, 8);
  const awareness = new Awareness(mine);
  awareness.states.set(theirs.clientID, { cursor: { anchor: head, head: Y.relativePositionToJSON(head) } });

  expect(othersWriteIn(block(mine, 0), awareness)).toBe(true);
  expect(othersWriteIn(block(mine, 1), awareness)).toBe(false);
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  expect(othersWriteIn(block(mine, 0), awareness)).toBe(true);
  awareness.destroy();
});
