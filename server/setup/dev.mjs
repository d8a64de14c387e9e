// `npm run dev`: the server, begun again at each change, and Vite's own server for the client before it.
import { command } from './base/command.mjs';
import { inProject, root } from './base/paths.mjs';
import { run } from './base/run.mjs';
import { prepare } from './steps/prepare.mjs';

await command(async () => {
  await prepare({ worker: true });
  const server = run(
    process.execPath,
    [
      inProject('node_modules', 'tsx', 'dist', 'cli.mjs'),
      'watch',
      '--clear-screen=false',
      '--enable-source-maps',
      'server/main.ts',
    ],
    { cwd: root, show: true },
  );
  const client = run(
    process.execPath,
    [
      inProject('node_modules', 'vite', 'bin', 'vite.js'),
      '--config',
      'client/vite.config.ts',
      ...process.argv.slice(2),
    ],
    { cwd: root, show: true },
  );
  return Math.max(...(await Promise.all([server, client])).map(({ code }) => code));
});
