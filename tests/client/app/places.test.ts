// Whom the menu of a signed-in person shows which places: what the tables of rights say, no more and no less.
import { expect, test } from 'vitest';
import { placesOf } from '../../../client/app/places.ts';
import type { Me } from '../../../client/connection/account-api.ts';
import { ORGANIZATION_ROLES, type OrganizationRole } from '../../../shared/organization/roles.ts';

const as = (roles: readonly OrganizationRole[], isAdministrator = false): readonly string[] => {
  const organizations = roles.map((role, at) => ({ id: `o${at}`, name: { en: `Org ${at}` }, role }));
  const me: Me = { account: 'a', name: 'Ann', language: 'en', isAdministrator, emails: [], organizations };
  return placesOf(me).map(({ path }) => path);
};

test('whoever belongs to nothing has their own account only', () => expect(as([])).toEqual(['/account']));

test('an administrator is no member by that', () => expect(as([], true)).toEqual(['/account', '/administration']));

test.each(ORGANIZATION_ROLES)('%s has the workshops, the organization, the directory and the publications', (role) =>
  expect(as([role])).toEqual(['/account', '/organizing', '/organizations/o0', '/directory', '/publications']),
);

test('each organization has its own line', () =>
  expect(as(['editor', 'owner'])).toEqual(expect.arrayContaining(['/organizations/o0', '/organizations/o1'])));
