/**
 * The door: turns a link and what a guest says into a seat. Owns links, seat tokens and the guest's first entry in the roster.
 * Must not know HTTP. What a guest types is a name as written; nobody takes it apart here.
 */
import {
  id,
  type AccountId,
  type CommandId,
  type OrganizationId,
  type PersonId,
  type SeatId,
  type WorkshopId,
} from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';
import type { Honorific, Organization, Person } from '../../shared/directory/person.ts';
import type { CommandReply } from '../../shared/protocol/workshop-messages.ts';
import type { Role } from '../../shared/workshop/roles.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';
import type { AccessStore, Clock, LinkRecord, Mint, SeatRecord } from '../ports.ts';
import type { WorkshopRoom } from '../workshops/workshop-room.ts';
import { hashSecret } from './secrets.ts';

export interface Guest {
  readonly name: string;
  readonly organization?: string | undefined;
  readonly position?: string | undefined;
  readonly honorific?: Honorific | undefined;
}

export interface Door {
  issueLink(workshop: WorkshopId, role: Role): Promise<{ readonly link: string; readonly secret: string }>;
  findLink(workshop: WorkshopId, secret: string): Promise<LinkRecord | null>;
  enter(
    room: WorkshopRoom,
    link: Pick<LinkRecord, 'id' | 'role'>,
    guest: Guest,
    language: Language,
    account?: AccountId | null,
  ): Promise<
    | { readonly ok: true; readonly seat: SeatId; readonly seatToken: string }
    | { readonly ok: false; readonly reply: Exclude<CommandReply, { ok: true }> }
  >;
  findSeat(seatToken: string): Promise<SeatRecord | null>;
}

/** The roster's organization of that name or abbreviation in any language, else a new one. */
const organizationNamed = (
  state: WorkshopState,
  name: string,
  language: Language,
  fresh: () => string,
): { organization: OrganizationId; created?: Organization } => {
  const wanted = name.normalize('NFC').toLocaleLowerCase('en');
  const known = Object.values<Organization>(state.roster.organizations).find((one) =>
    [one.name.en, one.name['zh-Hans'], one.abbreviation?.en, one.abbreviation?.['zh-Hans']].some(
      (written) => written?.toLocaleLowerCase('en') === wanted,
    ),
  );
  if (known) return { organization: known.id };
  const created: Organization = { id: id<OrganizationId>(fresh()), name: { [language]: name } };
  return { organization: created.id, created };
};

export const createDoor = (access: AccessStore, clock: Clock, mint: Mint): Door => ({
  async issueLink(workshop, role) {
    const secret = mint.secret();
    const link = mint.id();
    await access.addLink({
      id: link,
      workshop,
      role,
      secretHash: hashSecret(secret),
      createdAt: clock.now(),
      revokedAt: null,
    });
    return { link, secret };
  },

  async findLink(workshop, secret) {
    const link = await access.findLink(workshop, hashSecret(secret));
    return link && link.revokedAt === null ? link : null;
  },

  async enter(room, link, guest, language, account = null) {
    const { state } = room;
    const { organization, created } = guest.organization
      ? organizationNamed(state, guest.organization, language, mint.id)
      : { organization: undefined, created: undefined };
    const title = guest.position ? { [language]: guest.position } : undefined;
    const person: Person = {
      id: id<PersonId>(mint.id()),
      name: { asWritten: guest.name },
      ...(guest.honorific && { honorific: guest.honorific }),
      positions: title || organization ? [{ title: title ?? {}, ...(organization && { organization }) }] : [],
    };
    const seat = id<SeatId>(mint.id());
    const seatToken = mint.secret();
    // The seat is stored first: a seat without a knock opens nothing, a knock without a seat could never be answered.
    await access.addSeat({
      seat,
      workshop: room.id,
      link: link.id,
      tokenHash: hashSecret(seatToken),
      createdAt: clock.now(),
      account,
    });
    const reply = await room.dispatch({ kind: 'door' }, id<CommandId>(mint.id()), {
      type: 'lobby/knock',
      seat,
      person,
      ...(created && { organization: created }),
      role: link.role,
      language,
    });
    return reply.ok ? { ok: true, seat, seatToken } : { ok: false, reply };
  },

  findSeat: (seatToken) => access.findSeat(hashSecret(seatToken)),
});
