// The board's gateway over real SQLite, in a process of its own, for the benchmark. The folder is the first argument.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { attachNotes } from '../../server/notes/notes-gateway.ts';
import { openStores } from '../../server/storage/stores.ts';
import { id, instant, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';

const stores = await openStores({ folder: process.argv[2] ?? '' });
const notes = attachNotes({
  prose: stores.prose,
  history: stores.boardHistory,
  redeem: async (ticket) => ({ workshop: id<WorkshopId>('w1'), seat: id<SeatId>(ticket) }),
  rulesFor: async () => ({
    standing: () => 'write',
    onChange: () => () => {},
    items: () => [],
    isOffTheRecord: () => false,
  }),
  clock: {
    now: () => instant(Date.now()),
    alarm: (at, ring) => {
      const timer = setTimeout(ring, at - Date.now());
      return () => clearTimeout(timer);
    },
  },
  count: () => {},
  log: { warn: console.error, error: console.error },
});
const http = createServer();
http.on('upgrade', (request, socket, head) => notes.upgrade(request, socket, head));
http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }));
process.once('disconnect', () => process.exit(0));
