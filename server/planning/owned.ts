/** A workshop of an organization's, asked for by a member: found and allowed, or refused alike whether it is another's or nobody's. */
import type { FastifyRequest } from 'fastify';
import type { OwningOrganizationId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { OrganizationPermission } from '../../shared/organization/permissions.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';
import { HttpRefusal } from '../http/errors.ts';
import type { Visitors } from '../http/visitors.ts';
import type { OrganizationStore } from '../ports/organizations.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';
import type { WorkshopRoom } from '../workshops/workshop-room.ts';

export interface OwnedWorkshop {
  asked(
    request: FastifyRequest,
    workshop: WorkshopId,
    permission: OrganizationPermission,
  ): Promise<{
    readonly organization: OwningOrganizationId;
    readonly room: WorkshopRoom;
    readonly state: WorkshopState;
  }>;
}

export const createOwned = (
  visitors: Visitors,
  organizations: Pick<OrganizationStore, 'ownerOf'>,
  registry: WorkshopRegistry,
): OwnedWorkshop => ({
  async asked(request, workshop, permission) {
    await visitors.signedIn(request);
    const { organization } = (await organizations.ownerOf(workshop)) ?? { organization: null };
    if (organization === null) throw new HttpRefusal(403, 'account/denied');
    await visitors.member(request, organization, permission);
    const running = await registry.find(workshop);
    if (!running) throw new HttpRefusal(403, 'account/denied');
    return { organization, room: running.room, state: running.room.state };
  },
});
