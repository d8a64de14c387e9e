// What a word on the board costs: from one hand to the other eyes at 200 edits a second among 20 clients, durably stored, and a burst of 2,000 edits.
// The same with a bare relay that keeps nothing is the floor; both run in a process of their own, one after the other, on this machine.
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { MESSAGE_AUTHORS, MESSAGE_SAVED, MESSAGE_STANDING } from '../../shared/protocol/notes-messages.ts';
import { percentile, type Measure } from './bench.ts';

const CLIENTS = 20;
const EDITS_A_SECOND = 200;
const SECONDS = 10;
const WARM_UP = 100;
const BURST = 2_000;
const BURSTS = 5;
/** The issue's own case: thirty on one board, each writing as fast as people do. */
const EDITORS = 30;
const EDITS_A_SECOND_OF_EACH = 5;

interface Hand {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly provider: WebsocketProvider;
}

const portOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('message', (said) => resolve((said as { readonly port: number }).port));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });

const sitDown = (port: number, count = CLIENTS): Promise<Hand[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const doc = new Y.Doc();
      const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/notes`, 'w1/board', doc, {
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
        params: { ticket: `seat${at}` },
      });
      for (const type of [MESSAGE_SAVED, MESSAGE_STANDING, MESSAGE_AUTHORS]) provider.messageHandlers[type] = () => {};
      // Cursors are not what is measured.
      provider.awareness.setLocalState(null);
      await new Promise<void>((resolve) => provider.on('sync', (synced: boolean) => synced && resolve()));
      return { doc, provider, text: doc.getText('t') };
    }),
  );

/** Progress by the Yjs clock, not by frames: servers merge. */
const progress = ({ doc }: Hand, author: number): number => Y.getState(doc.store, author);

/** One edit each 5 ms, its delivery to each of the others timed by the author's clock in their documents. */
const steadily = async (hands: readonly Hand[], editsASecond = EDITS_A_SECOND): Promise<number[]> => {
  const sent = new Map<string, number>();
  const readings: number[] = [];
  for (const hand of hands) {
    hand.doc.on('update', (_update, _origin, _doc, { beforeState, afterState, local }) => {
      if (local) return;
      const now = performance.now();
      for (const [author, reached] of afterState) {
        for (let clock = beforeState.get(author) ?? 0; clock < reached; clock += 1) {
          const begun = sent.get(`${author}.${clock}`);
          if (begun !== undefined) readings.push(now - begun);
        }
      }
    });
  }
  const total = editsASecond * SECONDS;
  const begin = performance.now();
  for (let edit = 0; edit < total; edit += 1) {
    const due = begin + (edit * 1_000) / editsASecond;
    while (performance.now() < due)
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const hand = hands[edit % hands.length];
    if (hand === undefined) continue;
    if (edit >= WARM_UP) sent.set(`${hand.doc.clientID}.${progress(hand, hand.doc.clientID)}`, performance.now());
    hand.text.insert(hand.text.length, 'x');
  }
  await caughtUp(hands);
  return readings;
};

const caughtUp = async (hands: readonly Hand[]): Promise<void> => {
  const behind = (): boolean =>
    hands.some(({ doc }) => hands.some((other) => progress(other, doc.clientID) < Y.getState(doc.store, doc.clientID)));
  while (behind()) await new Promise((resolve) => setTimeout(resolve, 2));
};

const burst = async (hands: readonly Hand[], round: number): Promise<number> => {
  // Another hand each time: the rate of one is limited in the long run.
  const author = hands[round % hands.length];
  const begin = performance.now();
  for (let edit = 0; edit < BURST; edit += 1) author?.text.insert(author.text.length, 'y');
  await caughtUp(hands);
  return performance.now() - begin;
};

interface Readings {
  readonly steady: number[];
  readonly bursts: number[];
}

const readingsOf = async (port: number): Promise<Readings> => {
  const hands = await sitDown(port);
  const steady = await steadily(hands);
  const bursts: number[] = [];
  for (let round = 0; round < BURSTS; round += 1) bursts.push(await burst(hands, round));
  for (const { provider } of hands) provider.destroy();
  return { steady, bursts };
};

/** On the house's own board, after the others have left it. */
const editing = async (port: number): Promise<number[]> => {
  const hands = await sitDown(port, EDITORS);
  const readings = await steadily(hands, EDITORS * EDITS_A_SECOND_OF_EACH);
  for (const { provider } of hands) provider.destroy();
  return readings;
};

const from = (script: string, ...args: string[]): ChildProcess =>
  fork(new URL(script, import.meta.url), args, { execArgv: ['--import', 'tsx'] });

export const run = async (): Promise<readonly Measure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'));
  const house = from('notes-house.ts', folder);
  try {
    const port = await portOf(house);
    const board = await readingsOf(port);
    const editors = await editing(port);
    house.disconnect();
    const relay = from('notes-relay.ts');
    const floor = await readingsOf(await portOf(relay));
    relay.disconnect();
    const ratio = (share: number): number => percentile(board.steady, share) / percentile(floor.steady, share);
    return [
      { name: `board, ${EDITS_A_SECOND} edits/s, ${CLIENTS} clients, stored`, unit: 'ms', readings: board.steady },
      { name: 'the same, p99', unit: 'ms', readings: [percentile(board.steady, 0.99)], target: 1.9 },
      {
        name: `${EDITORS} editors on one board, ${EDITORS * EDITS_A_SECOND_OF_EACH} edits/s, stored: median`,
        unit: 'ms',
        readings: [percentile(editors, 0.5)],
        target: 200,
      },
      { name: 'the same, p99', unit: 'ms', readings: [percentile(editors, 0.99)] },
      { name: 'bare relay, stores nothing', unit: 'ms', readings: floor.steady },
      { name: 'the same, p99', unit: 'ms', readings: [percentile(floor.steady, 0.99)] },
      { name: 'board to relay, p50', unit: '×', readings: [ratio(0.5)] },
      { name: 'board to relay, p95', unit: '×', readings: [ratio(0.95)] },
      { name: 'board to relay, p99', unit: '×', readings: [ratio(0.99)] },
      { name: `board, burst of ${BURST} edits to ${CLIENTS} clients`, unit: 'ms', readings: board.bursts, target: 212 },
      { name: 'bare relay, the same burst', unit: 'ms', readings: floor.bursts },
    ];
  } finally {
    house.kill();
    rmSync(folder, { recursive: true, force: true });
  }
};
