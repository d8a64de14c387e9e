/** An archive from a folder or a ZIP of this machine, from beginning to end, for the command line. Owns the report. */
import { stat } from 'node:fs/promises';
import { LANGUAGES, textIn } from '../../../shared/kernel/language.ts';
import { isTaken, type ImportFaultCode } from '../../../shared/publication/import-faults.ts';
import type { Clock } from '../../ports.ts';
import type { OrganizationStore } from '../../ports/organizations.ts';
import { BadBundle } from './bundle.ts';
import { openFolder } from './folder-bundle.ts';
import type { Importer, ImportOutcome } from './importer.ts';
import { importWhole } from './imports.ts';
import { openZip } from './zip-bundle.ts';

export interface FolderWish {
  /** An absolute path on the machine of the server. */
  readonly path: string;
  /** Its id or one of its names; null: the only one there is, or nobody's where there is none. */
  readonly organization: string | null;
  readonly timeZone: string;
  readonly credit: string | null;
  readonly publish: boolean;
  /** Only looks. */
  readonly check: boolean;
}

export interface FolderReport {
  readonly fault: { readonly code: string; readonly about: string | null } | null;
  readonly files: readonly {
    readonly path: string;
    readonly title: string;
    readonly publishedAt: number | null;
    readonly language: string;
    readonly pictures: number;
    readonly isTaken: boolean;
    readonly faults: readonly { readonly code: ImportFaultCode; readonly about?: string }[];
  }[];
  readonly updates: number;
  readonly taken: readonly {
    readonly title: string;
    readonly outcome: ImportOutcome;
    readonly faults: readonly { readonly code: ImportFaultCode; readonly about?: string; readonly path: string }[];
    readonly obstacles: readonly { readonly code: string; readonly about?: string }[];
  }[];
}

export type FolderProgress = (phase: 'reading' | 'taking', done: number, total: number) => void;
export type FolderImport = (wish: FolderWish, progress: FolderProgress) => Promise<FolderReport>;

const noReport = (code: string, about: string | null): FolderReport => ({
  fault: { code, about },
  files: [],
  updates: 0,
  taken: [],
});

export const createFolderImport =
  ({
    importer,
    clock,
    organizations,
  }: {
    readonly importer: Importer;
    readonly clock: Clock;
    readonly organizations: Pick<OrganizationStore, 'list'>;
  }): FolderImport =>
  async (wish, progress) => {
    const known = await organizations.list();
    const wanted = wish.organization?.trim().toLowerCase();
    const [only, ...others] = known.filter(
      ({ id, name }) =>
        wanted === undefined ||
        id.toLowerCase() === wanted ||
        LANGUAGES.some((language) => name[language]?.toLowerCase() === wanted),
    );
    if (others.length > 0 || (only === undefined && (known.length > 0 || wanted !== undefined)))
      return noReport('import/whichOrganization', known.map(({ name }) => textIn(name, 'en')).join(', ') || null);
    try {
      const isFile = await stat(wish.path).then(
        (found) => found.isFile(),
        () => false,
      );
      const bundle = await (isFile ? openZip(wish.path) : openFolder(wish.path));
      try {
        const { plan, taken } = await importWhole(
          importer,
          bundle,
          { ...wish, organization: only?.id ?? null, by: null, now: clock.now(), take: !wish.check },
          (phase, { done, total }) => progress(phase, done, total),
        );
        return {
          fault: null,
          updates: plan.updates.length,
          files: plan.files.map(({ path, title, publishedAt, language, pictures, faults }) => ({
            path,
            title,
            publishedAt,
            language,
            pictures,
            isTaken: isTaken(faults),
            faults,
          })),
          taken: taken.map(({ title, outcome, faults, obstacles }) => ({ title, outcome, faults, obstacles })),
        };
      } finally {
        await bundle.close();
      }
    } catch (cause) {
      if (!(cause instanceof BadBundle)) throw cause;
      return noReport(cause.code, cause.file);
    }
  };
