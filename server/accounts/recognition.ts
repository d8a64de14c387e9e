/**
 * Whom the door knows again: by browser, by account, by a personal link. Owns who counts as the same person as somebody barred or removed.
 * It recognises no more than that: a new browser with a link that is nobody's own is a new guest, and knocks.
 */
import type { AccountId, SeatId } from '../../shared/kernel/ids.ts';
import { lookUp, valuesOf } from '../../shared/kernel/records.ts';
import type { Ban } from '../../shared/workshop/lobby/types.ts';
import { roleMay } from '../../shared/workshop/permissions.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';
import type { AccessStore } from '../ports/access.ts';
import type { WorkshopRoom } from '../workshops/workshop-room.ts';

/** What is known of whoever stands at the door. */
export interface Comer {
  readonly browserHash: string | null;
  readonly account: AccountId | null;
  readonly link: string;
  /** The link is this person's own. */
  readonly personal: boolean;
}

const isDesk = (state: WorkshopState, seat: SeatId): boolean => {
  const role = lookUp(state.participants.seats, seat)?.role;
  return role !== undefined && roleMay(role, 'participants.ban');
};

export const createRecognition = (access: AccessStore) => {
  /** Browsers at which somebody of the desk sits as well: barring a trial guest must not lock the chair out. */
  const browsersOfDesk = async ({ id, state }: WorkshopRoom): Promise<readonly string[]> => {
    const desk = valuesOf(state.participants.seats).filter((seat) => isDesk(state, seat.id));
    const traits = await access.traits(
      id,
      desk.map((seat) => seat.id),
    );
    return traits.flatMap(({ browsers }) => browsers);
  };

  const isBarred = async (room: WorkshopRoom, comer: Comer): Promise<boolean> => {
    const bans = valuesOf(room.state.lobby.banned);
    if (bans.length === 0) return false;
    const traits = await access.traits(
      room.id,
      bans.map(({ seat }) => seat),
    );
    const scopeOf = (seat: SeatId): Ban['scope'] => lookUp(room.state.lobby.banned, seat)?.scope ?? [];
    const byName = traits.some(
      ({ seat, link, account }) =>
        (link === comer.link && (comer.personal || scopeOf(seat).includes('link'))) ||
        (account !== null && account === comer.account && scopeOf(seat).includes('account')),
    );
    if (byName) return true;
    const browser = comer.browserHash;
    if (browser === null) return false;
    const byBrowser = traits.some((one) => scopeOf(one.seat).includes('browser') && one.browsers.includes(browser));
    return byBrowser && !(await browsersOfDesk(room)).includes(browser);
  };

  return {
    isBarred,

    /** Somebody who was removed from this workshop before, under whatever name. */
    async wasRemoved(room: WorkshopRoom, comer: Comer): Promise<boolean> {
      if (Object.keys(room.state.participants.removed).length === 0) return false;
      const browser = comer.browserHash;
      const counts = browser !== null && !(await browsersOfDesk(room)).includes(browser);
      const sharing = await access.sharing(room.id, {
        browsers: counts ? [browser] : [],
        account: comer.account,
        link: comer.personal ? comer.link : null,
      });
      return sharing.some(({ seat }) => Object.hasOwn(room.state.participants.removed, seat));
    },

    /** Other seats of whoever is barred: a second tab under another name, opened before. Never the desk's own. */
    async othersOf(
      room: WorkshopRoom,
      { seat, scope }: Ban,
      personal: (link: string) => boolean,
    ): Promise<readonly SeatId[]> {
      const [traits] = await access.traits(room.id, [seat]);
      if (!traits) return [];
      const desk = await browsersOfDesk(room);
      const sharing = await access.sharing(room.id, {
        browsers: scope.includes('browser') ? traits.browsers.filter((browser) => !desk.includes(browser)) : [],
        account: scope.includes('account') ? traits.account : null,
        link: scope.includes('link') || personal(traits.link) ? traits.link : null,
      });
      return sharing.map((one) => one.seat).filter((one) => one !== seat && !isDesk(room.state, one));
    },
  };
};
