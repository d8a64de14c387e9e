/** Two entries of one kind made into one, field by field. Owns which fields there are and what "both" means; must not know the screen. */
import type { DirectoryEntry } from '../../../shared/directory/entries.ts';
import type { ExternalId } from '../../../shared/directory/external-ids.ts';
import type { DirectoryWish } from '../../../shared/protocol/entry-schemas.ts';

export type Side = 'a' | 'b' | 'both';

const PERSON = [
  'latin',
  'han',
  'asWritten',
  'aliases',
  'honorific',
  'chineseHonorific',
  'positions',
  'email',
  'externalIds',
  'portrait',
] as const;
const ORGANIZATION = ['nameEn', 'nameZh', 'abbreviation', 'aliases', 'country', 'externalIds'] as const;
export type MergeField = (typeof PERSON)[number] | (typeof ORGANIZATION)[number];
/** Lists can be kept whole from both. */
const LISTS: ReadonlySet<MergeField> = new Set(['aliases', 'positions', 'externalIds']);

/** What one entry has in one field; undefined when it has nothing there. */
const valueIn = (entry: DirectoryEntry, field: MergeField): unknown => {
  const all: Readonly<Partial<Record<MergeField, unknown>>> =
    entry.kind === 'person'
      ? { ...entry, ...entry.name }
      : entry.kind === 'organization'
        ? { ...entry, nameEn: entry.name.en, nameZh: entry.name['zh-Hans'] }
        : {};
  const value = all[field];
  return Array.isArray(value) && value.length === 0 ? undefined : value;
};

const written = (value: unknown): string => JSON.stringify(value) ?? '';

export interface Difference {
  readonly field: MergeField;
  readonly a: unknown;
  readonly b: unknown;
  readonly mayBoth: boolean;
  /** What is chosen until somebody chooses otherwise: what is there goes before what is not, both before one. */
  readonly first: Side;
}

export const differences = (a: DirectoryEntry, b: DirectoryEntry): readonly Difference[] =>
  (a.kind === 'person' ? PERSON : ORGANIZATION).flatMap((field): readonly Difference[] => {
    const [one, other] = [valueIn(a, field), valueIn(b, field)];
    if (written(one) === written(other)) return [];
    const mayBoth = LISTS.has(field) && one !== undefined && other !== undefined;
    return [{ field, a: one, b: other, mayBoth, first: mayBoth ? 'both' : one === undefined ? 'b' : 'a' }];
  });

const distinct = (all: readonly unknown[]): readonly unknown[] => [
  ...new Map(all.map((one) => [written(one), one])).values(),
];

/** The entry that stays, as chosen. Identifiers: one of each register, that of `a` where both have one. */
export const mergedOf = (
  a: DirectoryEntry,
  b: DirectoryEntry,
  choices: Readonly<Partial<Record<MergeField, Side>>>,
): DirectoryWish => {
  const chosen = (field: MergeField): unknown => {
    const difference = differences(a, b).find((one) => one.field === field);
    if (!difference) return valueIn(a, field);
    const side = choices[field] ?? difference.first;
    if (side !== 'both') return difference[side];
    return Array.isArray(difference.a) && Array.isArray(difference.b)
      ? distinct([...(difference.a as unknown[]), ...(difference.b as unknown[])])
      : difference.a;
  };
  const put = (...names: readonly MergeField[]): Readonly<Record<string, unknown>> =>
    Object.fromEntries(names.flatMap((name) => (chosen(name) === undefined ? [] : [[name, chosen(name)]])));
  const ids = (chosen('externalIds') ?? []) as readonly ExternalId[];
  const externalIds = ids.filter((one, at) => ids.findIndex(({ scheme }) => scheme === one.scheme) === at);
  const aliases = (chosen('aliases') ?? []) as readonly string[];
  const some = aliases.length === 0 ? {} : { aliases: aliases.slice(0, 20) };
  if (a.kind === 'person') {
    return {
      kind: 'person',
      name: put('latin', 'han', 'asWritten'),
      ...some,
      ...put('honorific', 'chineseHonorific', 'email', 'portrait'),
      positions: ((chosen('positions') ?? []) as readonly unknown[]).slice(0, 8),
      externalIds,
    } as DirectoryWish;
  }
  const [en, zh] = [chosen('nameEn'), chosen('nameZh')].map((name) => (typeof name === 'string' ? name : undefined));
  return {
    kind: 'organization',
    name: { ...(en !== undefined && { en }), ...(zh !== undefined && { 'zh-Hans': zh }) },
    ...some,
    ...put('abbreviation', 'country'),
    externalIds,
  };
};
