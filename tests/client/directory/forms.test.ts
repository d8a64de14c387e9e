// Forms to facts and back, merging field by field, and taking over what was said of oneself.
import { describe, expect, test } from 'vitest';
import {
  groupDraft,
  groupOf,
  organizationDraft,
  organizationOf,
} from '../../../client/features/directory/body-draft.ts';
import { differences, mergedOf } from '../../../client/features/directory/merging.ts';
import { NO_POSITION, personDraft, personOf } from '../../../client/features/directory/person-draft.ts';
import { saidOf, takenOver } from '../../../client/features/directory/taking-over.ts';
import type { DirectoryGroup, DirectoryOrganization, DirectoryPerson } from '../../../shared/directory/entries.ts';
import { indexName } from '../../../shared/directory/index-name.ts';
import { id, type DirectoryId, type FileId } from '../../../shared/kernel/ids.ts';
import { directoryWish } from '../../../shared/protocol/entry-schemas.ts';

const at = (name: string): DirectoryId => id<DirectoryId>(name);
const qian: DirectoryPerson = {
  kind: 'person',
  id: at('qian'),
  name: { latin: { family: 'Qian', given: 'Jingjing', order: 'family-first' }, han: { family: '钱', given: '京京' } },
  aliases: ['Jane Qian'],
  honorific: 'ms',
  chineseHonorific: 'prof',
  positions: [
    { title: { en: 'Director', 'zh-Hans': '主任' }, organization: at('nrdc'), from: '2016-09' },
    { title: {}, organization: at('isp') },
  ],
  email: 'qian@example.org',
  externalIds: [{ scheme: 'wikidata', value: 'Q42' }],
  portrait: id<FileId>('face'),
};
const nrdc: DirectoryOrganization = {
  kind: 'organization',
  id: at('nrdc'),
  name: { en: 'Natural Resources Defense Council', 'zh-Hans': '自然资源保护协会' },
  abbreviation: { en: 'NRDC' },
  aliases: ['Defense Council'],
  country: 'US',
  externalIds: [{ scheme: 'wikidata', value: 'Q1' }],
};
const group: DirectoryGroup = {
  kind: 'group',
  id: at('group'),
  of: at('isp'),
  members: { en: 'members', 'zh-Hans': '家成员单位' },
  count: 11,
  named: [at('nrdc'), at('wri')],
  periods: { [at('nrdc')]: { from: '2017' } },
};
const without = <T extends { readonly id: unknown }>(one: T) => {
  const { id: _id, ...rest } = one;
  return rest;
};

describe('a form', () => {
  test('gives back what it was filled with, and what the server takes', () => {
    for (const [wish, entry] of [
      [personOf(personDraft(qian)), qian],
      [organizationOf(organizationDraft(nrdc)), nrdc],
      [groupOf(groupDraft(group)), group],
    ] as const) {
      expect(wish).toEqual({ wish: without(entry), faults: {} });
      expect(directoryWish.safeParse(wish.wish).success).toBe(true);
    }
  });

  test('tells each fault at its field', () => {
    expect(personOf(personDraft(null)).faults).toEqual({ given: 'noName' });
    const draft = {
      ...personDraft(null),
      family: 'Qian',
      hanGiven: '京京',
      email: 'nobody',
      orcid: '0000-0002-1825-0098',
      positions: [
        NO_POSITION,
        { ...NO_POSITION, from: '2020-3' },
        { ...NO_POSITION, en: 'x', from: '2020', until: '2019' },
      ],
    };
    expect(personOf(draft).faults).toEqual({
      given: 'halfName',
      hanFamily: 'halfName',
      email: 'badEmail',
      orcid: 'badIdentifier',
      'positions.1.from': 'badDate',
      'positions.1.en': 'noTitle',
      'positions.2.until': 'badPeriod',
    });
    expect(organizationOf(organizationDraft(null)).faults).toEqual({ en: 'noName' });
    expect(groupOf({ ...groupDraft(group), count: '1' }).faults).toEqual({ count: 'fewerThanNamed' });
    expect(groupOf(groupDraft(null)).faults).toEqual({ of: 'noOrganization', en: 'noName' });
  });

  test('a group without a number counts whom it names and who has not left', () => {
    const draft = { ...groupDraft(group), count: '' };
    expect(groupOf(draft).wish.count).toBe(2);
    const left = draft.members.map((one, n) => (n === 0 ? { ...one, until: '2020' } : one));
    expect(groupOf({ ...draft, members: left }).wish.count).toBe(1);
  });
});

test('an index names people as each language looks them up', () => {
  expect(indexName(qian.name, 'en')).toBe('Qian Jingjing');
  expect(indexName(qian.name, 'zh-Hans')).toBe('钱京京（Qian Jingjing）');
  expect(indexName({ latin: { family: 'Goodall', given: 'Jane', order: 'given-first' } }, 'en')).toBe('Goodall, Jane');
  expect(indexName({ asWritten: 'Hannah Okafor' }, 'zh-Hans')).toBe('Hannah Okafor');
});

test('merging keeps what one alone has, both lists whole, and otherwise what was chosen', () => {
  const other: DirectoryPerson = {
    kind: 'person',
    id: at('other'),
    name: { latin: { family: 'Qian', given: 'Jing-jing', order: 'family-first' } },
    positions: [{ title: { en: 'Chairman' }, organization: at('isp') }],
    externalIds: [
      { scheme: 'wikidata', value: 'Q43' },
      { scheme: 'isni', value: '0000000121032683' },
    ],
    email: 'other@example.org',
  };
  expect(differences(qian, other).map(({ field, first }) => `${field} ${first}`)).toEqual([
    'latin a',
    'han a',
    'aliases a',
    'honorific a',
    'chineseHonorific a',
    'positions both',
    'email a',
    'externalIds both',
    'portrait a',
  ]);
  const merged = mergedOf(other, qian, { latin: 'b', email: 'a' });
  expect(merged).toEqual({
    ...without(qian),
    positions: [...other.positions, ...qian.positions],
    email: 'other@example.org',
    externalIds: other.externalIds,
  });
  expect(directoryWish.safeParse(merged).success).toBe(true);
  const second = { ...nrdc, id: at('second'), name: { en: 'NRDC Beijing' }, country: 'CN' };
  expect(mergedOf(nrdc, second, { nameEn: 'b', country: 'b' })).toEqual({
    ...without(nrdc),
    name: { en: 'NRDC Beijing', 'zh-Hans': '自然资源保护协会' },
    country: 'CN',
  });
});

test('of what was said only what is ticked is taken over; a position keeps its organization', () => {
  const said = {
    name: { ...qian.name, latin: { family: 'Qian', given: 'Jing', order: 'family-first' as const } },
    positions: [{ title: { en: 'Senior Director' } }, { title: {} }],
  };
  expect(saidOf(said, qian).map(({ field }) => field)).toEqual(['latin', 'honorific', 'chineseHonorific', 'positions']);
  const wish = takenOver(said, qian, new Set(['positions', 'honorific'] as const));
  const { honorific: _, ...kept } = without(qian);
  expect(wish).toEqual({
    ...kept,
    positions: [{ ...qian.positions[0], title: { en: 'Senior Director' } }, qian.positions[1]],
  });
  expect(takenOver(said, null, new Set(['latin', 'positions'] as const))).toEqual({
    kind: 'person',
    name: { latin: said.name.latin },
    positions: [{ title: { en: 'Senior Director' } }],
    externalIds: [],
  });
});
