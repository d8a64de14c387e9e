/**
 * What somebody said of their own entry beside what the directory has, field by field. Owns what can be taken over: organizations were named in
 * words, so a position keeps the organization it had, and a new one comes without until a keeper chooses it.
 */
import type { DirectoryPerson, DirectoryPosition } from '../../../shared/directory/entries.ts';
import type { DirectoryWish } from '../../../shared/protocol/entry-schemas.ts';
import type { OwnEntryWish } from '../../../shared/protocol/own-entry-schemas.ts';

export const OWN_FIELDS = ['latin', 'han', 'asWritten', 'honorific', 'chineseHonorific', 'positions'] as const;
export type OwnField = (typeof OWN_FIELDS)[number];

/** Titles as said; each keeps the organization and the time of the position that stood in its place. */
const positionsOf = (said: OwnEntryWish, about: DirectoryPerson | null): readonly DirectoryPosition[] =>
  said.positions.flatMap(({ title }, at): readonly DirectoryPosition[] => {
    const before = about?.positions[at];
    if (Object.keys(title).length === 0 && before?.organization === undefined) return [];
    return [{ ...before, title }];
  });

const written = (value: unknown): string => JSON.stringify(value) ?? '';

export interface Said {
  readonly field: OwnField;
  readonly today: unknown;
  readonly said: unknown;
}

/** Only what differs. */
export const saidOf = (said: OwnEntryWish, about: DirectoryPerson | null): readonly Said[] => {
  const today: Readonly<Record<string, unknown>> = about ? { ...about, ...about.name } : {};
  const now: Readonly<Record<string, unknown>> = { ...said, ...said.name, positions: positionsOf(said, about) };
  return OWN_FIELDS.flatMap((field) =>
    written(today[field] ?? []) === written(now[field] ?? []) ? [] : [{ field, today: today[field], said: now[field] }],
  );
};

export const takenOver = (
  said: OwnEntryWish,
  about: DirectoryPerson | null,
  fields: ReadonlySet<OwnField>,
): DirectoryWish => {
  const { id: _, ...before } = about ?? { id: '', kind: 'person' as const, name: {}, positions: [], externalIds: [] };
  const changed = Object.fromEntries(
    saidOf(said, about)
      .filter(({ field }) => fields.has(field))
      .map((one) => [one.field, one.said]),
  );
  const { latin, han, asWritten, ...rest } = changed;
  const name = {
    ...before.name,
    ...('latin' in changed && { latin }),
    ...('han' in changed && { han }),
    ...('asWritten' in changed && { asWritten }),
  };
  const all = { ...before, ...rest, name };
  // What was taken back has gone: a field without a value is no field.
  return JSON.parse(JSON.stringify(all)) as DirectoryWish;
};
