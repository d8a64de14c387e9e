/**
 * The connection as a table: for each phase and each input, the next phase and what is to be done. Pure: no sockets, no clock.
 * Owns when a ticket is asked for, when to wait and when to give up; must not know how any of it is done.
 */
import type { ProtocolErrorCode } from '../../shared/protocol/workshop-messages.ts';

export const PHASES = ['idle', 'asking', 'opening', 'up', 'waiting', 'offline', 'ended'] as const;
export type Phase = (typeof PHASES)[number];

/**
 * `ticket`: one was granted. `broken`: asking failed, or the socket closed or did not open. `refused`: the server's last word, for good.
 * `due`: the wait is over. `online` and `offline` are the browser's.
 */
export const INPUTS = ['open', 'ticket', 'welcome', 'broken', 'refused', 'due', 'offline', 'online', 'close'] as const;
export type Input = (typeof INPUTS)[number];

export type Order = 'askTicket' | 'openSocket' | 'closeSocket' | 'wait' | 'stopWaiting';

export interface Line {
  readonly phase: Phase;
  /** Failures in a row; sets how long the next wait may be. */
  readonly attempt: number;
}

export interface Move {
  readonly to: Phase;
  readonly orders: readonly Order[];
  readonly attempt?: 'reset' | 'more';
}

const ask: Move = { to: 'asking', orders: ['askTicket'] };
const askNow: Move = { to: 'asking', orders: ['stopWaiting', 'askTicket'], attempt: 'reset' };
const wait: Move = { to: 'waiting', orders: ['wait'], attempt: 'more' };
const dropAndWait: Move = { to: 'waiting', orders: ['closeSocket', 'wait'], attempt: 'more' };
const end: Move = { to: 'ended', orders: [] };
const dropAndEnd: Move = { to: 'ended', orders: ['closeSocket'] };
const sleep: Move = { to: 'offline', orders: [] };
const dropAndSleep: Move = { to: 'offline', orders: ['closeSocket'] };
const up: Move = { to: 'up', orders: [], attempt: 'reset' };

/** An input that is not listed changes nothing: it is late news of something already left behind. */
const TABLE: Readonly<Record<Phase, Readonly<Partial<Record<Input, Move>>>>> = {
  idle: { open: ask, close: end },
  asking: { ticket: { to: 'opening', orders: ['openSocket'] }, broken: wait, refused: end, offline: sleep, close: end },
  opening: { welcome: up, broken: dropAndWait, refused: dropAndEnd, offline: dropAndSleep, close: dropAndEnd },
  up: { welcome: up, broken: dropAndWait, refused: dropAndEnd, offline: dropAndSleep, close: dropAndEnd },
  waiting: {
    due: ask,
    online: askNow,
    offline: { to: 'offline', orders: ['stopWaiting'] },
    refused: { to: 'ended', orders: ['stopWaiting'] },
    close: { to: 'ended', orders: ['stopWaiting'] },
  },
  offline: { online: { to: 'asking', orders: ['askTicket'], attempt: 'reset' }, refused: end, close: end },
  ended: {},
};

export const START: Line = { phase: 'idle', attempt: 0 };

const counted = (attempt: number, how: Move['attempt']): number => {
  if (how === 'reset') return 0;
  return how === 'more' ? attempt + 1 : attempt;
};

export const step = (line: Line, input: Input): { readonly line: Line; readonly orders: readonly Order[] } => {
  const move = TABLE[line.phase][input];
  if (!move) return { line, orders: [] };
  return { line: { phase: move.to, attempt: counted(line.attempt, move.attempt) }, orders: move.orders };
};

const FINAL: readonly ProtocolErrorCode[] = [
  'protocol/reload',
  'protocol/removed',
  'protocol/notSeated',
  'protocol/elsewhere',
];

/** Whether a goodbye is for good; after any other the line is tried again. */
export const isFinal = (code: ProtocolErrorCode): boolean => FINAL.includes(code);
