// A real TURN relay on this machine: coturn with a shared secret, as docker-compose.yml runs it, except that it may relay to this machine itself.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface Relay {
  readonly port: number;
  readonly secret: string;
  /** Whether a packet from this port was relayed. */
  isRelayed(port: number): boolean;
}

const PROGRAM = '/usr/bin/turnserver';
const RELAYS = 200;

/** A port that nobody listens on just now, with room for the relay's own above it. */
const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => void server.close(resolve));
  return port + RELAYS < 65_535 ? port : freePort();
};

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const call = connect(port, '127.0.0.1');
    const tell = (answered: boolean) => (): void => {
      call.destroy();
      resolve(answered);
    };
    call.once('connect', tell(true));
    call.once('error', tell(false));
  });

/** Resolves when it listens; `atEnd` is told how to end it. */
export const startCoturn = async (atEnd: (close: () => void) => void): Promise<Relay> => {
  if (!existsSync(PROGRAM)) throw new Error('No coturn on this machine: `npm test` installs it, or says how.');
  const port = await freePort();
  const [least, most] = [port + 1, port + RELAYS];
  const secret = randomBytes(16).toString('hex');
  const folder = mkdtempSync(join(tmpdir(), 'plenary-coturn-'));
  const relay = spawn(
    PROGRAM,
    [
      '-n',
      '--listening-ip=127.0.0.1',
      '--relay-ip=127.0.0.1',
      `--listening-port=${port}`,
      `--min-port=${least}`,
      `--max-port=${most}`,
      '--realm=plenary',
      '--use-auth-secret',
      `--static-auth-secret=${secret}`,
      '--fingerprint',
      '--no-cli',
      '--no-tls',
      '--no-dtls',
      '--no-tcp-relay',
      '--allow-loopback-peers',
      '--log-file=stdout',
      '--simple-log',
      `--pidfile=${join(folder, 'turnserver.pid')}`,
      `--userdb=${join(folder, 'turndb')}`,
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  atEnd(() => {
    relay.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  // What it prints comes in blocks: that it listens is asked of its port.
  const ended: string[] = [];
  relay.once('error', (cause) => void ended.push(cause.message));
  relay.once('exit', (code) => void ended.push(`it ended with ${code}`));
  while (!(await answers(port))) {
    if (ended.length > 0) throw new Error(`coturn does not run: ${ended.join(', ')}`);
    await delay(50);
  }
  return { port, secret, isRelayed: (from) => from >= least && from <= most };
};
