/** The operations of this very installation, as the command line asks for them. Owns putting them together; what they do is done elsewhere. */
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import type { Board } from '../../shared/notes/blocks.ts';
import { fromState } from '../../shared/workshop-file/from-state.ts';
import type { Role } from '../../shared/workshop/roles.ts';
import type { Entry, WorkshopState } from '../../shared/workshop/workshop.ts';
import { FIRST_LINKS, type IssuedLink } from '../http/links.ts';
import type { ImportWorkshop } from '../workshops/import.ts';
import type { FolderImport } from '../updates/importing/folder-import.ts';
import type { Operations } from './operations.ts';

export interface OperationsOptions {
  readonly accounts: Pick<Operations, 'administratorLink' | 'signInLink'>;
  readonly purge: Operations['purge'];
  readonly backup: Operations['backup'];
  readonly importWorkshop: ImportWorkshop;
  readonly list: Operations['list'];
  readonly linkAt: (workshop: WorkshopId, role: Role) => Promise<IssuedLink>;
  /** The facts now; null when there is no such workshop. */
  readonly loadWorkshop: (
    workshop: WorkshopId,
  ) => Promise<{ readonly state: WorkshopState; readonly entries: readonly Entry[] } | null>;
  readonly readBoard: (workshop: WorkshopId) => Promise<Board>;
  readonly importFolder: FolderImport;
}

export const createOperations = (options: OperationsOptions): Operations => ({
  list: options.list,
  administratorLink: options.accounts.administratorLink,
  signInLink: options.accounts.signInLink,
  purge: options.purge,
  backup: options.backup,
  importUpdates: options.importFolder,
  async importFile(text, mode) {
    const imported = await options.importWorkshop(text, mode, 'imported');
    if (!imported.ok) return imported;
    const links = [];
    for (const role of FIRST_LINKS) links.push(await options.linkAt(imported.workshop, role));
    return { ...imported, links };
  },
  async exportFile(workshop) {
    const loaded = await options.loadWorkshop(workshop);
    if (!loaded) return null;
    const board = await options.readBoard(workshop);
    return `${JSON.stringify(fromState(loaded.state, loaded.entries, board), null, 2)}\n`;
  },
});
