/** Who may work on a draft: a seat at the workshop's desk, or an editor of the organization that owns it. Owns recognising them, not what they do. */
import type { FastifyRequest } from 'fastify';
import { fullName } from '../../../shared/directory/names.ts';
import type { Author } from '../../../shared/drafting/working-copy.ts';
import type { OwningOrganizationId, WorkshopId } from '../../../shared/kernel/ids.ts';
import { seatEver } from '../../../shared/workshop/participants/selectors.ts';
import { roleMay } from '../../../shared/workshop/permissions.ts';
import type { Authorize } from '../../http/authorize.ts';
import { HttpRefusal } from '../../http/errors.ts';
import { mayAs, type Visitors } from '../../http/visitors.ts';

export interface Editor {
  readonly author: Author;
  /** May say whether the workshop asks for approval: whoever publishes or holds the chair, not whoever only writes. */
  readonly rules: boolean;
  /** Whose house style this editor may choose for all workshops; null: nobody's. */
  readonly organization: OwningOrganizationId | null;
}

export type DraftDoor = (request: FastifyRequest, workshop: WorkshopId) => Promise<Editor>;

export const createDraftDoor = (ports: {
  readonly authorize: Authorize;
  readonly visitors: Pick<Visitors, 'caller'>;
  readonly ownerOf: (workshop: WorkshopId) => Promise<OwningOrganizationId | null>;
}): DraftDoor => {
  const member = async (request: FastifyRequest, workshop: WorkshopId): Promise<Editor | null> => {
    const visitor = await ports.visitors.caller(request);
    const owner = visitor && (await ports.ownerOf(workshop));
    const membership = owner && visitor.memberships.find((one) => one.organization === owner);
    if (!membership || !mayAs(visitor, membership, 'updates.edit')) return null;
    const rules = mayAs(visitor, membership, 'updates.publish');
    return {
      author: { name: visitor.name, account: visitor.account, seat: null },
      rules,
      organization: rules ? membership.organization : null,
    };
  };
  return async (request, workshop) => {
    const editor = await member(request, workshop);
    if (editor) return editor;
    const { seat, room } = await ports.authorize.seat(request, workshop, 'draft.edit');
    const sitting = seatEver(room.state, seat);
    const person = sitting && room.state.roster.people[sitting.person];
    const role = room.state.participants.seats[seat]?.role;
    if (!person) throw new HttpRefusal(403, 'access/denied');
    return {
      author: { name: fullName(person.name, room.state.brief.language), account: null, seat },
      rules: role !== undefined && roleMay(role, 'brief.edit'),
      organization: null,
    };
  };
};

/** A draft's files go to seats that may read it, and to its editors, who need no seat. */
export const orEditor =
  (standing: Authorize['standing'], door: DraftDoor): Authorize['standing'] =>
  async (request, workshop, permission) => {
    if (permission !== 'draft.read' || request.headers.authorization !== undefined)
      return standing(request, workshop, permission);
    try {
      await door(request, workshop);
      return { ok: true };
    } catch (reason) {
      if (!(reason instanceof HttpRefusal)) throw reason;
      return { ok: false, status: reason.statusCode === 403 ? 403 : 401, code: reason.code };
    }
  };
