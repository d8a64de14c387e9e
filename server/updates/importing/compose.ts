/** Joins what an archive needs to move in. Owns nothing but the order. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { HttpLimits } from '../../http/limits.ts';
import type { Visitors } from '../../http/visitors.ts';
import type { Clock, Mint } from '../../ports.ts';
import type { OrganizationStore } from '../../ports/organizations.ts';
import type { PictureShelf, PublicationSources, PublicationStore } from '../../ports/updates.ts';
import type { Publisher } from '../publishing/publisher.ts';
import { importRoutes } from './import-routes.ts';
import { createImporter } from './importer.ts';
import { createImports, type Imports } from './imports.ts';
import { createFolderImport, type FolderImport } from './folder-import.ts';

export const wireImporting = async (options: {
  readonly fastify: FastifyInstance;
  readonly store: PublicationStore;
  readonly sources: PublicationSources;
  readonly organizations: Pick<OrganizationStore, 'list'>;
  readonly shelf: PictureShelf;
  readonly publisher: Publisher;
  readonly visitors: Pick<Visitors, 'someone' | 'member' | 'administrator'>;
  readonly limits: Pick<HttpLimits, 'uploading'>;
  readonly folder: string;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly onFault: (fault: unknown) => void;
}): Promise<{ readonly imports: Imports; readonly importFolder: FolderImport }> => {
  const folder = join(options.folder, 'imports');
  // What was being read when the server ended is nobody's any more.
  await rm(folder, { recursive: true, force: true });
  const importer = createImporter(options);
  const imports = createImports({ ...options, folder, importer });
  await options.fastify.register(importRoutes, { ...options, imports });
  return { imports, importFolder: createFolderImport({ ...options, importer }) };
};
