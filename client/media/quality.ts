/**
 * How well a line carries, from two readings of the browser's statistics: what was lost, how long a round trip takes, how often something stood
 * still. Pure; the words for it stand in the catalogue, the readings come from mediasoup/.
 */
import type { LineQuality } from '../../shared/protocol/workshop-messages.ts';

/** Sums since the line began, both directions together. */
export interface Reading {
  readonly lost: number;
  readonly arrived: number;
  readonly freezes: number;
  /** Milliseconds, as it stands now. */
  readonly roundTrip: number | null;
}

export const NOTHING_READ: Reading = { lost: 0, arrived: 0, freezes: 0, roundTrip: null };

/** What happened between two readings; a sum that shrank belongs to a line made anew. */
export const between = (before: Reading, now: Reading): LineQuality => {
  const since = (what: 'lost' | 'arrived' | 'freezes'): number =>
    now[what] < before[what] ? now[what] : now[what] - before[what];
  const [lost, arrived] = [since('lost'), since('arrived')];
  return {
    loss: lost + arrived === 0 ? 0 : Math.round((lost / (lost + arrived)) * 1000) / 1000,
    roundTrip: now.roundTrip === null ? null : Math.round(now.roundTrip),
    freezes: since('freezes'),
  };
};

export type Grade = 'good' | 'fair' | 'poor';

/** From where on speech begins to suffer, and from where on it is hard to follow. */
const FAIR = { loss: 0.03, roundTrip: 300, freezes: 1 };
const POOR = { loss: 0.1, roundTrip: 700, freezes: 3 };

const reaches = ({ loss, roundTrip, freezes }: LineQuality, bound: typeof FAIR): boolean =>
  loss >= bound.loss || (roundTrip ?? 0) >= bound.roundTrip || freezes >= bound.freezes;

export const gradeOf = (quality: LineQuality): Grade =>
  reaches(quality, POOR) ? 'poor' : reaches(quality, FAIR) ? 'fair' : 'good';
