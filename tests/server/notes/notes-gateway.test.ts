/** The board's door with the real y-websocket client over real sockets; the store is a gate in memory, so that "durable" can be held back. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { BoardConnection } from '../../../client/notes/board-connection.ts';
import type { NotesRules, ProseStore } from '../../../server/ports.ts';
import { attachNotes, type NotesGateway } from '../../../server/notes/notes-gateway.ts';
import { NOTES_LIMITS } from '../../../server/notes/notes-options.ts';
import { id, instant, type SeatId, type WorkshopId } from '../../../shared/kernel/ids.ts';
import {
  MESSAGE_AUTHORS,
  MESSAGE_SAVED,
  MESSAGE_STANDING,
  NOTES_CLOSE,
  type NotesStanding,
} from '../../../shared/protocol/notes-messages.ts';

const WORKSHOP = id<WorkshopId>('w1');

class GatedProse implements ProseStore {
  readonly rows = new Map<string, Uint8Array[]>();
  readonly snapshots = new Map<string, Uint8Array>();
  gate: Promise<void> = Promise.resolve();
  failing = false;
  async load(name: string) {
    const updates = this.rows.get(name) ?? [];
    return { snapshot: this.snapshots.get(name) ?? null, updates: [...updates], last: updates.length };
  }
  async append(name: string, updates: readonly { readonly body: Uint8Array }[]) {
    await this.gate;
    if (this.failing) throw new Error('disk full');
    const rows = this.rows.get(name) ?? [];
    rows.push(...updates.map(({ body }) => body));
    this.rows.set(name, rows);
    return rows.length;
  }
  async compact(name: string, _upTo: number, snapshot: Uint8Array) {
    this.snapshots.set(name, snapshot);
    this.rows.set(name, []);
  }
  async quarantine(name: string) {
    this.rows.delete(name);
    return { snapshot: this.snapshots.get(name) ?? null, updates: [], last: 0 };
  }
}

let prose: GatedProse;
let http: Server;
let notes: NotesGateway;
let standings: Map<string, 'write' | 'read'>;
let heard: Set<() => void>;
let tickets: Map<string, SeatId>;
let counted: Map<string, number>;
let alarms: { readonly at: number; readonly ring: () => void }[];
let providers: WebsocketProvider[];

const isRetry = ({ at }: { readonly at: number }): boolean => at <= NOTES_LIMITS.retryLongest;

const open = async (): Promise<void> => {
  const rules: NotesRules = {
    standing: (seat) => standings.get(seat) ?? null,
    onChange: (hear) => {
      heard.add(hear);
      return () => heard.delete(hear);
    },
    items: () => [],
    isOffTheRecord: () => false,
  };
  notes = attachNotes({
    prose,
    history: { keep: async () => {}, list: async () => [], asOf: async () => [] },
    redeem: async (ticket) => {
      const seat = tickets.get(ticket);
      tickets.delete(ticket);
      return seat === undefined ? null : { workshop: WORKSHOP, seat };
    },
    rulesFor: async (workshop) => (workshop === WORKSHOP ? rules : null),
    clock: {
      now: () => instant(0),
      alarm(at, ring) {
        alarms.push({ at, ring });
        return () => void (alarms = alarms.filter((one) => one.ring !== ring));
      },
    },
    count: (what) => counted.set(what, (counted.get(what) ?? 0) + 1),
    log: { warn: () => {}, error: () => {} },
    limits: { frameBurst: 100_000 },
  });
  http = createServer();
  http.on('upgrade', (request, socket, head) => notes.upgrade(request, socket, head));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
};
const base = (): string => `ws://127.0.0.1:${(http.address() as AddressInfo).port}/notes`;
const ticketFor = (seat: string): string => {
  const ticket = `t${tickets.size}-${seat}-${Math.random()}`;
  tickets.set(ticket, id<SeatId>(seat));
  return ticket;
};

interface Writer {
  readonly provider: WebsocketProvider;
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly saved: number[];
  readonly told: NotesStanding[];
}
const join = (seat: string, workshop: string = WORKSHOP, ticket = ticketFor(seat)): Writer => {
  const doc = new Y.Doc();
  const polyfill = WebSocket as unknown as typeof globalThis.WebSocket;
  const provider = new WebsocketProvider(base(), `${workshop}/board`, doc, {
    WebSocketPolyfill: polyfill,
    disableBc: true,
    params: { ticket },
  });
  const saved: number[] = [];
  const told: NotesStanding[] = [];
  provider.messageHandlers[MESSAGE_SAVED] = (_encoder, decoder) => {
    decoding.readVarUint8Array(decoder);
    saved.push(decoding.readVarUint(decoder));
  };
  provider.messageHandlers[MESSAGE_AUTHORS] = () => {};
  provider.messageHandlers[MESSAGE_STANDING] = (_encoder, decoder) =>
    void told.push(JSON.parse(decoding.readVarString(decoder)) as NotesStanding);
  providers.push(provider);
  return { provider, doc, text: doc.getText('t'), saved, told };
};
const until = (met: () => boolean) => expect.poll(met, { interval: 2, timeout: 5_000 }).toBe(true);
const synced = (...writers: Writer[]) => until(() => writers.every(({ provider }) => provider.synced));
const closed = (writer: Writer): Promise<number> =>
  new Promise((resolve) => writer.provider.on('closed', ({ code }) => resolve(code)));

beforeEach(async () => {
  prose = new GatedProse();
  standings = new Map([
    ['ann', 'write'],
    ['bo', 'write'],
    ['cy', 'write'],
    ['eve', 'read'],
  ]);
  [heard, tickets, counted, alarms, providers] = [new Set(), new Map(), new Map(), [], []];
  await open();
});
afterEach(async () => {
  for (const provider of providers) provider.destroy();
  prose.failing = false;
  await notes.close();
  http.closeAllConnections();
  http.close();
});

describe('the board', () => {
  test('given three who type into one text at once, then all hold the same, and the store holds it after a restart', async () => {
    const writers = [join('ann'), join('bo'), join('cy')];
    await synced(...writers);
    for (let at = 0; at < 30; at += 1)
      for (const [who, { text }] of writers.entries()) text.insert(text.length >> 1, 'abc'.charAt(who));
    await until(() => writers.every(({ text }) => text.length === 90));
    expect(new Set(writers.map(({ text }) => text.toString())).size).toBe(1);
    const stored = new Y.Doc();
    for (const row of prose.rows.get('w1/board') ?? []) Y.applyUpdate(stored, row);
    expect(stored.getText('t').toString()).toBe(writers[0]?.text.toString());
  });

  test('given an append that is held, when one types, then nobody sees it and nothing is saved until it is durable', async () => {
    const [ann, bo] = [join('ann'), join('bo')];
    await synced(ann, bo);
    await until(() => ann.saved.length > 0);
    const before = ann.saved.length;
    let release = (): void => {};
    prose.gate = new Promise((resolve) => (release = resolve));
    ann.text.insert(0, 'x');
    const late = join('cy');
    await until(() => late.told.length > 0);
    expect([bo.text.toString(), late.provider.synced, ann.saved.length]).toEqual(['', false, before]);
    release();
    await until(() => bo.text.toString() === 'x' && late.text.toString() === 'x' && ann.saved.length > before);
  });

  test('given a store that fails, when one types, then the author is told, and all is stored when it heals', async () => {
    const ann = join('ann');
    await synced(ann);
    prose.failing = true;
    ann.text.insert(0, 'kept');
    await until(() => ann.told.some(({ refused }) => refused === 'notes/notStored') && alarms.some(isRetry));
    prose.failing = false;
    const saves = ann.saved.length;
    alarms.find(isRetry)?.ring();
    await until(() => ann.saved.length > saves);
    const bo = join('bo');
    await until(() => bo.text.toString() === 'kept');
  });

  test('given a seat that may only read, when it writes, then it is told and nobody else sees it', async () => {
    const [ann, eve] = [join('ann'), join('eve')];
    await synced(ann, eve);
    eve.text.insert(0, 'no');
    await until(() => eve.told.some(({ refused }) => refused === 'notes/readOnly'));
    ann.text.insert(0, 'yes');
    await until(() => eve.text.toString().includes('yes'));
    expect(ann.text.toString()).toBe('yes');
  });

  test('given a writer, when demoted, then the next word is refused; when removed, then the line closes with 4403', async () => {
    const ann = join('ann');
    await synced(ann);
    standings.set('ann', 'read');
    for (const hear of heard) hear();
    await until(() => ann.told.at(-1)?.mayWrite === false);
    ann.text.insert(0, 'late');
    await until(() => ann.told.at(-1)?.refused === 'notes/readOnly');
    const code = closed(ann);
    standings.delete('ann');
    for (const hear of heard) hear();
    expect(await code).toBe(NOTES_CLOSE.removed);
  });

  test('given a forged ticket, a used one, or one for another workshop, then 4401', async () => {
    const ticket = ticketFor('ann');
    await synced(join('ann', WORKSHOP, ticket));
    for (const writer of [join('ann', WORKSHOP, ticket), join('ann', WORKSHOP, 'forged'), join('ann', 'w2')])
      expect(await closed(writer)).toBe(NOTES_CLOSE.badTicket);
  });

  test('given a damaged row, when opened, then it is put aside and what is readable goes on', async () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'good');
    prose.rows.set('w1/board', [Y.encodeStateAsUpdate(doc), new Uint8Array([9, 9, 9, 255])]);
    const ann = join('ann');
    await until(() => ann.text.toString() === 'good');
    expect(counted.get('notes.quarantined')).toBe(1);
  });

  test('given a cursor in another seat\u2019s name, then it is dropped and counted', async () => {
    const [ann, bo] = [join('ann'), join('bo')];
    await synced(ann, bo);
    ann.provider.awareness.setLocalStateField('user', { seat: 'bo' });
    await until(() => (counted.get('notes.spoofedPresence') ?? 0) > 0);
    ann.provider.awareness.setLocalStateField('user', { seat: 'ann' });
    await until(
      () =>
        (bo.provider.awareness.getStates().get(ann.doc.clientID)?.['user'] as { seat?: string } | undefined)?.seat ===
        'ann',
    );
  });

  test('given two who write, then each is told by the server whose Yjs clients they are, also one who comes later', async () => {
    const seen = (seat: string) =>
      new BoardConnection({
        base: base().replace('/notes', ''),
        workshop: WORKSHOP,
        ticket: async () => ticketFor(seat),
        socket: WebSocket as unknown as typeof globalThis.WebSocket,
        random: () => 0,
      });
    const [ann, bo] = [seen('ann'), seen('bo')];
    providers.push(ann.provider, bo.provider);
    await until(() => ann.synced$.get() && bo.synced$.get());
    ann.document.getText('t').insert(0, 'a');
    bo.document.getText('t').insert(0, 'b');
    const both = { [ann.document.clientID]: 'ann', [bo.document.clientID]: 'bo' };
    await expect.poll(() => ann.authors$.get(), { timeout: 5_000 }).toEqual(both);
    const late = seen('eve');
    providers.push(late.provider);
    // Who only reads has a caret and stands in the record as well.
    await expect.poll(() => late.authors$.get(), { timeout: 5_000 }).toMatchObject(both);
    for (const one of [ann, bo, late]) one.close();
  });

  test('given a composition, when pinyin becomes a word, then others\u2019 words wait until it ends, and only the word goes out', async () => {
    const ann = new BoardConnection({
      base: base().replace('/notes', ''),
      workshop: WORKSHOP,
      ticket: async () => ticketFor('ann'),
      socket: WebSocket as unknown as typeof globalThis.WebSocket,
      random: () => 0,
    });
    providers.push(ann.provider);
    const bo = join('bo');
    await synced(bo);
    await until(() => ann.saved$.get() === 'saved');
    const seen: string[] = [];
    bo.doc.on('update', () => seen.push(bo.text.toString()));
    const text = ann.document.getText('t');
    ann.hold();
    text.insert(0, 'lü se');
    expect(ann.saved$.get()).toBe('saving');
    bo.text.insert(0, '1');
    const late = join('cy');
    await until(() => late.text.toString() === '1');
    expect([text.toString(), bo.text.toString()]).toEqual(['lü se', '1']);
    text.delete(0, 5);
    text.insert(0, '绿色');
    ann.release();
    await until(() => bo.text.length === 3 && ann.saved$.get() === 'saved');
    expect(text.toString()).toBe(bo.text.toString());
    expect(seen.filter((one) => /[a-zü]/.test(one))).toEqual([]);
    ann.close();
  });

  test('given the browser\u2019s connection, when the store is held and the line breaks, then it says saving, saved, offline, and comes back with its edits', async () => {
    const ann = new BoardConnection({
      base: base().replace('/notes', ''),
      workshop: WORKSHOP,
      ticket: async () => ticketFor('ann'),
      socket: WebSocket as unknown as typeof globalThis.WebSocket,
      random: () => 0,
    });
    providers.push(ann.provider);
    await until(() => ann.saved$.get() === 'saved');
    let release = (): void => {};
    prose.gate = new Promise((resolve) => (release = resolve));
    const text = ann.document.getText('t');
    text.insert(0, 'word');
    expect(ann.saved$.get()).toBe('saving');
    release();
    await until(() => ann.saved$.get() === 'saved');
    text.delete(0, 1);
    expect(ann.saved$.get()).toBe('saving');
    await until(() => ann.saved$.get() === 'saved');
    ann.provider.disconnect();
    expect(ann.saved$.get()).toBe('offline');
    text.insert(0, 'off');
    const bo = join('bo');
    await until(() => bo.text.toString() === 'offord' && ann.saved$.get() === 'saved');
    ann.close();
  });
});
