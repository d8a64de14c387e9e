// TLS by PEM: the page, the workshop's line and the board's, all over one certificate; and whom a proxy's word is believed.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { NOTES_CLOSE } from '../../../shared/protocol/notes-messages.ts';
import { startServer } from '../../support/server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A certificate of this test's own, for the address it is asked at. */
const certificate = (): { readonly certFile: string; readonly keyFile: string } => {
  const folder = temporaryFolder();
  const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  execFileSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', keyFile, '-out', certFile],
  ]);
  return { certFile, keyFile };
};

const ask = (url: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(url, { rejectUnauthorized: false }, (reply) => resolve(reply.resume())).on('error', reject);
  });

test('given a certificate, when asked by https and wss, then page, line and board answer, and browsers are told to stay with it', async () => {
  const { url } = await startServer({ http: { tls: certificate() } });
  expect(url).toMatch(/^https:/);
  const page = await ask(`${url}/healthz`);
  expect(page.statusCode).toBe(200);
  expect(page.headers['strict-transport-security']).toContain('max-age=');
  expect(page.headers['content-security-policy']).toContain('wss://127.0.0.1');

  const socket = io(url, {
    auth: { ticket: 'none', protocol: 1 },
    rejectUnauthorized: false,
    transports: ['websocket'],
    reconnection: false,
  });
  const refused = await new Promise<Error & { data?: { code: string } }>((resolve) =>
    socket.once('connect_error', resolve),
  );
  socket.close();
  // Our own word and not the network's: the line was open.
  expect(refused.data?.code).toMatch(/^protocol\//);

  const board = new WebSocket(`${url.replace('https', 'wss')}/notes/nowhere/board?ticket=none`, {
    rejectUnauthorized: false,
  });
  const [code] = (await once(board, 'close')) as [number];
  expect(code).toBe(NOTES_CLOSE.badTicket);
});

test.each([
  ['believed from a trusted proxy', true, 'https://updates.example'],
  ['not believed from anybody else', false, 'http://127.0.0.1'],
])('given X-Forwarded headers, when a link is made, then they are %s', async (_what, trustProxy, beginning) => {
  const { url } = await startServer({ http: { trustProxy } });
  const reply = await fetch(`${url}/api/workshops`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'updates.example',
    },
    body: JSON.stringify({ title: 'T', language: 'en', name: 'Ann', timeZone: 'UTC' }),
  });
  const { links } = (await reply.json()) as { links: { url: string }[] };
  expect(links[0]?.url.startsWith(beginning)).toBe(true);
});
