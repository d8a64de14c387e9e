/** The note in the data folder by which the command line finds the running server: address and secret, readable by the owner alone. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const note = z.strictObject({ address: z.url(), secret: z.string().min(40), pid: z.int() });
export type ControlNote = z.infer<typeof note>;

const pathIn = (folder: string): string => join(folder, 'control.json');

export const writeControlNote = (folder: string, content: ControlNote): void => {
  rmSync(pathIn(folder), { force: true });
  writeFileSync(pathIn(folder), JSON.stringify(content), { mode: 0o600 });
};

/** Null when none is there or it makes no sense; that a server still listens there is not said. */
export const readControlNote = (folder: string): ControlNote | null => {
  try {
    return note.parse(JSON.parse(readFileSync(pathIn(folder), 'utf8')));
  } catch {
    return null;
  }
};

export const removeControlNote = (folder: string): void => rmSync(pathIn(folder), { force: true });
