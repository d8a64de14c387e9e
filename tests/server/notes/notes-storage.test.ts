/** The board's door against hostile frames and over real SQLite: fuzz, a killed process, compaction and unloading, a stranger's Yjs client, convergence. */
import { cpSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { updateFrame, step2Frame } from '../../../server/notes/frames.ts';
import { attachNotes, type NotesGateway } from '../../../server/notes/notes-gateway.ts';
import { NOTES_LIMITS } from '../../../server/notes/notes-options.ts';
import { openStores, type Stores } from '../../../server/storage/stores.ts';
import { id, instant, type AgendaItemId, type SeatId, type WorkshopId } from '../../../shared/kernel/ids.ts';
import { boardJson } from '../../../shared/notes/board-json.ts';
import type { Board } from '../../../shared/notes/blocks.ts';
import { readBoard } from '../../../shared/notes/read-board.ts';
import {
  MESSAGE_AUTHORS,
  MESSAGE_SAVED,
  MESSAGE_STANDING,
  NOTES_CLOSE,
} from '../../../shared/protocol/notes-messages.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const WORKSHOP = id<WorkshopId>('w1');
const DOCUMENT = 'w1/board';

interface Alarm {
  readonly at: number;
  readonly ring: () => void;
}

let now: number;
let alarms: Set<Alarm>;
let counted: Map<string, number>;
let providers: WebsocketProvider[];
let houses: House[];
let minted = 0;

interface House {
  readonly stores: Stores;
  readonly notes: NotesGateway;
  readonly http: Server;
  readonly base: string;
}

const openHouse = async (folder: string, compactAfter = 500): Promise<House> => {
  const stores = await openStores({ folder });
  const notes = attachNotes({
    prose: stores.prose,
    history: stores.boardHistory,
    // A ticket is `<seat>.<number>`.
    redeem: async (ticket) => ({ workshop: WORKSHOP, seat: id<SeatId>(ticket.split('.')[0] ?? '') }),
    rulesFor: async () => ({
      standing: () => 'write',
      onChange: () => () => {},
      items: () => [],
      isOffTheRecord: () => false,
    }),
    clock: {
      now: () => instant(now),
      alarm: (at, ring) => {
        const alarm = { at, ring };
        alarms.add(alarm);
        return () => void alarms.delete(alarm);
      },
    },
    count: (what) => counted.set(what, (counted.get(what) ?? 0) + 1),
    log: { warn: () => {}, error: () => {} },
    limits: { frameBurst: 1_000_000, connectionsPerSeat: 100, compactAfter },
  });
  const http = createServer();
  http.on('upgrade', (request, socket, head) => notes.upgrade(request, socket, head));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const house = { stores, notes, http, base: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/notes` };
  houses.push(house);
  return house;
};
const shut = async ({ notes, http, stores }: House): Promise<void> => {
  await notes.close();
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
  await stores.close();
};
const sit = ({ base }: House, seat: string) => {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(base, DOCUMENT, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: { ticket: `${seat}.${++minted}` },
  });
  for (const type of [MESSAGE_SAVED, MESSAGE_STANDING, MESSAGE_AUTHORS]) provider.messageHandlers[type] = () => {};
  providers.push(provider);
  return { doc, provider, text: doc.getText('t') };
};
const bare = async ({ base }: House, seat: string): Promise<WebSocket> => {
  const socket = new WebSocket(`${base}/${DOCUMENT}?ticket=${seat}.${++minted}`);
  await new Promise((resolve, reject) => socket.once('message', resolve).once('error', reject));
  return socket;
};
const until = (met: () => boolean | Promise<boolean>) => expect.poll(met, { interval: 2, timeout: 10_000 }).toBe(true);
const closeOf = (socket: WebSocket): Promise<number> => new Promise((resolve) => socket.once('close', resolve));
const ringAll = (): void => {
  const due = [...alarms];
  alarms.clear();
  for (const { ring, at } of due) {
    now = Math.max(now, at);
    ring();
  }
};

beforeEach(() => {
  [now, alarms, counted, providers, houses] = [1_000, new Set(), new Map(), [], []];
});
afterEach(async () => {
  for (const provider of providers) provider.destroy();
  for (const house of houses) await shut(house);
});

describe('hostile frames', () => {
  test('given 5,000 malformed frames, then each is counted once, its line closes with 4400, and a bystander is unharmed', async () => {
    const house = await openHouse(temporaryFolder());
    const bystander = sit(house, 'ann');
    await until(() => bystander.provider.synced);
    bystander.text.insert(0, 'before');
    const frames = fc.sample(
      fc.oneof(
        // An unknown type, a sync step that does not exist, a length that lies, an update that breaks off.
        fc.uint8Array({ minLength: 1, maxLength: 40 }).map((body) => Uint8Array.of(9, ...body)),
        fc.uint8Array({ maxLength: 40 }).map((body) => Uint8Array.of(0, 7, ...body)),
        fc.uint8Array({ maxLength: 20 }).map((body) => Uint8Array.of(0, 1, body.length + 1, ...body)),
        fc.nat({ max: 20 }).map((cut) => {
          const doc = new Y.Doc();
          doc.getText('t').insert(0, 'something that is cut');
          const whole = Y.encodeStateAsUpdate(doc);
          return step2Frame(whole.subarray(0, whole.length - 2 - cut));
        }),
        fc.uint8Array({ minLength: 1, maxLength: 30 }).map((body) => Uint8Array.of(1, body.length + 200, ...body)),
      ),
      { numRuns: 5_000, seed: 7 },
    );
    for (let at = 0; at < frames.length; at += 50) {
      const codes = await Promise.all(
        frames.slice(at, at + 50).map(async (frame) => {
          const socket = await bare(house, 'eve');
          const code = closeOf(socket);
          socket.send(frame);
          return code;
        }),
      );
      expect(new Set(codes)).toEqual(new Set([NOTES_CLOSE.malformed]));
    }
    expect(counted.get('notes.malformed')).toBe(5_000);
    bystander.text.insert(6, ' and after');
    const late = sit(house, 'bo');
    await until(() => late.text.toString() === 'before and after');
    expect(bystander.provider.synced).toBe(true);
  }, 120_000);

  test('given a text frame instead of bytes, then 4400', async () => {
    const socket = await bare(await openHouse(temporaryFolder()), 'eve');
    const code = closeOf(socket);
    socket.send('hello');
    expect(await code).toBe(NOTES_CLOSE.malformed);
  });

  test('given a Yjs client that belongs to another seat, when words are sent in its name, then they are refused, also after a restart', async () => {
    const folder = temporaryFolder();
    const first = await openHouse(folder);
    const ann = sit(first, 'ann');
    await until(() => ann.provider.synced);
    ann.text.insert(0, 'mine');
    await until(async () => (await first.stores.prose.load(DOCUMENT)).updates.length > 0);
    const forged = (): Uint8Array => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(ann.doc));
      const before = Y.encodeStateVector(doc);
      doc.clientID = ann.doc.clientID;
      doc.getText('t').insert(4, ' not');
      return Y.encodeStateAsUpdate(doc, before);
    };
    const update = forged();
    for (const restarted of [false, true]) {
      if (restarted) {
        ann.provider.destroy();
        await shut(first);
        houses = [];
      }
      const house = restarted ? await openHouse(folder) : first;
      const eve = await bare(house, 'eve');
      const code = closeOf(eve);
      eve.send(step2Frame(Y.encodeStateAsUpdate(new Y.Doc())));
      eve.send(updateFrame(update));
      expect(await code).toBe(NOTES_CLOSE.malformed);
      const late = sit(house, 'bo');
      await until(() => late.text.toString() === 'mine');
      late.provider.destroy();
    }
    expect(counted.get('notes.foreignClient')).toBe(2);
  });
});

describe('the board over SQLite', () => {
  test('given words that were told to be saved, when the process is killed, then another opens them whole', async () => {
    const folder = temporaryFolder();
    const first = await openHouse(folder);
    const [ann, bo] = [sit(first, 'ann'), sit(first, 'bo')];
    await until(() => ann.provider.synced && bo.provider.synced);
    for (let at = 0; at < 200; at += 1) (at % 2 === 0 ? ann : bo).text.insert(0, String(at % 10));
    // Seen by the other is durable.
    await until(() => ann.text.length === 200 && bo.text.length === 200);
    // What lies on the disk at this moment is what a killed process leaves.
    const left = join(temporaryFolder(), 'left');
    cpSync(folder, left, { recursive: true });
    const second = await openHouse(left);
    const late = sit(second, 'cy');
    await until(() => late.text.toString() === ann.text.toString());
  });

  test('given many updates, then they are folded into a snapshot; when the last has left, the document leaves memory and comes back whole', async () => {
    const house = await openHouse(temporaryFolder(), 20);
    const ann = sit(house, 'ann');
    await until(() => ann.provider.synced);
    for (let at = 0; at < 60; at += 1) {
      ann.text.insert(ann.text.length, 'x');
      await new Promise((resolve) => setImmediate(resolve));
    }
    await until(async () => {
      const stored = await house.stores.prose.load(DOCUMENT);
      return stored.snapshot !== null && stored.updates.length < 20;
    });
    ann.provider.destroy();
    await until(() => [...alarms].some(({ at }) => at === now + NOTES_LIMITS.linger));
    ringAll();
    await until(async () => {
      const stored = await house.stores.prose.load(DOCUMENT);
      const doc = new Y.Doc();
      if (stored.snapshot !== null) Y.applyUpdate(doc, stored.snapshot);
      return stored.updates.length === 0 && doc.getText('t').length === 60;
    });
    const late = sit(house, 'bo');
    await until(() => late.text.length === 60);
  });

  test('given a board written from inside, when read, then the blocks are the same; written again, nothing doubles; a reader is shown it', async () => {
    const house = await openHouse(temporaryFolder());
    const board: Board = {
      blocks: [
        { id: id('b1'), item: id<AgendaItemId>('a1'), kind: 'decision', text: '每季度公布数据' },
        { id: id('b2'), item: id<AgendaItemId>('a1'), kind: 'statement', text: 'We share.', person: id('p1') },
        {
          id: id('b3'),
          item: null,
          kind: 'action',
          text: 'Send it',
          owner: null,
          due: '2026-03-26',
          done: true,
          carried: null,
        },
      ],
    };
    await house.notes.writeBoard(WORKSHOP, boardJson(board));
    await house.notes.writeBoard(WORKSHOP, boardJson(board));
    expect(readBoard(await house.notes.readBoard(WORKSHOP), [id('a1')])).toEqual(board);
    const ann = sit(house, 'ann');
    await until(() => ann.doc.getXmlFragment('a1').length === 2);
    await shut(house);
    houses = [];
  });

  test('given links that somebody wrote past the editor, when the board is read, then only those that may lead somewhere are links', async () => {
    const house = await openHouse(temporaryFolder());
    const ann = sit(house, 'ann');
    await until(() => ann.provider.synced);
    const paragraph = new Y.XmlElement('paragraph');
    const line = new Y.XmlText();
    ann.doc.getXmlFragment('general').insert(0, [paragraph]);
    paragraph.insert(0, [line]);
    line.insert(0, 'in', { link: { href: 'javascript:alert(1)' }, bold: {} });
    line.insert(2, ' out', { link: { href: 'https://example.org/' } });
    await until(async () => JSON.stringify(await house.notes.readBoard(WORKSHOP)).includes('out'));
    const { general } = await house.notes.readBoard(WORKSHOP);
    const texts = general?.content?.[0]?.content?.map(({ text, marks }) => [text, marks?.map(({ type }) => type)]);
    expect(texts).toEqual([
      ['in', ['bold']],
      [' out', ['link']],
    ]);
  });

  test('given any interleaving of edits, breaks and returns by three seats, then all converge and the store holds the same', async () => {
    const step = fc.record({
      who: fc.nat({ max: 2 }),
      what: fc.oneof(
        fc.record({ insert: fc.string({ minLength: 1, maxLength: 4 }), at: fc.nat({ max: 99 }) }),
        fc.record({ remove: fc.nat({ max: 3 }), at: fc.nat({ max: 99 }) }),
        fc.constant('break' as const),
        fc.constant('return' as const),
        fc.constant('breathe' as const),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const folder = temporaryFolder();
        const house = await openHouse(folder, 7);
        const hands = ['ann', 'bo', 'cy'].map((seat) => sit(house, seat));
        await until(() => hands.every(({ provider }) => provider.synced));
        for (const { who, what } of steps) {
          const hand = hands[who];
          if (hand === undefined) continue;
          const { text, provider } = hand;
          if (what === 'break') provider.disconnect();
          else if (what === 'return') provider.connect();
          else if (what === 'breathe') await new Promise((resolve) => setImmediate(resolve));
          else if ('insert' in what) text.insert(what.at % (text.length + 1), what.insert);
          else if (text.length > 0) {
            const at = what.at % text.length;
            text.delete(at, Math.min(what.remove, text.length - at));
          }
        }
        for (const { provider } of hands) provider.connect();
        const [first] = hands;
        await until(
          () =>
            hands.every(({ provider }) => provider.synced) &&
            hands.every(
              ({ doc }) =>
                first !== undefined &&
                Buffer.from(Y.encodeStateVector(doc)).equals(Buffer.from(Y.encodeStateVector(first.doc))),
            ) &&
            new Set(hands.map(({ text }) => text.toString())).size === 1,
        );
        for (const { provider } of hands) provider.destroy();
        await shut(house);
        houses = houses.filter((one) => one !== house);
        const stores = await openStores({ folder });
        const stored = await stores.prose.load(DOCUMENT);
        await stores.close();
        const doc = new Y.Doc();
        for (const update of [...(stored.snapshot === null ? [] : [stored.snapshot]), ...stored.updates])
          Y.applyUpdate(doc, update);
        expect(doc.getText('t').toString()).toBe(first?.text.toString());
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
