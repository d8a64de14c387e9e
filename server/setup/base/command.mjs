// The frame around every command of the set-up: the gate for Node, the user's .env, and faults told without a stack trace.
import { existsSync } from 'node:fs';
import { requireNode } from './node-version.mjs';
import { inProject } from './paths.mjs';
import { say } from './say.mjs';
import { SetupFault } from './setup-fault.mjs';

/** @param {() => Promise<number | void>} work its number is the exit code */
export async function command(work) {
  try {
    requireNode(process.versions.node);
    if (existsSync(inProject('.env'))) process.loadEnvFile(inProject('.env'));
    const code = await work();
    if (code) process.exitCode = code;
  } catch (error) {
    if (!(error instanceof SetupFault)) throw error;
    say(error.message);
    process.exitCode ||= 1;
  }
}
