/** A bucket of tokens for one connection: how many messages may come at once, and how many a second in the long run. */
export interface Allowance {
  /** False when the bucket is empty. */
  take(): boolean;
}

export const createAllowance = (perSecond: number, burst: number, now: () => number): Allowance => {
  let tokens = burst;
  let at = now();
  return {
    take() {
      const time = now();
      tokens = Math.min(burst, tokens + ((time - at) / 1000) * perSecond);
      at = time;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
};
