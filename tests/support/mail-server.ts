// A real mail server on this machine: keeps what it is given, and can be told to refuse.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface MailServer {
  readonly url: string;
  /** Each letter as it came over the wire, decoded no further. */
  readonly received: { readonly to: string; readonly raw: string }[];
  /** The answer to the next recipients; null takes them. */
  refuseWith: { readonly responseCode: number; readonly message: string } | null;
  /** Resolves when so many letters have come. */
  until(count: number): Promise<void>;
  close(): Promise<void>;
}

export const startMailServer = async (port = 0): Promise<MailServer> => {
  const received: { to: string; raw: string }[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) => {
      const { refuseWith } = mail;
      callback(refuseWith ? Object.assign(new Error(refuseWith.message), refuseWith) : null);
    },
    onData: (stream, session, callback) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw: Buffer.concat(parts).toString() });
        callback(null);
        for (const check of waiting) check();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    refuseWith: null,
    until: (count) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (received.length < count) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    close,
  };
  onTestFinished(close);
  return mail;
};
