/** All stores over one database; what app.ts asks for. */
import type { AccessStore, FactStore, FileRecords, ProseStore } from '../ports.ts';
import { createAccessStore } from './access-store.ts';
import { onlyFaults } from './as-fault.ts';
import { createCommitGroup } from './commit-group.ts';
import { openDatabase } from './database.ts';
import { createFactStore } from './fact-store.ts';
import { createFileRecords } from './file-records.ts';
import { createProseStore } from './prose-store.ts';

export interface Stores {
  readonly facts: FactStore;
  readonly access: AccessStore;
  readonly prose: ProseStore;
  readonly fileRecords: FileRecords;
  close(): Promise<void>;
}

export const openStores = async (where: {
  readonly folder: string;
  readonly url?: string | undefined;
}): Promise<Stores> => {
  const db = await openDatabase(where);
  const commits = createCommitGroup(db);
  return {
    facts: onlyFaults(createFactStore(db, commits)),
    access: onlyFaults(createAccessStore(db, commits)),
    prose: onlyFaults(createProseStore(db, commits)),
    fileRecords: onlyFaults(createFileRecords(db, commits)),
    close: () => db.destroy(),
  };
};
