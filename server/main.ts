/** The process: reads the configuration, starts the server, ends it in order. Owns signals, exit codes and what is printed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from './app.ts';
import { inWords, readConfig, wrongConfigExit } from './config.ts';
import { Fault } from './faults.ts';

const FAULT_EXIT = 1;
/** How long an orderly end may take before the process ends anyway. */
const DRAIN_MS = 10_000;

/** Beside the built server stands the built client; from the sources it stands in dist. */
const clientFolder = (): string => {
  const isBuilt = import.meta.url.includes('/dist/server/');
  return fileURLToPath(new URL(isBuilt ? '../client/' : '../dist/client/', import.meta.url));
};

const tell = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

const die = (what: string, reason: unknown): never => {
  complain(`${what} ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`);
  process.exit(FAULT_EXIT);
};

const start = async (): Promise<void> => {
  const read = readConfig();
  if (!read.ok) {
    complain(inWords(read.faults));
    process.exit(wrongConfigExit);
  }
  const { config } = read;
  const isFresh = !existsSync(join(config.store.folder, 'plenary.db')) && config.store.databaseUrl === null;
  const app = await buildApp({ config, clientFolder: clientFolder() });
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => die('The end took too long.', ''), DRAIN_MS).unref();
    app.close().then(
      () => process.exit(0),
      (fault: unknown) => die('The end went wrong.', fault),
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  const address = await app.listen();
  tell(`Plenary is open at ${config.http.publicUrl ?? address}`);
  const link = await app.accounts.administratorLink();
  if (link)
    tell(
      `Nobody manages this installation yet. Whoever opens this link first does (once, within 24 hours):\n  ${link}`,
    );
  if (isFresh) tell(`A new data folder was made: ${config.store.folder}`);
};

process.on('unhandledRejection', (reason) => die('A fault that nobody caught:', reason));
process.on('uncaughtException', (fault) => die('A fault that nobody caught:', fault));
start().catch((fault: unknown) => {
  if (fault instanceof Fault) die(`Plenary cannot start: ${fault.message}`, `(${fault.code})`);
  die('Plenary cannot start:', fault);
});
