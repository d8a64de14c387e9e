// The media session's decisions: every cell of states × inputs, and what must hold whatever happens.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  initialSession,
  restTime,
  shown,
  step,
  TRIES_BEFORE_FAILED,
} from '../../../client/media/mediasoup/session-machine.ts';
import type { Phase, SessionInput, SessionState } from '../../../client/media/mediasoup/session-machine.ts';

const PHASES: readonly Phase[] = ['off', 'waiting', 'entering', 'attending', 'up', 'mending', 'resting', 'failed'];

const INPUTS = {
  startConnected: { type: 'start', connected: true },
  startApart: { type: 'start', connected: false },
  close: { type: 'close' },
  welcome: { type: 'welcome' },
  lost: { type: 'lost' },
  entered: { type: 'entered' },
  attended: { type: 'attended' },
  cutOff: { type: 'cutOff' },
  refused: { type: 'refused', fault: 'media/unavailable' },
  forbidden: { type: 'forbidden', fault: 'media/notAllowed' },
  pathLost: { type: 'pathLost' },
  pathFailed: { type: 'pathFailed' },
  pathBack: { type: 'pathBack' },
  rested: { type: 'rested' },
} as const satisfies Record<string, SessionInput>;

type InputName = keyof typeof INPUTS;

/** `phase` or `phase: effects`; a dot: nothing happens. Columns in the order of PHASES. */
const begin = 'entering: wake drop enter';
const TABLE: Readonly<Record<InputName, readonly string[]>> = {
  //               off         waiting       entering               attending              up                     mending                resting       failed
  startConnected: [begin, '.', '.', '.', '.', '.', '.', '.'],
  startApart: ['waiting:', '.', '.', '.', '.', '.', '.', '.'],
  close: ['.', ...Array.from({ length: 7 }, () => 'off: wake drop')],
  welcome: ['.', begin, begin, begin, begin, begin, begin, begin],
  lost: ['.', '.', begin, begin, begin, begin, begin, begin],
  entered: ['.', '.', 'attending: attend', '.', '.', '.', '.', '.'],
  attended: ['.', '.', '.', 'up: publish', '.', '.', '.', '.'],
  cutOff: ['.', '.', 'waiting: drop', 'waiting: drop', 'waiting: drop', 'waiting: drop', '.', '.'],
  refused: ['.', '.', 'resting: drop rest', 'resting: drop rest', 'resting: drop rest', 'resting: drop rest', '.', '.'],
  forbidden: ['.', '.', 'failed: drop', 'failed: drop', 'failed: drop', 'failed: drop', '.', '.'],
  pathLost: ['.', '.', '.', '.', 'mending: restartIce', '.', '.', '.'],
  pathFailed: ['.', '.', '.', '.', 'resting: drop rest', 'resting: drop rest', '.', '.'],
  pathBack: ['.', '.', '.', '.', '.', 'up:', '.', '.'],
  rested: ['.', '.', '.', '.', '.', '.', begin, '.'],
};

const inPhase = (phase: Phase): SessionState => ({ ...initialSession, phase });

describe('session machine', () => {
  const cells = (Object.keys(TABLE) as InputName[]).flatMap((input) =>
    PHASES.map((phase, column) => ({ input, phase, expected: TABLE[input][column] })),
  );

  it.each(cells)('$phase × $input → $expected', ({ input, phase, expected }) => {
    const { state, effects } = step(inPhase(phase), INPUTS[input]);
    const told = state.phase === phase && effects.length === 0 ? '.' : `${state.phase}: ${effects.join(' ')}`.trim();
    expect(told).toBe(expected);
  });

  const anyInput = fc.constantFrom<SessionInput>(...Object.values(INPUTS));
  const after = (inputs: readonly SessionInput[]): SessionState =>
    inputs.reduce((state, input) => step(state, input).state, initialSession);

  it('whatever happened, a welcome, an entry and an attendance bring media up', () => {
    fc.assert(
      fc.property(fc.array(anyInput, { maxLength: 40 }), (inputs) => {
        const state = after([...inputs, INPUTS.startConnected, INPUTS.welcome, INPUTS.entered, INPUTS.attended]);
        expect(shown(state)).toEqual({ kind: 'up' });
      }),
    );
  });

  it('nothing is entered over what is not dropped first', () => {
    fc.assert(
      fc.property(fc.array(anyInput, { maxLength: 40 }), (inputs) => {
        let state = initialSession;
        for (const input of inputs) {
          const { state: next, effects } = step(state, input);
          if (effects.includes('enter')) expect(effects.indexOf('drop')).toBeLessThan(effects.indexOf('enter'));
          state = next;
        }
      }),
    );
  });

  it('says connecting before the first success, recovering after it, failed after many tries, and goes on trying', () => {
    const up = [INPUTS.startConnected, INPUTS.entered, INPUTS.attended];
    expect(shown(after([INPUTS.startApart]))).toEqual({ kind: 'connecting' });
    expect(shown(after([...up, INPUTS.lost]))).toEqual({ kind: 'recovering' });
    const failing = Array.from({ length: TRIES_BEFORE_FAILED }, () => [INPUTS.refused, INPUTS.rested])
      .flat()
      .slice(0, -1);
    const tired = after([INPUTS.startConnected, ...failing]);
    expect(shown(tired)).toEqual({ kind: 'failed', fault: 'media/unavailable' });
    expect(step(tired, INPUTS.rested).effects).toContain('enter');
    const back = [INPUTS.rested, INPUTS.entered, INPUTS.attended].reduce(
      (state, input) => step(state, input).state,
      tired,
    );
    expect(shown(back)).toEqual({ kind: 'up' });
  });

  it('a network that blocks media is told as such although signalling works', () => {
    const round = [INPUTS.entered, INPUTS.attended, INPUTS.pathFailed, INPUTS.rested];
    const blocked = Array.from({ length: TRIES_BEFORE_FAILED }, () => round)
      .flat()
      .slice(0, -1);
    expect(shown(after([INPUTS.startConnected, ...blocked]))).toEqual({
      kind: 'failed',
      fault: 'media/networkBlocked',
    });
  });

  it('rests longer each time, within bounds, and never all at once', () => {
    expect([1, 2, 3, 9].map((tries) => restTime(tries, 0))).toEqual([125, 250, 500, 4000]);
    expect(restTime(1, 0.999)).toBeCloseTo(250, 0);
  });
});
