/** An entry as the cells of its table, in the order of columns.ts; the way back of rows.ts. */
import type { DirectoryEntry } from '../../../shared/directory/entries.ts';
import type { ExternalId } from '../../../shared/directory/external-ids.ts';
import type { LocalText } from '../../../shared/kernel/language.ts';
import { ORGANIZATION_COLUMNS, PERSON_COLUMNS } from './columns.ts';

const local = (stem: string, text: LocalText | undefined): Readonly<Record<string, string | undefined>> => ({
  [`${stem}_en`]: text?.en,
  [`${stem}_zh`]: text?.['zh-Hans'],
});

const identifiers = (ids: readonly ExternalId[]): Readonly<Record<string, string>> =>
  Object.fromEntries(ids.map(({ scheme, value }) => [scheme, value]));

/** Null for a group: groups have no table. */
export const cellsOf = (
  entry: DirectoryEntry,
  nameOf: (organization: string) => LocalText | undefined,
): readonly string[] | null => {
  if (entry.kind === 'group') return null;
  if (entry.kind === 'organization') {
    const cells: Readonly<Record<string, string | undefined>> = {
      id: entry.id,
      ...local('name', entry.name),
      ...local('abbreviation', entry.abbreviation),
      other_names: entry.aliases?.join('; '),
      country: entry.country,
      ...identifiers(entry.externalIds),
    };
    return ORGANIZATION_COLUMNS.map((column) => cells[column] ?? '');
  }
  const { latin, han, asWritten } = entry.name;
  const positions = entry.positions.map(({ title, organization, from, until }, at) => ({
    ...local(`position_${at + 1}`, title),
    ...local(`organization_${at + 1}`, organization === undefined ? undefined : nameOf(organization)),
    [`position_${at + 1}_from`]: from,
    [`position_${at + 1}_until`]: until,
  }));
  const cells: Readonly<Record<string, string | undefined>> = Object.assign(
    {
      id: entry.id,
      family_name: latin?.family,
      given_name: latin?.given,
      name_order: latin?.order,
      chinese_family_name: han?.family,
      chinese_given_name: han?.given,
      name: asWritten,
      other_names: entry.aliases?.join('; '),
      honorific: entry.honorific,
      chinese_honorific: entry.chineseHonorific,
      email: entry.email,
      ...identifiers(entry.externalIds),
    },
    ...positions,
  ) as Readonly<Record<string, string | undefined>>;
  return PERSON_COLUMNS.map((column) => cells[column] ?? '');
};
