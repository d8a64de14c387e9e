/** Organizations and groups as their forms hold them, and back. Owns the checks; the server checks again. */
import type { DirectoryGroup, DirectoryOrganization } from '../../../shared/directory/entries.ts';
import { readExternalId, SCHEMES_OF_ORGANIZATIONS } from '../../../shared/directory/external-ids.ts';
import { isDate, isInOrder } from '../../../shared/directory/period.ts';
import { id, type DirectoryId } from '../../../shared/kernel/ids.ts';
import { linesOf, localOf, type Checked, type FieldFaults } from './draft.ts';

export interface OrganizationDraft {
  readonly kind: 'organization';
  readonly en: string;
  readonly zh: string;
  readonly shortEn: string;
  readonly shortZh: string;
  readonly aliases: string;
  readonly country: string;
  readonly ror: string;
  readonly isni: string;
  readonly wikidata: string;
  readonly uscc: string;
}

export const organizationDraft = (one: Omit<DirectoryOrganization, 'id'> | null): OrganizationDraft => {
  const value = (scheme: string): string => one?.externalIds.find((held) => held.scheme === scheme)?.value ?? '';
  return {
    kind: 'organization',
    en: one?.name.en ?? '',
    zh: one?.name['zh-Hans'] ?? '',
    shortEn: one?.abbreviation?.en ?? '',
    shortZh: one?.abbreviation?.['zh-Hans'] ?? '',
    aliases: one?.aliases?.join('\n') ?? '',
    country: one?.country ?? '',
    ror: value('ror'),
    isni: value('isni'),
    wikidata: value('wikidata'),
    uscc: value('uscc'),
  };
};

export const organizationOf = (draft: OrganizationDraft): Checked<Omit<DirectoryOrganization, 'id'>> => {
  const faults: FieldFaults = {};
  const name = localOf(draft);
  if (Object.keys(name).length === 0) faults['en'] = 'noName';
  const abbreviation = localOf({ en: draft.shortEn, zh: draft.shortZh });
  const externalIds = SCHEMES_OF_ORGANIZATIONS.flatMap((scheme) => {
    if (draft[scheme].trim() === '') return [];
    const value = readExternalId(scheme, draft[scheme]);
    if (value === null) faults[scheme] = 'badIdentifier';
    return value === null ? [] : [{ scheme, value }];
  });
  const aliases = linesOf(draft.aliases);
  if (aliases.length > 20) faults['aliases'] = 'tooMany';
  return {
    faults,
    wish: {
      kind: 'organization',
      name,
      ...(Object.keys(abbreviation).length > 0 && { abbreviation }),
      ...(aliases.length > 0 && { aliases }),
      ...(draft.country !== '' && { country: draft.country }),
      externalIds,
    },
  };
};

export interface MemberDraft {
  readonly organization: DirectoryId;
  readonly from: string;
  readonly until: string;
}

export interface GroupDraft {
  readonly kind: 'group';
  readonly of: DirectoryId | null;
  readonly en: string;
  readonly zh: string;
  readonly count: string;
  readonly members: readonly MemberDraft[];
}

export const groupDraft = (one: Omit<DirectoryGroup, 'id'> | null): GroupDraft => ({
  kind: 'group',
  of: one?.of ?? null,
  en: one?.members.en ?? '',
  zh: one?.members['zh-Hans'] ?? '',
  count: one === null ? '' : String(one.count),
  members: (one?.named ?? []).map((organization) => ({
    organization,
    from: one?.periods?.[organization]?.from ?? '',
    until: one?.periods?.[organization]?.until ?? '',
  })),
});

const NOBODY = id<DirectoryId>('nobody');

/** Without a number, as many as are named and have not left. */
const countOf = ({ count, members }: GroupDraft): number =>
  count.trim() === '' ? Math.max(1, members.filter(({ until }) => until.trim() === '').length) : Number(count);

export const groupOf = (draft: GroupDraft): Checked<Omit<DirectoryGroup, 'id'>> => {
  const faults: FieldFaults = {};
  const members = localOf(draft);
  if (draft.of === null) faults['of'] = 'noOrganization';
  if (Object.keys(members).length === 0) faults['en'] = 'noName';
  const count = countOf(draft);
  if (!Number.isInteger(count) || count < 1 || count > 10_000) faults['count'] = 'badCount';
  else if (count < draft.members.filter(({ until }) => until.trim() === '').length) faults['count'] = 'fewerThanNamed';
  const periods = draft.members.flatMap(({ organization, from, until }, at) => {
    const [since, to] = [from.trim(), until.trim()];
    const period = { ...(since !== '' && { from: since }), ...(to !== '' && { until: to }) };
    if (since !== '' && !isDate(since)) faults[`members.${at}.from`] = 'badDate';
    if (to !== '' && !isDate(to)) faults[`members.${at}.until`] = 'badDate';
    else if (!isInOrder(period)) faults[`members.${at}.until`] = 'badPeriod';
    return Object.keys(period).length === 0 ? [] : [[organization, period] as const];
  });
  return {
    faults,
    wish: {
      kind: 'group',
      of: draft.of ?? NOBODY,
      members,
      count,
      named: draft.members.map(({ organization }) => organization),
      ...(periods.length > 0 && { periods: Object.fromEntries(periods) }),
    },
  };
};
