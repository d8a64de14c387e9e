// Step 5: the worker from the package's own sources against the system's libraries, in a folder of ours.
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../base/run.mjs';
import { meter } from '../base/say.mjs';
import { SetupFault } from '../base/setup-fault.mjs';
import { applyRecipe } from './recipe.mjs';
import { runsHere } from './proof.mjs';

/** @param {string} line @param {(done: number, all: number) => void} show */
function readNinja(line, show) {
  const counted = /^\[(\d+)\/(\d+)\]/.exec(line);
  if (counted) show(Number(counted[1]), Number(counted[2]));
}

/**
 * @param {{ program: string, args: string[], cwd: string, log: string, onLine?: (line: string) => void }} task
 */
async function mustRun({ program, args, cwd, log, onLine }) {
  const { code, output } = await run(program, args, { cwd, ...(onLine ? { onLine } : {}) });
  if (code === 0) return;
  await writeFile(log, output);
  const end = output.trim().split('\n').slice(-15).join('\n');
  throw new SetupFault(
    `Building the worker failed: ${program} answered ${code}. Its whole output is in ${log}; it ends with:\n${end}`,
  );
}

/**
 * @param {string} mediasoup the package's folder; never built in
 * @param {string} work an empty folder of ours
 * @param {string} log where a failing step's output is kept
 * @returns {Promise<string>} the worker inside `work`, proven to run here
 */
export async function buildWorker(mediasoup, work, log) {
  const sources = join(work, 'worker');
  await cp(join(mediasoup, 'worker'), sources, { recursive: true });
  const recipe = await applyRecipe(sources);
  await mustRun({ program: 'meson', args: ['setup', 'out', ...recipe.mesonArguments], cwd: sources, log });
  const show = meter('Building the media worker');
  const onLine = (/** @type {string} */ line) => readNinja(line, show);
  await mustRun({ program: 'ninja', args: ['-C', 'out', 'mediasoup-worker'], cwd: sources, log, onLine });
  const binary = join(sources, 'out', 'mediasoup-worker');
  if (!(await runsHere(binary)))
    throw new SetupFault(
      `The worker was built, but does not run on this machine (${process.platform} ${process.arch}).`,
    );
  return binary;
}
