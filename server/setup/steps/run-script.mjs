// Runs one of the TypeScript programs under tests/ after a set-up, with the words given on the command line.
import { inProject, root } from '../base/paths.mjs';
import { run } from '../base/run.mjs';
import { prepare } from './prepare.mjs';

/** @param {string[]} path of the program, from the project's root */
export async function runScript(...path) {
  await prepare({ worker: true, tests: true, outputs: true });
  const args = ['--import', 'tsx', '--enable-source-maps', inProject(...path), ...process.argv.slice(2)];
  return (await run(process.execPath, args, { cwd: root, show: true })).code;
}
