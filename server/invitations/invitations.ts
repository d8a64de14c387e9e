/**
 * Invites, sends again, withdraws and cancels; answers whoever comes with a personal link. Owns what an invitation goes through; who may invite is
 * asked at the door, and when anything is due is reminding.ts.
 */
import type { PersonId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';
import { spanOf } from '../../shared/invitation/occasion.ts';
import type { Role } from '../../shared/workshop/roles.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';
import type { Links } from '../accounts/links.ts';
import { hashSecret } from '../accounts/secrets.ts';
import type { Clock, Mint } from '../ports.ts';
import type { AccessStore } from '../ports/access.ts';
import type { Invitation, InvitationStore, ToldCalendar } from '../ports/invitations.ts';
import type { LetterState, Outbox } from '../ports/mail.ts';
import type { WorkshopRoom } from '../workshops/workshop-room.ts';
import type { Letters } from './letters.ts';
import type { SecretOf } from './secrets.ts';

export interface InvitationWish {
  readonly person: PersonId | null;
  readonly name: string;
  readonly mail: string;
  readonly role: Role;
  readonly language: Language;
  readonly timeZone: string | null;
}

export interface Overview {
  readonly calendar: ToldCalendar | null;
  readonly invitations: readonly (Invitation & { readonly state: LetterState | null })[];
}

export interface Invitations {
  /** Null: the workshop has no beginning that could be told, or is over. Else how many were invited, the others having been before. */
  invite(room: WorkshopRoom, wishes: readonly InvitationWish[]): Promise<number | null>;
  overview(workshop: WorkshopId): Promise<Overview>;
  /** The last news once more, with the same link; false: there is no such invitation, or nothing to tell. */
  sendAgain(room: WorkshopRoom, invitation: string): Promise<boolean>;
  /** The link opens nothing any more and the calendar is told; false: no such invitation. */
  revoke(room: WorkshopRoom, invitation: string): Promise<boolean>;
  /** Tells everybody that it does not take place; how many. */
  cancel(room: WorkshopRoom): Promise<number>;
  /** Null: no such link, or no invitation behind it. */
  open(workshop: WorkshopId, secret: string): Promise<Invitation | null>;
}

export const createInvitations = (ports: {
  readonly store: InvitationStore;
  readonly access: AccessStore;
  readonly links: Links;
  readonly letters: Letters;
  readonly outbox: Pick<Outbox, 'wake'>;
  readonly secretOf: SecretOf;
  readonly clock: Clock;
  readonly mint: Mint;
  /** Reminders have to be reckoned anew. */
  readonly changed: () => void;
}): Invitations => {
  const { store, access, letters, outbox, secretOf, clock, mint } = ports;

  const calendarOf = (workshop: WorkshopId, { brief }: WorkshopState, span: ReturnType<typeof spanOf>) =>
    span && {
      workshop,
      sequence: 0,
      occasion: 0,
      startsAt: span.from,
      endsAt: span.until,
      timeZone: brief.timeZone,
      title: brief.title,
      cancelledAt: null,
    };

  const current = async (workshop: WorkshopId, invitation: string): Promise<Invitation | null> =>
    (await store.of(workshop)).find(({ id, revokedAt }) => id === invitation && revokedAt === null) ?? null;

  return {
    async invite(room, wishes) {
      const { state } = room;
      const fresh = calendarOf(room.id, state, spanOf(state));
      const told = await store.calendar(room.id);
      const calendar = told ?? fresh;
      if (state.session.phase === 'ended' || fresh === null || calendar === null || calendar.cancelledAt !== null)
        return null;
      const now = clock.now();
      const already = new Set(
        (await store.of(room.id))
          .filter(({ revokedAt }) => revokedAt === null)
          .map(({ mail, person }) => `${mail} ${person ?? ''}`),
      );
      const invitations = wishes
        .map((wish) => ({ ...wish, mail: wish.mail.toLowerCase() }))
        .filter(({ mail, person }) => !already.has(`${mail} ${person ?? ''}`))
        .map((wish): Invitation => {
          const id = mint.id();
          return {
            ...wish,
            id,
            workshop: room.id,
            link: mint.id(),
            turn: 0,
            createdAt: now,
            letter: `invitation ${id} ${calendar.sequence}`,
            answer: null,
            answeredAt: null,
            testedAt: null,
            revokedAt: null,
          };
        });
      for (const one of invitations) {
        await access.addLink({
          id: one.link,
          workshop: room.id,
          role: one.role,
          secretHash: hashSecret(secretOf(one)),
          createdAt: now,
          revokedAt: null,
          label: one.name,
          person: one.person,
          expiresAt: null,
          once: false,
          uses: 0,
          usedAt: null,
        });
      }
      const written = invitations.map((to) => ({
        invitation: to.id,
        letter: letters.news('invitation', to, state, calendar),
      }));
      const added = await store.add(invitations, calendar, written);
      outbox.wake();
      ports.changed();
      return added.length;
    },

    async overview(workshop) {
      const invitations = await store.of(workshop);
      const states = await store.letterStates(invitations.flatMap(({ letter }) => letter ?? []));
      return {
        calendar: await store.calendar(workshop),
        invitations: invitations.map((one) => ({
          ...one,
          state: one.letter === null ? null : (states.get(one.letter) ?? null),
        })),
      };
    },

    async sendAgain(room, invitation) {
      const found = await current(room.id, invitation);
      const calendar = await store.calendar(room.id);
      if (!found || !calendar || calendar.cancelledAt !== null || spanOf(room.state) === null) return false;
      const link = (await access.links(room.id)).find(({ id }) => id === found.link);
      if (!link) return false;
      // The desk has replaced the link meanwhile: a letter names one that opens.
      const isOurs = link.secretHash === hashSecret(secretOf(found));
      const to = isOurs ? found : { ...found, turn: found.turn + 1 };
      if (!isOurs) await access.replaceSecret(room.id, link.id, hashSecret(secretOf(to)));
      const letter = letters.news('invitation', to, room.state, calendar, mint.id());
      await store.sendAgain({ invitation, letter }, to.turn);
      outbox.wake();
      return true;
    },

    async revoke(room, invitation) {
      const found = await current(room.id, invitation);
      const calendar = await store.calendar(room.id);
      if (!found) return false;
      const tells = calendar !== null && calendar.cancelledAt === null && spanOf(room.state) !== null;
      const letter = tells ? letters.news('invitationCancelled', found, room.state, calendar) : null;
      if (!(await store.revoke(room.id, invitation, clock.now(), letter))) return false;
      await ports.links.revoke(room, found.link);
      outbox.wake();
      return true;
    },

    async cancel(room) {
      const told = await store.calendar(room.id);
      if (!told || told.cancelledAt !== null || spanOf(room.state) === null) return 0;
      const next: ToldCalendar = { ...told, sequence: told.sequence + 1, cancelledAt: clock.now() };
      const everybody = (await store.of(room.id)).filter(({ revokedAt }) => revokedAt === null);
      const written = everybody.map((to) => ({
        invitation: to.id,
        letter: letters.news('invitationCancelled', to, room.state, next),
      }));
      if (!(await store.tell(told.sequence, next, written))) return 0;
      outbox.wake();
      return written.length;
    },

    async open(workshop, secret) {
      const found = await ports.links.find(workshop, secret);
      const invitation = found.ok ? await store.byLink(found.link.id) : null;
      return invitation?.revokedAt === null ? invitation : null;
    },
  };
};
