// The board's door on the whole server: addresses and tickets made wrong at random. Each is shown the door by name; whoever writes meanwhile notices nothing.
import { connect as connectTcp } from 'node:net';
import { once } from 'node:events';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { NOTES_CLOSE } from '../../../shared/protocol/notes-messages.ts';
import { mutatedText } from '../../support/mutated.ts';
import { NodeParticipant, startWorkshop } from '../../support/node-participant.ts';
import { ticketFor } from '../../support/seat-client.ts';
import { startServer } from '../../support/server.ts';

type Outcome = `closed ${number}` | `refused ${number}` | 'no address';

const knock = async (address: string): Promise<Outcome> => {
  if (!URL.canParse(address) || address.includes('#')) return 'no address';
  const socket = new WebSocket(address);
  return new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (_request, reply) => {
      resolve(`refused ${reply.statusCode ?? 0}`);
      socket.terminate();
    });
    socket.on('close', (code) => resolve(`closed ${code}`));
  });
};

test('given wrong addresses and tickets, when a board is asked for, then a named close or a 4xx, and a writer goes on', async () => {
  const log: string[] = [];
  const { url, app } = await startServer({ logLevel: 'error', logTo: { write: (line) => void log.push(line) } });
  const founded = await startWorkshop(url, 'Mine', 'Ann');
  const other = await startWorkshop(url, 'Another', 'Zoe');
  const writer = new NodeParticipant(url, founded, { notes: true });
  onTestFinished(() => writer.close());
  await expect.poll(() => writer.board?.saved$.get(), { timeout: 10_000 }).toBe('saved');

  const foreign = await ticketFor(url, other, 'notes');
  const forSocket = await ticketFor(url, founded, 'socket');
  const used = await ticketFor(url, founded, 'notes');
  const ws = url.replace('http', 'ws');
  const once1 = new WebSocket(`${ws}/notes/${founded.workshop}/board?ticket=${used}`);
  await once(once1, 'open');
  once1.terminate();

  const path = fc.oneof(
    fc.constantFrom(
      `/notes/${founded.workshop}/board`,
      `/notes/${founded.workshop}/`,
      `/notes/${founded.workshop}/board/board`,
      `/notes/${founded.workshop}%2fboard`,
      `/notes/${other.workshop}/../${founded.workshop}/board`,
      '/notes/__proto__/board',
      '/notes/constructor/board',
      '/notes//board',
      '/notes/%zz/board',
      '/notes/%00/board',
      `/notes/${'x'.repeat(2000)}/board`,
      '/notes/nowhere/board',
      '/notes',
      '/noteſ/x/board',
    ),
    mutatedText(`/notes/${founded.workshop}/board`),
  );
  const ticket = fc.oneof(
    fc.constantFrom(foreign, forSocket, used, '', 'null', 'x'.repeat(6000), '%00', 'eyJhbGciOiJub25lIn0.e30.'),
    mutatedText(used),
    fc.string({ maxLength: 20 }),
  );
  const query = fc.oneof(
    { weight: 4, arbitrary: ticket.map((one) => `?ticket=${encodeURIComponent(one.replace(/[\ud800-\udfff]/g, ''))}`) },
    { weight: 1, arbitrary: fc.constantFrom('', '?', '?ticket', '?ticket=a&ticket=b', '?__proto__=1', '?ticket[]=x') },
  );
  const addresses = fc.sample(fc.tuple(path, query), { numRuns: 120, seed: 4 }).map((parts) => ws + parts.join(''));
  const named = new Set<string>(Object.values(NOTES_CLOSE).map((code) => `closed ${code}`));
  const outcomes = new Map<string, number>();
  for (const address of addresses) {
    const outcome = await knock(address);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    const isNamed = named.has(outcome) || /^refused 4\d\d$/.test(outcome) || outcome === 'no address';
    expect([address, isNamed ? 'named' : outcome]).toEqual([address, 'named']);
  }
  expect(outcomes.get(`closed ${NOTES_CLOSE.badTicket}`)).toBeGreaterThan(10);
  expect(outcomes.get(`closed ${NOTES_CLOSE.unknownDocument}`)).toBeGreaterThan(10);

  // Upgrades that no WebSocket client would send.
  const { port, hostname } = new URL(url);
  for (const head of ['', 'Sec-WebSocket-Version: 12\r\n', 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x\r\n']) {
    const line = connectTcp(Number(port), hostname);
    await once(line, 'connect');
    line.write(`GET /notes/x/board HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${head}\r\n`);
    const [answer] = (await once(line, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 4\d\d /);
    line.destroy();
  }

  writer.board?.document.getText('t').insert(0, 'still here');
  await expect.poll(() => writer.board?.saved$.get(), { timeout: 10_000 }).toBe('saved');
  expect(log).toEqual([]);
  expect([app.counters.of('faults'), app.counters.of('http.faults')]).toEqual([0, 0]);
});
