/**
 * How long to wait before the next try: full jitter from the first attempt on, so that a restarted server is not met by everybody at once.
 * Pure; chance is given.
 */
const FIRST_MS = 800;
const LONGEST_MS = 4_000;

/** `attempt` counts from 1; `random` is in [0, 1). Answers whole milliseconds below 4 s, so that all are back within seconds. */
export const waitBefore = (attempt: number, random: () => number): number => {
  const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, Math.min(attempt, 16) - 1));
  return Math.floor(random() * bound);
};
