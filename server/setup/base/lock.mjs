// One set-up at a time for one thing: a file made exclusively, holding its owner's process id. A dead owner's file is taken over.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** @param {number} pid */
function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} file */
async function take(file) {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    return false;
  }
}

/**
 * @template T
 * @param {string} file @param {{ onWait: (owner: number) => void, every?: number }} waiting @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, waiting, work) {
  await mkdir(dirname(file), { recursive: true });
  let told = false;
  while (!(await take(file))) {
    const owner = Number(await readFile(file, 'utf8').catch(() => '0'));
    // An empty file is an owner between making it and writing its id: give it a moment.
    if (owner > 0 && !lives(owner)) await rm(file, { force: true });
    else {
      if (!told && owner > 0) waiting.onWait(owner);
      told ||= owner > 0;
      await wait(waiting.every ?? 500);
    }
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}
