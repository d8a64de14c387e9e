/** What happened how often since the start, by name. Owns counting only; /readyz and tests read it. */
export interface Counters {
  count(what: string): void;
  /** 0 when it never happened. */
  of(what: string): number;
  all(): Readonly<Record<string, number>>;
}

export const createCounters = (): Counters => {
  const counts = new Map<string, number>();
  return {
    count: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    of: (what) => counts.get(what) ?? 0,
    all: () => Object.fromEntries([...counts].sort(([a], [b]) => a.localeCompare(b))),
  };
};
