/** A generated trace of 260,000 edits, as a long session leaves it in the store: it opens whole and can be read for an export. The trace is made here, not recorded. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { loadDocument } from '../../../server/notes/board-loading.ts';
import { boardJsonOf } from '../../../server/notes/fragment-json.ts';
import { openStores } from '../../../server/storage/stores.ts';
import { id, instant, type AgendaItemId, type SeatId } from '../../../shared/kernel/ids.ts';
import { readBoard } from '../../../shared/notes/read-board.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const EDITS = 260_000;
const BLOCK_LENGTH = 400;
const EDITS_A_ROW = 500;

/** Letters typed one by one, now and then taken back or put in the middle, a new block every 400. */
const trace = function* (doc: Y.Doc): Generator<Uint8Array> {
  const fragment = doc.getXmlFragment('talk');
  let line = new Y.XmlText();
  let made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => made.push(update));
  for (let edit = 0; edit < EDITS; edit += 1) {
    if (edit % BLOCK_LENGTH === 0) {
      const block = new Y.XmlElement('paragraph');
      line = new Y.XmlText();
      block.insert(0, [line]);
      fragment.push([block]);
      block.setAttribute('blockId', `b${edit}`);
    }
    if (edit % 10 === 9) line.delete(line.length - 1, 1);
    else line.insert(edit % 50 === 7 ? line.length >> 1 : line.length, String.fromCharCode(97 + (edit % 26)));
    if ((edit + 1) % EDITS_A_ROW !== 0) continue;
    yield Y.mergeUpdates(made);
    made = [];
  }
};

test('given a trace of 260,000 edits in the store, when the board is opened, then it is whole, and every block is read for the export', async () => {
  const stores = await openStores({ folder: temporaryFolder() });
  const author = new Y.Doc();
  const rows = [...trace(author)].map((body) => ({ body, seat: id<SeatId>('ann'), at: instant(0) }));
  await stores.prose.append('w1/board', rows);
  const began = performance.now();
  const clock = { now: () => instant(0), alarm: () => () => {} };
  const log = { warn: () => {}, error: () => {} };
  const { document } = await loadDocument('w1/board', { prose: stores.prose, clock, count: () => {}, log });
  const opened = performance.now();
  const { blocks } = readBoard(boardJsonOf(document), [id<AgendaItemId>('talk')]);
  const read = performance.now();
  console.log(
    `generated trace of ${EDITS} edits: opened in ${Math.round(opened - began)} ms, read in ${Math.round(read - opened)} ms`,
  );
  expect(blocks).toHaveLength(EDITS / BLOCK_LENGTH);
  expect(document.getXmlFragment('talk').toString()).toBe(author.getXmlFragment('talk').toString());
  await stores.close();
}, 60_000);
