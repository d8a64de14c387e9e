// The board alone on a page, over a store that the test fills; the line to the server, the editor and the element are the product's.
import { signal } from '@lit-labs/signals';
import '../../../client/features/board/board.ts';
import type { Connection, ConnectionState } from '../../../client/connection/connection.ts';
import type { Readable } from '../../../client/connection/signals.ts';
import type { WorkshopStore } from '../../../client/store/workshop-store.ts';
import { instant, type SeatId, type WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { roleMay } from '../../../shared/workshop/permissions.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';

const asked = new URLSearchParams(location.search);
const seat = (asked.get('seat') ?? '') as SeatId;
const workshop = 'w1' as WorkshopId;
const up: Readable<ConnectionState> = signal<ConnectionState>({ kind: 'up', epoch: 'e' });
const view$ = signal<WorkshopState | null>(null);
const away = (): never => {
  throw new Error('the board asks for nothing but its own line');
};

const connection: Connection = {
  workshop,
  seat,
  state$: up,
  listen: () => () => {},
  command: away,
  react: away,
  reportLine: () => undefined,
  catchUp: away,
  media: away,
  notesTicket: async () => {
    const reply = await fetch(`/ticket?seat=${seat}`);
    if (!reply.ok) throw new Error('no ticket');
    return reply.text();
  },
  authorization: () => `Bearer ${seat}`,
  leave: away,
  close: away,
};
const store: WorkshopStore = {
  workshop,
  seat,
  view$,
  confirmed$: view$,
  pending$: signal<ReadonlySet<string>>(new Set()),
  connection$: up,
  reactions$: signal(new Map()),
  recall: away,
  lines$: signal(new Map()),
  react: away,
  send: away,
  now: () => instant(Date.now()),
  may: (permission) => roleMay(view$.get()?.participants.seats[seat]?.role ?? 'observer', permission),
};

const learn = async (): Promise<void> => view$.set((await (await fetch('/view')).json()) as WorkshopState);
await learn();
const board = document.createElement('plenary-board');
Object.assign(board, { connection, store, language: (asked.get('language') ?? 'en') as Language });
const place = document.querySelector('main') ?? document.body;
(asked.has('shadow') ? place.attachShadow({ mode: 'open' }) : place).append(board);
Object.assign(globalThis, { learn });
