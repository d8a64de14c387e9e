/**
 * The pre-flight as the screen sees it: what is looked at, how each look ended, and what follows from them together. Pure;
 * mediasoup/try-media.ts tries the ways of media, features/green-room/pre-flight.ts shows them.
 */
export const CHECKS = ['browser', 'microphone', 'camera', 'socket', 'again', 'udp', 'tcp', 'relay', 'media'] as const;
export type Check = (typeof CHECKS)[number];

/** `missing`: not there, and one can do without. `unasked`: this server offers no such thing. */
export type Outcome = 'running' | 'good' | 'bad' | 'missing' | 'unasked';
export type Outcomes = Readonly<Record<Check, Outcome>>;

export const ALL_RUNNING: Outcomes = {
  browser: 'running',
  microphone: 'running',
  camera: 'running',
  socket: 'running',
  again: 'running',
  udp: 'running',
  tcp: 'running',
  relay: 'running',
  media: 'running',
};

/** `green`: all as it should be. `amber`: one can take part, with less. `red`: sound and picture will not work so. */
export type Verdict = 'green' | 'amber' | 'red';

const NEEDED: readonly Check[] = ['browser', 'socket', 'media'];
/** Without these one still hears, or goes another way. */
const WISHED: readonly Check[] = ['microphone', 'camera', 'again', 'udp'];

/** Null while something is still being looked at. */
export const verdictOf = (outcomes: Outcomes): Verdict | null => {
  if (CHECKS.some((check) => outcomes[check] === 'running')) return null;
  if (NEEDED.some((check) => outcomes[check] !== 'good')) return 'red';
  return WISHED.every((check) => outcomes[check] === 'good') ? 'green' : 'amber';
};

/** Whatever has not ended by then counts as not working. */
export const closed = (outcomes: Outcomes): Outcomes => {
  const ended = CHECKS.map((check) => [check, outcomes[check] === 'running' ? 'bad' : outcomes[check]] as const);
  return Object.fromEntries(ended) as Outcomes;
};
