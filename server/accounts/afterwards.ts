/**
 * Work done after the reply, so that how long it takes tells nobody anything. Owns waiting for it at the end; a failure goes to the log,
 * since who asked has been answered.
 */
export interface Afterwards {
  run(work: () => Promise<void>): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

export const createAfterwards = (onFault: (fault: unknown) => void): Afterwards => {
  const underWay = new Set<Promise<void>>();
  return {
    run(work) {
      const started = new Promise<void>((resolve) => setImmediate(resolve)).then(work).catch(onFault);
      const tracked = started.finally(() => underWay.delete(tracked));
      underWay.add(tracked);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
};
