// Does this file run as a mediasoup worker on this machine?
import { existsSync } from 'node:fs';
import { run } from '../base/run.mjs';

// A worker started without its version in the environment ends with this code before it does anything: mediasoup's own check.
const wrongEnvironment = 41;

/** @param {string} binary */
export async function runsHere(binary) {
  if (!existsSync(binary)) return false;
  return (await run(binary, [], { env: {}, limit: 10_000 })).code === wrongEnvironment;
}
