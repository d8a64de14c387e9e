// What a roster takes from the directory: the positions of that day and no more; periods as exactly as they are known.
import { expect, test } from 'vitest';
import type { DirectoryGroup, DirectoryPerson } from '../../../shared/directory/entries.ts';
import { introduction } from '../../../shared/directory/introduction.ts';
import { heldOn, isDate, isInOrder } from '../../../shared/directory/period.ts';
import { copyGroup, copyPerson, organizationsOnDay } from '../../../shared/directory/roster-copy.ts';
import { id, type DirectoryId, type GroupId, type OrganizationId, type PersonId } from '../../../shared/kernel/ids.ts';

const organization = id<DirectoryId>('nrdc');
const qian: DirectoryPerson = {
  kind: 'person',
  id: id<DirectoryId>('qian'),
  name: { latin: { family: 'Qian', given: 'Jingjing', order: 'family-first' }, han: { family: '钱', given: '京京' } },
  aliases: ['Jane Qian'],
  honorific: 'dr',
  chineseHonorific: 'prof',
  positions: [
    { title: { en: 'Analyst' }, organization, from: '2012', until: '2016-08' },
    { title: { en: 'Director' }, organization, from: '2016-09' },
    { title: {}, organization: id<DirectoryId>('unknown') },
  ],
  email: 'qian@example.org',
  externalIds: [{ scheme: 'wikidata', value: 'Q1' }],
};

test('a year and a month count whole at both ends; an end that is not known bounds nothing', () => {
  const held = (from: string | undefined, until: string | undefined, day: string) =>
    heldOn({ ...(from && { from }), ...(until && { until }) }, day);
  expect([held('2016', '2016', '2016-01-01'), held('2016', '2016', '2016-12-31')]).toEqual([true, true]);
  expect([held('2016-09', undefined, '2016-08-31'), held('2016-09', undefined, '2030-01-01')]).toEqual([false, true]);
  expect([held(undefined, '2016-08-30', '2016-08-31'), held(undefined, undefined, '1990-01-01')]).toEqual([
    false,
    true,
  ]);
  expect(['2024', '2024-03', '2024-03-26', '2024-13', '24', '2024-3'].map(isDate)).toEqual([
    ...[true, true, true],
    ...[false, false, false],
  ]);
  expect(isInOrder({ from: '2016-09', until: '2016' })).toBe(true);
  expect(isInOrder({ from: '2016-09', until: '2016-08' })).toBe(false);
});

test('the copy holds the positions of the day with the roster’s own organizations, and nothing private', () => {
  const at = new Map([[organization, id<OrganizationId>('o1')]]);
  expect(copyPerson(qian, id<PersonId>('p1'), '2020-03-26', at)).toEqual({
    id: 'p1',
    name: qian.name,
    honorific: 'dr',
    chineseHonorific: 'prof',
    positions: [{ title: { en: 'Director' }, organization: 'o1' }],
    directory: 'qian',
  });
  expect(copyPerson(qian, id<PersonId>('p1'), '2014-01-01', at).positions[0]?.title).toEqual({ en: 'Analyst' });
  expect(organizationsOnDay(qian, '2014-01-01')).toEqual(['nrdc', 'unknown']);
});

test('each language has its own honorific where they differ', () => {
  const find = () => undefined;
  const person = { ...qian, positions: [] };
  expect(introduction(person, find, 'en')).toBe('Dr. QIAN Jingjing');
  expect(introduction(person, find, 'zh-Hans')).toBe('钱京京教授');
});

test('of a group, the copy names who belonged to it that day, and counts them where all are named', () => {
  const [platform, early, late] = [id<DirectoryId>('isp-cep'), id<DirectoryId>('wri'), id<DirectoryId>('wwf')];
  const group: DirectoryGroup = {
    kind: 'group',
    id: id<DirectoryId>('g'),
    of: platform,
    members: { en: 'members' },
    count: 2,
    named: [early, late],
    periods: { [late]: { from: '2021' } },
  };
  const at = new Map([platform, early, late].map((one) => [one, id<OrganizationId>(`own-${one}`)]));
  const own = id<GroupId>('own');
  expect(organizationsOnDay(group, '2020-03-26')).toEqual([platform, early]);
  expect(copyGroup(group, own, '2020-03-26', at)).toEqual({
    id: 'own',
    of: 'own-isp-cep',
    members: { en: 'members' },
    count: 1,
    named: ['own-wri'],
    directory: 'g',
  });
  expect(copyGroup(group, own, '2022-01-01', at)).toMatchObject({ count: 2, named: ['own-wri', 'own-wwf'] });
  expect(copyGroup({ ...group, count: 11 }, own, '2020-03-26', at)).toMatchObject({ count: 11, named: ['own-wri'] });
  expect(copyGroup(group, own, '2020-03-26', new Map([[early, id<OrganizationId>('o')]]))).toBeNull();
});
