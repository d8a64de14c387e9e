// `npm run plenary -- …`: the command line, from the same build as the server.
import { pathToFileURL } from 'node:url';
import { command } from './base/command.mjs';
import { buildServer, builtCli } from './steps/outputs.mjs';
import { prepare } from './steps/prepare.mjs';
import { say } from './base/say.mjs';

await command(async () => {
  await prepare();
  await buildServer(say);
  process.setSourceMapsEnabled(true);
  // The command line reads its words after the script's name, as any program does.
  process.argv[1] = builtCli;
  await import(pathToFileURL(builtCli).href);
});
