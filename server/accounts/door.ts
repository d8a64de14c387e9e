/**
 * The door: turns a link and what a guest says into a seat. Owns seat tokens, the guest's first entry in the roster, and whom it lets knock.
 * Must not know HTTP. What a guest types is a name as written; nobody takes it apart here.
 */
import {
  id,
  type AccountId,
  type CommandId,
  type OrganizationId,
  type PersonId,
  type SeatId,
} from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';
import { lookUp } from '../../shared/kernel/records.ts';
import { isSameName } from '../../shared/directory/same-name.ts';
import type { Honorific, Organization, Person } from '../../shared/directory/person.ts';
import type { CommandReply } from '../../shared/protocol/workshop-messages.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';
import type { Clock, Mint } from '../ports.ts';
import type { AccessStore, LinkRecord, SeatRecord } from '../ports/access.ts';
import type { WorkshopRoom } from '../workshops/workshop-room.ts';
import { createRecognition, type Comer } from './recognition.ts';
import { hashSecret } from './secrets.ts';

export interface Guest {
  readonly name: string;
  readonly organization?: string | undefined;
  readonly position?: string | undefined;
  readonly honorific?: Honorific | undefined;
}

/** `founder`: who has just made the workshop comes by no link. */
export type WayIn = Pick<LinkRecord, 'id' | 'role' | 'person' | 'once'> | 'founder';

export interface Entering {
  readonly by: WayIn;
  readonly guest: Guest;
  readonly language: Language;
  readonly account: AccountId | null;
  /** The secret of the browser, where it has one. */
  readonly browser: string | null;
}

export type Entered =
  | { readonly ok: true; readonly seat: SeatId; readonly seatToken: string }
  | { readonly ok: false; readonly code: 'access/banned' | 'access/linkUsed' }
  | { readonly ok: false; readonly reply: Exclude<CommandReply, { ok: true }> };

export interface Door {
  /** Whether this comer would be refused for being barred: asked before anybody fills in a form. */
  isBarred(room: WorkshopRoom, by: WayIn, who: Pick<Entering, 'account' | 'browser'>): Promise<boolean>;
  enter(room: WorkshopRoom, entering: Entering): Promise<Entered>;
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

/** The guest as somebody new in the roster, with the organization the roster did not have. */
const strangerOf = (
  state: WorkshopState,
  guest: Guest,
  language: Language,
  fresh: () => string,
): { readonly person: Person; readonly organization?: Organization } => {
  const { organization, created } = guest.organization
    ? organizationNamed(state, guest.organization, language, fresh)
    : { organization: undefined, created: undefined };
  const title = guest.position ? { [language]: guest.position } : undefined;
  const person: Person = {
    id: id<PersonId>(fresh()),
    name: { asWritten: guest.name },
    ...(guest.honorific && { honorific: guest.honorific }),
    positions: title || organization ? [{ title: title ?? {}, ...(organization && { organization }) }] : [],
  };
  return { person, ...(created && { organization: created }) };
};

/** The person of this seat, at the table or waiting. */
const personOf = ({ participants, lobby, roster }: WorkshopState, seat: SeatId): Person | undefined => {
  const seated = lookUp(participants.seats, seat)?.person;
  return seated === undefined ? lookUp(lobby.knocks, seat)?.person : lookUp(roster.people, seated);
};

export const createDoor = (access: AccessStore, clock: Clock, mint: Mint): Door => {
  const recognition = createRecognition(access);
  const hashed = (secret: string | null): string | null => (secret === null ? null : hashSecret(secret));
  const comerOf = (by: WayIn, account: AccountId | null, browser: string | null): Comer => ({
    browserHash: hashed(browser),
    account,
    link: by === 'founder' ? by : by.id,
    personal: by !== 'founder' && by.person !== null,
  });

  /** The seat this comer has already: by a personal link on any device, by a shared one in the same browser under the same name. */
  const seatBefore = async (room: WorkshopRoom, comer: Comer, by: WayIn, guest: Guest): Promise<SeatId | null> => {
    const anywhere = comer.personal && by !== 'founder' && !by.once;
    const browsers = comer.browserHash === null ? [] : [comer.browserHash];
    const sharing = await access.sharing(room.id, { browsers, account: null, link: anywhere ? comer.link : null });
    const own = sharing.findLast(({ seat, link }) => {
      const person = link === comer.link ? personOf(room.state, seat) : undefined;
      return person !== undefined && (comer.personal || isSameName(person.name, { asWritten: guest.name }));
    });
    return own?.seat ?? null;
  };

  const sit = async (room: WorkshopRoom, entering: Entering, comer: Comer): Promise<Entered> => {
    const { by, guest, language, account } = entering;
    const invited = by === 'founder' || by.person === null ? undefined : lookUp(room.state.roster.people, by.person);
    const stranger = invited ? { person: invited } : strangerOf(room.state, guest, language, mint.id);
    const seat = id<SeatId>(mint.id());
    const seatToken = mint.secret();
    const again = await recognition.wasRemoved(room, comer);
    // The seat is stored first: a seat without a knock opens nothing, a knock without a seat could never be answered.
    await access.addSeat({
      seat,
      workshop: room.id,
      link: comer.link,
      tokenHash: hashSecret(seatToken),
      createdAt: clock.now(),
      account,
      browserHash: comer.browserHash,
    });
    const reply = await room.dispatch({ kind: 'door' }, id<CommandId>(mint.id()), {
      type: 'lobby/knock',
      seat,
      ...stranger,
      role: by === 'founder' ? 'chair' : by.role,
      language,
      ...(again && { again: true as const }),
    });
    if (!reply.ok) return { ok: false, reply };
    // Somebody may have been barred between the first look and the knock; what came after the knock, the watch sees to.
    if (!(await recognition.isBarred(room, comer))) return { ok: true, seat, seatToken };
    await room.dispatch({ kind: 'door' }, id<CommandId>(mint.id()), { type: 'participants/expel', seat });
    return { ok: false, code: 'access/banned' };
  };

  return {
    isBarred: (room, by, { account, browser }) => recognition.isBarred(room, comerOf(by, account, browser)),

    async enter(room, entering) {
      const { by, guest, account, browser } = entering;
      const comer = comerOf(by, account, browser);
      if (await recognition.isBarred(room, comer)) return { ok: false, code: 'access/banned' };
      if (by === 'founder') return sit(room, entering, comer);
      const before = await seatBefore(room, comer, by, guest);
      if (before !== null) {
        const seatToken = mint.secret();
        const key = { tokenHash: hashSecret(seatToken), browserHash: comer.browserHash, createdAt: clock.now() };
        await access.addKey(before, key);
        return { ok: true, seat: before, seatToken };
      }
      if (!(await access.useLink(by.id, clock.now()))) return { ok: false, code: 'access/linkUsed' };
      const entered = await sit(room, entering, comer);
      if (!entered.ok) await access.unuseLink(by.id);
      return entered;
    },

    findSeat: (seatToken) => access.findSeat(hashSecret(seatToken)),
  };
};
