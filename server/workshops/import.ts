/** A workshop from a file: reads, translates, writes the log and the board. Owns that order; reading and translating are shared/workshop-file. */
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import type { BoardJson } from '../../shared/notes/blocks.ts';
import { readWorkshopFile } from '../../shared/workshop-file/read.ts';
import { toCommands } from '../../shared/workshop-file/to-commands.ts';
import type { FileFault } from '../../shared/workshop-file/faults.ts';
import type { Clock, Mint, WorkshopOwner, WorkshopSummary } from '../ports.ts';
import type { Founder } from './founding.ts';

export type ImportMode = 'held' | 'again';

export type Import =
  | { readonly ok: true; readonly workshop: WorkshopId }
  | { readonly ok: false; readonly faults: readonly FileFault[] }
  | { readonly ok: false; readonly refused: { readonly code: string; readonly command: string } };

export type ImportWorkshop = (
  text: string,
  mode: ImportMode,
  origin: WorkshopSummary['origin'],
  owner?: WorkshopOwner,
) => Promise<Import>;

export const createImport =
  (ports: {
    readonly founder: Founder;
    readonly clock: Clock;
    readonly mint: Mint;
    readonly writeBoard: (workshop: WorkshopId, board: BoardJson) => Promise<void>;
  }): ImportWorkshop =>
  async (text, mode, origin, owner) => {
    const reading = readWorkshopFile(text);
    if (!reading.ok) return reading;
    const { commands, boardJson } = toCommands(reading.file, mode, ports.mint.id, ports.clock.now());
    const founding = await ports.founder.found(
      origin,
      commands,
      async (workshop) => {
        if (Object.keys(boardJson).length > 0) await ports.writeBoard(workshop, boardJson);
      },
      owner,
    );
    if (!founding.ok) return { ok: false, refused: founding };
    return { ok: true, workshop: founding.workshop };
  };
