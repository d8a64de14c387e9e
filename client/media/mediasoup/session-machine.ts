/**
 * What the media session does next: pure, state × input → state and effects. Owns the order enter → attend → publish, and how it recovers;
 * must not know browsers, sockets or mediasoup-client (session.ts carries the effects out).
 */
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import type { MediaFault, MediaState } from '../media-session.ts';

export type Phase = 'off' | 'waiting' | 'entering' | 'attending' | 'up' | 'mending' | 'resting' | 'failed';

/**
 * `waiting`: for the connection. `mending`: ICE is restarted, media may flow again by itself. `resting`: until the next try.
 * `tries` counts attempts that did not come up; `wasUp` tells recovering from connecting.
 */
export interface SessionState {
  readonly phase: Phase;
  readonly tries: number;
  readonly wasUp: boolean;
  readonly fault: MediaFault | null;
}

export type SessionInput =
  | { readonly type: 'start'; readonly connected: boolean }
  | { readonly type: 'close' }
  /** The server's welcome on a new connection: whatever it held for this seat is gone. */
  | { readonly type: 'welcome' }
  /** The worker died. */
  | { readonly type: 'lost' }
  | { readonly type: 'entered' }
  | { readonly type: 'attended' }
  /** The connection broke before an answer: the next welcome begins anew. */
  | { readonly type: 'cutOff' }
  /** Not now; another try may do. */
  | { readonly type: 'refused'; readonly fault: MediaFault }
  /** Not at all, until somebody changes something. */
  | { readonly type: 'forbidden'; readonly fault: MediaFault }
  | { readonly type: 'pathLost' }
  | { readonly type: 'pathFailed' }
  | { readonly type: 'pathBack' }
  | { readonly type: 'rested' };

/** `rest` comes with the number of tries so far, for the length of the wait. */
export type SessionEffect = 'drop' | 'enter' | 'attend' | 'publish' | 'restartIce' | 'rest' | 'wake';

export interface SessionStep {
  readonly state: SessionState;
  readonly effects: readonly SessionEffect[];
}

export const initialSession: SessionState = { phase: 'off', tries: 0, wasUp: false, fault: null };

/** After so many tries without success the screen says that it failed; trying goes on quietly. */
export const TRIES_BEFORE_FAILED = 5;

const ACTIVE: ReadonlySet<Phase> = new Set(['entering', 'attending', 'up', 'mending']);

const stay = (state: SessionState): SessionStep => ({ state, effects: [] });

const begin = (state: SessionState): SessionStep => ({
  state: { ...state, phase: 'entering' },
  effects: ['wake', 'drop', 'enter'],
});

const restFor = (state: SessionState, fault: MediaFault): SessionStep =>
  ACTIVE.has(state.phase)
    ? { state: { ...state, phase: 'resting', tries: state.tries + 1, fault }, effects: ['drop', 'rest'] }
    : stay(state);

export const step = (state: SessionState, input: SessionInput): SessionStep => {
  const { phase } = state;
  if (input.type === 'close') return { state: initialSession, effects: phase === 'off' ? [] : ['wake', 'drop'] };
  if (input.type === 'start') {
    if (phase !== 'off') return stay(state);
    return input.connected ? begin(state) : stay({ ...state, phase: 'waiting' });
  }
  if (phase === 'off') return stay(state);

  switch (input.type) {
    case 'welcome':
      return begin({ ...state, tries: 0 });
    case 'lost':
      // While waiting for the connection there is nobody to ask; its welcome begins anyway.
      return phase === 'waiting' ? stay(state) : begin(state);
    case 'entered':
      return phase === 'entering' ? { state: { ...state, phase: 'attending' }, effects: ['attend'] } : stay(state);
    case 'attended':
      if (phase !== 'attending') return stay(state);
      return {
        state: {
          ...state,
          phase: 'up',
          wasUp: true,
          fault: state.fault === 'media/networkBlocked' ? state.fault : null,
        },
        effects: ['publish'],
      };
    case 'cutOff':
      return ACTIVE.has(phase) ? { state: { ...state, phase: 'waiting' }, effects: ['drop'] } : stay(state);
    case 'refused':
      return restFor(state, input.fault);
    case 'forbidden':
      if (!ACTIVE.has(phase)) return stay(state);
      return { state: { ...state, phase: 'failed', fault: input.fault }, effects: ['drop'] };
    case 'pathLost':
      return phase === 'up' ? { state: { ...state, phase: 'mending' }, effects: ['restartIce'] } : stay(state);
    case 'pathFailed':
      return phase === 'up' || phase === 'mending' ? restFor(state, 'media/networkBlocked') : stay(state);
    case 'pathBack':
      // A path that carries is the proof that counts: only it clears the tries.
      return phase === 'mending' || phase === 'up'
        ? stay({ ...state, phase: 'up', tries: 0, fault: null })
        : stay(state);
    case 'rested':
      return phase === 'resting' ? begin(state) : stay(state);
    default:
      return assertNever(input, 'media session');
  }
};

/** What the screen is told. Signalling that works proves no path: after many tries the fault stands until one carries. */
export const shown = ({ phase, tries, wasUp, fault }: SessionState): MediaState => {
  if (phase === 'off') return { kind: 'off' };
  if (fault !== null && (phase === 'failed' || tries >= TRIES_BEFORE_FAILED)) return { kind: 'failed', fault };
  if (phase === 'up') return { kind: 'up' };
  return { kind: wasUp ? 'recovering' : 'connecting' };
};

const FIRST_REST = 250;
const LONGEST_REST = 8000;

/** Milliseconds to rest before the next try; `jitter` in [0, 1) spreads a whole room over the second half of it. */
export const restTime = (tries: number, jitter: number): number => {
  const whole = Math.min(LONGEST_REST, FIRST_REST * 2 ** Math.max(0, tries - 1));
  return whole / 2 + (whole / 2) * jitter;
};
