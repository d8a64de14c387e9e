// Starts another program and waits for it. What it started dies with it: a set-up that is told to stop leaves nothing behind.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** @param {NodeJS.Signals} signal */
function passOn(signal) {
  for (const child of running) child.kill(signal);
  process.exitCode = 128 + constants.signals[signal];
}

/** @param {import('node:child_process').ChildProcess} child */
function hold(child) {
  if (running.size === 0)
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, passOn);
  running.add(child);
}

/** Once nothing runs any more, signals belong to whoever comes next: the server. @param {import('node:child_process').ChildProcess} child */
function release(child) {
  running.delete(child);
  if (running.size === 0) for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, passOn);
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [show] let the program use this terminal
 * @property {number} [limit] milliseconds; past them it is ended and counts as failed
 * @property {(line: string) => void} [onLine]
 */

/**
 * Never rejects for a failing program: a missing one answers 127, as a shell would.
 * @param {string} program @param {readonly string[]} args @param {RunOptions} [options]
 * @returns {Promise<{code: number, output: string}>}
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const { onLine, show, limit } = options;
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    hold(child);
    const timer = limit === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), limit);
    let output = '';
    let rest = '';
    /** @param {string} text */
    const take = (text) => {
      output += text;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      if (onLine) lines.forEach((line) => onLine(line));
    };
    child.stdout?.setEncoding('utf8').on('data', take);
    child.stderr?.setEncoding('utf8').on('data', take);
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(timer);
      release(child);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += String(error);
      end(127);
    });
    child.once('close', (code, signal) => end(code ?? (signal ? 128 + constants.signals[signal] : 1)));
  });
}
