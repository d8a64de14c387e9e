/**
 * Whose the ids in the log are today: accounts, seats and workshops, by their names in either language. Owns looking them up for whoever may read;
 * the log itself keeps ids alone. A seat that nobody's name stands behind any more has none here.
 */
import { fullName } from '../../shared/directory/names.ts';
import { id, isId, type AccountId, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { LANGUAGES, type LocalText } from '../../shared/kernel/language.ts';
import { lookUp } from '../../shared/kernel/records.ts';
import { seatEver } from '../../shared/workshop/participants/selectors.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';
import type { FactStore } from '../ports.ts';
import type { AccountStore } from '../ports/accounts.ts';
import type { AuditRecord } from '../ports/audit.ts';

export interface AuditNames {
  readonly accounts: Readonly<Record<string, string>>;
  readonly seats: Readonly<Record<string, LocalText>>;
  readonly workshops: Readonly<Record<string, LocalText>>;
}

export type NameAudit = (records: readonly AuditRecord[]) => Promise<AuditNames>;

const targetsOf = ({ target }: AuditRecord): readonly string[] => (target ?? '').split(' ').filter(isId);

const personAt = (state: WorkshopState, seat: SeatId) =>
  lookUp(state.roster.people, seatEver(state, seat)?.person ?? id('')) ?? lookUp(state.lobby.knocks, seat)?.person;

export const createNameAudit = (ports: {
  readonly accounts: Pick<AccountStore, 'find'>;
  readonly facts: Pick<FactStore, 'list'>;
  readonly stateOf: (workshop: WorkshopId) => Promise<WorkshopState | null>;
}): NameAudit => {
  const accountsIn = async (records: readonly AuditRecord[]) => {
    const names: Record<string, string> = {};
    const ids = new Set(records.flatMap((one) => [...(one.account ? [one.account] : []), ...targetsOf(one)]));
    for (const one of ids) {
      const found = await ports.accounts.find(id<AccountId>(one));
      if (found !== null && found.name !== '') names[found.id] = found.name;
    }
    return names;
  };

  const seatsIn = async (workshop: WorkshopId, records: readonly AuditRecord[]) => {
    const state = await ports.stateOf(workshop);
    const ids = new Set(records.flatMap((one) => [...(one.seat ? [one.seat] : []), ...targetsOf(one)]));
    return [...ids].flatMap((one) => {
      const person = state && personAt(state, id<SeatId>(one));
      if (!person) return [];
      const name = Object.fromEntries(LANGUAGES.map((language) => [language, fullName(person.name, language)]));
      return [[one, name satisfies LocalText] as const];
    });
  };

  return async (records) => {
    const held = new Set(records.flatMap(({ workshop }) => workshop ?? []));
    const seats = [];
    for (const workshop of held) {
      const inside = records.filter((one) => one.workshop === workshop && (one.seat ?? one.target) !== undefined);
      if (inside.length > 0) seats.push(...(await seatsIn(workshop, inside)));
    }
    const listed = (await ports.facts.list()).filter(({ id: one }) => held.has(one));
    return {
      accounts: await accountsIn(records),
      seats: Object.fromEntries(seats),
      workshops: Object.fromEntries(listed.map(({ id: one, title }) => [one, title])),
    };
  };
};
