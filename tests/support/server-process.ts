// The product as a process of its own, so that a test can kill it as a power cut would. Knows addresses and signals, nothing of workshops.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { builtServer, buildServer } from '../../server/setup/steps/outputs.mjs';
import { workerBinary } from './worker-binary.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const START_LIMIT_MS = 60_000;

/** A port that was free a moment ago, in a range that the system gives to nobody by itself where possible. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export interface ServerProcess {
  readonly url: string;
  /** Everything the process has written so far. */
  output(): string;
  start(): Promise<void>;
  /** SIGKILL: nothing is flushed, nobody is told. */
  kill(): Promise<void>;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
}

export async function serverProcess(
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  // What `npm start` runs, and up in half the time.
  await buildServer(() => undefined);
  const port = await freePort();
  const mediaPort = await freePort();
  const worker = await workerBinary();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let written = '';

  const isUp = (): Promise<boolean> =>
    fetch(`${url}/healthz`).then(
      (reply) => reply.ok,
      () => false,
    );

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return ending?.exitCode ?? null;
    const exited = once(ending, 'exit');
    ending.kill(signal);
    const [code] = (await exited) as [number | null];
    return code;
  };

  return {
    url,
    output: () => written,
    async start() {
      const started = spawn(process.execPath, ['--enable-source-maps', builtServer], {
        cwd: root,
        env: {
          ...process.env,
          HOST: '127.0.0.1',
          PORT: String(port),
          PLENARY_DATA: folder,
          MEDIA_LISTEN_IP: '127.0.0.1',
          MEDIA_PORT_BASE: String(mediaPort),
          MEDIA_WORKERS: '1',
          MEDIASOUP_WORKER_BIN: worker,
          PLENARY_LOG_LEVEL: 'warn',
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      const keep = (chunk: Buffer): void => void (written = (written + chunk.toString()).slice(-200_000));
      started.stdout.on('data', keep);
      started.stderr.on('data', keep);
      const deadline = Date.now() + START_LIMIT_MS;
      while (!(await isUp())) {
        if (started.exitCode !== null) throw new Error(`The server ended with ${started.exitCode}:\n${written}`);
        if (Date.now() > deadline) throw new Error(`The server did not come up:\n${written}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async kill() {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}
