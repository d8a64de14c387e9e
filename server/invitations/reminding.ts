/**
 * Rings when reminders or changes are due, and sends them. Owns the deadline, which is reckoned anew from what is stored at each ring, so that a
 * restart, a second server or a changed hour need no bookkeeping; that each goes out once is the claim's, in the store.
 */
import { instant, type Instant, type WorkshopId } from '../../shared/kernel/ids.ts';
import { spanOf } from '../../shared/invitation/occasion.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';
import type { Clock } from '../ports.ts';
import type { Invitation, InvitationStore, Watched } from '../ports/invitations.ts';
import type { Outbox, OutboxRecord } from '../ports/mail.ts';
import { createSweep } from '../sweep.ts';
import type { Published } from './after-the-end.ts';
import { dueTimes, WATCHED_MS, type Due } from './due.ts';
import { news, type Letters } from './letters.ts';

/** Organizers try an hour, then another one: what they leave for so long is told. */
const SETTLE_MS = 5 * 60_000;
/** What this server is not told of: other servers of the same database, and what is published. */
const LOOK_MS = 10 * 60_000;
const AFTER_A_FAULT_MS = 60_000;

export interface Reminding {
  /** Something may be due, or has changed. */
  nudge(): void;
  /** Tells everybody invited how the workshop stands now; how many, 0 when they know. */
  tellChange(workshop: WorkshopId): Promise<number>;
  /** When a change that is noticed will be told; null: nothing has changed. */
  willTell(workshop: WorkshopId): Instant | null;
  idle(): Promise<void>;
  close(): Promise<void>;
}

export const createReminding = (ports: {
  readonly store: InvitationStore;
  readonly letters: Letters;
  readonly outbox: Pick<Outbox, 'wake'>;
  /** As it is stored now, whoever wrote it. */
  readonly stateOf: (workshop: WorkshopId) => Promise<WorkshopState | null>;
  readonly publishedOf: (workshop: WorkshopId) => Promise<Published | null>;
  /** The open actions of each person, in words. */
  readonly actionsOf: (workshop: WorkshopId, state: WorkshopState) => Promise<(to: Invitation) => readonly string[]>;
  readonly clock: Clock;
  readonly onFault: (fault: unknown) => void;
}): Reminding => {
  const { store, letters, clock } = ports;
  /** When a change was noticed, and what it was then. */
  const noticed = new Map<WorkshopId, { readonly what: string; readonly at: Instant }>();

  const invited = async (workshop: WorkshopId): Promise<readonly Invitation[]> =>
    (await store.of(workshop)).filter(({ revokedAt }) => revokedAt === null);

  const tellChange = async (workshop: WorkshopId): Promise<number> => {
    const [told, state] = [await store.calendar(workshop), await ports.stateOf(workshop)];
    const span = state && spanOf(state);
    const next = told && state && span && told.cancelledAt === null ? news(told, span, state.brief) : null;
    noticed.delete(workshop);
    if (!told || !state || !next) return 0;
    const everybody = await invited(workshop);
    const written = everybody.map((to) => ({
      invitation: to.id,
      letter: letters.news('invitationMoved', to, state, next),
    }));
    if (!(await store.tell(told.sequence, next, written))) return 0;
    ports.outbox.wake();
    return written.length;
  };

  /** When the change is to be told; null: calendars are right. */
  const changeDue = async ({ id, phase, startsAt }: Watched, now: Instant): Promise<Instant | null> => {
    const told = await store.calendar(id);
    if (!told || told.cancelledAt !== null || phase !== 'scheduled' || startsAt === null || startsAt <= now)
      return null;
    const state = await ports.stateOf(id);
    const span = state && spanOf(state);
    const next = state && span ? news(told, span, state.brief) : null;
    if (next === null) {
      noticed.delete(id);
      return null;
    }
    const what = JSON.stringify(next);
    const before = noticed.get(id);
    const at = before?.what === what ? before.at : now;
    noticed.set(id, { what, at });
    return instant(at + SETTLE_MS);
  };

  const letterFor = async (
    { kind }: Due,
    to: Invitation,
    state: WorkshopState,
    occasion: number,
    after: { readonly actions: (to: Invitation) => readonly string[]; readonly published: Published | null },
  ): Promise<OutboxRecord | null> => {
    if (kind === 'actions') {
      const lines = after.actions(to);
      return lines.length === 0 ? null : letters.afterwards(kind, to, state, { lines, occasion });
    }
    if (kind === 'article') {
      const found = after.published?.toldTo(to);
      return found ? letters.afterwards(kind, to, state, { lines: [found.title], url: found.url, occasion }) : null;
    }
    return letters.reminder(kind, to, state, occasion);
  };

  const remind = async (watched: Watched, dues: readonly Due[], published: Published | null): Promise<void> => {
    const now = clock.now();
    const told = await store.calendar(watched.id);
    const state = await ports.stateOf(watched.id);
    if (!told || !state || told.cancelledAt !== null) return;
    const sent = new Set(
      (await store.claims(watched.id)).map((one) => `${one.invitation} ${one.kind} ${one.occasion}`),
    );
    const actions = dues.some(({ kind }) => kind === 'actions') ? await ports.actionsOf(watched.id, state) : () => [];
    for (const to of await invited(watched.id)) {
      if (to.answer === 'no') continue;
      for (const due of dues) {
        const { occasion } = told;
        // Who was invited no earlier than that has just been told.
        if (to.createdAt >= due.at || sent.has(`${to.id} ${due.kind} ${occasion}`)) continue;
        const letter = await letterFor(due, to, state, occasion, { actions, published });
        const claim = { workshop: watched.id, invitation: to.id, kind: due.kind, occasion, at: now };
        await store.claim(claim, letter);
      }
    }
    ports.outbox.wake();
  };

  /** What is due of this workshop is done; answers when it wants to be looked at again. */
  const look = async (watched: Watched): Promise<Instant | null> => {
    const now = clock.now();
    const change = await changeDue(watched, now);
    if (change !== null && change > now) return change;
    if (change !== null) await tellChange(watched.id);
    const published = watched.phase === 'ended' ? await ports.publishedOf(watched.id) : null;
    const dues = dueTimes(watched, published?.at ?? null);
    const ripe = dues.filter(({ at, until }) => at <= now && now < until);
    if (ripe.length > 0) await remind(watched, ripe, published);
    const [next] = dues.filter(({ at }) => at > now).toSorted((a, b) => a.at - b.at);
    return next?.at ?? null;
  };

  const rhythm = createSweep({
    async sweep() {
      const watched = await store.watched(instant(clock.now() - WATCHED_MS));
      const times: number[] = watched.length === 0 ? [] : [clock.now() + LOOK_MS];
      for (const one of watched) {
        if (rhythm.isClosed()) return null;
        // One workshop that cannot be read keeps no other from being reminded of.
        const next = await look(one).catch((fault: unknown) => {
          ports.onFault(fault);
          return instant(clock.now() + AFTER_A_FAULT_MS);
        });
        if (next !== null) times.push(next);
      }
      return times.length === 0 ? null : instant(Math.min(...times));
    },
    clock,
    onFault: ports.onFault,
  });
  const nudge = rhythm.wake;

  return {
    nudge,
    tellChange,
    willTell: (workshop) => {
      const one = noticed.get(workshop);
      return one ? instant(one.at + SETTLE_MS) : null;
    },
    idle: rhythm.idle,
    close: rhythm.close,
  };
};
