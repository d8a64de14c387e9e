// A local stand-in for the page that mediasoup's prebuilt workers are released on.
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname } from 'node:path';
import { onTestFinished } from 'vitest';

export interface Release {
  readonly address: string;
  asked(): readonly string[];
  close(): Promise<void>;
}

function archive(worker: string): Buffer {
  return execFileSync('tar', ['-czf', '-', '-C', dirname(worker), basename(worker)]);
}

/** @param content a worker's path, which is packed as upstream packs it; bytes sent as they are; undefined: not released. */
export async function startRelease(content: string | Buffer | undefined): Promise<Release> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (content === undefined || !request.url?.endsWith('.tgz')) response.writeHead(404).end();
    else response.end(typeof content === 'string' ? archive(content) : content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  onTestFinished(close);
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked, close };
}
