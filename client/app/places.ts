/** Where a signed-in person may go from any page. Owns which places are named to whom; must not know how they are shown. The server decides anew at each. */
import { memberMay, type OrganizationPermission } from '../../shared/organization/permissions.ts';
import type { Me } from '../connection/account-api.ts';

export type Place =
  | { readonly kind: 'account' | 'organizing' | 'directory' | 'publications' | 'installation'; readonly path: string }
  | { readonly kind: 'organization'; readonly path: string; readonly name: Me['organizations'][number]['name'] };

export const placesOf = ({ organizations, isAdministrator }: Me): readonly Place[] => {
  const may = (permission: OrganizationPermission): boolean =>
    organizations.some(({ role }) => memberMay(role, permission));
  return [
    { kind: 'account', path: '/account' },
    ...(may('workshops.read') ? [{ kind: 'organizing', path: '/organizing' } as const] : []),
    ...organizations.map(({ id, name }): Place => ({ kind: 'organization', path: `/organizations/${id}`, name })),
    ...(may('directory.read') ? [{ kind: 'directory', path: '/directory' } as const] : []),
    ...(may('updates.edit') ? [{ kind: 'publications', path: '/publications' } as const] : []),
    ...(isAdministrator ? [{ kind: 'installation', path: '/administration' } as const] : []),
  ];
};
