/** `plenary …`: speaks to the running server of this data folder, or opens the store itself when none runs. */
import { buildApp } from '../app.ts';
import type { App } from '../app-shape.ts';
import { inWords, readConfig, wrongConfigExit } from '../config.ts';
import type { Operations } from '../control/operations.ts';
import { withoutMedia } from '../workshops/without-media.ts';
import { runCommand } from './commands.ts';
import { remoteOperations } from './remote.ts';

const complain = (text: string): void => void process.stderr.write(`${text}\n`);

const run = async (): Promise<number> => {
  const read = readConfig();
  if (!read.ok) {
    complain(inWords(read.faults));
    return wrongConfigExit;
  }
  const { config } = read;
  let own: App | null = null;
  const operations = async (): Promise<Operations> => {
    const remote = await remoteOperations(config.store.folder);
    if (remote) return remote;
    const media = withoutMedia('the command line needs none');
    own = await buildApp({ config: { ...config, logLevel: 'error' }, clientFolder: config.store.folder, media });
    return own.operations;
  };
  const close = async (): Promise<void> => own?.close();
  try {
    return await runCommand({
      words: process.argv.slice(2),
      language: Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-Hans' : 'en',
      operations,
      print: (text) => void process.stdout.write(`${text}\n`),
      complain,
    });
  } finally {
    await close();
  }
};

process.exitCode = await run();
