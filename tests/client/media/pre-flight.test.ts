// What follows from the looks of a pre-flight: green needs all that is wished for, red is only what nobody can do without.
import { describe, expect, it } from 'vitest';
import {
  ALL_RUNNING,
  CHECKS,
  closed,
  verdictOf,
  type Check,
  type Outcome,
  type Outcomes,
} from '../../../client/media/pre-flight.ts';

const ALL_GOOD = Object.fromEntries(CHECKS.map((check) => [check, 'good'])) as Outcomes;

describe('the verdict', () => {
  it('is not given while anything is still looked at', () => {
    for (const check of CHECKS) expect(verdictOf({ ...ALL_GOOD, [check]: 'running' })).toBeNull();
  });

  it.each<[Check, Outcome, string]>([
    ['browser', 'bad', 'red'],
    ['socket', 'bad', 'red'],
    ['media', 'bad', 'red'],
    ['microphone', 'missing', 'amber'],
    ['camera', 'bad', 'amber'],
    ['again', 'bad', 'amber'],
    ['udp', 'bad', 'amber'],
    ['tcp', 'bad', 'green'],
    ['relay', 'bad', 'green'],
    ['relay', 'unasked', 'green'],
  ])('with %s %s alone: %s', (check, outcome, verdict) => {
    expect(verdictOf({ ...ALL_GOOD, [check]: outcome })).toBe(verdict);
  });
});

it('what has not ended in time counts as not working', () => {
  expect(verdictOf(closed(ALL_RUNNING))).toBe('red');
  expect(closed({ ...ALL_GOOD, tcp: 'running' })).toEqual({ ...ALL_GOOD, tcp: 'bad' });
});
