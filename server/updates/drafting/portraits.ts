/**
 * Portraits of the directory in a working copy: whose there are and may be published, and the copy of one that goes into the workshop's files, so
 * that what the directory does later changes no text. Owns asking for the person's consent; must not know HTTP.
 */
import { readFile } from 'node:fs/promises';
import { portraitKey } from '../../../shared/drafting/portraits.ts';
import type { WorkingCopy } from '../../../shared/drafting/working-copy.ts';
import type { FileId, PersonId, WorkshopId } from '../../../shared/kernel/ids.ts';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import { isConsented } from '../../../shared/workshop/consents/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { FileCabinet } from '../../ports.ts';
import type { DirectoryStore, Portraits } from '../../ports/directory.ts';

export interface DraftPortraits {
  /** Those who have one in the directory and agree to its being published. */
  usable(state: WorkshopState): Promise<ReadonlyMap<PersonId, FileId>>;
  /** As a file of the workshop: the one that the copy has already, else a new one. Null: there is none to be used. */
  bring(workshop: WorkshopId, state: WorkshopState, copy: WorkingCopy, person: PersonId): Promise<FileId | null>;
}

export const createDraftPortraits = (ports: {
  readonly directory: Pick<DirectoryStore, 'find'>;
  readonly portraits: Pick<Portraits, 'open'>;
  readonly files: Pick<FileCabinet, 'keep'>;
}): DraftPortraits => {
  const usable: DraftPortraits['usable'] = async (state) => {
    const people = Object.values(state.roster.people).filter(({ id }) => isConsented(state, id, 'portrait'));
    const entries = await ports.directory.find([...new Set(people.flatMap(({ directory }) => directory ?? []))]);
    const portraits = new Map(
      entries.flatMap(({ entry }) =>
        entry.kind === 'person' && entry.portrait !== undefined ? [[entry.id, entry.portrait] as const] : [],
      ),
    );
    return new Map(
      people.flatMap(({ id, directory }) => {
        const portrait = directory && portraits.get(directory);
        return portrait === undefined ? [] : [[id, portrait] as const];
      }),
    );
  };

  return {
    usable,
    async bring(workshop, state, copy, person) {
      const portrait = (await usable(state)).get(person);
      const found = portrait && (await ports.portraits.open(portrait));
      if (!found) return null;
      const pieces = LANGUAGES.flatMap((language) => copy.copies[language]?.pieces ?? []);
      const before = pieces.find((piece) => piece.key === portraitKey(person) && piece.state !== 'deleted')?.file;
      if (before) return before;
      const kept = await ports.files.keep(workshop, null, await readFile(found.path));
      return kept.ok ? kept.file.id : null;
    },
  };
};
