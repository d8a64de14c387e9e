// A small house for the board alone: the real notes gateway over real SQLite, the page built by Vite, the product's strict content policy.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Duplex } from 'node:stream';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { attachNotes } from '../../../server/notes/notes-gateway.ts';
import { openStores } from '../../../server/storage/stores.ts';
import {
  id,
  instant,
  type AgendaItemId,
  type PersonId,
  type SeatId,
  type WorkshopId,
} from '../../../shared/kernel/ids.ts';
import { readBoard } from '../../../shared/notes/read-board.ts';
import type { Block } from '../../../shared/notes/blocks.ts';
import { initialState } from '../../../shared/workshop/decider.ts';
import { roleMay } from '../../../shared/workshop/permissions.ts';
import type { Role } from '../../../shared/workshop/roles.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';

const WORKSHOP = id<WorkshopId>('w1');
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'";
const here = new URL('.', import.meta.url).pathname;
const repository = new URL('../../..', import.meta.url).pathname;

const PEOPLE: readonly (readonly [string, string, Role])[] = [
  ['ann', 'Ann Okafor', 'chair'],
  ['bo', 'Bo Lindqvist', 'rapporteur'],
  ['mei', '林美', 'speaker'],
  ['eve', 'Eve Moreau', 'observer'],
];

/** Three items, of which the second is current and one was dropped; Mei has the floor. */
export const stagedView = (): WorkshopState => {
  const item = (name: string, title: string, chinese: string, status: 'planned' | 'current' | 'done' | 'dropped') => ({
    id: id<AgendaItemId>(name),
    kind: 'discussion' as const,
    title: { en: title, 'zh-Hans': chinese },
    minutes: 10,
    presenters: [],
    offTheRecord: false,
    status,
    stretches: [],
  });
  const items = [
    item('opening', 'Opening', '开场', 'done'),
    item('didi', 'Shared rides and their emissions', '共享出行及其排放', 'current'),
    item('dropped', 'Tour of the depot', '参观车场', 'dropped'),
    item('closing', 'Next steps', '下一步工作', 'planned'),
  ];
  return {
    ...initialState,
    roster: {
      ...initialState.roster,
      people: Object.fromEntries(
        PEOPLE.map(([name, asWritten]) => [
          `p-${name}`,
          { id: id<PersonId>(`p-${name}`), name: { asWritten }, positions: [] },
        ]),
      ),
    },
    participants: {
      ...initialState.participants,
      seats: Object.fromEntries(
        PEOPLE.map(([name, , role]) => [
          name,
          {
            id: id<SeatId>(name),
            person: id<PersonId>(`p-${name}`),
            role,
            language: 'en' as const,
            presence: { kind: 'here' as const, since: instant(0) },
            seatedAt: instant(0),
          },
        ]),
      ),
    },
    agenda: {
      ...initialState.agenda,
      order: items.map((one) => one.id),
      items: Object.fromEntries(items.map((one) => [one.id, one])),
      current: id<AgendaItemId>('didi'),
    },
    floor: {
      ...initialState.floor,
      holder: {
        seat: id<SeatId>('mei'),
        person: id<PersonId>('p-mei'),
        item: id<AgendaItemId>('didi'),
        from: instant(0),
      },
    },
  };
};

let built: Promise<string> | null = null;

/** Once for all stages of a test file. */
const builtPage = (): Promise<string> => (built ??= buildPage());

const buildPage = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-board-page-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Board</title><link rel="icon" href="data:,"></head><body><main><h1>Workshop</h1><h2>Board</h2></main><script type="module" src="/board-page.js"></script></body></html>',
  );
  await build({
    root: repository,
    configFile: false,
    logLevel: 'warn',
    resolve: { dedupe: ['yjs'] },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      copyPublicDir: false,
      chunkSizeWarningLimit: 2_000,
      rollupOptions: { input: join(here, 'board-page.ts'), output: { entryFileNames: 'board-page.js' } },
    },
  });
  return folder;
};

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

export interface BoardStage {
  readonly address: string;
  view: WorkshopState;
  /** True: the server's door is shut, and whoever is inside is put out. */
  setAway(away: boolean): void;
  blocks(): Promise<readonly Block[]>;
  /** What the server would do after a while, such as keeping how the board stands, it does now. */
  ringAll(): void;
  close(): Promise<void>;
}

