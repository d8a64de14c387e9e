// A workshop made from a file through the real decider, as the server's import does it.
import { readFileSync } from 'node:fs';
import { id, instant } from '../../shared/kernel/ids.ts';
import { readBoard } from '../../shared/notes/read-board.ts';
import { readWorkshopFile } from '../../shared/workshop-file/read.ts';
import type { WorkshopFile } from '../../shared/workshop-file/schema.ts';
import { toCommands } from '../../shared/workshop-file/to-commands.ts';
import { decide, evolveEntry, initialState } from '../../shared/workshop/decider.ts';
import { LOG_VERSION, type Entry } from '../../shared/workshop/workshop.ts';

export const fileAt = (path: string): WorkshopFile => {
  const reading = readWorkshopFile(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.file;
};

export const workshopOf = (file: WorkshopFile, mode: 'held' | 'again' = 'held') => {
  let minted = 0;
  const { commands, boardJson } = toCommands(file, mode, () => `seat-${++minted}`, instant(1_800_000_000_000));
  let state = initialState;
  const entries: Entry[] = [];
  for (const { command, at, by } of commands) {
    const cause = id<Entry['cause']>(`c-${entries.length + 1}`);
    const decision = decide(state, command, { by, at, cause });
    if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`);
    if (decision.events.length === 0) continue;
    const entry: Entry = { seq: entries.length + 1, at, by, cause, v: LOG_VERSION, events: decision.events };
    entries.push(entry);
    state = evolveEntry(state, entry);
  }
  return { state, entries, board: readBoard(boardJson, state.agenda.order) };
};
