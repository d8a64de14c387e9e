// Every cell of the table of members' rights, tried at every door that the right guards: by a member of each role, by somebody who belongs to
// another organization, and by an administrator of the installation, who is no member by that.
import { expect, test } from 'vitest';
import {
  memberMay,
  ORGANIZATION_PERMISSIONS,
  type OrganizationPermission,
} from '../../../shared/organization/permissions.ts';
import { ORGANIZATION_ROLES, type OrganizationRole } from '../../../shared/organization/roles.ts';
import { administratorOf, signUp } from '../../support/account-client.ts';
import { publication } from '../../support/publication.ts';
import { MEMBER_DOORS, OPEN_MEMBER_ROUTES, type Member } from '../../support/rights/member-doors.ts';
import { DONE, isRight } from '../../support/rights/outcome.ts';
import { startServer } from '../../support/server.ts';

/** Rights that the table foresees and nothing asks for yet. */
const UNASKED: readonly OrganizationPermission[] = ['audit.read', 'retention.manage'];
/** What all organizations share is open to whoever has the right in one of them, and so is founding in one's own. */
const IN_ANY: ReadonlySet<OrganizationPermission> = new Set(['directory.read', 'directory.edit', 'workshops.create']);

test(
  'given a member of each role, when each tries every door, then each right opens its doors to whom the table names',
  { timeout: 60_000 },
  async () => {
    const server = await startServer();
    const { client: owner, organization } = await administratorOf(server);
    await owner.done('PATCH', '/api/administration/settings', { guestsMayStart: false, anybodyMayFound: true });
    const { workshop } = await owner.post<{ workshop: string }>('/api/workshops', {
      title: 'Cities',
      language: 'en',
      name: 'Ann',
      timeZone: 'UTC',
    });
    const one = publication({ organization: organization as never });
    await server.app.updates.publisher.create(one, null, 'created');
    const things = { organization, workshop, publication: one.id };

    const members: (Member & { readonly role: OrganizationRole | null; readonly elsewhere: boolean })[] = [];
    for (const role of ORGANIZATION_ROLES) {
      const { client } = await signUp(server, { email: `${role}@example.org`, organizationRole: role });
      members.push({ ...things, name: role, role, client, elsewhere: false });
    }
    const foreigner = await signUp(server, { email: 'foreigner@example.org' });
    await foreigner.client.post('/api/organizations', { name: { en: 'Another House' } });
    members.push({ ...things, name: 'foreigner', role: null, client: foreigner.client, elsewhere: true });
    const administrator = await signUp(server, { email: 'second@example.org', administrator: true });
    members.push({ ...things, name: 'administrator', role: null, client: administrator.client, elsewhere: false });

    const wrong: string[] = [];
    let done = 0;
    for (const [permission, doors] of Object.entries(MEMBER_DOORS) as [
      OrganizationPermission,
      (typeof MEMBER_DOORS)[OrganizationPermission],
    ][]) {
      expect([permission, doors.length > 0]).toEqual([permission, !UNASKED.includes(permission)]);
      for (const door of doors) {
        for (const who of members) {
          const outcome = await door.attempt(who);
          const may = who.role === null ? who.elsewhere && IN_ANY.has(permission) : memberMay(who.role, permission);
          if (outcome === DONE) done += 1;
          if (!isRight(door, outcome, may))
            wrong.push(`${who.name}, ${permission}, ${door.name}: ${outcome}, and the table says ${may}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(done).toBeGreaterThan(Object.keys(ORGANIZATION_PERMISSIONS).length);

    const { paths } = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const tried = new Set(
      Object.values(MEMBER_DOORS)
        .flat()
        .map(({ name }) => name),
    );
    const routes = Object.entries(paths)
      .filter(([path]) => /^\/api\/(?:organizations|directory|publications|planning)(?:\/|$)/.test(path))
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    expect(routes.filter((route) => !tried.has(route) && !OPEN_MEMBER_ROUTES.has(route))).toEqual([]);
  },
);
