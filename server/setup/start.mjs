// `npm start`: sets up what is missing, then becomes the server. The same process, so nothing orphaned keeps the store's lock.
import { pathToFileURL } from 'node:url';
import { command } from './base/command.mjs';

await command(async () => {
  const { prepare } = await import('./steps/prepare.mjs');
  const { builtServer } = await import('./steps/outputs.mjs');
  await prepare({ worker: true, outputs: true });
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(builtServer).href);
});
