/**
 * What this browser remembers between visits. Owns the keys' reading and writing; a browser that forbids storage merely forgets.
 */
import { id, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';

export const recall = (key: string): string | null => {
  try {
    return globalThis.localStorage?.getItem(key) ?? null;
  } catch {
    return null;
  }
};

export const remember = (key: string, value: string | null): void => {
  try {
    if (value === null) globalThis.localStorage?.removeItem(key);
    else globalThis.localStorage?.setItem(key, value);
  } catch {
    // Private windows may refuse; nothing but the memory is lost.
  }
};

const recallJson = (key: string): unknown => {
  try {
    return JSON.parse(recall(key) ?? 'null') as unknown;
  } catch {
    return null;
  }
};

export interface KeptSeat {
  readonly seat: SeatId;
  readonly seatToken: string;
  /** The link's secret by which the seat was taken: the same link leads back to it, another one to the door. */
  readonly link?: string;
}

export interface KeptLink {
  /** Absent in links kept by an older version. */
  readonly id?: string;
  readonly role: string;
  readonly url: string;
}

const seatKey = (workshop: WorkshopId): string => `plenary.seat.${workshop}`;
const linksKey = (workshop: WorkshopId): string => `plenary.links.${workshop}`;

export const keptSeat = (workshop: WorkshopId): KeptSeat | null => {
  const kept = recallJson(seatKey(workshop));
  if (typeof kept !== 'object' || kept === null || !('seat' in kept) || !('seatToken' in kept)) return null;
  if (typeof kept.seat !== 'string' || typeof kept.seatToken !== 'string') return null;
  const link = 'link' in kept && typeof kept.link === 'string' ? { link: kept.link } : {};
  return { seat: id(kept.seat), seatToken: kept.seatToken, ...link };
};

export const keepSeat = (workshop: WorkshopId, seat: KeptSeat | null): void =>
  remember(seatKey(workshop), seat === null ? null : JSON.stringify(seat));

export const keptLinks = (workshop: WorkshopId): readonly KeptLink[] => {
  const kept = recallJson(linksKey(workshop));
  if (!Array.isArray(kept)) return [];
  return kept.filter(
    (link: unknown): link is KeptLink =>
      typeof link === 'object' && link !== null && 'role' in link && 'url' in link && typeof link.url === 'string',
  );
};

export const keepLinks = (workshop: WorkshopId, links: readonly KeptLink[]): void =>
  remember(linksKey(workshop), JSON.stringify(links));

export interface KeptWorkshop {
  readonly id: WorkshopId;
  readonly title: string;
}

const HISTORY = 'plenary.workshops';

export const keptWorkshops = (): readonly KeptWorkshop[] => {
  const kept = recallJson(HISTORY);
  if (!Array.isArray(kept)) return [];
  return kept.filter(
    (one: unknown): one is KeptWorkshop =>
      typeof one === 'object' && one !== null && 'id' in one && 'title' in one && typeof one.title === 'string',
  );
};

export const keepWorkshop = (workshop: KeptWorkshop): void =>
  remember(
    HISTORY,
    JSON.stringify([workshop, ...keptWorkshops().filter((one) => one.id !== workshop.id)].slice(0, 12)),
  );
