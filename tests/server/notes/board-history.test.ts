/** The board's history: what a section was like is kept while people write, by whom, and not minute for minute what nobody touched. */
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardDocument } from '../../../server/notes/board-document.ts';
import { AuthorLedger } from '../../../server/notes/author-ledger.ts';
import { HistoryKeeper } from '../../../server/notes/history-keeper.ts';
import { createBoardHistory } from '../../../server/notes/history-reader.ts';
import { NOTES_LIMITS } from '../../../server/notes/notes-options.ts';
import { openStores, type Stores } from '../../../server/storage/stores.ts';
import { id, instant, type SeatId, type WorkshopId } from '../../../shared/kernel/ids.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const WORKSHOP = id<WorkshopId>('w1');
const ann = { seat: id<SeatId>('ann') };
const bo = { seat: id<SeatId>('bo') };
const log = { warn: () => {}, error: () => {} };

let stores: Stores;
let clock: ReturnType<typeof createManualClock>;
let board: BoardDocument;
let hand: Y.Doc;

const keeperFor = (offTheRecord = ''): HistoryKeeper =>
  new HistoryKeeper(
    board,
    {
      standing: () => 'write',
      onChange: () => () => {},
      items: () => [],
      isOffTheRecord: (name) => name === offTheRecord,
    },
    { history: stores.boardHistory, clock, log },
  );
const history = () => createBoardHistory(stores.boardHistory, (workshop) => `${workshop}/board`);

/** One more line in a section, as the editor writes it. */
const write = (section: string, words: string, by: { readonly seat: SeatId }): void => {
  const before = Y.encodeStateVector(hand);
  const line = new Y.XmlElement('paragraph');
  line.setAttribute('blockId', words);
  line.insert(0, [new Y.XmlText(words)]);
  hand.getXmlFragment(section).push([line]);
  board.apply(Y.encodeStateAsUpdate(hand, before), by);
};
const wordsAt = async (at: number): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(await history().asOf(WORKSHOP, instant(at))).map(([name, { section }]) => [
      name,
      [...JSON.stringify(section).matchAll(/"text":"([^"]*)"/g)].map(([, words]) => words).join(' '),
    ]),
  );

beforeEach(async () => {
  stores = await openStores({ folder: temporaryFolder() });
  clock = createManualClock();
  hand = new Y.Doc();
  const ports = { prose: stores.prose, clock, count: () => {}, log, limits: NOTES_LIMITS };
  const ledger = AuthorLedger.of('w1/board/authors', new Y.Doc(), ports);
  board = new BoardDocument('w1/board', { document: new Y.Doc(), last: 0, tail: 0, recovered: false }, ledger, ports);
});

test('given two who write in two sections, when minutes pass, then each section has a version where it changed, with who wrote, and any time can be read', async () => {
  const keeper = keeperFor();
  const begun = clock.now();
  write('opening', 'one', ann);
  write('closing', 'far', bo);
  write('opening', 'two', bo);
  clock.advance(60_000);
  write('opening', 'three', ann);
  clock.advance(60_000);
  clock.advance(600_000);
  await keeper.stop();
  const list = await history().list(WORKSHOP);
  expect(list.map(({ fragment, at, seats }) => [fragment, at - begun, seats.toSorted().join()])).toEqual([
    ['closing', 60_000, 'bo'],
    ['opening', 60_000, 'ann,bo'],
    ['opening', 120_000, 'ann'],
  ]);
  expect(await wordsAt(begun + 60_000)).toEqual({ opening: 'one two', closing: 'far' });
  expect(await wordsAt(begun + 500_000)).toEqual({ opening: 'one two three', closing: 'far' });
  expect(await wordsAt(begun)).toEqual({});
  await stores.close();
});

test('given everybody leaves, then what was written since the last version is kept at once; what was there before it had a history is its beginning', async () => {
  write('opening', 'imported', ann);
  const keeper = keeperFor();
  write('opening', 'later', ann);
  clock.advance(1_000);
  await keeper.stop();
  expect((await history().list(WORKSHOP)).map(({ seats }) => seats)).toEqual([[], ['ann']]);
  expect(await wordsAt(clock.now() - 1_000)).toEqual({ opening: 'imported' });
  expect(await wordsAt(clock.now())).toEqual({ opening: 'imported later' });
  expect(clock.waiting).toBe(0);
  await stores.close();
});

test('given an item that is off the record, when it is written under, then it has no history', async () => {
  const keeper = keeperFor('closing');
  write('opening', 'for all', ann);
  write('closing', 'among us', ann);
  await keeper.stop();
  expect(await wordsAt(clock.now())).toEqual({ opening: 'for all' });
  await stores.close();
});
