/** Durations as clocks, and when a clock turns amber or red. Pure: the time comes in. */

/** "4:05", "1:04:05"; the sign is dropped, whole seconds. Countdowns pass what is left, so 59.9 s left reads 1:00. */
export const clockText = (ms: number, rounding: 'down' | 'up' = 'down'): string => {
  const exact = Math.abs(ms) / 1000;
  const seconds = rounding === 'up' ? Math.ceil(exact) : Math.floor(exact);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
};

export type ClockTone = 'calm' | 'soon' | 'over';

/** Amber in the last tenth of the planned time, but at least the last 30 s; red from zero. */
export const clockTone = (remainingMs: number, plannedMs: number): ClockTone => {
  if (remainingMs <= 0) return 'over';
  return remainingMs <= Math.max(30_000, plannedMs / 10) ? 'soon' : 'calm';
};
