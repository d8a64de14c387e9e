// What a benchmark is and how its numbers are told. Knows no subject.
export interface Measure {
  readonly name: string;
  readonly unit: string;
  /** Single readings, at least one. */
  readonly readings: readonly number[];
  /** The bound that p95 is held against, where the design names one. */
  readonly target?: number;
}

export type Bench = () => Promise<readonly Measure[]>;

/** The reading below which a share of all lies (nearest rank). */
export const percentile = (readings: readonly number[], share: number): number => {
  const sorted = [...readings].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
};

const written = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

/** One row a measure, ready for console.table. */
export const rowOf = ({ name, unit, readings, target }: Measure): Readonly<Record<string, string>> => {
  const p95 = percentile(readings, 0.95);
  return {
    measure: name,
    unit,
    n: String(readings.length),
    p50: written(percentile(readings, 0.5)),
    p95: written(p95),
    max: written(Math.max(...readings)),
    target: target === undefined ? '' : `${p95 <= target ? 'met' : 'MISSED'} (p95 ≤ ${target})`,
  };
};