export const openBoardStage = async (): Promise<BoardStage> => {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-board-'));
  const page = await builtPage();
  const stores = await openStores({ folder });
  const tickets = new Map<string, SeatId>();
  const files = new Map<string, { readonly type: string; readonly body: Buffer }>();
  let away = false;
  const alarms = new Set<{ readonly ring: () => void }>();
  const stage = { view: stagedView() };
  const notes = attachNotes({
    prose: stores.prose,
    history: stores.boardHistory,
    redeem: async (ticket) => {
      const seat = tickets.get(ticket);
      tickets.delete(ticket);
      return seat === undefined ? null : { workshop: WORKSHOP, seat };
    },
    rulesFor: async () => ({
      standing: (seat) => {
        const role = stage.view.participants.seats[seat]?.role;
        return role === undefined ? null : roleMay(role, 'notes.write') ? 'write' : 'read';
      },
      onChange: () => () => {},
      items: () => stage.view.agenda.order,
      isOffTheRecord: () => false,
    }),
    clock: {
      now: () => instant(Date.now()),
      alarm: (at, ring) => {
        const alarm = { ring };
        alarms.add(alarm);
        const timer = setTimeout(() => {
          alarms.delete(alarm);
          ring();
        }, at - Date.now());
        return () => {
          alarms.delete(alarm);
          clearTimeout(timer);
        };
      },
    },
    count: () => {},
    log: { warn: () => {}, error: (fields, message) => console.error(message, fields) },
  });

  const answer = async (request: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://host');
    const send = (status: number, type: string, body: string | Buffer): void =>
      void reply.writeHead(status, { 'content-type': type, 'content-security-policy': POLICY }).end(body);
    if (away) return send(503, 'text/plain', '');
    if (url.pathname === '/view') return send(200, 'application/json', JSON.stringify(stage.view));
    if (url.pathname === '/ticket') {
      const ticket = randomBytes(9).toString('hex');
      tickets.set(ticket, id<SeatId>(url.searchParams.get('seat') ?? ''));
      return send(200, 'text/plain', ticket);
    }
    if (url.pathname.startsWith('/api/workshops/w1/board/history')) {
      const at = url.pathname.split('/')[6];
      const found =
        at === undefined
          ? { versions: await notes.history.list(WORKSHOP) }
          : { sections: await notes.history.asOf(WORKSHOP, instant(Number(at))) };
      return send(200, 'application/json', JSON.stringify(found));
    }
    if (url.pathname.startsWith('/api/workshops/w1/files')) {
      if (request.headers.authorization === undefined) return send(401, 'text/plain', '');
      const name = url.pathname.split('/')[5];
      if (name !== undefined) {
        const file = files.get(name);
        return file === undefined ? send(404, 'text/plain', '') : send(200, file.type, file.body);
      }
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const form = await new Response(Buffer.concat(parts), {
        headers: { 'content-type': request.headers['content-type'] ?? '' },
      }).formData();
      const file = form.get('file');
      if (!(file instanceof File)) return send(400, 'text/plain', '');
      const kept = `f${files.size + 1}`;
      files.set(kept, { type: file.type, body: Buffer.from(await file.arrayBuffer()) });
      return send(201, 'application/json', JSON.stringify({ id: kept }));
    }
    const path = url.pathname === '/' ? '/index.html' : url.pathname;
    try {
      return send(200, TYPES[extname(path)] ?? 'application/octet-stream', readFileSync(join(page, path)));
    } catch {
      return send(404, 'text/plain', '');
    }
  };
  const http = createServer((request, reply) => void answer(request, reply));
  const lines = new Set<Duplex>();
  http.on('upgrade', (request, socket, head) => {
    if (away) return void socket.destroy();
    lines.add(socket);
    socket.on('close', () => lines.delete(socket));
    notes.upgrade(request, socket, head);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));

  return {
    address: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    get view() {
      return stage.view;
    },
    set view(view) {
      stage.view = view;
    },
    setAway(shut) {
      away = shut;
      if (shut) for (const line of lines) line.destroy();
    },
    blocks: async () => readBoard(await notes.readBoard(WORKSHOP), stage.view.agenda.order).blocks,
    ringAll() {
      const due = [...alarms];
      alarms.clear();
      for (const { ring } of due) ring();
    },
    async close() {
      await notes.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await stores.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
